package quantity

import "alinti/retrieval/turkish"

// An amount is a number with the signs and words that make it a percentage, a
// fraction, a sum of money or an ordinal.
type amount struct {
	number
	start, end int // bytes
	kind       Kind
	unit       string
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
