package retrieval

import (
	"alinti/retrieval/evidence"
	"alinti/retrieval/quantity"
)

// isAmount reports whether a number is known by its value: 13 bin, 13.000 and on
// üç bin are one. The number in a name is a word, and "ilk" or a time of day are
// as they are written.
func isAmount(n evidence.Number) bool {
	switch n.Kind {
	case quantity.Label, quantity.Ordinal, quantity.Clock, quantity.Vague:
		return false
	}
	return !n.IsRange()
}

// addNumber makes one concept of a number, however it is written.
func (x *Index) addNumber(q *query, n evidence.Number) {
	c := concept{word: n.First, last: n.Last, first: len(q.terms)}
	if id, ok := x.stems.ids[numberMark+n.Value.String()]; ok {
		q.terms = append(q.terms, alternative{id, 1})
	}
	for i := n.First; i <= n.Last; i++ {
		x.addGrams(q, q.folds[i])
	}
	c.end = len(q.terms)
	c.idf = x.stems.sentences.groupIDF(q.terms[c.first:c.end])
	q.concepts = append(q.concepts, c)
}
