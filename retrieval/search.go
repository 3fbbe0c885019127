package retrieval

import "alinti/retrieval/evidence"

// paragraphShare is how much of its paragraph's score a sentence is given.
const paragraphShare = 0.25

// scratch is the working memory of one search.
type scratch struct {
	query      query
	score      []float32 // of the paragraphs, the windows and the sentences, in one row
	paragraphs units
	windows    units
	sentences  units
	align      aligner
	order      []int32
	asked      evidence.Question
	candidate  evidence.Candidate
	hits       []Hit
	weighed    [poolSize]weighing // by place in the pool
}

// units are the running sums of one kind of unit.
type units struct {
	score   []float32 // in scratch.score
	covered []float32 // idf of the concepts held
	tf      []float32 // zeros, but for the while that a group is counted
}

func newUnits(score []float32) units {
	return units{score, make([]float32, len(score)), make([]float32, len(score))}
}

func newScratch(x *Index) *scratch {
	p, w := len(x.paragraphs), len(x.paragraphs)+len(x.windows)
	score := make([]float32, w+len(x.sentences))
	return &scratch{
		score:      score,
		paragraphs: newUnits(score[:p]),
		windows:    newUnits(score[p:w]),
		sentences:  newUnits(score[w:]),
		align:      newAligner(x),
	}
}

// score fills s with the score of every paragraph and every sentence for the
// question. Zero means that nothing of the question is there.
func (x *Index) score(s *scratch, question string) {
	x.read(&s.query, question)
	clear(s.score)
	p := fill(&s.paragraphs, &s.query, &x.stems.paragraphs, ofParagraphs)
	if !x.without.has(Windows) {
		fill(&s.windows, &s.query, &x.stems.windows, ofWindows)
	}
	n := fill(&s.sentences, &s.query, &x.stems.sentences, ofSentences)
	for _, g := range s.query.grams {
		x.grams.add(s.score, g.term, g.weight)
	}
	if !x.without.has(Windows) {
		x.addWindows(s)
	}
	if !x.without.has(Coverage) {
		s.paragraphs.cover(p)
		s.sentences.cover(n)
	}
	if x.without.has(ParagraphScore) {
		return
	}
	for i, p := range x.inParagraph {
		if p >= 0 {
			s.sentences.score[i] += paragraphShare * s.paragraphs.score[p]
		}
	}
	x.lead(s.sentences.score)
}

// fill scores one kind of unit by the stems, and returns the idf of all
// concepts that the collection knows.
func fill(u *units, q *query, stems *field, kind int) (mass float32) {
	clear(u.covered)
	for _, c := range q.concepts {
		if c.first < c.end {
			stems.addGroup(u.score, u.covered, u.tf, q.terms[c.first:c.end], c.mass[kind])
			mass += c.mass[kind]
		}
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
	least := float32(0)
	for i, v := range scores {
		if v <= least {
			continue
		}
		if len(order) < k {
			order = append(order, 0)
		}
		at := len(order) - 1
		for ; at > 0 && scores[order[at-1]] < v; at-- {
			order[at] = order[at-1]
		}
		order[at] = int32(i)
		if len(order) == k {
			least = scores[order[k-1]]
		}
	}
	return order
}
