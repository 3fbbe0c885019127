package quantity

import (
	"bytes"

	"alinti/retrieval/turkish"
)

// partOf reads Turkish fractions, whose denominator stands first in the
// locative: üçte bir, on beşte dört, 3'te 1'i.
func (p *parser) partOf(a *amount) bool {
	if a.ending.kase != turkish.Locative || a.ending.possessive || a.ending.ordinal || p.lang == englishText || a.to >= len(p.toks) || !p.toks[a.to].spaced {
		return false
	}
	if p.is(a.from-1, "saat") || p.is(a.from-1, "saati") {
		return false // saat üçte iki kişi
	}
	of, whole := a.value.Int()
	m, ok := p.number(a.to)
	if !ok || !whole || of < 2 || m.value.Cmp(a.value) >= 0 || m.ordinal {
		return false
	}
	if !p.saysPart(a, &m) {
		return false
	}
	v, ok := m.value.times(1, of)
	if !ok {
		return false
	}
	a.value, a.to, a.ending, a.end, a.year = v, m.to, m.ending, p.toks[m.to-1].end, false
	return true
}

// saysPart tells üçte bir from 2024'te 3 kişi and onda bir değişiklik: after
// digits, or the pronoun onda, the part must have a possessive ending or be
// called a share.
func (p *parser) saysPart(a *amount, m *number) bool {
	if a.words && (a.value != integer(10) || a.joint || m.value != integer(1)) {
		return true
	}
	if m.ending.possessive {
		return true
	}
	next := p.folded(m.to)
	if a.words && next == nil {
		return true
	}
	for _, share := range []string{"oran", "pay", "hisse", "nispet"} {
		if bytes.HasPrefix(next, []byte(share)) {
			return true
		}
	}
	return false
}

// slash reads 1/3. A larger number over a smaller one is no fraction, nor is a
// year over the next: 2015/16.
func (p *parser) slash(a *amount) bool {
	i := a.to
	if a.joint || i+1 >= len(p.toks) || !p.glued(i, '/') && !p.glued(i, '⁄') || p.toks[i+1].kind != digits || p.toks[i+1].spaced || p.glued(i+2, '/') {
		return false
	}
	of, ok1 := p.literal(i + 1)
	d, ok2 := of.Int()
	if !ok1 || !ok2 || d < 2 || d > 1000 || a.year || a.value.Cmp(of) >= 0 || p.partOfName(a) {
		return false
	}
	v, ok := a.value.times(1, d)
	if !ok {
		return false
	}
	a.value, a.to, a.ending, a.end = v, i+2, p.toks[i+1].ending, p.toks[i+1].end
	return true
}

// nth reads English fractions: two thirds, one-fifth, a third of.
func (p *parser) nth(a *amount) bool {
	if p.lang == turkishText {
		return false
	}
	if a.ordinal && !a.joint && p.is(a.from-1, "a") && p.is(a.to, "of") {
		of, _ := a.value.Int()
		v, ok := newValue(1, max(of, 1), 0)
		a.value, a.ordinal = v, false
		return ok && of > 2
	}
	n, whole := a.value.Int()
	i := a.to
	if p.hyphen(i) {
		i++
	}
	if !whole || n < 1 || a.ordinal || a.vague || i >= len(p.toks) {
		return false
	}
	d := p.toks[i].num
	if !d.ordinal || d.lang != englishText || d.plural != (n > 1) || d.n < 3 && d.class == unit {
		return false
	}
	of := d.n
	switch d.class {
	case hundred:
		of = 100
	case scale:
		of, _ = scaled(1, int(d.n))
	}
	v, ok := a.value.times(1, of)
	if !ok || n >= of {
		return false
	}
	a.value, a.to, a.end = v, i+1, p.toks[i].end
	return true
}

// percentAfter reads 50%, 50 percent and fifty per cent.
func (p *parser) percentAfter(a *amount) bool {
	i := a.to
	if i >= len(p.toks) || a.ordinal || a.kind == Fraction || a.ending != (ending{}) {
		return false
	}
	t := &p.toks[i]
	switch {
	case t.kind == sign && t.r == '%' && !(t.spaced && i+1 < len(p.toks) && p.toks[i+1].kind == digits && !p.toks[i+1].spaced):
		a.to++
	case t.kind == sign && t.r == '‰':
		a.value, _ = a.value.shift(-1)
		a.to++
	case p.is(i, "percent") || p.is(i, "pct"):
		a.to++
	case p.is(i, "per") && p.is(i+1, "cent"):
		a.to += 2
	default:
		return false
	}
	a.kind, a.unit, a.end, a.year = Percent, "%", p.toks[a.to-1].end, false
	if p.toks[a.to-1].r == '%' {
		p.signEnding(a)
	}
	return true
}

// signEnding takes the ending after a sign: 50%'si.
func (p *parser) signEnding(a *amount) {
	i := a.to
	if (p.glued(i, '\'') || p.glued(i, '’')) && i+1 < len(p.toks) && p.toks[i+1].kind == word && !p.toks[i+1].spaced {
		if e, ok := digitEnding(p.folded(i + 1)); ok {
			a.ending, a.end, a.to = e, p.toks[i+1].end, i+2
		}
	}
}
