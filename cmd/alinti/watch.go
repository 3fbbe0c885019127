package main

import (
	"context"

	"alinti/bot"
	"alinti/bot/store"
)

// watched is the live bot behind one door, whose questions are kept when the
// settings say so. Discord keeps its own, for it knows whose they are.
type watched struct {
	*live
	door string
	kept *store.Later // nil: nothing is kept
}

// Ask answers with the bot of this moment.
func (w watched) Ask(ctx context.Context, q bot.Question) (bot.Answer, error) {
	a, err := w.live.Ask(ctx, q)
	w.keep(a, err)
	return a, err
}

// AskEarly answers with the bot of this moment.
func (w watched) AskEarly(ctx context.Context, q bot.Question, early func(bot.Answer)) (bot.Answer, error) {
	a, err := w.live.AskEarly(ctx, q, early)
	w.keep(a, err)
	return a, err
}

func (w watched) keep(a bot.Answer, err error) {
	if w.kept != nil && err == nil {
		w.kept.Asked(store.Asked{Door: w.door, Answer: a})
	}
}
