package turkish

import "unicode/utf8"

// StemLength is the number of letters that a stem keeps.
//
// Turkish adds suffixes and leaves the front of a word alone, so a fixed cut
// finds the inflected forms of a word without a dictionary. Five letters beat
// four, six, the Snowball stemmer and whole words on XQuAD-tr and TQuAD; see
// docs/evaluation.md.
const StemLength = 5

// Stem returns the first [StemLength] letters of a folded word.
func Stem(folded string) string {
	if len(folded) <= StemLength {
		return folded
	}
	n := 0
	for i := 0; i < StemLength && n < len(folded); i++ {
		_, size := utf8.DecodeRuneInString(folded[n:])
		n += size
	}
	return folded[:n]
}
