package bot

import (
	"strings"

	"alinti/retrieval/turkish"
)

// greets reports whether a text is nothing but a greeting, thanks or a goodbye,
// which deserve a word of welcome and not a search.
func greets(text string) bool {
	words := turkish.Words(text)
	for _, w := range words {
		if !pleasantries[w.Fold] {
			return false
		}
	}
	return len(words) > 0
}

// pleasantries are the words that people greet, thank and part with, folded.
var pleasantries = wordSet(`
merhaba merhabalar selam selamlar selamunaleykum aleykumselam gunaydin tunaydin iyi gunler aksamlar geceler hey hop alo naber nbr
nasilsin nasilsiniz hosca kal hoscakal gorusuruz gule baybay bay kolay gelsin saol sagol sag ol sagolun tesekkur tesekkurler ederim ederiz
cok eyvallah eyv tamam tamamdir peki ok okey rica super harika bravo
hello hi hey hiya greetings good morning afternoon evening night day howdy thanks thank you thx ty very much bye goodbye see ya cheers okay`)

func wordSet(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
