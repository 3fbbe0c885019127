package render

import (
	"fmt"
	"io"
	"strings"

	"alinti/bot"
)

// A Style says where plain text goes. The zero Style is a file or a pipe: each
// quote stands on one line of its own, byte for byte, without wrap, mark or
// colour. Any other Style is for a person: characters that deceive or steer a
// terminal are shown by their number.
type Style struct {
	Color bool // mark what answers, and tell quotes from citations, by ANSI colours
	Width int  // columns to wrap at; 0 does not wrap
}

func (s Style) forPerson() bool { return s != Style{} }

// Text writes an answer as plain text. A quote stands in «…», or in “…” if it
// holds one of those marks, or after "> " if it holds both, so that what was
// written can be checked against the articles by `alinti verify`.
func Text(w io.Writer, a bot.Answer, s Style) error {
	var b strings.Builder
	t := textWriter{&b, s, In(a.Language), a.Language}
	t.answer(a)
	_, err := io.WriteString(w, b.String())
	return err
}

// QuoteText is one quote with its citation as a pipe gets it, for copying.
func QuoteText(q bot.Quote, language string) string {
	var b strings.Builder
	textWriter{&b, Style{}, In(language), language}.quote(q, "")
	return b.String()
}

type textWriter struct {
	*strings.Builder
	style    Style
	words    *Words
	language string
}

func (t textWriter) answer(a bot.Answer) {
	if a.Resolved != "" {
		t.line("", run{t.words.Resolved + " " + unquoted(a.Resolved), dim})
		t.WriteByte('\n')
	}
	switch {
	case !a.Answered:
		t.refusal(a)
	default:
		if line := Disagreement(a); line != "" {
			t.line("", run{line, bold})
			t.WriteByte('\n')
		}
		t.statements(a.Statements)
		t.quotes(a.Quotes)
	}
	if len(a.Warnings) > 0 {
		t.WriteByte('\n')
	}
	for _, code := range a.Warnings {
		t.line("", run{t.words.Warning(code), dim})
	}
}

func (t textWriter) refusal(a bot.Answer) {
	t.line("", run{unquoted(a.Text), plain})
	if len(a.Closest) == 0 {
		return
	}
	t.WriteByte('\n')
	t.line("", run{t.words.Closest, bold})
	for i, q := range a.Closest {
		if i > 0 {
			t.WriteByte('\n')
		}
		t.quote(q, "")
	}
}

func (t textWriter) statements(ss []bot.Statement) {
	if len(ss) == 0 {
		return
	}
	t.line("", run{t.words.Statements, bold})
	for _, s := range ss {
		t.line("  ", run{"- " + StatementText(s) + markers(s.Quotes), italic})
	}
	t.WriteByte('\n')
	t.line("", run{t.words.Quotes, bold})
}

func (t textWriter) quotes(qs []bot.Quote) {
	for i, q := range qs {
		if i > 0 {
			t.WriteByte('\n')
		}
		t.quote(q, fmt.Sprintf(" [%d]", q.N))
	}
}

// quote writes the quote on one line, what is known of it on the lines below.
func (t textWriter) quote(q bot.Quote, marker string) {
	open, end := quotationMarks(q.Text)
	citation := Citation(q, t.language)
	if end == "" { // everything up to the end of the line is the quote
		citation = strings.TrimPrefix(marker+" "+citation, " ")
	} else {
		end += marker
	}
	runs := []run{{open, plain}}
	for _, s := range Segments(q) {
		look := plain
		if s.Marked {
			look = mark
		}
		runs = append(runs, run{s.Text, look})
	}
	t.line("", append(runs, run{end, plain})...)
	t.line("  ", run{citation, dim})
	for _, note := range DateNotes(q, t.language) {
		t.line("  ", run{note, dim})
	}
	for _, p := range q.Also {
		t.line("  ", run{t.words.Also + " " + PlaceCitation(p, t.language), dim})
	}
}

// quotationMarks are marks that do not stand in the text.
func quotationMarks(text string) (open, end string) {
	switch {
	case !strings.ContainsAny(text, "«»"):
		return "«", "»"
	case !strings.ContainsAny(text, "“”"):
		return "“", "”"
	default:
		return "> ", ""
	}
}

// markers are the numbers of the quotes that carry a statement: " [1][2]".
func markers(ns []int) string {
	var b strings.Builder
	for i, n := range ns {
		if i == 0 {
			b.WriteByte(' ')
		}
		fmt.Fprintf(&b, "[%d]", n)
	}
	return b.String()
}

// line writes runs as one line, or for a person as many as the width asks for.
func (t textWriter) line(indent string, runs ...run) {
	if !t.style.forPerson() {
		t.WriteString(indent)
		for _, r := range runs {
			t.WriteString(r.text)
		}
		t.WriteByte('\n')
		return
	}
	wrap(t.Builder, t.style, indent, runs)
}

// Asked is the answer's question on one line, in a form that is never taken
// for a quote.
func Asked(a bot.Answer) string { return unquoted(a.Question) }
