package main

import (
	"context"
	"errors"
	"fmt"
	"math"
	"time"

	"alinti/bot"
	"alinti/bot/evaluate"
	"alinti/retrieval/corpus"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
)

// evalFlags are the flags of `alinti eval`.
type evalFlags struct {
	json    bool
	offline bool
	run     string
	options evaluate.Options
}

func (p *program) eval() *cobra.Command {
	var f evalFlags
	o := &f.options
	cmd := &cobra.Command{
		Use:   "eval FILE…",
		Short: "Ask a question set and print the scores",
		Long: `Ask judged questions and print the scores, a table by style. A FILE is a set of
questions about the articles, one JSON object a line, or a SQuAD 1.1 or 2.0 file,
which brings its own collection. docs/evaluation.md tells what the scores mean.`,
		Example: `  alinti eval bot/evaluate/testdata/dev.jsonl
  alinti eval xquad.tr.json --holdout --corrupt all
  alinti eval dev.jsonl --json > before.json
  alinti eval dev.jsonl --compare before.json`,
		Args: needs("one question file or more", 1, math.MaxInt),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.Files = args
			return ended(p.runEval(cmd.Context(), f))
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.json, "json", false, "print the report as JSON, with every question")
	flags.BoolVar(&f.offline, "offline", false, "never ask a model, whatever the settings say")
	flags.StringVar(&f.run, "run", "", "write a TREC run to `FILE`, its judgements to FILE.qrels")
	flags.IntVar(&o.Question.Quotes, "quotes", bot.DefaultQuotes, "`N` quotes at most, 1 to 10")
	flags.StringVar(&o.Compare, "compare", "", "compare with the report in `FILE`, written by --json")
	flags.BoolVar(&o.HoldOut, "holdout", false, "take every second article out of a SQuAD collection")
	flags.IntVar(&o.Half, "half", 0, "ask only about half `1|2` of a SQuAD file's articles")
	flags.StringVar(&o.AskAs, "ask-as", "", "ask the questions of another SQuAD `FILE` that have the same ids")
	flags.StringVar(&o.Corrupt, "corrupt", "", "also ask every question mistyped: a corruption's `NAME`, or all")
	flags.IntVar(&o.Workers, "workers", 1, "`N` questions asked at once")
	flags.Uint64Var(&o.Seed, "seed", evaluate.DefaultSeed, "`SEED` of corruptions and the bootstrap")
	return cmd
}

func (p *program) runEval(ctx context.Context, f evalFlags) error {
	if err := checkQuotes(f.options.Question.Quotes); err != nil {
		return err
	}
	if f.options.Workers < 1 {
		return wrong(fmt.Errorf("--workers: %d is not 1 or more", f.options.Workers))
	}
	settings, err := p.settings(ctx)
	if err != nil {
		return err
	}
	log := p.logger(settings.Log)
	b, err := p.open(settings, f.offline, log)
	if err != nil {
		return err
	}
	o := f.options
	o.Asker, o.Collection, o.Progress = b, b.Collection(), p.progress()
	o.New = func(c *corpus.Collection) (bot.Asker, error) {
		return answerFrom(c, settings.Revealed(), b.model, log)
	}
	if f.offline {
		o.Question.Mode = bot.ModeRetrieval
	}
	report, err := evaluate.Run(ctx, o)
	switch {
	case errors.Is(err, context.Canceled):
		return err
	case err != nil:
		return wrong(err)
	}
	if f.run != "" {
		if err := report.WriteTREC(f.run, "alinti"); err != nil {
			return err
		}
	}
	if f.json {
		err = report.WriteJSON(p.stdout)
	} else {
		err = report.Print(p.stdout)
	}
	if err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	return nil
}

// progress draws a bar for a person who waits, once it is worth one.
func (p *program) progress() func(done, total int) {
	if !p.onTerminal(p.stderr) {
		return nil
	}
	var bar *progressbar.ProgressBar
	return func(done, total int) {
		if bar == nil {
			bar = progressbar.NewOptions(total,
				progressbar.OptionSetWriter(p.stderr),
				progressbar.OptionSetDescription("asking"),
				progressbar.OptionShowCount(),
				progressbar.OptionSetPredictTime(true),
				progressbar.OptionThrottle(100*time.Millisecond),
				progressbar.OptionClearOnFinish())
		}
		_ = bar.Set(done)
	}
}
