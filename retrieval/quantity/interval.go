package quantity

import "bytes"

// interval reads the upper bound that follows a: 10-15 bin, on ila on beş,
// between 5 and 10, üç dört. It may change a, which takes over what is said only
// once: in 10-15 bin the first number is 10,000.
func (p *parser) interval(a *amount, i int) (amount, bool) {
	if a.kind == Label || a.kind == Vague || a.kind == Fraction || p.chained(i) {
		return amount{}, false
	}
	join, at := p.joint(a)
	if join == noJoint {
		return amount{}, false
	}
	b, ok := p.upper(a, at)
	if !ok || p.hyphen(b.to) && p.toks[b.to+1].kind == digits {
		return amount{}, false
	}
	low := p.inherit(a, &b)
	if low.Cmp(b.value) >= 0 || !p.joins(join, a, &b, i) {
		return amount{}, false
	}
	if a.kind == Percent || a.kind == Money {
		b.kind, b.unit = a.kind, a.unit
	}
	a.value = low
	return b, true
}

// A jointKind is what stands between the bounds of a range.
type jointKind uint8

const (
	noJoint   jointKind = iota
	dash                // 10-15
	until               // 10 ila 15, 10 to 15
	and                 // 10 ile 15 arasında, between 10 and 15
	or                  // iki veya üç
	adjoining           // iki üç
)

// joint tells what follows a, and where the upper bound would begin.
func (p *parser) joint(a *amount) (jointKind, int) {
	i := a.to
	if i+1 >= len(p.toks) {
		if i < len(p.toks) && a.words {
			return adjoining, i
		}
		return noJoint, 0
	}
	t := &p.toks[i]
	if t.kind == sign {
		switch t.r {
		case '-', '–', '—', '−', '‐', '\u2011', '~':
			if t.spaced == p.toks[i+1].spaced {
				return dash, i + 1
			}
		case '/':
			if a.year && !t.spaced && !p.toks[i+1].spaced && p.toks[i+1].stem-p.toks[i+1].start == 2 {
				return dash, i + 1 // 2015/16
			}
		}
		return noJoint, 0
	}
	if a.ending != (ending{}) && !a.ordinal && !a.ending.possessive {
		return noJoint, 0
	}
	switch string(p.folded(i)) {
	case "ila":
		return until, i + 1
	case "to":
		return until, i + 1
	case "ile", "ve", "and":
		return and, i + 1
	case "veya", "or", "yahut":
		return or, i + 1
	case "ya":
		if p.is(i+1, "da") {
			return or, i + 2
		}
	}
	if a.words {
		return adjoining, i
	}
	return noJoint, 0
}

// upper reads the upper bound at token i.
func (p *parser) upper(a *amount, i int) (amount, bool) {
	if i >= len(p.toks) {
		return amount{}, false
	}
	b := amount{start: p.toks[i].start}
	j, negative := i, false
	if !p.toks[i].ending.is {
		j, negative = p.prefix(&b, i)
	}
	if negative || b.kind != Plain && b.kind != a.kind {
		return b, false
	}
	n, ok := p.numberOrSign(j)
	if !ok || n.vague {
		return b, false
	}
	b.number, b.end = n, p.toks[n.to-1].end
	p.addVulgar(&b)
	p.gluedEnding(&b)
	if b.kind == Plain && !p.percentAfter(&b) && !p.currencyAfter(&b) && !p.ordinalPoint(&b) {
		b.kind = p.plainKind(&b)
	}
	return b, b.kind != Label && b.kind != Vague
}

// inherit is the lower bound with the scale that only the upper one names, or
// the upper one with the century that only the lower one names: 1914–18.
func (p *parser) inherit(a, b *amount) Value {
	if s := p.text[p.toks[b.from].start:p.toks[b.from].stem]; a.year && len(s) == 2 && isDigit(s[0]) && b.kind == Plain {
		from, _ := a.value.Int()
		to, _ := b.value.Int()
		if to > from%100 {
			b.value, b.year, b.kind = integer(from/100*100+to), true, Year
		}
		return a.value
	}
	if b.scaled == 0 || a.scaled != 0 {
		return a.value
	}
	head, ok1 := b.value.shift(-b.scaled)
	low, ok2 := a.value.shift(b.scaled)
	if !ok1 || !ok2 || a.value.Cmp(head) >= 0 {
		return a.value
	}
	return low
}

// joins reports whether the words between and around the bounds make a range.
func (p *parser) joins(join jointKind, a, b *amount, i int) bool {
	if a.ordinal && !b.ordinal {
		return false
	}
	switch join {
	case dash:
		return true
	case until:
		return !p.is(i-1, "from")
	case and:
		if p.is(i-1, "between") {
			return true
		}
		for j := b.to; j < b.to+3; j++ {
			if w := p.folded(j); bytes.HasPrefix(w, []byte("aras")) || bytes.HasPrefix(w, []byte("aralig")) {
				return true
			}
		}
		return false
	}
	x, ok1 := a.value, true
	y, ok2 := b.value.shift(-b.scaled)
	if a.scaled == b.scaled {
		x, ok1 = a.value.shift(-a.scaled)
	} else if a.scaled > 0 {
		y, ok2 = b.value, true
	}
	m, ok3 := x.Int()
	n, ok4 := y.Int()
	if !ok1 || !ok2 || !ok3 || !ok4 {
		return false
	}
	if join == or {
		return n == m+1
	}
	return b.words && (n == m+1 && n < 10 || m == 3 && n == 5 || m%5 == 0 && n%5 == 0 && n-m <= 10)
}

// chained reports whether token i continues a row of numbers with hyphens, such
// as a telephone number.
func (p *parser) chained(i int) bool {
	return i >= 2 && p.hyphen(i-1) && p.toks[i-2].kind == digits
}
