package retrieval

import "alinti/retrieval/turkish"

// Turkish writes many compounds both ways: işbirliği and iş birliği, altyapı and
// alt yapı. A pair of words whose first is shorter than a stem is therefore also
// known by the stem of the two written as one. Where the first word is longer,
// the stem of the compound is its own, and nothing is to be done.

// joined is the stem of two words written as one, or "" when their spelling
// apart makes no difference.
func joined(a, b turkish.Word) string {
	if len(a.Fold) >= turkish.StemLength || len(a.Fold) < 2 || a.Suffix != "" || a.Number || b.Number {
		return ""
	}
	if turkish.IsStop(a.Fold) || turkish.IsStop(b.Fold) || len(a.Fold)+len(b.Fold) < turkish.StemLength {
		return ""
	}
	return turkish.Stem(a.Fold + b.Fold)
}

// compounds appends a mark for each pair of words that may be one compound.
func (x *Index) compounds(marks []mark, words []turkish.Word) []mark {
	for i := range words {
		if i+1 == len(words) || words[i].End+1 != words[i+1].Start {
			continue
		}
		if j := joined(words[i], words[i+1]); j != "" {
			marks = append(marks, mark{x.stems.id(pairMark + j), int32(i)})
		}
	}
	return marks
}

// appendCompounds appends the other spelling of a question's word: for one word
// the same written apart, for either of two words the same written together.
func (x *Index) appendCompounds(terms []alternative, words []turkish.Word, i int, stem string) []alternative {
	if id, ok := x.stems.ids[pairMark+stem]; ok {
		terms = append(terms, alternative{id, 1})
	}
	for _, first := range [2]int{i - 1, i} {
		if first < 0 || first+1 >= len(words) {
			continue
		}
		if j := joined(words[first], words[first+1]); j != "" {
			if id, ok := x.stems.ids[j]; ok {
				terms = append(terms, alternative{id, 1})
			}
		}
	}
	return terms
}
