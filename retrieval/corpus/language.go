package corpus

import (
	"strings"
	"unicode"
)

// Function words that a text of one language cannot do without and the other
// does not have. Closed lists: they decide between two languages only.
var (
	turkishWords = set("ve bir bu için ile olarak daha çok gibi olan olduğu ise ancak kadar sonra göre en her ya icin olduğunu değil")
	englishWords = set("the of and to was that is for with as by his are from which were has had its be this not an it")
)

func set(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// guessLanguage is "en" when the text's first words are more English than
// Turkish, else "tr".
func guessLanguage(text string) string {
	const enough = 64 << 10
	if len(text) > enough {
		text = strings.ToValidUTF8(text[:enough], "")
	}
	turkish, english := 0, 0
	for w := range strings.FieldsFuncSeq(text, func(r rune) bool { return !unicode.IsLetter(r) }) {
		if strings.ContainsAny(w, "ğışİĞŞ") {
			turkish++
			continue
		}
		w = strings.ToLower(w)
		if turkishWords[w] {
			turkish++
		}
		if englishWords[w] {
			english++
		}
	}
	if english > turkish {
		return "en"
	}
	return "tr"
}
