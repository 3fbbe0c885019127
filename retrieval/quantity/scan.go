package quantity

import (
	"slices"
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

// scan appends the tokens of text.
func scan(to []token, text string) []token {
	s := scanner{text: text, toks: slices.Grow(to, 8+len(text)/5)}
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
