package quantity

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
