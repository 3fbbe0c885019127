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
		exact := s.exact(n)
		if f, ok := s.asFraction(n); ok && slices.ContainsFunc(quotes, func(q source) bool { return q.holds(f, exact) }) {
			continue
		}
		if !slices.ContainsFunc(quotes, func(q source) bool { return q.holds(n, exact) }) || s.counted(n, quotes) {
			return s.text[n.PhraseStart:n.PhraseEnd]
		}
	}
	return ""
}

func (q source) holds(n quantity.Quantity, exact bool) bool {
	return slices.ContainsFunc(q.numbers, func(m quantity.Quantity) bool {
		by := q.boundBy(m)
		return quantity.Equal(n, m) && sameUnit(n, m) && boundFits(n.Qualifier, by) && !(exact && by != quantity.Unqualified)
	})
}

// counted reports whether the quotes count the same thing and give another
// number for it: "two schools, three days" for "three schools, two days".
func (r reading) counted(n quantity.Quantity, quotes []source) bool {
	t, ok := r.unitTerm(n)
	if !ok || len(t.stands) == 0 || n.Unit != "" {
		return false
	}
	other := false
	for _, q := range quotes {
		for _, m := range q.numbers {
			u, ok := q.unitTerm(m)
			if !ok || m.Unit != "" || !overlap(t.stands, stretch{u}.keys()) {
				continue
			}
			if quantity.Equal(n, m) {
				return false
			}
			other = true
		}
	}
	return other
}

// unitTerm is the term that a number counts.
func (r reading) unitTerm(n quantity.Quantity) (term, bool) {
	i := slices.IndexFunc(r.terms, func(t term) bool { return n.UnitEnd > 0 && t.first().Start == n.UnitStart })
	if i < 0 || r.terms[i].only(filler, denial) {
		return term{}, false
	}
	return r.terms[i], true
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
