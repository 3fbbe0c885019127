package quantity

import (
	"unicode"
	"unicode/utf8"
)

func (s *scanner) word(i int, spaced bool) int {
	r, _ := utf8.DecodeRuneInString(s.text[i:])
	t := token{kind: word, spaced: spaced, capital: isUpper(r), start: i, stem: lettersEnd(s.text, i)}
	t.end = t.stem
	if _, to := s.suffix(t.stem); to > 0 {
		t.end, t.suffixed = to, true
	}
	if t.capital && r < 'Y' && isRoman(s.text[i:t.stem]) {
		t.roman = true
	}
	if !mayCount(s.text[i:t.stem]) || !s.numerals(t) {
		s.toks = append(s.toks, t)
	}
	return t.end
}

// lettersEnd is where the letters from i on end; combining marks belong to them.
func lettersEnd(text string, i int) int {
	for i < len(text) {
		if text[i] < utf8.RuneSelf {
			if !isASCIILetter(text[i]) {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !isLetter(r) && !unicode.Is(unicode.Mn, r) {
			return i
		}
		i += size
	}
	return i
}

// suffix is where the letters after an apostrophe at i stand; to is 0 when
// there are none.
func (s *scanner) suffix(i int) (from, to int) {
	if i >= len(s.text) {
		return 0, 0
	}
	r, size := utf8.DecodeRuneInString(s.text[i:])
	switch r {
	case '\'', '’', '‘', 'ʼ', '´', '`', '′':
	default:
		return 0, 0
	}
	from = i + size
	to = lettersEnd(s.text, from)
	if to == from {
		return 0, 0
	}
	return from, to
}

// numerals appends the number words that t, a whole word, is made of. It
// reports false when the word is none.
func (s *scanner) numerals(t token) bool {
	text := s.text[t.start:t.stem]
	b := s.fold(text)
	if string(b) == "ilk" {
		t.num = numeral{class: unit, n: 1, lang: turkishText, ordinal: true}
	} else {
		t.num = english(b)
	}
	if t.num.class != none {
		if t.suffixed && t.num.lang == turkishText {
			return false
		}
		s.toks = append(s.toks, t)
		return true
	}
	sp := spell(text)
	t.ascii = sp.ascii
	return s.roots(t, b, sp)
}

// roots cuts a folded word into Turkish number words, the last with its ending.
func (s *scanner) roots(t token, b []byte, sp spelling) bool {
	first, at := len(s.toks), 0
	for part := t; ; {
		r, ok := rootOf(b[at:])
		marks := sp.marks >> at & (1<<len(r.text) - 1)
		if !ok || sp.marks != 0 && marks != r.marks {
			s.toks = s.toks[:first]
			return false
		}
		at += len(r.text)
		part.bare = r.marks != 0 && marks == 0
		part.num = numeral{class: r.class, n: r.n, lang: turkishText}
		part.end = part.start + prefixLen(s.text[part.start:t.stem], len(r.text))
		part.stem = part.end
		if e, ok := s.ending(t, r, b[at:], sp.marks>>at); ok {
			part.ending, part.end, part.stem = e, t.end, t.stem
			s.toks = append(s.toks, part)
			return true
		}
		part.more = true
		s.toks = append(s.toks, part)
		part.start, part.spaced, part.capital, part.more = part.end, false, false, false
	}
}

// ending reads what is left of a word after its last root, or what an
// apostrophe sets off from it.
func (s *scanner) ending(t token, r root, rest []byte, marks uint64) (ending, bool) {
	for i, c := range rest {
		if marks>>i&1 == 1 && c != 'u' && !(c == 's' && len(rest) > i+2 && rest[i+2] == 'r') {
			return ending{}, false // yarışı is no form of yarı
		}
	}
	if t.suffixed && len(rest) == 0 {
		from, to := s.suffix(t.stem)
		var room folder
		rest = room.fold(s.text[from:to])
	}
	last := r.text[len(r.text)-1]
	softened := last == 'g' || r.text == "dord"
	if softened && (len(rest) == 0 || rest[0] != 'i' && rest[0] != 'u' && rest[0] != 'e') {
		return ending{}, false
	}
	return endingOf(rest, r.vowel(), r.harmony)
}

// prefixLen is how many bytes of word make its first n folded letters, marks
// that follow the last of them included.
func prefixLen(word string, n int) int {
	for i, r := range word {
		if unicode.Is(unicode.Mn, r) {
			continue
		}
		if n == 0 {
			return i
		}
		n--
	}
	return len(word)
}
