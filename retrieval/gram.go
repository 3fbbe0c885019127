package retrieval

// gramLength is the length of the word pieces of the second channel. Four beat
// three and five on XQuAD-tr and TQuAD; see docs/evaluation.md.
const gramLength = 4

// A gram is up to four letters of a word, sixteen bits each. Letters beyond the
// basic plane share a key with others, which costs a false match now and then.
type gram uint64

// The two ends of a word, so that "^ask" is not the "ask" of "maske".
const (
	wordStart = '^'
	wordEnd   = '$'
)

// appendGrams appends the pieces of a folded word to grams.
func appendGrams(grams []gram, word string) []gram {
	var (
		g gram = wordStart
		n      = 1
	)
	push := func(r rune) {
		g = g<<16 | gram(r)&0xffff
		if n++; n >= gramLength {
			grams = append(grams, g)
		}
	}
	for _, r := range word {
		push(r)
	}
	push(wordEnd)
	if n < gramLength {
		grams = append(grams, g)
	}
	return grams
}
