package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// closers is where the closing marks and note numbers ("[12]") that begin at
// i end.
func (s *scanner) closers(i int) int {
	for i < len(s.text) {
		r, n := utf8.DecodeRuneInString(s.text[i:])
		switch {
		case r == '"' || r == '“':
			if s.opens(i, n) {
				return i
			}
			i += n
		case r == '[':
			e := skip(s.text, i+1, unicode.IsDigit)
			if e == i+1 || e >= len(s.text) || s.text[e] != ']' {
				return i
			}
			i = e + 1
		case isCloser(r) || strings.ContainsRune("¹²³⁴⁵⁶⁷⁸⁹⁰", r):
			i += n
		default:
			return i
		}
	}
	return i
}

// opens reports whether the mark of n bytes at i, which stands right behind a
// terminator, opens the next sentence: it does before a letter when no
// quotation is open.
func (s *scanner) opens(i, n int) bool {
	s.quotes += strings.Count(s.text[s.counted:i], `"`)
	s.counted = i
	after, _ := utf8.DecodeRuneInString(s.text[i+n:])
	return (n > 1 || s.quotes%2 == 0) && (unicode.IsLetter(after) || unicode.IsDigit(after))
}

// What a stretch of text begins with, opening marks put aside.
type nextKind int

const (
	nextOther nextKind = iota
	nextSmall
	nextCapital // or a letter of a script without capitals
	nextDigit
	nextSymbol
)

func firstOf(s string) nextKind {
	const most = 8 // opening marks to look through
	for range most {
		r, n := utf8.DecodeRuneInString(s)
		switch {
		case isOpener(r) || r == '”' || r == '’':
			s = s[n:]
		case isDash(r):
			s = strings.TrimLeftFunc(s[n:], isSpace)
		case unicode.IsLower(r):
			return nextSmall
		case unicode.IsLetter(r):
			return nextCapital
		case unicode.IsDigit(r):
			return nextDigit
		case unicode.In(r, unicode.Sc, unicode.So) || strings.ContainsRune("%#@•", r):
			return nextSymbol
		default:
			return nextOther
		}
	}
	return nextOther
}
