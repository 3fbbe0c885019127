package turkish

import "strings"

// A Case is the part that a noun plays in its sentence, as its suffix marks it.
type Case uint8

// The cases that tell who did what to whom.
const (
	Bare         Case = iota // Rusya: subject, or first part of a compound
	Genitive                 // Rusya’nın: owner, or subject of a clause
	Dative                   // Rusya’ya: to whom, whereto
	Accusative               // Rusya’yı: object
	Locative                 // Rusya’da: where
	Ablative                 // Rusya’dan: from whom, whence
	Instrumental             // Rusya’yla: with whom
	Adjectival               // Koreli, Rusya’daki: of that kind
	Unknown                  // some other suffix
)

// CaseOf returns the case that a folded suffix marks: "ya" is dative. Folding
// makes ı and i one, so a lone "i" may be either accusative or possessive; it
// is taken for accusative.
//
//go:noinline
func CaseOf(suffix string) Case {
	switch suffix {
	case "":
		return Bare
	case "in", "un", "nin", "nun", "lerin", "larin":
		return Genitive
	case "a", "e", "ya", "ye", "na", "ne", "lere", "lara":
		return Dative
	case "i", "u", "yi", "yu", "ni", "nu", "leri", "lari":
		return Accusative
	case "da", "de", "ta", "te", "nda", "nde":
		return Locative
	case "dan", "den", "tan", "ten", "ndan", "nden":
		return Ablative
	case "la", "le", "yla", "yle":
		return Instrumental
	case "li", "lu", "daki", "deki", "taki", "teki", "lilar", "liler", "linin", "lilerin":
		return Adjectival
	}
	return Unknown
}

// Cases are the cases of two forms of one word, told by how each goes on after
// what they have in common: genitive and dative of belediyenin and belediyeye.
func Cases(a, b *Word) (Case, Case) {
	if a.Suffix != "" && b.Suffix != "" {
		return CaseOf(a.Suffix), CaseOf(b.Suffix)
	}
	n := 0
	for n < len(a.Fold) && n < len(b.Fold) && a.Fold[n] == b.Fold[n] {
		n++
	}
	return a.caseAfter(n), b.caseAfter(n)
}

// caseAfter is the case that a word's letters from the n-th on mark. The first
// may be the end of the root, which softens: k of bakanlık, ğ of bakanlığa.
func (w *Word) caseAfter(n int) Case {
	rest := w.Fold[n:]
	switch {
	case w.Suffix != "":
		rest = w.Suffix
	case rest == "ler" || rest == "lar":
		return Bare
	}
	c := CaseOf(rest)
	if c == Unknown && w.Suffix == "" && strings.IndexByte("kgpbtdc", rest[0]) >= 0 {
		return CaseOf(rest[1:])
	}
	return c
}
