package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"strings"

	"alinti/bot"
	"alinti/bot/render"

	"github.com/spf13/cobra"
)

// askFlags are the flags of `alinti ask`.
type askFlags struct {
	json           bool
	offline        bool
	failUnanswered bool
	explain        bool
	quotes         int
}

func (p *program) ask() *cobra.Command {
	var f askFlags
	cmd := &cobra.Command{
		Use:   "ask [QUESTION]",
		Short: "Answer a question",
		Long: `Answer a question with sentences of the articles, word for word.

Without a question: on a terminal a conversation, in which a question may lean on
the ones before it; from a pipe or file, one question a line, each on its own and
answered as soon as it is read.

When the output is not a terminal, each quote stands on one line, byte for byte.`,
		Example: `  alinti ask "Kuzey Kore Rusya'ya kaç asker gönderdi?"
  alinti ask --json "Rusya ne verdi?" | jq .quotes[0].text
  alinti ask --json < questions.txt > answers.jsonl
  alinti ask --explain "Rusya kaç asker gönderdi?"
  alinti ask --fail-unanswered "Putin kaç yaşında?" || echo "not in the articles"`,
		RunE: func(cmd *cobra.Command, args []string) error {
			return ended(p.runAsk(cmd.Context(), f, args))
		},
	}
	flags := cmd.Flags()
	flags.BoolVar(&f.json, "json", false, "print the answer as JSON; in a batch, one line each")
	flags.BoolVar(&f.offline, "offline", false, "never ask a model, whatever the settings say")
	flags.IntVar(&f.quotes, "quotes", bot.DefaultQuotes, "`N` quotes at most, 1 to 10")
	flags.BoolVar(&f.explain, "explain", false, "after the answer, tell how the nearest sentences were weighed")
	flags.BoolVar(&f.failUnanswered, "fail-unanswered", false, "exit with 1 when a question is not answered")
	return cmd
}

func (p *program) runAsk(ctx context.Context, f askFlags, question []string) error {
	if err := checkQuotes(f.quotes); err != nil {
		return err
	}
	if f.explain && f.json {
		return wrong(errors.New("--explain is for reading and --json for programs; leave one out"))
	}
	settings, err := p.settings(ctx)
	if err != nil {
		return err
	}
	b, err := p.open(settings, f.offline, p.logger(settings.Log))
	if err != nil {
		return err
	}
	s := &session{program: p, flags: f, asker: b, explainer: b}
	switch {
	case len(question) > 0:
		err = s.one(ctx, strings.Join(question, " "))
	case p.conversing():
		return s.converse(ctx)
	default:
		err = s.batch(ctx)
	}
	if err == nil && f.failUnanswered && s.unanswered > 0 {
		return failed(nil)
	}
	return err
}

// checkQuotes refuses a number of quotes that cannot be asked for. Zero, which
// a question has for the usual number, is none on the command line.
func checkQuotes(n int) error {
	if n < 1 || n > bot.MaxQuotes {
		return wrong(fmt.Errorf("--quotes: %d is not from 1 to %d", n, bot.MaxQuotes))
	}
	return nil
}

// A session asks one question after another and counts what was not answered.
type session struct {
	*program
	flags      askFlags
	asker      bot.EarlyAsker
	explainer  explainer
	talk       string // key of the conversation; empty: each question is on its own
	unanswered int
}

// An explainer tells how the nearest sentences, at most k, were weighed.
type explainer interface {
	Explain(question string, k int) (bot.Explanation, error)
}

// explainedSentences are as many as fit on a screen.
const explainedSentences = 3

// answer asks and counts. A question that cannot be asked is wrong use. early
// may be nil; it is told what retrieval found when a model is still to choose.
func (s *session) answer(ctx context.Context, text string, early func(bot.Answer)) (bot.Answer, error) {
	q := bot.Question{Text: text, Quotes: s.flags.quotes, Conversation: s.talk}
	if s.flags.offline {
		q.Mode = bot.ModeRetrieval
	}
	a, err := s.asker.AskEarly(ctx, q, early)
	var input *bot.InputError
	if errors.As(err, &input) {
		return a, wrong(errors.New(input.Message("en")))
	}
	if err != nil {
		return a, err
	}
	if !a.Answered {
		s.unanswered++
	}
	return a, nil
}

// one answers one question: that of the command line, or one of a conversation.
// A person sees what retrieval found while a model is choosing.
func (s *session) one(ctx context.Context, text string) error {
	d := &draft{session: s}
	a, err := s.answer(ctx, text, d.early())
	d.erase()
	if err != nil {
		return err
	}
	return s.print(a, s.onTerminal(s.stdout))
}

// print writes an answer in the form that the flags and the output ask for.
func (s *session) print(a bot.Answer, indent bool) error {
	var err error
	if s.flags.json {
		err = render.JSON(s.stdout, a, indent)
	} else {
		err = render.Text(s.stdout, a, s.style())
	}
	if err != nil {
		return fmt.Errorf("write the answer: %w", err)
	}
	if s.flags.explain {
		return s.explain(a)
	}
	return nil
}

// explain writes how retrieval weighed the question, as it was understood.
func (s *session) explain(a bot.Answer) error {
	e, err := s.explainer.Explain(cmp.Or(a.Resolved, a.Question), explainedSentences)
	if err != nil {
		return fmt.Errorf("explain the answer: %w", err)
	}
	fmt.Fprintln(s.stdout)
	if err := render.Explain(s.stdout, e, s.style()); err != nil {
		return fmt.Errorf("write the explanation: %w", err)
	}
	return nil
}
