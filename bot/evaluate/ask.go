package evaluate

import (
	"context"
	"fmt"

	"alinti/bot"
	"alinti/retrieval/corpus"
)

// A Result is what came of one question.
type Result struct {
	ID            string   `json:"id"`
	Style         string   `json:"style,omitempty"`
	Question      string   `json:"question"`
	Answerable    bool     `json:"answerable"`
	Answered      bool     `json:"answered"`
	Hit1          bool     `json:"hit1"`            // the first quote holds gold
	Full          bool     `json:"full"`            // the first three cover every evidence group
	Right         bool     `json:"right"`           // the best quote holds gold, also if it was only shown as the nearest passage
	Probability   float64  `json:"probability"`     // of the best quote or nearest passage
	Quotes        int      `json:"quotes"`          // in the answer
	Shown         int      `json:"shown"`           // quotes and nearest passages
	Verbatim      int      `json:"verbatim"`        // of those shown: equal to the bytes they claim
	Places        []string `json:"places"`          // of those shown: document id, "@", start, "-", end
	Ranked        bool     `json:"ranked"`          // the two ranks below were taken
	ParagraphRank int      `json:"paragraph_rank"`  // of the first right paragraph, 1 to 10; 0: none
	SentenceRank  int      `json:"sentence_rank"`   // the same of sentences
	TookUS        int64    `json:"took_us"`         // as the answer says
	Error         string   `json:"error,omitempty"` // why there was no answer
	ranking       bot.Ranking
}

// examiner asks one set.
type examiner struct {
	asker     bot.Asker
	ranker    Ranker // nil: nothing to rank with
	documents map[string]*corpus.Document
	template  bot.Question // quotes, mode and language of every question
	run       int          // tells the conversations of one pass over a set from those of the next
}

func newExaminer(asker bot.Asker, c *corpus.Collection, template bot.Question) examiner {
	e := examiner{asker: asker, documents: map[string]*corpus.Document{}, template: template}
	e.ranker, _ = asker.(Ranker)
	if c != nil {
		for _, d := range c.Documents {
			e.documents[d.ID] = d
		}
	}
	return e
}

// ask asks one question, after the turns that lead up to it. A question that
// cannot be answered for a reason of its own is a result with an error; only
// the end of ctx ends the run.
func (e examiner) ask(ctx context.Context, it Item) (Result, error) {
	r := Result{ID: it.ID, Style: it.Style, Question: it.Question(), Answerable: it.Answerable}
	q := e.template
	if len(it.Turns) > 1 {
		q.Conversation = fmt.Sprintf("evaluate-%d-%s", e.run, it.ID)
	}
	var a bot.Answer
	for _, turn := range it.Turns {
		var err error
		q.Text = turn
		if a, err = e.asker.Ask(ctx, q); err != nil {
			if ctx.Err() != nil {
				return r, fmt.Errorf("asking %s: %w", it.ID, err)
			}
			r.Error = err.Error()
			return r, nil
		}
	}
	e.judge(&r, it, a)
	if e.ranker != nil && len(it.Turns) == 1 {
		e.rank(&r, it)
	}
	return r, nil
}

func (e examiner) judge(r *Result, it Item, a bot.Answer) {
	r.Answered, r.Quotes, r.TookUS = a.Answered, len(a.Quotes), a.TookUS
	shown := append(a.Quotes[:len(a.Quotes):len(a.Quotes)], a.Closest...)
	r.Shown = len(shown)
	for _, q := range shown {
		r.Places = append(r.Places, place(q.Source.ID, corpus.Span{Start: q.Start, End: q.End}))
		if e.isVerbatim(q) {
			r.Verbatim++
		}
	}
	if len(shown) > 0 {
		r.Probability = shown[0].Score
	}
	if !it.Answerable {
		return
	}
	r.Right = len(shown) > 0 && it.found(shown[0])
	r.Hit1 = len(a.Quotes) > 0 && r.Right
	r.Full = it.covered(a.Quotes)
}

func (e examiner) rank(r *Result, it Item) {
	r.ranking, r.Ranked = e.ranker.Rank(it.Question(), depth), true
	if it.Answerable {
		r.ParagraphRank = rankOf(r.ranking.Paragraphs, it.inParagraph)
		r.SentenceRank = rankOf(r.ranking.Sentences, it.inSentence)
	}
}

// isVerbatim reports whether a quote is the bytes that it says it is.
func (e examiner) isVerbatim(q bot.Quote) bool {
	d := e.documents[q.Source.ID]
	return d != nil && q.Source.SHA256 == d.SHA256 && 0 <= q.Start && q.Start < q.End && q.End <= len(d.Text) && d.Text[q.Start:q.End] == q.Text
}

func place(id string, s corpus.Span) string { return fmt.Sprintf("%s@%d-%d", id, s.Start, s.End) }
