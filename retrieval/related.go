package retrieval

import "alinti/retrieval/related"

// A stem of the same word counts formShare of its closeness, one of a word that
// means nearly the same nearShare.
const (
	formShare = 0.8
	nearShare = 0.3
)

// relations are the stems of the index that are related to a stem.
type relations struct {
	ids   []int32       // by number of the table's stem: the index's stem, or -1
	spans []int32       // by stem of the index: where its own relations begin in known; one more at the end
	known []alternative // those of the index's stems, found once
}

// newRelations maps the table of related stems to the stems of the index.
func newRelations(ids map[string]int32, stems []string) relations {
	r := relations{ids: make([]int32, related.Len()), spans: make([]int32, 0, len(stems)+1)}
	for i := range r.ids {
		r.ids[i] = -1
		if id, ok := ids[related.ByID(i)]; ok {
			r.ids[i] = id
		}
	}
	for _, stem := range stems {
		r.spans = append(r.spans, int32(len(r.known)))
		if !isMark(stem) {
			r.known = r.appendOf(r.known, stem)
		}
	}
	r.spans = append(r.spans, int32(len(r.known)))
	return r
}

// append appends what is related to a stem, whose id is -1 if the index does
// not have it.
func (r *relations) append(terms []alternative, stem string, id int32) []alternative {
	if id < 0 {
		return r.appendOf(terms, stem)
	}
	return append(terms, r.known[r.spans[id]:r.spans[id+1]]...)
}

func (r *relations) appendOf(terms []alternative, stem string) []alternative {
	var room [related.Most]related.Stem
	for _, k := range related.Append(room[:0], stem) {
		id := r.ids[k.ID]
		if id < 0 {
			continue
		}
		share := nearShare
		if k.Form {
			share = formShare
		}
		terms = append(terms, alternative{id, float32(share * k.Weight)})
	}
	return terms
}
