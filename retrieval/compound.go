package retrieval

import (
	"strings"

	"alinti/retrieval/turkish"
)

// Turkish writes many compounds both ways: işbirliği and iş birliği, altyapı and
// alt yapı. A pair of words whose first is shorter than a stem is therefore also
// known by the stem of the two written as one. Where the first word is longer,
// the stem of the compound is its own, and nothing is to be done.

// joins reports whether the spelling of two words, apart or as one, makes a
// difference.
func joins(a, b *turkish.Word) bool {
	if len(a.Fold) >= turkish.StemLength || len(a.Fold) < 2 || a.Suffix != "" || a.Number || b.Number {
		return false
	}
	return len(a.Fold)+len(b.Fold) >= turkish.StemLength && !turkish.IsStop(a.Fold) && !turkish.IsStop(b.Fold)
}

// compounds appends a mark for each pair of words that may be one compound.
func (x *Index) compounds(marks []mark, words []turkish.Word) []mark {
	for i := range words {
		if i+1 == len(words) || words[i].End+1 != words[i+1].Start {
			continue
		}
		if a, b := &words[i], &words[i+1]; joins(a, b) {
			marks = append(marks, mark{x.stems.id(pairMark + turkish.Stem(a.Fold+b.Fold)), int32(i)})
		}
	}
	return marks
}

// pairs are the marks of pairs, by the stem of the two written as one.
type pairs struct {
	byStem map[string]int32
	byID   []int32 // the same for the stems that the index has; -1 for most
}

func newPairs(ids map[string]int32, stems []string) pairs {
	j := pairs{map[string]int32{}, make([]int32, len(stems))}
	for id := range j.byID {
		j.byID[id] = -1
	}
	for id, stem := range stems {
		whole, ok := strings.CutPrefix(stem, pairMark)
		if !ok {
			continue
		}
		j.byStem[whole] = int32(id)
		if of, ok := ids[whole]; ok {
			j.byID[of] = int32(id)
		}
	}
	return j
}

// of is the mark of the pairs that a stem is written as, or -1; the stem's id
// is -1 if the index does not have it.
func (j *pairs) of(stem string, id int32) int32 {
	if id >= 0 {
		return j.byID[id]
	}
	if mark, ok := j.byStem[stem]; ok {
		return mark
	}
	return -1
}

// appendJoined appends the other spelling of two words of a question, of which
// one is the i-th: the same written together.
func (x *Index) appendJoined(terms []alternative, words []turkish.Word, i int) []alternative {
	for _, first := range [2]int{i - 1, i} {
		if first < 0 || first+1 >= len(words) {
			continue
		}
		if a, b := &words[first], &words[first+1]; joins(a, b) {
			if id, ok := x.stems.ids[turkish.Stem(a.Fold+b.Fold)]; ok {
				terms = append(terms, alternative{id, 1})
			}
		}
	}
	return terms
}
