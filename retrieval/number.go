package retrieval

import (
	"strings"
	"unicode"

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

// moneyMark is the term of a sum of money with its currency, "" for other
// numbers: 9,8 milyar dolar and 9.800.000.000 USD are one, and no euros.
func moneyMark(n evidence.Number) string {
	if n.Kind != quantity.Money || n.Quantity.Unit == "" {
		return ""
	}
	return numberMark + n.Key() + " " + n.Quantity.Unit
}

// bothMark is the term of two that are named: Rusya ve Kuzey Kore are the "iki
// ülke" that a question speaks of.
const bothMark = numberMark + "both"

// addNumber makes one concept of a number, however it is written; of a sum of
// money together with the currency. It returns the last word of it.
func (x *Index) addNumber(q *query, n evidence.Number) int {
	c := concept{word: n.First, last: n.Last, first: len(q.terms)}
	term := numberMark + n.Key()
	if sum := moneyMark(n); sum != "" {
		term = sum
		if !strings.ContainsFunc(q.text[n.Start:n.End], isCurrency) {
			c.last = max(n.Last, n.Unit)
		}
	}
	if id, ok := x.stems.ids[term]; ok {
		q.terms = append(q.terms, alternative{id, 1})
	}
	if id, ok := x.stems.ids[bothMark]; ok && n.IsPair() {
		q.terms = append(q.terms, alternative{id, synonymWeight})
	}
	for i := n.First; i <= c.last; i++ {
		q.addGrams(i)
	}
	x.add(q, c)
	return c.last
}

// isCurrency reports whether r is the sign of a currency, after which the next
// word is no part of the sum: 50 ₺ tuttu.
func isCurrency(r rune) bool { return unicode.Is(unicode.Sc, r) }
