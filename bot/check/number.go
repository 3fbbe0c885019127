package check

import (
	"slices"

	"alinti/retrieval/quantity"
)

// checkNumbers returns the first number of the statement that the quotes do not
// hold: the same value, of the same unit where both name one, and with a bound
// that does not turn it round (at most for at least).
func checkNumbers(s reading, quotes []source) string {
	for _, n := range s.numbers {
		if n.Kind == quantity.Year || n.Kind == quantity.Label || s.ofDate(n) || countsFew(n) {
			continue
		}
		n.Qualifier = s.boundBy(n)
		if !slices.ContainsFunc(quotes, func(q source) bool { return holds(q, n) }) {
			return s.text[n.PhraseStart:n.PhraseEnd]
		}
	}
	return ""
}

func holds(q source, n quantity.Quantity) bool {
	return slices.ContainsFunc(q.numbers, func(m quantity.Quantity) bool {
		return quantity.Equal(n, m) && sameUnit(n, m) && boundFits(n.Qualifier, m.Qualifier)
	})
}

// sameUnit refuses a unit where the quote names none or another.
func sameUnit(n, m quantity.Quantity) bool { return n.Unit == "" || n.Unit == m.Unit || n.Unit == "%" }

// boundFits reports whether a bound may be said where the quote has another.
// To leave a bound out is to say less exactly; to add one is to say more.
func boundFits(said, quoted quantity.Qualifier) bool {
	low := func(q quantity.Qualifier) bool { return q == quantity.AtLeast || q == quantity.MoreThan }
	high := func(q quantity.Qualifier) bool { return q == quantity.AtMost || q == quantity.LessThan }
	switch {
	case low(said):
		return low(quoted)
	case high(said):
		return high(quoted)
	}
	return true
}

// boundBy is the number's qualifier, or the bound that a verb sets on it: to
// exceed it, not to exceed it.
func (r reading) boundBy(n quantity.Quantity) quantity.Qualifier {
	for i, t := range r.terms {
		if !t.is("exceed") {
			continue
		}
		if near := n.Start - t.last().End; near > 24 || t.first().Start-n.End > 24 {
			continue
		}
		if r.exceedDenied(i) {
			return quantity.AtMost
		}
		return quantity.MoreThan
	}
	return n.Qualifier
}

func (r reading) exceedDenied(i int) bool {
	return r.terms[i].denied || i > 0 && r.terms[i-1].has(denial) || i > 1 && r.terms[i-2].has(denial)
}

// countsFew passes numbers that language uses without counting: the two
// leaders, one of them, first.
func countsFew(n quantity.Quantity) bool {
	v, whole := n.Value.Int()
	return whole && (v == 1 || v == 2) && n.Unit == "" && !n.IsRange() && (n.Kind == quantity.Plain || n.Kind == quantity.Ordinal)
}

// ofDate reports whether the number stands beside a month, and so is a day.
func (r reading) ofDate(n quantity.Quantity) bool {
	return slices.ContainsFunc(r.dates(), func(d date) bool { return d.start <= n.Start && n.End <= d.end })
}

func (r reading) language() string {
	if r.english {
		return "en"
	}
	return "tr"
}

// inNumber reports whether the term is part of a number.
func (r reading) inNumber(t term) bool {
	return slices.ContainsFunc(r.numbers, func(n quantity.Quantity) bool { return n.Start <= t.first().Start && t.last().End <= n.End })
}
