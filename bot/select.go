package bot

import (
	"alinti/bot/check"
	"alinti/retrieval"
	"alinti/retrieval/corpus"
)

// DefaultStrictness is the probability from which on a sentence is taken for an
// answer. See docs/evaluation.md for how it was measured.
const DefaultStrictness = 0.4

const (
	searchDepth  = 12   // sentences that the evidence is weighed for, and that a model may choose from
	closestShown = 2    // nearest passages under a refusal
	closestFloor = 0.05 // probability under which a passage is not near enough to be shown
)

// answering picks the sentences that answer, best first, and says what they
// differ in, if they do: for a text that asks several things the best sentence
// of each, for one question the best sentence. After it comes the sentence that
// answers otherwise, or else another document's if that answers too, so that
// both sides are heard. A sentence that only says again what another says is
// not picked; it becomes that one's second source.
func (b *Bot) answering(found retrieval.Result, question string, limit int) ([]Quote, *Disagreement) {
	p := picks{bot: b, limit: limit}
	if found.Words == 0 {
		return nil, nil
	}
	for _, part := range found.Parts {
		of := b.index.Search(part, searchDepth)
		defer of.Release()
		b.answerPart(&p, of, part)
	}
	if len(p.quotes) == 0 && b.answerPart(&p, found, question) {
		p.limit = min(limit, sides)
		for i := 1; i < len(found.Hits); i++ {
			if h := &found.Hits[i]; h.Document != found.Hits[0].Document && h.Alone() >= otherSide {
				p.take(h)
			}
		}
	}
	return p.quotes, p.dispute.disagreement(p.quotes)
}

const (
	sides     = 2   // documents heard on one question
	otherSide = 0.5 // probability, taken alone, from which on the second is heard
)

// answerPart picks the best sentence for one question, if it answers, and one
// that answers otherwise.
func (b *Bot) answerPart(p *picks, found retrieval.Result, question string) bool {
	if len(found.Hits) == 0 || found.Hits[0].Probability() < b.strictness {
		return false
	}
	p.take(&found.Hits[0])
	if p.dispute != nil || !disputable(found.Asked.Kind) {
		return true
	}
	var others []*retrieval.Hit
	for i := 1; i < len(found.Hits); i++ {
		if h := &found.Hits[i]; !h.Sentence.Heading && h.Alone() >= b.strictness {
			others = append(others, h)
		}
	}
	d, at := b.disputed(found.Asked.Kind, question, &found.Hits[0], others)
	if d != nil {
		p.dispute = d
		p.add(others[at])
	}
	return true
}

// picks are the hits that are quoted, and the quotes that they became.
type picks struct {
	bot     *Bot
	limit   int
	quotes  []Quote
	hits    []*retrieval.Hit
	dispute *dispute
}

// take quotes a hit, unless it is there already, says what another says, or the
// limit is reached. What says the same is noted with that quote.
func (p *picks) take(h *retrieval.Hit) {
	if p.holds(h) {
		return
	}
	for i := range p.hits {
		if p.bot.index.Alike(p.hits[i], h) && !p.bot.contrary(p.hits[i], h) {
			p.quotes[i].Also = append(p.quotes[i].Also, Place{sourceOf(h.Document), h.Sentence.Paragraph, h.Sentence.Span.Start, h.Sentence.Span.End})
			return
		}
	}
	p.add(h)
}

// add quotes a hit, unless it is there already or the limit is reached.
func (p *picks) add(h *retrieval.Hit) {
	if !p.holds(h) && len(p.quotes) < p.limit {
		p.hits, p.quotes = append(p.hits, h), append(p.quotes, quoteOf(h))
	}
}

func (p *picks) holds(h *retrieval.Hit) bool {
	for i := range p.hits {
		if p.hits[i].Sentence == h.Sentence {
			return true
		}
	}
	return false
}

// contrary reports whether one of two hits denies what the other says.
func (b *Bot) contrary(x, y *retrieval.Hit) bool { return check.Contrary(b.read.of(x), b.read.of(y)) }

// quoteOf is the quote that a hit becomes.
func quoteOf(h *retrieval.Hit) Quote {
	q := newQuote(h.Document, h.Sentence)
	q.Score = h.Probability()
	var room [16]corpus.Span
	if spans := h.AppendHighlights(room[:0]); len(spans) > 0 {
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
