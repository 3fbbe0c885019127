package render

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Visible writes what could deceive a person's eye or steer a terminal as its
// number, <U+202E>: control characters, among them the escape that begins a
// terminal's commands; characters without width; marks that turn the direction
// of writing; tags; bytes that are not UTF-8. Joiners inside a word of a script
// which needs them are shown as numbers too: better odd than deceived.
func Visible(s string) string {
	if strings.IndexFunc(s, isHidden) < 0 && utf8.ValidString(s) {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case r == utf8.RuneError && n == 1:
			fmt.Fprintf(&b, "<%02X>", s[i])
		case isHidden(r):
			fmt.Fprintf(&b, "<U+%04X>", r)
		default:
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}

// isHidden reports whether a person cannot see r for what it is: categories Cc
// and Cf (which hold bidi marks, zero-width characters and tags), Zl, Zp,
// private use, and the fillers and selectors that Unicode calls letters or
// marks but which show nothing.
func isHidden(r rune) bool {
	switch {
	case r < 0x20 || r == 0x7f:
		return true
	case r < 0x80:
		return false
	case unicode.In(r, unicode.Cc, unicode.Cf, unicode.Zl, unicode.Zp, unicode.Co):
		return true
	case r == 0x034F || r == 0x115F || r == 0x1160 || r == 0x3164 || r == 0xFFA0:
		return true
	default:
		return unicode.Is(unicode.Variation_Selector, r)
	}
}
