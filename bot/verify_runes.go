package bot

import (
	"unicode/utf8"

	"alinti/retrieval/corpus"
)

// runeMarkStep is the distance in bytes between two marks.
const runeMarkStep = 1024

// runeMarks hold, for every runeMarkStep bytes of a text, how many code
// points begin before them, so that many offsets of a long text are counted
// in a short time.
type runeMarks []int

func newRuneMarks(c *corpus.Collection) []runeMarks {
	all := make([]runeMarks, len(c.Documents))
	for i, d := range c.Documents {
		n := 0
		for at := range d.Text {
			for len(all[i])*runeMarkStep <= at {
				all[i] = append(all[i], n)
			}
			n++
		}
	}
	return all
}

// count is how many code points begin before the offset, which lies between two.
func (m runeMarks) count(text string, offset int) int {
	if len(m) == 0 {
		return utf8.RuneCountInString(text[:offset])
	}
	i := min(offset/runeMarkStep, len(m)-1)
	from := i * runeMarkStep
	for from < len(text) && !utf8.RuneStart(text[from]) {
		from++ // the code point that lies across the mark is counted in it
	}
	return m[i] + utf8.RuneCountInString(text[min(from, offset):offset])
}
