package synonyms

import (
	"strings"

	"alinti/retrieval/turkish"
)

// keyOf is what the forms of a word have in common: the stem of a long word, a
// short word itself, the root of a short verb.
func keyOf(word string) string {
	if root := rootOf(word); root != "" {
		word = root
	}
	return turkish.Stem(word)
}

// A form is a word whose forms are looked for.
type form struct {
	text string
	root string // of a verb, or ""
	stem string // of a long word that is no verb, or ""
}

func newForm(word string) form {
	f := form{text: word, root: rootOf(word)}
	if f.root == "" && len(word) >= turkish.StemLength {
		f.stem = turkish.Stem(word)
	}
	return f
}

// has reports whether a folded word may be a form of it: both have the same
// stem of five letters, or a shorter word is followed by suffixes.
func (f *form) has(word string) bool {
	switch {
	case f.root != "":
		return isVerbForm(word, f.root)
	case f.stem != "":
		return strings.HasPrefix(word, f.stem) && turkish.Stem(word) == f.stem
	}
	return strings.HasPrefix(word, f.text) && isInflection(word[len(f.text):])
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

// A verb is looked for by its root: göndermek finds gönderdi, gönderilen and
// gönderecek, vermek finds verdi and veriyor. The root of a word that is not an
// infinitive is empty.
func rootOf(word string) string {
	for _, ending := range [...]string{"mek", "mak"} {
		if root, ok := strings.CutSuffix(word, ending); ok && len(root) >= 2 {
			return root
		}
	}
	return ""
}

// isVerbForm reports whether a folded word may be a form of the verb with a
// root. A root that ends in t may soften before a vowel: git, gidiyor.
func isVerbForm(word, root string) bool {
	rest, ok := strings.CutPrefix(word, root)
	if !ok {
		soft, cut := strings.CutSuffix(root, "t")
		if !cut {
			return false
		}
		if rest, ok = strings.CutPrefix(word, soft+"d"); !ok {
			return false
		}
	}
	if len(root) >= turkish.StemLength {
		return true
	}
	if rest == "" {
		return false
	}
	for _, e := range verbEndings[rest[0]] {
		if strings.HasPrefix(rest, e) {
			return len(root) > 2 || e != "an" && e != "en"
		}
	}
	return false
}

// verbEndings are how the endings of finite verbs, participles and verbal nouns
// begin, folded, by their first letter.
var verbEndings = byFirst("di", "du", "ti", "tu", "mis", "mus", "iyor", "uyor", "yor", "ecek", "acak", "yecek", "yacak", "eceg", "acag", "mek", "mak", "me", "ma",
	"dig", "dug", "tig", "tug", "en", "an", "yen", "yan", "il", "ul", "in", "un", "ir", "ur", "er", "ar", "ebil", "abil", "ip", "up", "erek", "arak", "se", "sa", "dir", "dur", "tir", "tur")

func byFirst(endings ...string) (by [256][]string) {
	for _, e := range endings {
		by[e[0]] = append(by[e[0]], e)
	}
	return by
}
