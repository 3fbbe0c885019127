package corpus

import "unicode/utf8"

// runeStep is the distance in bytes between two marks of a rune index: small
// enough that counting from the nearest mark takes some tens of nanoseconds.
const runeStep = 64

// A runeIndex holds, for every multiple of runeStep bytes, how many code
// points of the text start before it.
type runeIndex []uint32

func newRuneIndex(text string) runeIndex {
	idx := make(runeIndex, 0, len(text)/runeStep+1)
	n := uint32(0)
	for i := range len(text) {
		if i%runeStep == 0 {
			idx = append(idx, n)
		}
		if utf8.RuneStart(text[i]) {
			n++
		}
	}
	return idx
}

// RuneOffset is the number of code points before the given byte offset, which
// lies on the border of one, in 0..len(d.Text). It does not read the whole text.
func (d *Document) RuneOffset(offset int) int {
	if len(d.runes) == 0 { // a document that was not built by this package
		return utf8.RuneCountInString(d.Text[:offset])
	}
	mark := min(offset/runeStep, len(d.runes)-1)
	n := int(d.runes[mark])
	for i := mark * runeStep; i < offset; i++ {
		if utf8.RuneStart(d.Text[i]) {
			n++
		}
	}
	return n
}
