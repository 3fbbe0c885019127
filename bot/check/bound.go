package check

import (
	"slices"

	"alinti/retrieval/quantity"
)

// Words around a number bound it, or say that it is exact. Package quantity
// reads those that belong to the number's phrase; these stand further off.

// boundBy is the number's qualifier, or the bound that words near it set: to
// exceed it, below it, not less than it.
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
	by := n.Qualifier
	after := r.following(n)
	if r.english {
		return by
	}
	for i, t := range after {
		if b, ok := position(t, n.UnitEnd > 0); ok && i < 2 {
			by = b
		}
		if t.denied || t.fold() == "degil" {
			return notBound(by)
		}
	}
	return by
}

func (r reading) exceedDenied(i int) bool {
	return r.terms[i].denied || i > 0 && r.terms[i-1].has(denial) || i > 1 && r.terms[i-2].has(denial)
}

// following are the terms after a number, three at most and none beyond a comma.
func (r reading) following(n quantity.Quantity) []term {
	begin := slices.IndexFunc(r.terms, func(t term) bool { return t.first().Start >= n.End })
	if begin < 0 {
		return nil
	}
	end := begin
	for end < min(len(r.terms), begin+3) && !r.terms[end].after(",;.") {
		end++
	}
	return r.terms[begin:end]
}

// position reads yüzde 30'un altında; 65 yaş altı needs the unit, for altı alone
// is six.
func position(t term, unit bool) (quantity.Qualifier, bool) {
	switch t.fold() {
	case "altinda", "altina", "altindaki", "altindan":
		return quantity.LessThan, true
	case "ustunde", "ustune", "ustundeki", "uzerinde", "uzerine", "uzerindeki", "askin":
		return quantity.MoreThan, true
	case "alti":
		return quantity.LessThan, unit
	case "ustu", "uzeri":
		return quantity.MoreThan, unit
	}
	return quantity.Unqualified, false
}

// notBound is what a denial makes of a bound: not less than is at least.
func notBound(q quantity.Qualifier) quantity.Qualifier {
	switch q {
	case quantity.LessThan:
		return quantity.AtLeast
	case quantity.MoreThan:
		return quantity.AtMost
	}
	return q
}

// exact reports whether the text says that the number is exact.
func (r reading) exact(n quantity.Quantity) bool {
	for i, t := range r.terms {
		if t.first().Start >= n.Start {
			break
		}
		next := r.next(i)
		switch t.fold() {
		case "tam", "exactly", "precisely", "tamamen":
			if next.first().Start == n.Start || next.fold() == "olarak" && i+2 < len(r.terms) && r.terms[i+2].first().Start == n.Start {
				return true
			}
		}
	}
	return false
}

// asFraction reads a third as a part where quantity, which cannot know, reads
// the one after the second.
func (r reading) asFraction(n quantity.Quantity) (quantity.Quantity, bool) {
	if !r.english || n.Kind != quantity.Ordinal {
		return n, false
	}
	i := slices.IndexFunc(r.terms, func(t term) bool { return t.first().Start == n.Start })
	if i < 1 || r.terms[i-1].fold() != "a" {
		return n, false
	}
	found := quantity.FindIn("one "+r.terms[i].fold(), "en")
	if len(found) != 1 || found[0].Kind != quantity.Fraction {
		return n, false
	}
	return found[0], true
}
