package main

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"alinti/bot"
	"alinti/bot/store"

	"github.com/prometheus/client_golang/prometheus"
)

// watched is the live bot behind one door. It counts what is asked there, and
// keeps it when the settings say so.
type watched struct {
	*live
	door     string
	kept     *store.Later // nil: nothing is kept
	outcomes map[string]prometheus.Counter
	degraded *prometheus.CounterVec
	seconds  prometheus.Observer
	log      *slog.Logger // nil: no question is logged
}

// Outcomes of a question.
const (
	outcomeAnswered = "answered"
	outcomeRefused  = "refused"
	outcomeGreeting = "greeting"
	outcomeInvalid  = "invalid"
	outcomeFailed   = "failed"
)

// questionMetrics count questions, by the door that they came through.
type questionMetrics struct {
	questions *prometheus.CounterVec
	degraded  *prometheus.CounterVec
	seconds   *prometheus.HistogramVec
}

func newQuestionMetrics() *questionMetrics {
	return &questionMetrics{
		questions: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "alinti_questions_total", Help: "Questions, by door and by how they ended: answered, refused, greeting, invalid, failed.",
		}, []string{"door", "outcome"}),
		degraded: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "alinti_degraded_total", Help: "Answers that are less than they should have been, by warning.",
		}, []string{"warning"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "alinti_answer_seconds", Help: "Time that the bot took for an answer, a model included.",
			Buckets: []float64{50e-6, 100e-6, 250e-6, 500e-6, 1e-3, 5e-3, 25e-3, 0.1, 0.5, 1, 2.5, 5, 10, 20},
		}, []string{"door"}),
	}
}

func (m *questionMetrics) collectors() []prometheus.Collector {
	for _, warning := range []string{bot.WarningLLMUnavailable, bot.WarningLLMUnusable, bot.WarningStatementWithheld} {
		m.degraded.WithLabelValues(warning) // shown as 0 from the start
	}
	return []prometheus.Collector{m.questions, m.degraded, m.seconds}
}

// behind is the bot behind a door of this name.
func (m *questionMetrics) behind(door string, l *live, kept *store.Later, log *slog.Logger) watched {
	w := watched{live: l, door: door, kept: kept, log: log, degraded: m.degraded, seconds: m.seconds.WithLabelValues(door), outcomes: map[string]prometheus.Counter{}}
	for _, o := range []string{outcomeAnswered, outcomeRefused, outcomeGreeting, outcomeInvalid, outcomeFailed} {
		w.outcomes[o] = m.questions.WithLabelValues(door, o)
	}
	return w
}

// Ask answers with the bot of this moment.
func (w watched) Ask(ctx context.Context, q bot.Question) (bot.Answer, error) {
	start := time.Now()
	a, err := w.live.Ask(ctx, q)
	w.note(ctx, q, a, err, start)
	return a, err
}

// AskEarly answers with the bot of this moment.
func (w watched) AskEarly(ctx context.Context, q bot.Question, early func(bot.Answer)) (bot.Answer, error) {
	start := time.Now()
	a, err := w.live.AskEarly(ctx, q, early)
	w.note(ctx, q, a, err, start)
	return a, err
}

func (w watched) note(ctx context.Context, q bot.Question, a bot.Answer, err error, start time.Time) {
	outcome := outcomeOf(a, err)
	w.outcomes[outcome].Inc()
	if w.log != nil {
		w.log.InfoContext(ctx, "question", "door", w.door, "question", q.Text, "outcome", outcome, "answer", a.ID, "took", time.Since(start))
	}
	if err != nil {
		return
	}
	w.seconds.Observe(time.Since(start).Seconds())
	for _, warning := range a.Warnings {
		w.degraded.WithLabelValues(warning).Inc()
	}
	if w.kept != nil {
		w.kept.Asked(store.Asked{Door: w.door, Answer: a})
	}
}

func outcomeOf(a bot.Answer, err error) string {
	switch {
	case errors.Is(err, bot.ErrInvalid):
		return outcomeInvalid
	case err != nil:
		return outcomeFailed
	case a.Answered:
		return outcomeAnswered
	case a.Reason == bot.ReasonGreeting:
		return outcomeGreeting
	}
	return outcomeRefused
}
