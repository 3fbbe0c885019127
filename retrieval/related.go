package retrieval

import "alinti/retrieval/related"

// A stem of the same word counts formShare of its closeness, one of a word that
// means nearly the same nearShare.
const (
	formShare = 0.8
	nearShare = 0.3
)

// newRelations maps the table of related stems to the stems of the index.
func newRelations(ids map[string]int32) relations {
	r := make(relations, related.Len())
	for i := range r {
		r[i] = -1
		if id, ok := ids[related.ByID(i)]; ok {
			r[i] = id
		}
	}
	return r
}

type relations []int32 // by number of the table's stem: the index's stem, or -1

// appendRelated appends the stems of the collection that are related to a
// question's stem.
func (x *Index) appendRelated(terms []alternative, stem string) []alternative {
	var room [related.Most]related.Stem
	for _, r := range related.Append(room[:0], stem) {
		id := x.relations[r.ID]
		if id < 0 {
			continue
		}
		share := nearShare
		if r.Form {
			share = formShare
		}
		terms = append(terms, alternative{id, float32(share * r.Weight)})
	}
	return terms
}
