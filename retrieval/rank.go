package retrieval

import (
	"cmp"
	"slices"

	"alinti/retrieval/corpus"
)

// A Ranked unit is a paragraph or sentence with its place in the ranking.
type Ranked struct {
	Document *corpus.Document
	ID       string      // of the paragraph or sentence
	Span     corpus.Span // in the document
	Score    float64     // comes without a unit
}

// evidenceShare is how much the evidence of a paragraph's best sentence moves
// it among its neighbours, beside its own score as a share of the best one's.
const evidenceShare = 0.5

// Rank orders paragraphs and sentences by how near they are to the question,
// at most k of each, without asking whether they answer.
func (x *Index) Rank(question string, k int) (paragraphs, sentences []Ranked) {
	s := x.pool.Get().(*scratch)
	x.score(s, question)
	r := x.judge(s, poolSize)
	defer r.Release()
	for _, h := range r.Hits {
		sentences = append(sentences, Ranked{h.Document, h.Sentence.ID, h.Sentence.Span, h.Score})
	}
	order := best(nil, s.paragraphs, max(k, poolSize))
	for _, i := range order {
		p := &x.paragraphs[i]
		score := float64(s.paragraphs[i]/s.paragraphs[order[0]]) + evidenceShare*bestProbability(r.Hits, p)
		paragraphs = append(paragraphs, Ranked{p.doc, p.p.ID, p.p.Span, score})
	}
	slices.SortStableFunc(paragraphs, func(a, b Ranked) int { return cmp.Compare(b.Score, a.Score) })
	return paragraphs[:min(k, len(paragraphs))], sentences[:min(k, len(sentences))]
}

// bestProbability is that of the paragraph's best hit, 0 without one.
func bestProbability(hits []Hit, p *paragraph) (best float64) {
	for _, h := range hits {
		if h.Document == p.doc && h.Sentence.Paragraph == p.p.N {
			best = max(best, h.Probability())
		}
	}
	return best
}
