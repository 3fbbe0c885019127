package turkish

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
