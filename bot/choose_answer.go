package bot

import (
	"context"
	"errors"
	"slices"

	"alinti/bot/check"
	"alinti/bot/llm"
	"alinti/retrieval"
	"alinti/retrieval/corpus"
)

// consult lets the model choose among the sentences offered. Its failure, or
// that of the call before, is a warning on the retrieval answer.
//
// When the model and the evidence of retrieval disagree whether there is an
// answer, the model wins, both ways: see docs/models.md for what the other rule
// would cost.
func (b *Bot) consult(ctx context.Context, q Question, a Answer, found retrieval.Result, failed error) Answer {
	hits := offer(b.Collection(), found.Hits)
	cands := make([]candidate, len(hits))
	for i, h := range hits {
		cands[i] = candidate{h.Document, h.Sentence}
	}
	if len(cands) == 0 && failed == nil {
		return a
	}
	var c choice
	err := failed
	if err == nil {
		c, err = choose(ctx, b.model, q.Text, a.Language, cands)
	}
	if err != nil {
		a.Warnings = append(a.Warnings, warningOf(err))
		b.log.WarnContext(ctx, "model not used", "err", err)
		return a
	}
	a.Mode, a.Quotes, a.Disagreement, a.Closest, a.Reason = ModeLLM, nil, nil, nil, ""
	if !c.answerable {
		b.refuse(&a, found)
		return a
	}
	shown := c.picks[:min(len(c.picks), q.Quotes)]
	quoted := make([]*retrieval.Hit, len(shown))
	for n, i := range shown {
		quoted[n] = &hits[i]
		a.Quotes = append(a.Quotes, quoteOf(quoted[n]))
	}
	if len(quoted) > 1 {
		d, _ := b.disputed(found.Asked.Kind, q.Text, quoted[0], quoted[1:])
		a.Disagreement = d.disagreement(a.Quotes)
	}
	for _, s := range c.statements {
		if st, ok := b.carried(ctx, s, shown, cands); ok {
			a.Statements = append(a.Statements, st)
		} else if !slices.Contains(a.Warnings, WarningStatementWithheld) {
			a.Warnings = append(a.Warnings, WarningStatementWithheld)
		}
	}
	return a
}

func warningOf(err error) string {
	if errors.Is(err, llm.ErrUnusable) {
		return WarningLLMUnusable
	}
	return WarningLLMUnavailable
}

// carried turns a statement into one that may be shown: its quotes are among
// those shown, and they carry it.
func (b *Bot) carried(ctx context.Context, s rawStatement, shown []int, cands []candidate) (Statement, bool) {
	st := Statement{Text: s.text}
	var quotes []check.Quote
	for _, i := range s.picks {
		n := slices.Index(shown, i)
		if n < 0 {
			continue
		}
		st.Quotes = append(st.Quotes, n+1)
		quotes = append(quotes, check.Quote{
			Text:    cands[i].doc.Slice(cands[i].sentence.Span),
			Date:    cands[i].doc.Date,
			Context: before(cands[i].doc, cands[i].sentence),
		})
	}
	if len(quotes) == 0 {
		return Statement{}, false
	}
	v := check.Statement(s.text, quotes)
	if !v.Carried {
		b.log.InfoContext(ctx, "statement withheld", "reason", v.Reason)
	}
	return st, v.Carried
}

// before is what stands before a sentence in its paragraph.
func before(d *corpus.Document, s *corpus.Sentence) string {
	if s.Heading {
		return ""
	}
	p := d.Paragraphs[s.Paragraph-1].Span
	return d.Text[p.Start:max(p.Start, s.Span.Start)]
}
