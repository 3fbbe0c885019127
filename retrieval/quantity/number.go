package quantity

import "unicode/utf8"

// A parser reads quantities out of tokens.
type parser struct {
	text string
	toks []token
	lang language
	folder
}

// A number is number words and digits in a row: 9,8 milyar, on üç bin, 13 bin
// 500, twenty-first.
type number struct {
	value    Value
	from, to int // tokens, to exclusive
	ending   ending
	ordinal  bool
	vague    bool // binlerce, hundreds of thousands
	words    bool // no digits in it
	joint    bool // more than one token
	share    bool // a half or quarter and nothing else
	year     bool // may be a year: four digits ungrouped, nineteen fifty-four
	scaled   int  // power of ten of its last scale word
}

// A sum is a number in the making: what scale words have closed, and the group
// below a thousand, or the digits, that the next one multiplies.
type sum struct {
	total, group Value
	slots        slot // what of the group is taken
	last         int  // power of ten of the last scale word, 0 for none
	digits       bool // the group was written in digits
}

// A slot is a place of a group.
type slot uint8

const (
	units slot = 1 << iota
	tens
	hundreds
	closed // nothing but a scale word or a dozen may follow
	all    = units | tens | hundreds | closed
)

// take adds a number word and reports whether it may stand there.
func (s *sum) take(n numeral) bool {
	switch n.class {
	case zero:
		return s.fill(s.slots == 0 && s.last == 0, Value{}, all)
	case unit:
		return s.fill(!s.digits && s.slots&(units|closed) == 0, integer(n.n), units)
	case teen, ten:
		taken := tens
		if n.class == teen {
			taken |= units
		}
		return s.fill(!s.digits && s.slots&(units|tens|closed) == 0, integer(n.n), taken)
	case hundred:
		return s.hundred(n.lang)
	case scale:
		return s.scale(int(n.n))
	case plusHalf:
		return s.plus(1, 2)
	case half:
		return s.part(2)
	case quarter:
		return s.part(4)
	case dozen:
		return s.dozen()
	case twice:
		return s.fill(s.slots == 0 && s.last == 0, integer(n.n), all)
	}
	return false
}

// fill adds v to the group when it may.
func (s *sum) fill(may bool, v Value, taken slot) bool {
	if !may {
		return false
	}
	g, ok := s.group.plus(v)
	s.group, s.slots = g, s.slots|taken
	return ok
}

// part begins a number with a half or a quarter, or takes so many of them: üç
// çeyrek, three quarters, one half.
func (s *sum) part(d int64) bool {
	if s.digits || s.last > 0 || s.slots != 0 && s.slots != units {
		return false
	}
	if s.slots == 0 {
		v, _ := newValue(1, d, 0)
		return s.fill(true, v, all)
	}
	v, ok := s.group.times(1, d)
	s.group, s.slots = v, all
	return ok && v.Cmp(integer(1)) < 0
}

func (s *sum) hundred(l language) bool {
	if s.slots == 0 && !s.digits {
		return s.fill(true, integer(100), hundreds)
	}
	n, whole := s.group.Int()
	most := int64(9)
	if l == englishText {
		most = 99 // nineteen hundred
	}
	if !whole || n < 1 || n > most || s.slots&(hundreds|closed) != 0 && !s.digits {
		return false
	}
	g, ok := s.group.shift(2)
	s.group, s.slots, s.digits = g, hundreds, false
	return ok
}

func (s *sum) scale(power int) bool {
	if s.slots == 0 && !s.digits {
		if s.last > 0 && power > s.last { // 5 bin milyar
			t, ok := s.total.shift(power)
			s.total, s.last = t, power
			return ok
		}
		s.group = integer(1)
	}
	if s.last > 0 && power >= s.last {
		return false
	}
	g, ok1 := s.group.shift(power)
	t, ok2 := s.total.plus(g)
	*s = sum{total: t, last: power}
	return ok1 && ok2
}

// plus adds n/d of what was said last: bir buçuk, 2 milyon buçuk.
func (s *sum) plus(n, d int64) bool {
	v, _ := newValue(n, d, 0)
	if s.slots == 0 && !s.digits {
		if s.last == 0 {
			return false
		}
		v, _ = v.shift(s.last)
		t, ok := s.total.plus(v)
		s.total, s.slots = t, all
		return ok
	}
	if _, whole := s.group.Int(); !whole || s.slots&closed != 0 {
		return false
	}
	g, ok := s.group.plus(v)
	s.group, s.slots, s.digits = g, all, false
	return ok
}

func (s *sum) dozen() bool {
	if s.last > 0 {
		return false
	}
	if s.slots == 0 && !s.digits {
		s.group = integer(1)
	}
	g, ok := s.group.times(12, 1)
	s.group, s.slots, s.digits = g, all, false
	return ok
}

// number reads the number that begins at token i.
func (p *parser) number(i int) (number, bool) {
	n := number{from: i, to: i, words: true}
	s, next := sum{}, i
	for next >= 0 && next < len(p.toks) && p.add(&s, &n, next) {
		p.andAHalf(&s, &n)
		next = p.following(&n)
	}
	if n.to == i || p.toks[n.to-1].more {
		return n, false
	}
	v, ok := s.total.plus(s.group)
	n.value, n.joint = v, n.to > i+1
	return n, ok && p.ofThousands(&n)
}

// add takes token i into the number and reports whether it belongs there.
func (p *parser) add(s *sum, n *number, i int) bool {
	t := &p.toks[i]
	switch {
	case t.kind == digits:
		if !p.addDigits(s, n, i) {
			return false
		}
	case t.kind == word && t.num.class != none:
		if !p.speaks(t, n) || !s.take(t.num) && !s.year(t.num, n) {
			return false
		}
		n.ordinal = t.num.ordinal || t.ending.ordinal
		n.vague = t.ending.vague || t.ending.plural && t.num.class == scale || t.num.plural && !t.num.ordinal && t.num.class != quarter
		n.share = t.num.class == half || t.num.class == quarter
		n.scaled = s.last
		if t.num.class == hundred && s.last == 0 {
			n.scaled = 2
		}
	case t.kind == word && n.to > n.from && p.toks[n.to-1].kind == digits:
		power := p.abbreviation(i)
		if power == 0 || !s.scale(power) {
			return false
		}
		n.scaled = power
	default:
		return false
	}
	n.ending, n.to = t.ending, i+1
	return true
}

// speaks reports whether a number word is of the language that the number, or
// the text, is in. After digits a scale word may be of either: 13 bin soldiers.
func (p *parser) speaks(t *token, n *number) bool {
	if n.to > n.from {
		last := &p.toks[n.to-1]
		if last.kind == digits {
			return t.num.class != unit && t.num.class != ten && t.num.class != teen && !t.num.ordinal
		}
		return last.num.class == none || last.num.lang == t.num.lang
	}
	return p.lang == unknown || p.lang == t.num.lang
}

func (p *parser) addDigits(s *sum, n *number, i int) bool {
	t := &p.toks[i]
	v, ok := p.literal(i)
	if !ok {
		return false
	}
	if n.to > n.from {
		whole, isInt := v.Int()
		limit, _ := scaled(1, s.last)
		if s.last == 0 || s.slots != 0 || s.digits || !isInt || whole >= limit || p.yearly(t) || p.bound(i) {
			return false
		}
	}
	s.group, s.digits = v, true
	n.words, n.year = false, n.to == n.from && p.yearly(t)
	return true
}

// yearly reports whether digits are four, ungrouped, from 1000 to 2100.
func (p *parser) yearly(t *token) bool {
	s := p.text[t.start:t.stem]
	return t.form == wholeLiteral && len(s) == 4 && s >= "1000" && s <= "2100"
}

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

// year reads years said in two halves: nineteen fifty-four.
func (s *sum) year(m numeral, n *number) bool {
	g, _ := s.group.Int()
	if m.lang != englishText || m.ordinal || m.class != ten && m.class != teen || s.last > 0 || n.to != n.from+1 || g < 13 || g > 20 || m.n == g+1 {
		return false
	}
	s.group, s.slots, n.year = integer(100*g+m.n), hundreds|tens|closed, true
	if m.class == ten {
		s.slots = hundreds | tens
	}
	return true
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

// is reports whether token i is the given folded word.
func (p *parser) is(i int, folded string) bool {
	if i < 0 || i >= len(p.toks) || p.toks[i].kind != word {
		return false
	}
	t := &p.toks[i]
	if c := p.text[t.start]; c < utf8.RuneSelf && c|0x20 != folded[0] || t.stem-t.start < len(folded) {
		return false
	}
	return string(p.folded(i)) == folded
}

// folded is token i folded without its apostrophe ending; empty when it is not
// a word.
func (p *parser) folded(i int) []byte {
	if i < 0 || i >= len(p.toks) || p.toks[i].kind != word {
		return nil
	}
	t := &p.toks[i]
	return p.fold(p.text[t.start:t.stem])
}
