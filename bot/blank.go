package bot

import (
	"strings"
	"unicode"
)

// blank are the code points that show nothing: white space (White_Space),
// controls (Cc), and those that Unicode wants ignored where they are not
// understood (Default_Ignorable_Code_Point, DerivedCoreProperties.txt: joiners,
// direction marks, variation selectors). A copied text may be all that is left
// of one. They are written out because Unicode reserves the ranges for good,
// while "can be shown" would change with every version of Go's tables: what is
// unassigned today is a letter tomorrow. The API's description says the same.
var blank = &unicode.RangeTable{
	R16: []unicode.Range16{
		{0x0000, 0x0020, 1}, {0x007F, 0x00A0, 1}, {0x00AD, 0x00AD, 1}, {0x034F, 0x034F, 1}, {0x061C, 0x061C, 1},
		{0x115F, 0x1160, 1}, {0x1680, 0x1680, 1}, {0x17B4, 0x17B5, 1}, {0x180B, 0x180F, 1}, {0x2000, 0x200F, 1},
		{0x2028, 0x202F, 1}, {0x205F, 0x206F, 1}, {0x3000, 0x3000, 1}, {0x3164, 0x3164, 1}, {0xFE00, 0xFE0F, 1},
		{0xFEFF, 0xFEFF, 1}, {0xFFA0, 0xFFA0, 1}, {0xFFF0, 0xFFF8, 1},
	},
	R32:         []unicode.Range32{{0x1BCA0, 0x1BCA3, 1}, {0x1D173, 0x1D17A, 1}, {0xE0000, 0xE0FFF, 1}},
	LatinOffset: 3,
}

// isBlank reports whether nothing in a text shows.
func isBlank(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool { return !unicode.Is(blank, r) })
}

// trimmed is a text without the white space around it, byte-order marks
// included, as ECMAScript counts it.
func trimmed(text string) string {
	return strings.TrimFunc(text, func(r rune) bool { return unicode.IsSpace(r) || r == '\ufeff' })
}
