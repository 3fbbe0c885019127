package main

import (
	"context"
	"io/fs"
	"sync/atomic"

	"alinti/bot"
	"alinti/bot/llm"
	"alinti/retrieval/corpus"
	"alinti/seeds"
)

// A live bot is the one that answers now. Every door holds it; a reload puts
// another [answering] in its place, and each question meets one or the other.
type live struct{ now atomic.Pointer[answering] }

// answering is what one reading of the settings answers with.
type answering struct {
	*bot.Bot
	model *llm.Client // nil: retrieval only
}

func newLive(a *answering) *live {
	l := &live{}
	l.now.Store(a)
	return l
}

// Ask answers with the bot of this moment.
func (l *live) Ask(ctx context.Context, q bot.Question) (bot.Answer, error) {
	return l.now.Load().Ask(ctx, q)
}

// AskEarly answers with the bot of this moment.
func (l *live) AskEarly(ctx context.Context, q bot.Question, early func(bot.Answer)) (bot.Answer, error) {
	return l.now.Load().AskEarly(ctx, q, early)
}

// Rank orders paragraphs and sentences by the bot of this moment.
func (l *live) Rank(query string, k int) bot.Ranking { return l.now.Load().Rank(query, k) }

// Collection is the articles of this moment.
func (l *live) Collection() *corpus.Collection { return l.now.Load().Collection() }

// examples are questions to begin with, by language: those for the articles
// inside the program, while these are served.
func (l *live) examples() map[string][]string {
	for _, d := range l.Collection().Documents {
		if _, err := fs.Stat(seeds.FS, d.File); err != nil {
			return nil
		}
	}
	return seeds.Examples()
}

// modelStats are the counters of the model of this moment.
func (l *live) modelStats() llm.Stats {
	if m := l.now.Load().model; m != nil {
		return m.Stats()
	}
	return llm.Stats{}
}

// modelState is a word for /readyz: "off", "ready", or "resting" when the
// service has been failing and is left alone for a while.
func (l *live) modelState() string {
	switch m := l.now.Load().model; {
	case m == nil:
		return "off"
	case m.Stats().Open:
		return "resting"
	}
	return "ready"
}
