package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"

	"alinti/bot"
	"alinti/bot/render"

	"github.com/spf13/cobra"
)

func (p *program) verify() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use:   "verify [FILE]",
		Short: "Check that quotes stand in the articles, word for word",
		Long: `Check that every quote in an answer's JSON or in a text stands in the articles as
it claims. In a text a quote is «…», “…”, "…" of three words or more, or a block
of lines that begin with >; Markdown escapes and bold are undone first. Without a
FILE, standard input is read.

Exits with 1 when a quote does not stand as it claims, or none is found.`,
		Example: `  alinti ask --json "Rusya ne verdi?" | alinti verify
  alinti verify newsletter.md
  alinti verify --json answers.jsonl | jq '.quotes[] | select(.ok | not)'`,
		Args: needs("one file at most", 0, 1),
		RunE: func(cmd *cobra.Command, args []string) error { return ended(p.runVerify(cmd.Context(), args, asJSON)) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print what was found out as JSON")
	return cmd
}

func (p *program) runVerify(ctx context.Context, files []string, asJSON bool) error {
	settings, err := p.settings(ctx)
	if err != nil {
		return err
	}
	articles, err := p.articles(settings.Config, p.logger(settings.Log))
	if err != nil {
		return err
	}
	data, err := p.input(ctx, files)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		return wrong(err)
	}
	found, err := bot.NewVerifier(articles).Verify(data)
	if err != nil {
		return wrong(err)
	}
	if asJSON {
		e := json.NewEncoder(p.stdout)
		e.SetEscapeHTML(false)
		err = e.Encode(found)
	} else {
		_, err = io.WriteString(p.stdout, verdicts(found))
	}
	switch {
	case err != nil:
		return fmt.Errorf("write what was found out: %w", err)
	case !found.OK():
		return failed(nil)
	}
	return nil
}

// input reads the file, or standard input, as far as one byte past what can be
// verified.
func (p *program) input(ctx context.Context, files []string) ([]byte, error) {
	from := p.stdin
	if len(files) > 0 && files[0] != "-" {
		f, err := os.Open(files[0])
		if err != nil {
			return nil, err
		}
		defer f.Close()
		from = f
	}
	in := untilDone(ctx, from)
	defer in.Close()
	return io.ReadAll(io.LimitReader(in, bot.MaxVerifyAnswers+1))
}

// verdicts tells what was found out, a line for each quote and what is wrong
// with it below.
func verdicts(found bot.Verification) string {
	var b strings.Builder
	stand := 0
	for _, v := range found.Verdicts {
		word := "WRONG"
		if v.OK {
			word = "ok"
			stand++
		}
		fmt.Fprintf(&b, "%-5s  %s\n", word, render.Visible(v.Text))
		if v.Where != "" && !v.OK {
			fmt.Fprintf(&b, "       at %s\n", render.Visible(v.Where))
		}
		for _, place := range v.Places {
			fmt.Fprintf(&b, "       stands in %s\n", placed(place))
		}
		for _, problem := range v.Problems {
			fmt.Fprintf(&b, "       %s\n", render.Visible(wrongKey(problem)))
		}
		if n := v.Nearest; n != nil {
			fmt.Fprintf(&b, "       nearest: %s\n                %s\n", render.Visible(n.Text), placed(n.Place))
			fmt.Fprintf(&b, "                differs at word %d: %s\n", n.Word, render.Visible(difference(n)))
		}
	}
	if len(found.Verdicts) == 0 {
		return "no quote found\n"
	}
	fmt.Fprintf(&b, "%d of %d quotes stand in the articles as they claim\n", stand, len(found.Verdicts))
	return b.String()
}

func placed(p bot.Place) string {
	return fmt.Sprintf("%s, paragraph %d, bytes %d–%d", render.Visible(p.Source.File), p.Paragraph, p.Start, p.End)
}

func wrongKey(p bot.Problem) string {
	text := p.Key + " does not hold"
	if p.Claimed != "" {
		text += ": it says " + p.Claimed
	}
	if p.Actual != "" {
		text += "; in fact " + p.Actual
	}
	return text
}

func difference(n *bot.Nearest) string {
	switch {
	case n.Said == "":
		return fmt.Sprintf("%q is left out", n.Stands)
	case n.Stands == "":
		return fmt.Sprintf("%q is put in", n.Said)
	}
	return fmt.Sprintf("%q stands where the quote says %q", n.Stands, n.Said)
}
