package bot

// This file holds simple forms of newQuote and AnswerID until quote.go and
// id.go are there; whoever lands those deletes it.

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"unicode/utf8"

	"alinti/retrieval/corpus"
)

func newQuote(d *corpus.Document, s *corpus.Sentence) Quote {
	q := Quote{Text: d.Slice(s.Span), Paragraph: s.Paragraph, Start: s.Span.Start, End: s.Span.End,
		Source: QuoteSource{ID: d.ID, File: d.File, Title: d.Title, Date: d.Date, SHA256: d.SHA256}}
	q.StartRune = utf8.RuneCountInString(d.Text[:q.Start])
	q.EndRune = q.StartRune + utf8.RuneCountInString(q.Text)
	return q
}

func (b *Bot) id(a *Answer) string {
	h := sha256.New()
	_, _ = fmt.Fprintf(h, "%q %v %s", a.Question, a.Answered, a.Mode)
	for _, q := range a.Quotes {
		_, _ = fmt.Fprintf(h, " %s %d %d", q.Source.SHA256, q.Start, q.End)
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}
