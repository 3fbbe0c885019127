package discord

import (
	"context"
	"errors"
	"sync"

	"alinti/bot"
	"alinti/bot/render"
)

// ask answers a question in r. The asker hears within Discord's three seconds,
// and before any model is called: an [bot.EarlyAsker] hands out what retrieval
// found, which is shown at once and changed when a model has chosen; for any
// other Asker, and when even retrieval is slow, r says that an answer is on
// its way.
func (d *Door) ask(ctx context.Context, q bot.Question, r reply, from place) {
	style := render.DiscordStyle{Question: true}
	a, err := d.askEarly(ctx, q, r, style)
	if err != nil {
		d.metrics.replies.WithLabelValues("failed").Inc()
		d.log.Warn("discord: a question was not answered", "cause", err)
		d.failed(r.tell(d.afterwards(ctx), sorry(err, languageFor(q))))
		return
	}
	d.metrics.replies.WithLabelValues(outcome(a)).Inc()
	d.failed(r.show(d.afterwards(ctx), d.answer(a, style, true)))
	d.keep(d.afterwards(ctx), from, a)
}

func outcome(a bot.Answer) string {
	if a.Answered {
		return "answered"
	}
	return "refused"
}

func (d *Door) askEarly(ctx context.Context, q bot.Question, r reply, style render.DiscordStyle) (bot.Answer, error) {
	early, ok := d.asker.(bot.EarlyAsker)
	if !ok {
		d.failed(r.wait(ctx))
		return d.asker.Ask(ctx, q)
	}
	stop := d.waitLater(ctx, r)
	defer stop()
	return early.AskEarly(ctx, q, func(a bot.Answer) {
		stop()
		style.Note = wordsIn(a.Language).choosing
		c := d.answer(a, style, false) // buttons come with the answer that stays
		d.failed(r.show(ctx, func(form render.DiscordForm) []card { return c(form)[:1] }))
	})
}

// waitLater calls r.wait once the asker has seen nothing for a while. The
// returned func prevents it, or waits for it to end.
func (d *Door) waitLater(ctx context.Context, r reply) func() {
	ctx, cancel := context.WithCancel(ctx)
	var done sync.WaitGroup
	done.Go(func() {
		if wait(ctx, d.patience) == nil {
			d.failed(r.wait(context.WithoutCancel(ctx)))
		}
	})
	return func() { cancel(); done.Wait() }
}

// afterwards is a context for saying how it ended, also if ctx itself is over.
func (d *Door) afterwards(ctx context.Context) context.Context {
	if ctx.Err() == nil {
		return ctx
	}
	return d.working
}

// failed logs that something could not be said.
func (d *Door) failed(err error) {
	switch {
	case err == nil:
	case errors.Is(err, errTaken):
		d.log.Info("discord: not answered here", "cause", err)
	default:
		d.log.Error("discord: a reply was not sent", "cause", err)
	}
}

// answer is an answer as cards, with buttons or without.
func (d *Door) answer(a bot.Answer, style render.DiscordStyle, buttons bool) content {
	return func(form render.DiscordForm) []card {
		style.Form = form
		ms := render.Discord(a, style)
		out := make([]card, len(ms))
		for n, m := range ms {
			b := under{}
			if buttons {
				b = d.under(a, m, n == len(ms)-1)
			}
			out[n] = answerCard(form, m, b)
		}
		return out
	}
}

// languageFor is the language to speak about a question that has no answer.
func languageFor(q bot.Question) string {
	switch {
	case q.Language != "":
		return q.Language
	case q.Fallback != "":
		return q.Fallback
	}
	return "tr"
}
