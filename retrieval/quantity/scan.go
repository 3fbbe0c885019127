package quantity

import (
	"unicode"
	"unicode/utf8"

	"alinti/retrieval/turkish"
)

type tokenKind uint8

const (
	sign   tokenKind = iota // one rune that is neither letter, digit nor white space
	word                    // letters in a row, or one number word of several joined
	digits                  // digits with their points and commas
)

// A token is one piece of the text. White space is none; a line break is a sign.
type token struct {
	kind       tokenKind
	spaced     bool // white space or nothing stands before it
	capital    bool // a word whose first letter is a capital
	more       bool // the next token is of the same word: yirmi|beş
	bare       bool // a number word typed without its Turkish letters: uc
	ascii      bool // no letter of the word is beyond ASCII
	roman      bool // a word in the letters of Roman numerals, in capitals
	suffixed   bool // an apostrophe sets off the ending
	num        numeral
	ending     ending
	form       literal // of digits
	r          rune    // of a sign
	start, end int     // bytes, ending included
	stem       int     // end of the bytes before the apostrophe
}

// A scanner cuts a text into tokens.
type scanner struct {
	text string
	toks []token
	folder
}

// scan returns the tokens of text.
func scan(text string) []token {
	s := scanner{text: text, toks: make([]token, 0, 8+len(text)/5)}
	spaced := true
	for i := 0; i < len(text); {
		c, size := rune(text[i]), 1
		if c >= utf8.RuneSelf {
			c, size = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case c != '\n' && isSpace(c):
			i, spaced = i+size, true
			continue
		case c < utf8.RuneSelf && isDigit(byte(c)):
			i = s.digits(i, spaced)
		case isLetter(c):
			i = s.word(i, spaced)
		default:
			s.toks = append(s.toks, token{kind: sign, spaced: spaced, r: c, start: i, stem: i + size, end: i + size})
			i += size
		}
		spaced = c == '\n'
	}
	return s.toks
}

func isSpace(c rune) bool {
	return c == ' ' || c == '\t' || c == '\r' || c >= utf8.RuneSelf && unicode.IsSpace(c)
}

func isASCIILetter(c byte) bool { return (c|0x20)-'a' < 26 }

func isLetter(c rune) bool {
	switch {
	case c < utf8.RuneSelf:
		return isASCIILetter(byte(c))
	case 'À' <= c && c <= 'ž':
		return c != '×' && c != '÷'
	}
	return c != 'ʼ' && unicode.IsLetter(c)
}

func isUpper(c rune) bool {
	if c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z'
	}
	return unicode.IsUpper(c)
}

func (s *scanner) digits(i int, spaced bool) int {
	n, form := readLiteral(s.text[i:])
	if k := len(s.toks); k > 1 && !spaced && s.toks[k-1].r == ',' && !s.toks[k-1].spaced && s.toks[k-2].kind == digits {
		n, form = digitRun(s.text[i:]), wholeLiteral // 1,2,3
	}
	t := token{kind: digits, spaced: spaced, form: form, start: i, stem: i + n, end: i + n}
	if from, to := s.suffix(t.stem); to > 0 {
		t.end, t.suffixed = to, true
		var ok bool
		if t.ending, ok = digitEnding(s.fold(s.text[from:to])); !ok {
			t.ending.kase = turkish.Unknown
		}
	}
	s.toks = append(s.toks, t)
	return t.end
}

// digitEnding reads what follows digits: the endings of both languages.
func digitEnding(folded []byte) (ending, bool) {
	switch string(folded) {
	case "s":
		return ending{plural: true}, true
	case "th", "st", "nd", "rd":
		return ending{ordinal: true}, true
	case "lu", "li":
		return ending{made: true}, true
	}
	return endingOf(folded, false, harmony{})
}

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

// seconds holds, for each letter, the letters that may follow it at the
// beginning of a number word, a bit each.
var seconds = [26]uint32{
	'a' - 'a': 1 << ('l' - 'a'),
	'b' - 'a': 1<<('i'-'a') | 1<<('e'-'a') | 1<<('u'-'a'),
	'c' - 'a': 1 << ('e' - 'a'),
	'd' - 'a': 1<<('o'-'a') | 1<<('u'-'a'),
	'e' - 'a': 1<<('l'-'a') | 1<<('i'-'a'),
	'f' - 'a': 1<<('o'-'a') | 1<<('i'-'a'),
	'h' - 'a': 1<<('u'-'a') | 1<<('a'-'a'),
	'i' - 'a': 1<<('k'-'a') | 1<<('l'-'a'),
	'k' - 'a': 1<<('i'-'a') | 1<<('a'-'a'),
	'm' - 'a': 1 << ('i' - 'a'),
	'n' - 'a': 1 << ('i' - 'a'),
	'o' - 'a': 1<<('n'-'a') | 1<<('t'-'a'),
	'q' - 'a': 1 << ('u' - 'a'),
	's' - 'a': 1<<('i'-'a') | 1<<('e'-'a'),
	't' - 'a': 1<<('w'-'a') | 1<<('h'-'a') | 1<<('e'-'a') | 1<<('r'-'a'),
	'u' - 'a': 1 << ('c' - 'a'),
	'y' - 'a': 1<<('u'-'a') | 1<<('i'-'a') | 1<<('e'-'a') | 1<<('a'-'a'),
	'z' - 'a': 1 << ('e' - 'a'),
}

// mayCount tells from its first two letters whether a word can be a number
// word; it allows every word in which one of them is beyond ASCII.
func mayCount(word string) bool {
	if len(word) < 2 {
		return false
	}
	a, b := (word[0]|0x20)-'a', (word[1]|0x20)-'a'
	return a >= 26 || b >= 26 || seconds[a]>>b&1 == 1
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
