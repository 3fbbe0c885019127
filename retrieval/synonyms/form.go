package synonyms

import (
	"strings"

	"alinti/retrieval/turkish"
)

// keyOf is what the forms of a word have in common: the stem of a long word, a
// short word itself.
func keyOf(word string) string { return turkish.Stem(word) }

// isForm reports whether a folded word may be a form of another: both have the
// same stem of five letters, or a shorter word is followed by suffixes.
func isForm(word, of string) bool {
	if len(of) >= turkish.StemLength {
		return turkish.Stem(word) == turkish.Stem(of)
	}
	return strings.HasPrefix(word, of) && isInflection(word[len(of):])
}

// isInflection reports whether s is a usual row of suffixes after a short noun:
// plural, possessive of the third person, case. It does not look at the vowels
// of the noun.
func isInflection(s string) bool {
	switch s {
	case "", "i", "u", "yi", "yu", "si", "su", "e", "a", "ye", "ya", "in", "un", "nin", "nun",
		"de", "da", "te", "ta", "den", "dan", "ten", "tan", "le", "la", "yle", "yla",
		"ini", "unu", "sini", "sunu", "ine", "una", "sine", "suna", "inin", "unun", "sinin", "sunun",
		"inde", "unda", "sinde", "sunda", "inden", "undan", "sinden", "sundan", "iyle", "uyla", "siyle", "suyla",
		"inda", "indan", "sinda", "sindan", "ina", "sina", "iyla", "siyla", "unde", "unden", "une", "sune", "sunde", "sunden", "uyle", "suyle",
		"ler", "lar", "leri", "lari", "lere", "lara", "lerin", "larin", "lerde", "larda", "lerden", "lardan", "lerle", "larla",
		"lerini", "larini", "lerine", "larina", "lerinin", "larinin", "lerinde", "larinda", "lerinden", "larindan", "leriyle", "lariyla",
		"dir", "tir", "dur", "tur", "deki", "daki", "teki", "taki":
		return true
	}
	return false
}
