package when

import (
	"strings"

	"alinti/retrieval/quantity"
)

// An era is how the letters beside a number make it a year before or after
// Christ: MÖ 44, M.Ö. 44, 44 BC, AD 79.
type era struct {
	bc, ad bool
	lead   int // bytes that the letters before the number add to it
	next   int // token after the letters behind it
}

// eraOf reads the letters before token i and before token next.
func (f *finder) eraOf(i, next int) era {
	e, own := era{next: next}, f.at(i).start
	before := strings.TrimRight(f.text[:own], " \u00a0")
	for _, mark := range []string{"M.Ö.", "İ.Ö.", "M.S.", "İ.S."} {
		if strings.HasSuffix(before, mark) {
			e.bc, e.lead = strings.HasSuffix(mark, "Ö."), own-len(before)+len(mark)
			e.ad = !e.bc
			return e
		}
	}
	if t := f.at(i - 1); f.adjoins(i-1, "") && t.word.Capital {
		switch t.word.Fold {
		case "mo", "io", "bc", "bce":
			e.bc, e.lead = true, own-t.start
			return e
		case "ms", "ad":
			e.ad, e.lead = true, own-t.start
			return e
		}
	}
	if t := f.at(next); f.adjoins(next-1, "") && t.word.Capital {
		switch t.word.Fold {
		case "bc", "bce":
			e.bc, e.next = true, next+1
		case "ad", "ce":
			e.ad, e.next = true, next+1
		}
	}
	return e
}

// oldYear reads a year of any length that its era makes one: MÖ 44, AD 79.
func (f *finder) oldYear(i int) (point, bool) {
	n, ok := f.whole(i)
	e := f.eraOf(i, i+1)
	if !ok || n == 0 || !e.bc && !e.ad || !f.at(i).word.Number && f.at(e.next).class != yearW {
		return point{}, false
	}
	switch f.at(i).quantity.Kind {
	case quantity.Plain, quantity.Year:
	default:
		return point{}, false
	}
	p := on(period{year: e.year(n)}, f.at(i).ending, e.next)
	p.lead = e.lead
	if w := f.at(p.next); w.class == yearW && f.adjoins(p.next-1, "") {
		p.next, p.ending = p.next+1, w.ending
	}
	return p, true
}

// year is year n of the era, counted astronomically.
func (e era) year(n int) int {
	if e.bc {
		return 1 - n
	}
	return n
}
