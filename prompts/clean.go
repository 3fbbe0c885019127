package prompts

import (
	"strings"
	"unicode"
)

// Clean is text as a model may see it: one line, without characters that a
// person cannot see (zero-width, bidirectional and control characters, the tag
// block, variation selectors, fillers, private use), and with angle and square
// brackets replaced, so that it can neither end a fence nor imitate an id or a
// chat template's mark such as <|im_end|> or [INST]. White space runs become one
// space; invalid UTF-8 becomes U+FFFD. Stored text is never changed by this.
func Clean(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for _, r := range s {
		if unicode.IsSpace(r) {
			space = true
			continue
		}
		if hidden(r) {
			continue
		}
		if space && b.Len() > 0 {
			b.WriteByte(' ')
		}
		space = false
		b.WriteRune(visible(r))
	}
	return b.String()
}

func visible(r rune) rune {
	switch r {
	case '<':
		return '‹'
	case '>':
		return '›'
	case '[':
		return '('
	case ']':
		return ')'
	}
	return r
}

// hidden covers what Unicode calls control, format, surrogate, private use and
// default ignorable.
func hidden(r rune) bool {
	return unicode.In(r, unicode.Cc, unicode.Cf, unicode.Cs, unicode.Co,
		unicode.Variation_Selector, unicode.Other_Default_Ignorable_Code_Point) ||
		r&0xFFFE == 0xFFFE || r >= 0xE0000 && r <= 0xE0FFF
}
