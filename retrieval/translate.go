package retrieval

import (
	"alinti/retrieval/english"
)

// translator maps the stems of the English–Turkish list to the stems of the
// index, once, so that a question pays for no look-up by string.
type translator []int32 // by number of the list's stem: the index's stem, or -1

func newTranslator(ids map[string]int32) translator {
	t := make(translator, english.Stems())
	for i := range t {
		t[i] = -1
		if id, ok := ids[english.Stem(i)]; ok {
			t[i] = id
		}
	}
	return t
}

// Of a word's translations those below minTranslation of the best one are left
// out, and the others weigh the fourth power of their share of it: most of the
// list's words have a few good translations and many near ones. A word that
// stands in the collection itself, a name mostly, stays the first choice.
const minTranslation = 0.2

// besideOwn is what a translation weighs beside other terms.
const besideOwn = 0.5

// appendTranslations appends the Turkish stems that an English word may stand for.
func (x *Index) appendTranslations(terms []alternative, word string) []alternative {
	var room [32]english.Translation
	found := english.AppendTranslations(room[:0], word)
	var best float64
	for _, t := range found {
		if x.translator[t.ID] >= 0 {
			best = max(best, t.Weight)
		}
	}
	for _, t := range found {
		id := x.translator[t.ID]
		share := t.Weight / best
		if id < 0 || share < minTranslation {
			continue
		}
		terms = append(terms, alternative{id, float32(share * share * share * share)})
	}
	return terms
}
