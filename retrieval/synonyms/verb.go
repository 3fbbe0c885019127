package synonyms

import (
	"slices"
	"strings"

	"alinti/retrieval/turkish"
)

// isVerbForm reports whether a folded word may be a form of the verb with a
// root, whose suffixes have the vowel e or a. Of a long root any word that
// begins with it is one. A short root must be followed by a row of suffixes that
// Turkish verbs take: düştü, düşüyor and düşen are forms of düşmek, düşman
// (enemy) and düşündü (thought) are not. A last t may soften before a vowel
// (gidiyor), and a last vowel falls out before -iyor (başlıyor).
func isVerbForm(word, root string, vowel byte, alone bool) bool {
	if stem, ok := narrowed(word); ok && len(root) == len(stem)+1 && strings.HasPrefix(root, stem) && isVowel(root[len(stem)]) {
		return true
	}
	rest, ok := strings.CutPrefix(word, root)
	if !ok {
		n := len(root) - 1
		if root[n] != 't' || len(word) < n+2 || word[:n] != root[:n] || word[n] != 'd' || !isVowel(word[n+1]) {
			return false
		}
		rest = word[n+1:]
	}
	if len(root) >= turkish.StemLength {
		return true
	}
	if alone && (len(root) == 2 && participle(rest) || isOther(word)) {
		return false
	}
	last := root[len(root)-1]
	if verbSuffixes(rest, last, vowel) {
		return true
	}
	passive, ok := cutPassive(rest, last)
	return ok && verbSuffixes(passive, 'l', vowel)
}

// narrowed is what stands before -iyor in a word.
func narrowed(word string) (string, bool) {
	for _, s := range [...]string{"iyor", "uyor"} {
		if stem, _, ok := strings.Cut(word, s); ok {
			return stem, stem != ""
		}
	}
	return "", false
}

// cutPassive cuts the sign of the passive: -n after a vowel, -in after l, else -il.
func cutPassive(rest string, last byte) (string, bool) {
	if isVowel(last) {
		return strings.CutPrefix(rest, "n")
	}
	sign := byte('l')
	if last == 'l' {
		sign = 'n'
	}
	if len(rest) < 2 || rest[0] != 'i' && rest[0] != 'u' || rest[1] != sign {
		return rest, false
	}
	return rest[2:], true
}

// participle reports whether a suffix begins as -en or -an does: after a root of
// two letters that stands alone it is too little to go by (alan, area).
func participle(rest string) bool {
	return strings.HasPrefix(rest, "an") || strings.HasPrefix(rest, "en")
}

// A suffix is how a finite verb, a participle or a verbal noun goes on after its
// root. In begin, E stands for e or a, I for i or u, D for d or t, and ~ for the
// y that parts two vowels.
type suffix struct {
	begin string
	then  []string // what may follow to the end of the word; with * anything may follow that
}

var (
	persons  = strings.Fields("k m n niz nuz ler lar ydi* ysa*")
	anything = []string{"*"}
	suffixes = []suffix{
		{"DI", persons},
		{"DIg", anything},
		{"mIs", anything},
		{"Iyor", anything},
		{"mIyor", anything},
		{"~EcEk", anything},
		{"~EcEg", anything},
		{"mEk", strings.Fields("te* ta* le la si*")},
		{"mE", strings.Fields("n si* sin* y* nin* ler* lar* li* de da den* dan* di* z* m*")},
		{"~En", strings.Fields("ler* lar* i in ini inin ine ina inde inda inden indan e a de den da dan le la")},
		{"Ir", strings.Fields("se* sa* ken* di* mis* sin* iz im ler* lar*")},
		{"Er", strings.Fields("se* sa* ken* di* mis* sin* iz im ler* lar*")},
		{"r", strings.Fields("se* sa* ken* di* mis* sin* iz im ler* lar*")},
		{"~EbIl", anything},
		{"~Ip", nil},
		{"~ErEk", anything},
		{"~IncE", anything},
		{"sE", persons},
	}
)

// verbSuffixes reports whether s is a row of suffixes after a verb that ends in
// the letter last.
func verbSuffixes(s string, last, vowel byte) bool {
	for _, x := range suffixes {
		if x.begin == "r" && !isVowel(last) || x.begin == "Iyor" && isVowel(last) {
			continue
		}
		if rest, ok := x.cut(s, last, vowel); ok && x.ends(rest) {
			return true
		}
	}
	return false
}

// cut cuts how a suffix begins from s.
func (x suffix) cut(s string, last, vowel byte) (string, bool) {
	for i := range len(x.begin) {
		c := x.begin[i]
		if c == '~' {
			if isVowel(last) {
				if s == "" || s[0] != 'y' {
					return "", false
				}
				s = s[1:]
			}
			continue
		}
		if s == "" {
			return "", false
		}
		ok := s[0] == c
		switch c {
		case 'E':
			ok = s[0] == vowel
		case 'I':
			ok = s[0] == 'i' || s[0] == 'u'
		case 'D':
			ok = s[0] == 'd' && !strings.ContainsRune("ptkfh", rune(last)) || s[0] == 't' && strings.ContainsRune("pctkfhs", rune(last))
		}
		if !ok {
			return "", false
		}
		s = s[1:]
	}
	return s, true
}

func (x suffix) ends(rest string) bool {
	if rest == "" {
		return true
	}
	for _, t := range x.then {
		if begin, ok := strings.CutSuffix(t, "*"); rest == t || ok && strings.HasPrefix(rest, begin) {
			return true
		}
	}
	return false
}

// isOther reports whether a word that looks like a form of a short verb is, far
// more often, a noun with suffixes: gelir is income, uydu satellite.
func isOther(word string) bool {
	return slices.ContainsFunc(others, func(noun string) bool { return isNounForm(word, noun) })
}

// others are such nouns.
var others = strings.Fields("gelir gelin dolar tutar yarar yazar gider katar satir uyar uydu kuran kayip dusunce")
