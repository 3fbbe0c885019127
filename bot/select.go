package bot

import "alinti/retrieval"

// DefaultStrictness is the probability from which on a sentence is taken for an
// answer. See docs/evaluation.md for how it was measured.
const DefaultStrictness = 0.5

const (
	searchDepth  = 12   // sentences that the evidence is weighed for, and that a model may choose from
	closestShown = 2    // nearest passages under a refusal
	closestFloor = 0.05 // probability under which a passage is not near enough to be shown
)

// answering picks the sentences that answer: the best one if it is likely enough,
// and after it only those that carry a part of the question which the ones
// before leave open.
func answering(found retrieval.Result, limit int, strictness float64) (picked []retrieval.Hit) {
	if len(found.Hits) == 0 || found.Hits[0].Probability < strictness {
		return nil
	}
	var held uint64
	for _, h := range found.Hits {
		if len(picked) == limit {
			break
		}
		if len(picked) > 0 && (h.Probability < strictness || h.Held&^held == 0) {
			continue
		}
		picked = append(picked, h)
		held |= h.Held
	}
	return picked
}

// quoteOf is the quote that a hit becomes.
func quoteOf(h retrieval.Hit) Quote {
	q := newQuote(h.Document, h.Sentence)
	q.Score = h.Probability
	for _, s := range h.Highlights {
		q.Highlights = append(q.Highlights, Range{s.Start, s.End})
	}
	return q
}
