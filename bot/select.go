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
func (b *Bot) answering(found retrieval.Result, limit int) []Quote {
	p := picks{index: b.index, limit: limit}
	if found.Words == 0 {
		return nil
	}
	if len(found.Parts) > 1 {
		for _, part := range found.Parts {
			of := b.index.Search(part, 1)
			if len(of.Hits) > 0 && of.Hits[0].Probability() >= b.strictness {
				p.take(&of.Hits[0])
			}
			of.Release()
		}
	}
	if len(p.quotes) > 0 || len(found.Hits) == 0 || found.Hits[0].Probability() < b.strictness {
		return p.quotes
	}
	first := &found.Hits[0]
	p.take(first)
	for i := 1; i < len(found.Hits); i++ {
		h := &found.Hits[i]
		if len(p.quotes) < sides && h.Document != first.Document && h.Alone() >= otherSide {
			p.take(h)
		}
	}
	return p.quotes
}

const (
	sides     = 2   // documents heard on one question
	otherSide = 0.5 // probability, taken alone, from which on the second is heard
)

// picks are the hits that are quoted, and the quotes that they became.
type picks struct {
	index  *retrieval.Index
	limit  int
	quotes []Quote
	hits   []retrieval.Hit
}

// take quotes a hit, unless it is there already, says what another says, or the
// limit is reached. What says the same is noted with that quote.
func (p *picks) take(h *retrieval.Hit) {
	for i := range p.hits {
		if p.hits[i].Sentence == h.Sentence {
			return
		}
		if p.index.Alike(&p.hits[i], h) {
			p.quotes[i].Also = append(p.quotes[i].Also, Place{sourceOf(h.Document), h.Sentence.Paragraph, h.Sentence.Span.Start, h.Sentence.Span.End})
			return
		}
	}
	if len(p.quotes) < p.limit {
		p.hits, p.quotes = append(p.hits, *h), append(p.quotes, quoteOf(h))
	}
}

// quoteOf is the quote that a hit becomes.
func quoteOf(h *retrieval.Hit) Quote {
	q := newQuote(h.Document, h.Sentence)
	q.Score = h.Probability()
	if spans := h.Highlights(); len(spans) > 0 {
		q.Highlights = make([]Range, len(spans))
		for i, s := range spans {
			q.Highlights[i] = Range{s.Start, s.End}
		}
	}
	for _, d := range h.Dates {
		if d.Resolved != "" {
			start, end := q.Start+d.Start, q.Start+d.End
			q.Dates = append(q.Dates, Date{h.Document.Text[start:end], start, end, d.Resolved})
		}
	}
	return q
}
