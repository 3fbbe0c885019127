package retrieval

import (
	"slices"

	"alinti/retrieval/evidence"
	"alinti/retrieval/turkish"
)

// names are the words of the collection that would ask but for being a name,
// as Kim in Kim Jong-Un, each with the words of the name that follow it; the
// empty word stands for the name alone.
type names map[[2]string]bool

// learn takes the names of a sentence that is no heading, where a capital may
// mean nothing.
func (n names) learn(words []turkish.Word) {
	for i, w := range words {
		if !w.Capital || !evidence.MayAsk(w.Fold) {
			continue
		}
		if i > 0 {
			n[[2]string{w.Fold}] = true
		}
		if i+1 < len(words) && words[i+1].Capital && w.Suffix == "" {
			n[[2]string{w.Fold, words[i+1].Fold}] = true
		}
	}
}

// has reports whether a question's word is a name: it has a capital and a
// suffix set off (Kim’in), the rest of the name follows it (kim jong un), or it
// alone is written with a capital among words that are not.
func (n names) has(words []turkish.Word, i int) bool {
	w := words[i]
	if w.Capital && w.Suffix != "" || i+1 < len(words) && n[[2]string{w.Fold, words[i+1].Fold}] {
		return true
	}
	return i > 0 && w.Capital && n[[2]string{w.Fold}] && slices.ContainsFunc(words, func(w turkish.Word) bool { return !w.Capital && !w.Number })
}
