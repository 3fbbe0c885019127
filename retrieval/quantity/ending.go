package quantity

import "alinti/retrieval/turkish"

// A harmony is the pair of vowels that a Turkish word's endings take, folded:
// the low one (a, e) and the high one (i, u). Zero letters allow either.
type harmony struct{ low, high byte }

// An ending is what follows a Turkish number: üç-üncü, 13'ü, beş-inden.
type ending struct {
	kase       turkish.Case
	possessive bool // yüzde yirmisi, 3'te 1'i
	ordinal    bool // üçüncü
	plural     bool // binler
	vague      bool // binlerce
	each       bool // üçer
	made       bool // beşlik, 20'li
	is         bool // üçtür
}

// A pattern is the spelling of an ending: A is a low vowel, I a high one, D a d
// or t, S an s or ş; other letters stand for themselves.
type pattern struct {
	text string
	end  ending
}

// Endings that follow a vowel.
var afterVowel = []pattern{
	{"yI", ending{kase: turkish.Accusative}},
	{"yA", ending{kase: turkish.Dative}},
	{"nIn", ending{kase: turkish.Genitive}},
	{"ylA", ending{kase: turkish.Instrumental}},
	{"sI", ending{possessive: true}},
	{"sInI", ending{possessive: true, kase: turkish.Accusative}},
	{"sInA", ending{possessive: true, kase: turkish.Dative}},
	{"sInDA", ending{possessive: true, kase: turkish.Locative}},
	{"sInDAki", ending{possessive: true, kase: turkish.Adjectival}},
	{"sInDAn", ending{possessive: true, kase: turkish.Ablative}},
	{"sInIn", ending{possessive: true, kase: turkish.Genitive}},
	{"sIylA", ending{possessive: true, kase: turkish.Instrumental}},
	{"sIDIr", ending{possessive: true, is: true}},
	{"mIz", ending{possessive: true}},
	{"SAr", ending{each: true}},
	{"SArlI", ending{each: true}},
}

// Endings that follow a consonant. A lone high vowel is the accusative or the
// possessive.
var afterConsonant = []pattern{
	{"I", ending{kase: turkish.Accusative, possessive: true}},
	{"A", ending{kase: turkish.Dative}},
	{"In", ending{kase: turkish.Genitive}},
	{"lA", ending{kase: turkish.Instrumental}},
	{"InI", ending{possessive: true, kase: turkish.Accusative}},
	{"InA", ending{possessive: true, kase: turkish.Dative}},
	{"InDA", ending{possessive: true, kase: turkish.Locative}},
	{"InDAki", ending{possessive: true, kase: turkish.Adjectival}},
	{"InDAn", ending{possessive: true, kase: turkish.Ablative}},
	{"InIn", ending{possessive: true, kase: turkish.Genitive}},
	{"IylA", ending{possessive: true, kase: turkish.Instrumental}},
	{"IDIr", ending{possessive: true, is: true}},
	{"ImIz", ending{possessive: true}},
	{"Ar", ending{each: true}},
	{"ArlI", ending{each: true}},
}

// Endings that follow either.
var afterAny = []pattern{
	{"", ending{}},
	{"DA", ending{kase: turkish.Locative}},
	{"DAki", ending{kase: turkish.Adjectival}},
	{"DAn", ending{kase: turkish.Ablative}},
	{"DIr", ending{is: true}},
	{"lIk", ending{made: true}},
	{"lIkDIr", ending{made: true, is: true}},
	{"lIgI", ending{made: true, kase: turkish.Accusative}},
	{"lIgA", ending{made: true, kase: turkish.Dative}},
	{"lIgIn", ending{made: true, kase: turkish.Genitive}},
}

// endingOf reads a folded ending. vowel says whether the word before it ends in
// one; it does not matter when the harmony is the zero one, as after digits.
func endingOf(s []byte, vowel bool, h harmony) (ending, bool) {
	free := h == harmony{}
	if rest, ok := cutOrdinal(s, vowel, h); ok {
		e, ok := nominal(rest, true, h, false)
		e.ordinal = true
		return e, ok
	}
	if rest, ok := h.cut(s, "lAr"); ok {
		if _, ok := h.cut(rest, "cA"); ok && len(rest) == 2 {
			return ending{plural: true, vague: true}, true
		}
		if h.high != 0 {
			h.high = 'i'
		}
		e, ok := nominal(rest, false, h, false)
		e.plural = true
		return e, ok
	}
	return nominal(s, vowel, h, free)
}

// cutOrdinal takes -inci, -nci from the front of s.
func cutOrdinal(s []byte, vowel bool, h harmony) ([]byte, bool) {
	if rest, ok := h.cut(s, "ncI"); ok && (vowel || h.high == 0) {
		return rest, true
	}
	if rest, ok := h.cut(s, "IncI"); ok && (!vowel || h.high == 0) {
		return rest, true
	}
	return nil, false
}

// nominal reads case and possession; free allows those after a vowel and those
// after a consonant.
func nominal(s []byte, vowel bool, h harmony, free bool) (ending, bool) {
	if e, ok := h.find(afterAny, s); ok {
		return e, true
	}
	if vowel || free {
		if e, ok := h.find(afterVowel, s); ok {
			return e, true
		}
	}
	if !vowel || free {
		return h.find(afterConsonant, s)
	}
	return ending{}, false
}

func (h harmony) find(list []pattern, s []byte) (ending, bool) {
	for _, p := range list {
		if len(p.text) != len(s) {
			continue
		}
		if _, ok := h.cut(s, p.text); ok {
			return p.end, true
		}
	}
	return ending{}, false
}

// cut takes a pattern from the front of s.
func (h harmony) cut(s []byte, pattern string) ([]byte, bool) {
	if len(s) < len(pattern) {
		return nil, false
	}
	for i := 0; i < len(pattern); i++ {
		if !h.fits(s[i], pattern[i]) {
			return nil, false
		}
	}
	return s[len(pattern):], true
}

func (h harmony) fits(c, p byte) bool {
	switch p {
	case 'A':
		return c == h.low || h.low == 0 && (c == 'a' || c == 'e')
	case 'I':
		return c == h.high || h.high == 0 && (c == 'i' || c == 'u')
	case 'D':
		return c == 'd' || c == 't'
	case 'S':
		return c == 's'
	}
	return c == p
}
