package bot

import (
	"strings"

	"alinti/retrieval/turkish"
)

// greets reports whether a text is nothing but a greeting, thanks or a goodbye,
// which deserve a word of welcome and not a search.
func greets(text string) bool {
	var room [4]turkish.Word
	said := false
	for piece := range strings.SplitSeq(text, " ") { // most questions are known by their first word
		for _, w := range turkish.AppendWords(room[:0], piece) {
			if !pleasantries[w.Fold] && !englishPleasantries[w.Fold] {
				return false
			}
			said = true
		}
	}
	return said
}

// greetsIn is the language of a text that greets, or empty if it is one that is
// said in both.
func greetsIn(text string) string {
	for _, w := range turkish.Words(text) {
		switch tr, en := pleasantries[w.Fold], englishPleasantries[w.Fold]; {
		case en && !tr:
			return "en"
		case tr && !en:
			return "tr"
		}
	}
	return ""
}

// thanks reports whether a text that greets is one of thanks.
func thanks(text string) bool {
	for _, w := range turkish.Words(text) {
		if gratitude[w.Fold] {
			return true
		}
	}
	return false
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
