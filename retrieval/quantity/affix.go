package quantity

import (
	"strings"
	"unicode/utf8"
)

// addVulgar adds the ½ of 6½.
func (p *parser) addVulgar(a *amount) {
	if a.to >= len(p.toks) || p.toks[a.to-1].kind != digits || p.toks[a.to].kind != sign {
		return
	}
	part, ok := vulgar(p.toks[a.to].r)
	if !ok {
		return
	}
	if v, ok := a.value.plus(part); ok {
		a.value, a.end, a.year = v, p.toks[a.to].end, false
		a.to++
	}
}

// powerOfTen multiplies by the 10⁶ of 1,5×10⁶ and 1.5 x 10^6, and reads 10⁶
// alone.
func (p *parser) powerOfTen(a *amount) {
	ten, i := a.from, a.to
	if i < len(p.toks) && (p.toks[i].r == '×' || p.toks[i].r == '·' || p.is(i, "x")) {
		ten, i = i+1, i+2
	}
	if i >= len(p.toks) || ten >= i || p.toks[ten].kind != digits || p.text[p.toks[ten].start:p.toks[ten].stem] != "10" {
		return
	}
	n, to := p.exponent(i)
	base := a.value
	if ten == a.from {
		base = integer(1)
	}
	if v, ok := base.shift(n); ok && to > i {
		a.value, a.to, a.end, a.year = v, to, p.toks[to-1].end, false
	}
}

// exponent reads ⁶, ⁻⁶ and ^6 at token i.
func (p *parser) exponent(i int) (n, to int) {
	minus := 1
	for to = i; to < len(p.toks) && !p.toks[to].spaced && n < maxExp; to++ {
		t := &p.toks[to]
		switch d := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹", t.r); {
		case t.kind == digits && to > i && p.toks[to-1].r == '^' && t.form == wholeLiteral:
			v, _ := value(p.text[t.start:t.stem], false)
			e, _ := v.Int()
			return int(min(e, maxExp)), to + 1
		case t.kind != sign:
			return minus * n, to
		case t.r == '⁻':
			minus = -1
		case d >= 0:
			n = n*10 + utf8.RuneCountInString("⁰¹²³⁴⁵⁶⁷⁸⁹"[:d])
		case t.r != '^':
			return minus * n, to
		}
	}
	return minus * n, to
}

// gluedEnding takes an ending written onto digits without an apostrophe, as in
// 3üncü and 2023te, and English 3rd.
func (p *parser) gluedEnding(a *amount) {
	if a.to >= len(p.toks) || p.toks[a.to-1].kind != digits || a.ending != (ending{}) {
		return
	}
	t := &p.toks[a.to]
	if t.kind != word && t.num.class == none || t.spaced || t.end-t.start < 2 && p.text[t.start] != 's' || p.unitAt(a.to).name != "" {
		return
	}
	if e, ok := digitEnding(p.folded(a.to)); ok {
		a.ending, a.end = e, t.end
		a.to++
	}
}

// ordinalPoint reads the point of 5. kez, XIX. yüzyıl and 5.'si.
func (p *parser) ordinalPoint(a *amount) bool {
	last := &p.toks[a.to-1]
	i := a.to
	if p.lang == englishText || a.joint || last.kind != digits || last.form != wholeLiteral || last.suffixed || i+1 >= len(p.toks) || !p.glued(i, '.') {
		return false
	}
	next := &p.toks[i+1]
	switch {
	case next.kind == sign && !next.spaced && (next.r == '\'' || next.r == '’') && i+2 < len(p.toks) && !p.toks[i+2].spaced:
		next = &p.toks[i+2]
		fallthrough
	case next.kind == word && !next.spaced:
		e, ok := digitEnding(p.fold(p.text[next.start:next.stem]))
		if !ok {
			return false
		}
		a.ending, a.end = e, next.end
		for a.to < len(p.toks) && p.toks[a.to].start < next.end {
			a.to++
		}
	case next.kind == word && next.spaced && (!next.capital || last.end-last.start <= 2):
		a.end = p.toks[i].end
		a.to++
	default:
		return false
	}
	a.kind, a.ordinal, a.year = Ordinal, true, false
	return true
}

// glued reports whether token i is the sign r, written onto what is before it.
func (p *parser) glued(i int, r rune) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].kind == sign && p.toks[i].r == r && !p.toks[i].spaced
}
