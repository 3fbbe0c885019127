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
	if turkish.Conjugates(rest, last, vowel) {
		return true
	}
	passive, ok := cutPassive(rest, last)
	return ok && turkish.Conjugates(passive, 'l', vowel)
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

// isOther reports whether a word that looks like a form of a short verb is, far
// more often, a noun with suffixes: gelir is income, uydu satellite.
func isOther(word string) bool {
	return slices.ContainsFunc(others, func(noun string) bool { return isNounForm(word, noun) })
}

// others are such nouns.
var others = strings.Fields("gelir gelin dolar tutar yarar yazar gider katar satir uyar uydu kuran kayip dusunce")
