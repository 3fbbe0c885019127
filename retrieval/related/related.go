// Package related knows which Turkish stems belong together: the stems that the
// forms of one word begin with (evi, evler; gitti, gider), and those of words
// that mean nearly the same (destek, yardım).
//
// An index of five-letter stems sees evi and evler as two words. Counting the
// related stems beside the one that was asked for, as one term, joins them
// again, and finds texts that use another word. The table was built by
// docs/data/related.py from Zemberek's morphology and the glossary of English
// questions, and is read in place; docs/data.md tells what it is worth.
// Package related imports nothing of ours.
package related

// A Stem is a stem related to another.
type Stem struct {
	Stem   string  // folded, at most five letters
	ID     int     // its number in the table, from 0 to [Len] - 1
	Weight float64 // how closely, above 0 and at most 1
	Form   bool    // it is of the same word; otherwise of a word that means nearly the same
}

// Append appends the stems related to a stem, the closest first: at most
// [Most], and none for a stem that the table does not have. It allocates
// nothing when the slice is large enough.
//
// Scored as one term with the stem itself, which counts 1, a form does best at
// 0.6 to 1 times its weight and another word at 0.2 to 0.3 times.
func Append(to []Stem, stem string) []Stem {
	t := openTable()
	n := t.find(stem)
	if n < 0 {
		return to
	}
	for links := t.links(n); len(links) > 0; links = links[linkLength:] {
		id := int(uint16(links[0]) | uint16(links[1])<<8)
		to = append(to, Stem{
			Stem:   t.stem(id),
			ID:     id,
			Weight: float64(links[2]&^formBit) * weightUnit,
			Form:   links[2]&formBit != 0,
		})
	}
	return to
}

// Has reports whether the table has a stem, which then is one of a Turkish word.
func Has(stem string) bool {
	t := openTable()
	return t.find(stem) >= 0
}

// Most is the largest number of stems related to one.
const Most = 24

// Len is the number of stems in the table. An index can look each of them up
// once, by [ByID], and then find its own terms by number.
func Len() int { return openTable().stems }

// ByID returns the stem with a number from 0 to [Len] - 1.
func ByID(id int) string {
	t := openTable()
	return t.stem(id)
}
