package quantity

import (
	"strings"
	"unicode/utf8"

	"alinti/retrieval/turkish"
)

// An amount is a number with the signs and words that make it a percentage, a
// fraction, a sum of money or an ordinal.
type amount struct {
	number
	start, end int // bytes
	kind       Kind
	unit       string
}

// quantity reads the quantity that begins at token i, and returns the token to
// go on with.
func (p *parser) quantity(i int) (Quantity, int, bool) {
	if q, next, ok := p.clock(i); ok {
		return q, next, true
	}
	if next := p.dateEnd(i); next > i {
		return Quantity{}, next, false
	}
	a, ok := p.roman(i)
	if !ok {
		if a, ok = p.amount(i); !ok {
			return Quantity{}, p.wordEnd(i), false
		}
	}
	q := Quantity{Start: a.start, Value: a.value, High: a.value}
	to := a.to
	if b, ok := p.interval(&a, i); ok {
		q.Value, q.High = a.value, b.value
		b.year = a.year && b.year
		a.end, a.to, a.ending, a.kind, a.unit, a.ordinal, a.year, a.words = b.end, b.to, b.ending, b.kind, b.unit, b.ordinal, b.year, b.words
		to = b.to
	}
	q.End, q.Kind, q.Unit = a.end, a.kind, a.unit
	q.PhraseStart, q.PhraseEnd = q.Start, q.End
	to = p.surround(&q, &a, i, to)
	return q, to, true
}

// mayBegin reports whether a quantity can begin at token i.
func (p *parser) mayBegin(i int) bool {
	t := &p.toks[i]
	switch {
	case t.kind == digits || t.num.class != none || t.roman:
		return true
	case t.kind == sign:
		return i+1 < len(p.toks) && (p.toks[i+1].kind == digits || p.toks[i+1].num.class != none) || t.r > '~'
	}
	return p.is(i, "eksi") || p.is(i, "minus")
}

// wordEnd is the token after the word that token i is part of.
func (p *parser) wordEnd(i int) int {
	for p.toks[i].more {
		i++
	}
	return i + 1
}

// amount reads a number that counts, with its signs.
func (p *parser) amount(i int) (amount, bool) {
	a := amount{start: p.toks[i].start}
	j, negative := p.prefix(&a, i)
	n, ok := p.numberOrSign(j)
	if !ok {
		return a, false
	}
	a.number, a.end = n, p.toks[n.to-1].end
	if negative {
		a.value = a.value.neg()
	}
	if a.kind == Percent && p.permille(i) {
		a.value, _ = a.value.shift(-1)
	}
	p.addVulgar(&a)
	p.powerOfTen(&a)
	p.gluedEnding(&a)
	if a.share {
		a.kind = Fraction
	}
	switch {
	case a.kind == Percent || a.kind == Money:
	case p.partOf(&a), p.slash(&a), p.nth(&a):
		a.kind = Fraction
	case p.percentAfter(&a):
	case p.currencyAfter(&a):
	case p.ordinalPoint(&a):
	case !p.stands(&a):
		return a, false
	}
	if a.kind == Plain {
		a.kind = p.plainKind(&a)
	}
	return a, true
}

// plainKind is the kind of a number that no sign decides.
func (p *parser) plainKind(a *amount) Kind {
	switch {
	case a.ordinal || a.ending.ordinal:
		a.ordinal = true
		return Ordinal
	case a.vague:
		return Vague
	case a.to == a.from+1 && p.toks[a.from].num.class == twice:
		a.unit = "times"
		return Multiple
	case p.partOfName(a):
		return Label
	case a.year:
		return Year
	}
	return Plain
}

// prefix reads the signs and words before a number.
func (p *parser) prefix(a *amount, i int) (j int, negative bool) {
	t := &p.toks[i]
	switch {
	case t.kind == sign && (t.r == '%' || t.r == '‰'):
		a.kind, a.unit = Percent, "%"
		return i + 1, false
	case t.kind == sign && currency(t.r) != "":
		a.kind, a.unit = Money, currency(t.r)
		return i + 1, false
	case t.kind == sign && p.minus(i):
		return i + 1, true
	case p.isPercentWord(i):
		a.kind, a.unit = Percent, "%"
		return i + 1, false
	case p.is(i, "eksi") || p.is(i, "minus"):
		return i + 1, true
	}
	return i, false
}

// isPercentWord reports whether token i is yüzde or binde.
func (p *parser) isPercentWord(i int) bool {
	t := &p.toks[i]
	return (t.num.class == hundred || t.num.class == scale && t.num.n == 3) && t.num.lang == turkishText && p.lang != englishText &&
		t.ending.kase == turkish.Locative && !t.ending.possessive
}

// permille reports whether token i, a prefix of a percentage, says thousandths.
func (p *parser) permille(i int) bool { return p.toks[i].r == '‰' || p.toks[i].num.class == scale }

// minus reports whether token i is a minus sign.
func (p *parser) minus(i int) bool {
	t := &p.toks[i]
	if t.r != '-' && t.r != '−' && t.r != '–' || i+1 >= len(p.toks) || p.toks[i+1].spaced || p.toks[i+1].kind != digits {
		return false
	}
	return (t.spaced || p.toks[i-1].kind == sign) && (i == 0 || p.toks[i-1].kind != digits)
}

// numberOrSign reads a number, also one that is a sign such as ½.
func (p *parser) numberOrSign(i int) (number, bool) {
	if i >= len(p.toks) {
		return number{}, false
	}
	if t := &p.toks[i]; t.kind == sign {
		v, ok := vulgar(t.r)
		return number{value: v, from: i, to: i + 1, share: true}, ok
	}
	return p.number(i)
}

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

// partOfName reports whether digits belong to a name, such as F-16, G20 or 3D.
// A year after a hyphen does not: post-2008.
func (p *parser) partOfName(a *amount) bool {
	t := &p.toks[a.from]
	if t.kind != digits {
		return false
	}
	if s := p.text[t.start:t.stem]; len(s) > 2 && s[0] == '0' && t.form == wholeLiteral {
		return true // 0532
	}
	if i := a.to; i < len(p.toks) && !a.joint && p.toks[i].kind == word && !p.toks[i].spaced && !p.toks[i-1].suffixed &&
		p.toks[i].num.class == none && p.unitAt(i).name == "" && a.ending == (ending{}) {
		return true
	}
	if a.from == 0 || t.spaced {
		return false
	}
	before := &p.toks[a.from-1]
	if before.kind == word {
		return true
	}
	return p.hyphen(a.from-1) && a.from >= 2 && p.toks[a.from-2].kind == word && p.toks[a.from-2].num.class == none && !a.year
}

// dateEnd returns the end of a date in digits that begins at token i, or i:
// 2025-09-19, 19.09.2025, 19/9/2025. Dates are for package when.
func (p *parser) dateEnd(i int) int {
	t := &p.toks[i]
	if t.kind != digits {
		return i
	}
	if t.form == dottedLiteral {
		return i + 1
	}
	if i+4 >= len(p.toks) || p.toks[i+1].kind != sign || p.toks[i+1].r != '-' && p.toks[i+1].r != '/' ||
		p.toks[i+3].r != p.toks[i+1].r {
		return i
	}
	for j := i + 1; j < i+5; j++ {
		if p.toks[j].spaced || j%2 == i%2 && p.toks[j].kind != digits {
			return i
		}
	}
	a, b, c := t.stem-t.start, p.toks[i+2].stem-p.toks[i+2].start, p.toks[i+4].stem-p.toks[i+4].start
	if b <= 2 && (a == 4 && c <= 2 || a <= 2 && c == 4) {
		return i + 5
	}
	return i
}
