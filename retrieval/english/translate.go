package english

// A Translation is one Turkish stem that an English word may stand for.
type Translation struct {
	Stem   string  // folded, at most five letters: what Turkish words begin with
	ID     int     // the stem's number in the list, from 0 to [Stems] - 1
	Weight float64 // how surely, above 0 and at most 1
}

// Stems is the number of stems in the list. An index can look each of them up
// once, by [Stem], and then find its own terms by a translation's ID.
func Stems() int { return openList().stems }

// Stem returns the stem with a number from 0 to [Stems] - 1.
func Stem(id int) string {
	t := openList()
	return t.stemOf(id)
}

// Translate returns the Turkish stems that a folded English word may stand for,
// the surest first; nil when the list does not know the word.
//
// A word and its translations are best scored as one term, whose occurrences
// and document count are the weighted sums of theirs. The word itself, being
// often a name, belongs to them: with weight 1 when the list does not know it,
// else with weight 0.5.
func Translate(word string) []Translation { return AppendTranslations(nil, word) }

// AppendTranslations is [Translate] into a slice that is already there. It
// allocates nothing when the slice is large enough; 32 always is.
func AppendTranslations(to []Translation, word string) []Translation {
	t := openList()
	n := t.lookUp(word)
	if n < 0 {
		return to
	}
	links := t.links(n)
	for ; len(links) > 0; links = links[linkLength:] {
		id := int(uint16(links[0]) | uint16(links[1])<<8)
		to = append(to, Translation{t.stemOf(id), id, float64(links[2]) * weightUnit})
	}
	return to
}

// Knows reports whether the list has a folded word or a base form of it.
func Knows(word string) bool {
	t := openList()
	return t.lookUp(word) >= 0
}

// lookUp returns the number of the word, or else of the first of its possible
// base forms that the list has, or -1.
func (t *table) lookUp(word string) int {
	if len(word) > maxWord {
		return -1
	}
	if n := t.find(word); n >= 0 {
		return n
	}
	for i := range endings {
		e := &endings[i]
		left := len(word) - len(e.cut)
		if left < minBase || word[len(word)-1] != e.last || word[left:] != e.cut {
			continue
		}
		base := word[:left] + e.put
		if n := t.find(base); n >= 0 {
			return n
		}
		if !doubled(base) {
			continue
		}
		if n := t.find(base[:len(base)-1]); n >= 0 {
			return n
		}
	}
	return -1
}
