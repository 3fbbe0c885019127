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

// answering picks the sentences that answer, best first: for a text that asks
// several things the best sentence of each, for one question the best sentence,
// and after it another document's if that answers too, so that both sides are
// heard. A sentence that only says again what another says is not picked; it
// becomes that one's second source.
func (b *Bot) answering(found retrieval.Result, limit int) []evident {
	var picked []evident
	if len(found.Parts) > 1 {
		for _, part := range found.Parts {
			picked = b.take(picked, b.index.Search(part, 1).Hits, limit)
		}
	}
	if len(picked) > 0 {
		return picked
	}
	for i, h := range found.Hits {
		if i == 0 || h.Document != found.Hits[0].Document && h.Probability > otherSide*found.Hits[0].Probability {
			picked = b.take(picked, found.Hits[i:i+1], limit)
		}
		if len(picked) == 0 || len(picked) == sides {
			break
		}
	}
	return picked
}

const (
	sides     = 2   // documents heard on one question
	otherSide = 0.8 // how likely the second must be, as a share of the first
)

// An evident is a hit to be quoted, with the other hits that say the same.
type evident struct {
	retrieval.Hit
	also []retrieval.Hit
}

// take adds the first hit if it is likely enough to answer.
func (b *Bot) take(picked []evident, hits []retrieval.Hit, limit int) []evident {
	if len(hits) == 0 || hits[0].Probability < b.strictness {
		return picked
	}
	for i := range picked {
		if picked[i].Sentence == hits[0].Sentence {
			return picked
		}
		if retrieval.Alike(picked[i].Hit, hits[0]) {
			picked[i].also = append(picked[i].also, hits[0])
			return picked
		}
	}
	if len(picked) == limit {
		return picked
	}
	return append(picked, evident{Hit: hits[0]})
}

// quote is the hit as a quote, with the places that say the same.
func (p evident) quote() Quote {
	q := quoteOf(p.Hit)
	for _, h := range p.also {
		q.Also = append(q.Also, Place{sourceOf(h.Document), h.Sentence.Paragraph, h.Sentence.Span.Start, h.Sentence.Span.End})
	}
	return q
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
