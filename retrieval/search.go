package retrieval

import (
	"cmp"
	"slices"

	"alinti/retrieval/evidence"
)

// paragraphShare is how much of its paragraph's score a sentence is given.
const paragraphShare = 0.25

// scratch is the working memory of one search.
type scratch struct {
	query      query
	paragraphs units
	windows    units
	sentences  units
	align      aligner
	order      []int32
	asked      evidence.Question
	candidate  evidence.Candidate
	hits       []Hit
	features   [poolSize]evidence.Features // of the hits
	matches    []evidence.Match            // of the hits
}

// units are the running sums of one kind of unit.
type units struct {
	score   []float32
	covered []float32 // idf of the concepts held
	tf      []float32 // zeros, but for the while that a group is counted
}

func newUnits(n int) units {
	return units{make([]float32, n), make([]float32, n), make([]float32, n)}
}

func newScratch(x *Index) *scratch {
	return &scratch{
		paragraphs: newUnits(len(x.paragraphs)),
		windows:    newUnits(len(x.windows)),
		sentences:  newUnits(len(x.sentences)),
		align:      aligner{first: make([]int32, len(x.stems.ids))},
	}
}

// score fills s with the score of every paragraph and every sentence for the
// question. Zero means that nothing of the question is there.
func (x *Index) score(s *scratch, question string) {
	x.read(&s.query, question)
	p := fill(&s.paragraphs, &s.query, &x.stems.paragraphs, &x.grams.paragraphs)
	fill(&s.windows, &s.query, &x.stems.windows, &x.grams.windows)
	n := fill(&s.sentences, &s.query, &x.stems.sentences, &x.grams.sentences)
	x.addWindows(s)
	s.paragraphs.cover(p)
	s.sentences.cover(n)
	for i := range s.sentences.score {
		if p := x.sentences[i].paragraph; p >= 0 {
			s.sentences.score[i] += paragraphShare * s.paragraphs.score[p]
		}
	}
}

// fill scores one kind of unit by both channels, and returns the idf of all
// concepts that the collection knows.
func fill(u *units, q *query, stems, grams *field) (mass float32) {
	clear(u.score)
	clear(u.covered)
	for _, c := range q.concepts {
		if c.first < c.end {
			mass += stems.addGroup(u.score, u.covered, u.tf, q.terms[c.first:c.end])
		}
	}
	for _, g := range q.grams {
		grams.add(u.score, g.term, g.weight)
	}
	return mass
}

// cover multiplies each score by one plus the coverage of its unit.
func (u *units) cover(mass float32) {
	if mass == 0 {
		return
	}
	for i, c := range u.covered {
		u.score[i] *= 1 + c/mass
	}
}

// addWindows adds to each paragraph the score of its best window.
func (x *Index) addWindows(s *scratch) {
	for i := 0; i < len(x.windows); {
		p, best := x.windows[i], float32(0)
		for ; i < len(x.windows) && x.windows[i] == p; i++ {
			best = max(best, s.windows.score[i])
		}
		s.paragraphs.score[p] += best
	}
}

// best appends the units with the k highest scores above zero to order, highest
// first; equal scores stand in the order of the collection.
func best(order []int32, scores []float32, k int) []int32 {
	before := func(a, b int32) int { return cmp.Or(cmp.Compare(scores[b], scores[a]), cmp.Compare(a, b)) }
	for i, v := range scores {
		if v <= 0 || len(order) == k && v <= scores[order[k-1]] {
			continue
		}
		at, _ := slices.BinarySearchFunc(order, int32(i), before)
		if len(order) == k {
			order = order[:k-1]
		}
		order = slices.Insert(order, at, int32(i))
	}
	return order
}
