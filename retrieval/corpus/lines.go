package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// isBreak reports whether r ends a line: everything that Unicode, or a common
// language's notion of lines, breaks at. A quote never holds one.
func isBreak(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', 0x1c, 0x1d, 0x1e, 0x85, 0x2028, 0x2029:
		return true
	}
	return false
}

// isSpace reports whether r is white space or takes no room at all, as the
// byte-order mark and the zero-width space do. A quote neither starts nor
// ends with it.
func isSpace(r rune) bool {
	return r == ' ' || unicode.IsSpace(r) || 0x1c <= r && r <= 0x1f || r == 0xfeff || r == 0x200b || r == 0x2060
}

// trim is s without white space at its ends.
func trim(text string, s Span) Span {
	for s.Start < s.End {
		r, n := utf8.DecodeRuneInString(text[s.Start:s.End])
		if !isSpace(r) {
			break
		}
		s.Start += n
	}
	for s.Start < s.End {
		r, n := utf8.DecodeLastRuneInString(text[s.Start:s.End])
		if !isSpace(r) {
			break
		}
		s.End -= n
	}
	return s
}

// lines are the lines of text without their ends. CR LF is one end.
func lines(text string) []Span {
	var out []Span
	start := 0
	for i, r := range text {
		if !isBreak(r) {
			continue
		}
		if r == '\n' && i > 0 && text[i-1] == '\r' && start == i { // second half of CR LF
			start = i + 1
			continue
		}
		out = append(out, Span{start, i})
		start = i + utf8.RuneLen(r)
	}
	return append(out, Span{start, len(text)})
}

// readable reports whether s holds a letter or a digit: without one there is
// nothing to quote.
func readable(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
