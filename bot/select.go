package bot

import "alinti/retrieval"

// DefaultStrictness is the probability from which on a sentence is taken for an
// answer. See docs/evaluation.md for how it was measured.
const DefaultStrictness = 0.4

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
	if found.Words == 0 {
		return nil
	}
	if len(found.Parts) > 1 {
		for _, part := range found.Parts {
			if hits := b.index.Search(part, 1).Hits; len(hits) > 0 && hits[0].Probability >= b.strictness {
				picked = b.take(picked, hits[0], limit)
			}
		}
	}
	if len(picked) > 0 || len(found.Hits) == 0 || found.Hits[0].Probability < b.strictness {
		return picked
	}
	picked = b.take(picked, found.Hits[0], limit)
	for _, h := range found.Hits[1:] {
		if len(picked) < sides && h.Document != picked[0].Document && h.Alone >= otherSide {
			picked = b.take(picked, h, limit)
		}
	}
	return picked
}

const (
	sides     = 2   // documents heard on one question
	otherSide = 0.5 // probability, taken alone, from which on the second is heard
)

// An evident is a hit to be quoted, with the other hits that say the same.
type evident struct {
	retrieval.Hit
	also []retrieval.Hit
}

// take adds a hit, unless it is there already, says what another says, or the
// limit is reached.
func (b *Bot) take(picked []evident, h retrieval.Hit, limit int) []evident {
	for i := range picked {
		if picked[i].Sentence == h.Sentence {
			return picked
		}
		if b.index.Alike(picked[i].Hit, h) {
			picked[i].also = append(picked[i].also, h)
			return picked
		}
	}
	if len(picked) == limit {
		return picked
	}
	return append(picked, evident{Hit: h})
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
	for _, d := range h.Dates {
		if d.Resolved != "" {
			start, end := q.Start+d.Start, q.Start+d.End
			q.Dates = append(q.Dates, Date{h.Document.Text[start:end], start, end, d.Resolved})
		}
	}
	return q
}
