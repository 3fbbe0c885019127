package evaluate

import (
	"errors"
	"fmt"
	"io"

	"alinti/bot/check"
	"alinti/retrieval/corpus"
)

// A Statement is a judged statement of a model: whether it follows from the
// sentences it names.
type Statement struct {
	ID       string
	Text     string
	Quotes   []string // sentences, word for word
	Faithful bool
	Kind     string // what is wrong with it: "number", "role"; or how it is faithful
}

func (l line) statement() (Statement, error) {
	s := Statement{ID: l.ID, Text: l.Statement, Quotes: l.Quotes, Kind: l.Kind}
	if l.Faithful == nil {
		return s, errors.New(`a statement without "faithful"`)
	}
	s.Faithful = *l.Faithful
	if s.Kind == "" && s.Faithful {
		s.Kind = "faithful"
	}
	return s, nil
}

// A StatementReport is what the checker made of judged statements: how many of
// the faithful it kept, and of the others it withheld.
type StatementReport struct {
	Kept     Share        `json:"kept"`
	Withheld Share        `json:"withheld"`
	Kinds    []KindScore  `json:"kinds"`
	Wrong    []WrongCheck `json:"wrong,omitempty"`
}

// KindScore is the share of one kind that was judged right.
type KindScore struct {
	Kind     string `json:"kind"`
	Faithful bool   `json:"faithful"`
	Right    Share  `json:"right"`
}

// A WrongCheck is a statement on which the checker and the judge differ.
type WrongCheck struct {
	ID       string `json:"id"`
	Text     string `json:"text"`
	Faithful bool   `json:"faithful"`
	Reason   string `json:"reason,omitempty"` // why it was withheld
}

// checkStatements runs the checker over the statements. A sentence that stands
// in the articles is given their date and what stands before it, as an answer
// would give it.
func checkStatements(statements []Statement, c *corpus.Collection) *StatementReport {
	r := &StatementReport{}
	at := map[KindScore]int{}
	for _, s := range statements {
		v := check.Statement(s.Text, checkQuotes(s.Quotes, c))
		right := v.Carried == s.Faithful
		if s.Faithful {
			r.Kept.add(right)
		} else {
			r.Withheld.add(right)
		}
		key := KindScore{Kind: s.Kind, Faithful: s.Faithful}
		if _, known := at[key]; !known {
			at[key] = len(r.Kinds)
			r.Kinds = append(r.Kinds, key)
		}
		r.Kinds[at[key]].Right.add(right)
		if !right {
			r.Wrong = append(r.Wrong, WrongCheck{s.ID, s.Text, s.Faithful, v.Reason})
		}
	}
	return r
}

func checkQuotes(texts []string, c *corpus.Collection) []check.Quote {
	var out []check.Quote
	for _, text := range texts {
		q := check.Quote{Text: text}
		if d, s := sentenceOf(text, c); d != nil {
			q.Date = d.Date
			if s.Paragraph > 0 && !s.Heading {
				q.Context = d.Text[d.Paragraphs[s.Paragraph-1].Span.Start:s.Span.Start]
			}
		}
		out = append(out, q)
	}
	return out
}

func sentenceOf(text string, c *corpus.Collection) (*corpus.Document, corpus.Sentence) {
	if c == nil {
		return nil, corpus.Sentence{}
	}
	for _, d := range c.Documents {
		for _, s := range d.Sentences {
			if d.Slice(s.Span) == text {
				return d, s
			}
		}
	}
	return nil, corpus.Sentence{}
}

func (r *StatementReport) print(t io.Writer) {
	fmt.Fprintln(t, "kind\tn\tright\t")
	for _, k := range r.Kinds {
		want := "withheld"
		if k.Faithful {
			want = "kept"
		}
		fmt.Fprintf(t, "%s, %s\t%.0f\t%s\t\n", orDash(k.Kind), want, k.Right.Of, k.Right)
	}
	fmt.Fprintf(t, "faithful, kept\t%.0f\t%s ± %s\t\n", r.Kept.Of, r.Kept, margin(r.Kept))
	fmt.Fprintf(t, "hostile, withheld\t%.0f\t%s ± %s\t\n", r.Withheld.Of, r.Withheld, margin(r.Withheld))
}
