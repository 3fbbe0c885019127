package dialogue

import (
	"strings"
	"unicode/utf8"

	"alinti/retrieval/turkish"
)

// withSuffix gives a Turkish name the case that another name's suffix marks,
// by vowel harmony: Rusya'ya becomes Kuzey Kore'ye. A suffix that marks no case
// is taken over as it is.
func withSuffix(name, suffix string) string {
	low, high, vowelEnd, hard := harmony(name)
	buffer := func(c string) string {
		if vowelEnd {
			return c
		}
		return ""
	}
	d := "d"
	if hard {
		d = "t"
	}
	var end string
	switch turkish.CaseOf(suffix) {
	case turkish.Genitive:
		end = buffer("n") + high + "n"
	case turkish.Dative:
		end = buffer("y") + low
	case turkish.Accusative:
		end = buffer("y") + high
	case turkish.Locative:
		end = d + low
	case turkish.Ablative:
		end = d + low + "n"
	case turkish.Instrumental:
		end = buffer("y") + "l" + low
	default:
		end = suffix
	}
	return name + "'" + end
}

// harmony is what a name's suffixes depend on: the low and high vowel that its
// last vowel calls for, whether it ends in a vowel, and whether in a voiceless
// consonant.
func harmony(name string) (low, high string, vowelEnd, hard bool) {
	low, high = "e", "i"
	lower := turkish.Lower(name)
	for _, r := range lower {
		switch r {
		case 'a', 'ı', 'â':
			low, high = "a", "ı"
		case 'o', 'u', 'û':
			low, high = "a", "u"
		case 'e', 'i', 'î':
			low, high = "e", "i"
		case 'ö', 'ü':
			low, high = "e", "ü"
		}
	}
	last, _ := utf8.DecodeLastRuneInString(lower)
	return low, high, strings.ContainsRune("aeıioöuüâîû", last), strings.ContainsRune("fstkçşhp", last)
}
