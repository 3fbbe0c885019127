package retrieval

import "alinti/retrieval/evidence"

// paragraphShare is how much of its paragraph's score a sentence is given.
const paragraphShare = 0.25

// scratch is the working memory of one search.
type scratch struct {
	query      query
	score      []float32 // of the paragraphs, the windows and the sentences, in one row
	covered    []float32 // idf of the concepts held, the same way
	tf         []float32 // zeros, but for the while that a group is counted
	paragraphs []float32 // in score
	windows    []float32 // in score
	sentences  []float32 // in score
	align      aligner
	order      []int32
	asked      evidence.Question
	near       []float32 // of a candidate, by concept: evidence.Candidate.Near
	within     []float32 // evidence.Candidate.Paragraph
	hits       []Hit
	weighed    [poolSize]weighing // by place in the pool
}

func newScratch(x *Index) *scratch {
	first := x.stems.first
	all := first[kinds]
	score := make([]float32, all)
	return &scratch{
		score: score, covered: make([]float32, all), tf: make([]float32, all),
		paragraphs: score[:first[ofWindows]],
		windows:    score[first[ofWindows]:first[ofSentences]],
		sentences:  score[first[ofSentences]:],
		align:      newAligner(x),
	}
}

// score fills s with the score of every paragraph and every sentence for the
// question. Zero means that nothing of the question is there.
func (x *Index) score(s *scratch, question string) {
	x.read(&s.query, question)
	clear(s.score)
	clear(s.covered)
	var mass masses // of all concepts that the collection knows
	for i := range s.query.concepts {
		c := &s.query.concepts[i]
		if c.first == c.end {
			continue
		}
		x.stems.addGroup(s.score, s.covered, s.tf, s.query.terms[c.first:c.end], &c.mass)
		for kind := range mass {
			mass[kind] += c.mass[kind]
		}
	}
	for _, g := range s.query.grams {
		x.grams.add(s.score, g.term, g.weight)
	}
	if !x.without.has(Windows) {
		x.addWindows(s)
	}
	if !x.without.has(Coverage) {
		cover(s.paragraphs, s.covered, mass[ofParagraphs])
		cover(s.sentences, s.covered[x.stems.first[ofSentences]:], mass[ofSentences])
	}
	if x.without.has(ParagraphScore) {
		return
	}
	for i := range x.around {
		if p := x.around[i].paragraph; p >= 0 {
			s.sentences[i] += paragraphShare * s.paragraphs[p]
		}
	}
	x.lead(s.sentences)
}

// cover multiplies each score by one plus the coverage of its unit.
func cover(score, covered []float32, mass float32) {
	if mass == 0 {
		return
	}
	for i := range score {
		score[i] *= 1 + covered[i]/mass
	}
}

// addWindows adds to each paragraph the score of its best window.
func (x *Index) addWindows(s *scratch) {
	for i := 0; i < len(x.windows); {
		p, best := x.windows[i], float32(0)
		for ; i < len(x.windows) && x.windows[i] == p; i++ {
			best = max(best, s.windows[i])
		}
		s.paragraphs[p] += best
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
