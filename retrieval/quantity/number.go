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
