package bot

import (
	"slices"
	"strings"

	"alinti/retrieval/turkish"
)

// folded are the words of a text, folded.
func folded(text string) (folds []string) {
	for _, w := range turkish.Words(text) {
		folds = append(folds, w.Fold)
	}
	return folds
}

// greets reports whether a text of the given folded words is nothing but a
// greeting, thanks or a goodbye, which deserve a word of welcome and not a search.
func greets(folds []string) bool {
	for _, w := range folds {
		if !pleasantries[w] && !englishPleasantries[w] {
			return false
		}
	}
	return len(folds) > 0
}

// greetsIn is the language of a text that greets, or empty if it is one that is
// said in both.
func greetsIn(folds []string) string {
	for _, w := range folds {
		switch tr, en := pleasantries[w], englishPleasantries[w]; {
		case en && !tr:
			return "en"
		case tr && !en:
			return "tr"
		}
	}
	return ""
}

// thanks reports whether a text that greets is one of thanks.
func thanks(folds []string) bool {
	return slices.ContainsFunc(folds, func(w string) bool { return gratitude[w] })
}

// pleasantries are the words that people greet, thank and part with in Turkish,
// folded; englishPleasantries those in English, and gratitude those of thanks.
var (
	pleasantries = wordSet(`
merhaba merhabalar selam selamlar selamunaleykum aleykumselam gunaydin tunaydin iyi gunler aksamlar geceler hey hop alo naber nbr
nasilsin nasilsiniz hosca kal hoscakal gorusuruz gule baybay bay kolay gelsin saol sagol sag ol sagolun tesekkur tesekkurler ederim ederiz
cok eyvallah eyv tamam tamamdir peki ok okey rica super harika bravo bye`)
	englishPleasantries = wordSet(`
hello hi hey hiya greetings good morning afternoon evening night day howdy thanks thank you thx ty very so much a lot bye goodbye see ya
cheers ok okay super bravo`)
	gratitude = wordSet(`tesekkur tesekkurler sag sagol saol sagolun eyvallah eyv thank thanks thx ty cheers`)
)

func wordSet(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
