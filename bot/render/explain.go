package render

import (
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"alinti/bot"
)

// signalsShown is how many signals of a sentence Explain tells.
const signalsShown = 8

// Explain writes how a decision came about: each sentence that was near, the
// probability that it answers, and the signals that moved it, with their effect
// on the log odds. It is in English, as all that operators read.
func Explain(w io.Writer, e bot.Explanation, s Style) error {
	var b strings.Builder
	t := textWriter{&b, s, In("en"), "en"}
	language := "Turkish"
	if e.English {
		language = "English"
	}
	t.line("", run{fmt.Sprintf("The question is %s and asks for: %s. A sentence is quoted from a probability of %.2f on.", language, e.Asked, e.Strictness), dim})
	for i, sentence := range e.Sentences {
		t.evidence(i+1, sentence, e)
	}
	_, err := io.WriteString(w, b.String())
	return err
}

func (t textWriter) evidence(n int, e bot.Evidence, x bot.Explanation) {
	verdict, look := "not quoted: too unlikely", plain
	if e.Quote.Score >= x.Strictness {
		verdict, look = "likely enough", mark
	}
	t.WriteByte('\n')
	t.line("", run{fmt.Sprintf("%d. probability %.2f", n, e.Quote.Score), look}, run{fmt.Sprintf(", %s; rank score %.2f", verdict, e.Rank), plain})
	t.line("   ", run{unquoted(Title(e.Quote.Source)) + fmt.Sprintf(", paragraph %d, bytes %d–%d", e.Quote.Paragraph, e.Quote.Start, e.Quote.End), dim})
	open, end := quotationMarks(e.Quote.Text)
	t.line("   ", run{open + e.Quote.Text + end, plain})
	table := tabwriter.NewWriter(t, 0, 0, 2, ' ', 0)
	fmt.Fprintf(table, "   %+6.2f\t\t\tevery sentence begins here\n", x.Start)
	for i, s := range e.Signals {
		if i == signalsShown {
			fmt.Fprintf(table, "\t\t\tand %d weaker ones\n", len(e.Signals)-i)
			break
		}
		fmt.Fprintf(table, "   %+6.2f\t%s\t%.2f\t%s\n", s.Effect, s.Name, s.Value, s.Gloss)
	}
	// A strings.Builder takes whatever it is given.
	_ = table.Flush()
}
