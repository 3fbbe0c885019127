package quantity

// bound reports whether the digits at i belong with what follows them rather
// than with a scale word before: 13 bin 5-10, 2 milyon 14:30.
func (p *parser) bound(i int) bool {
	if i+1 >= len(p.toks) || p.toks[i+1].spaced {
		return false
	}
	switch p.toks[i+1].r {
	case ':', '-', '–', '/', '%', '.':
		return i+2 < len(p.toks) && !p.toks[i+2].spaced
	}
	return false
}

// following returns the token that may go on with the number, or -1.
func (p *parser) following(n *number) int {
	i := n.to
	last := &p.toks[i-1]
	if i >= len(p.toks) || last.ending != (ending{}) || n.ordinal || n.vague {
		return -1
	}
	t := &p.toks[i]
	if t.kind == digits && !t.spaced {
		return -1
	}
	if t.kind == sign {
		return p.hyphened(i)
	}
	if p.lang != turkishText && p.is(i, "and") {
		return p.afterAnd(i)
	}
	if last.num.class == half && i+1 < len(p.toks) && p.toks[i+1].num.class >= hundred && p.is(i, "a") {
		return i + 1 // half a million
	}
	return i
}

// hyphened allows what a hyphen joins to one number; beş-on is a range.
func (p *parser) hyphened(i int) int {
	if !p.hyphen(i) || i+1 >= len(p.toks) {
		return -1
	}
	a, b := &p.toks[i-1], &p.toks[i+1]
	switch {
	case a.num.class == ten && b.num.class == unit, // twenty-five
		a.num.class == unit && (b.num.class == half || b.num.class == quarter), // three-quarters
		a.num.class == half && (b.num.class == scale || b.num.class == dozen):  // half-million
		return i + 1
	}
	return -1
}

// hyphen reports whether token i is a hyphen without space on either side.
func (p *parser) hyphen(i int) bool {
	if i < 0 || i >= len(p.toks) {
		return false
	}
	t := &p.toks[i]
	return t.kind == sign && (t.r == '-' || t.r == '‐' || t.r == '\u2011') && !t.spaced && i+1 < len(p.toks) && !p.toks[i+1].spaced
}

// afterAnd allows "one hundred and five", and not "a thousand and two million".
func (p *parser) afterAnd(i int) int {
	c := p.toks[i-1].num.class
	if c != hundred && c != scale || i+1 >= len(p.toks) {
		return -1
	}
	switch p.toks[i+1].num.class {
	case unit, teen, ten:
	default:
		return -1
	}
	if c == scale {
		for j := i + 2; j < len(p.toks); j++ {
			switch p.toks[j].num.class {
			case hundred, scale:
				return -1
			case none:
				return i + 1
			}
		}
	}
	return i + 1
}

// andAHalf takes "and a half" behind a number.
func (p *parser) andAHalf(s *sum, n *number) {
	i := n.to
	if p.lang == turkishText || i+2 >= len(p.toks) || !p.is(i, "and") || !p.is(i+1, "a") {
		return
	}
	switch c := p.toks[i+2].num.class; {
	case c == half && s.plus(1, 2), c == quarter && s.plus(1, 4):
		n.to = i + 3
	}
}

// ofThousands multiplies the vague numbers of "hundreds of thousands". It
// reports false when the product is too large.
func (p *parser) ofThousands(n *number) bool {
	i := n.to + 1
	if !n.vague || i >= len(p.toks) || p.toks[i].num.class != scale || !p.toks[i].num.plural || !p.is(i-1, "of") {
		return true
	}
	v, ok := n.value.shift(int(p.toks[i].num.n))
	n.value, n.to = v, i+1
	return ok
}

// abbreviation returns the power of ten of a shortened scale word after digits,
// or 0: 9.8bn, 13k.
func (p *parser) abbreviation(i int) int {
	t := &p.toks[i]
	switch string(p.fold(p.text[t.start:t.stem])) {
	case "k":
		if !t.spaced {
			return 3
		}
	case "mn", "mln", "mio", "mly":
		return 6
	case "bn", "mlr", "mlyr", "mrd":
		return 9
	case "tn", "trn":
		return 12
	case "m":
		if p.currencyAt(i+1) || i >= 2 && p.currencySign(i-2) {
			return 6
		}
	}
	return 0
}

// scaleAt reports whether token i is a scale word.
func (p *parser) scaleAt(i int) bool {
	return i < len(p.toks) && (p.toks[i].num.class == scale || p.toks[i].kind == word && p.abbreviation(i) > 0)
}
