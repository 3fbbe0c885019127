package when

import (
	"strings"

	"alinti/retrieval/turkish"
)

// isEnding reports whether s is a Turkish ending of case, possession, number or
// relation, folded.
func isEnding(s string) bool {
	switch s {
	case "", "i", "u", "yi", "yu", "si", "su", "in", "un", "nin", "nun", "a", "e", "ya", "ye", "da", "de", "ta", "te", "dan", "den", "tan", "ten",
		"ini", "unu", "ina", "une", "ine", "una", "inin", "unun", "inda", "inde", "unda", "unde", "indan", "inden", "undan", "unden",
		"sini", "sine", "sina", "sinin", "sinda", "sinde", "sindan", "sinden", "ni", "nu", "na", "ne", "nda", "nde", "ndan", "nden",
		"daki", "deki", "taki", "teki", "indaki", "indeki", "undaki", "undeki", "ndaki", "ndeki", "sindaki", "sindeki", "ki", "ku",
		"lar", "ler", "lari", "leri", "larin", "lerin", "larda", "lerde", "lardan", "lerden", "larinda", "lerinde", "larindan", "lerinden", "larindaki", "lerindeki",
		"larini", "lerini", "larinin", "lerinin", "larina", "lerine", "li", "lu", "lik", "luk", "lara", "lere", "lardaki", "lerdeki", "dir", "dur", "tir", "tur", "la", "le", "yla", "yle":
		return true
	}
	return false
}

// caseOf is the case of a word with the given ending.
func caseOf(ending string) turkish.Case {
	switch n := len(ending); {
	case n == 0:
		return turkish.Bare
	case n >= 3 && (ending[n-3:] == "dan" || ending[n-3:] == "den" || ending[n-3:] == "tan" || ending[n-3:] == "ten"):
		return turkish.Ablative
	case strings.HasSuffix(ending, "ki"):
		return turkish.Adjectival
	case n >= 2 && (ending[n-2:] == "da" || ending[n-2:] == "de" || ending[n-2:] == "ta" || ending[n-2:] == "te"):
		return turkish.Locative
	case ending[n-1] == 'n':
		return turkish.Genitive
	case ending[n-1] == 'a' || ending[n-1] == 'e':
		return turkish.Dative
	}
	return turkish.Unknown
}

// plural reports whether an ending makes more than one: yıllarda.
func plural(ending string) bool {
	return strings.HasPrefix(ending, "lar") || strings.HasPrefix(ending, "ler")
}

// owned reports whether an ending says that the thing is somebody's or
// something's: yılında, of "savaşın son yılında".
func owned(ending string) bool {
	return ending != "" && (ending[0] == 'i' || ending[0] == 'u' || ending[0] == 's') && ending != "in" && ending != "un" ||
		strings.HasPrefix(ending, "lari") || strings.HasPrefix(ending, "leri")
}
