package main

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"net/http"
	"strings"

	"alinti/bot"
	"alinti/bot/config"
	"alinti/bot/discord"
	"alinti/bot/mcp"
	"alinti/bot/openai"
	"alinti/bot/store"
	"alinti/bot/web"
	"alinti/bot/webhook"
	"alinti/bot/webhook/deliver"
	"alinti/retrieval/corpus"

	"github.com/prometheus/client_golang/prometheus"
)

// doors are the ways in to one live bot.
type doors struct {
	live     *live
	registry *prometheus.Registry // what /metrics shows
	webhook  *webhook.Service
	discord  *discord.Door // nil: off

	callbacks *deliver.Dispatcher // nil: off
	queue     queue

	questions *questionMetrics
	told      *slog.Logger // of the text of questions; nil: they are not logged
	later     *store.Later // keeps questions; nil: nothing is kept
}

// asker is the bot behind a door of this name.
func (d *doors) asker(door string) watched { return d.questions.behind(door, d.live, d.later, d.told) }

// openDoors makes the doors that the settings ask for. Nothing runs yet. kept
// is nil when nothing is kept.
func openDoors(l *live, c config.Config, kept *store.Store, log *slog.Logger) (_ *doors, err error) {
	d := &doors{live: l, questions: newQuestionMetrics()}
	if c.Log.Questions {
		d.told = log
	}
	defer func() {
		if err != nil {
			err = errors.Join(err, d.close())
		}
	}()
	if d.registry, err = newRegistry(l, d.questions, d.states); err != nil {
		return nil, err
	}
	if c.Discord.Enabled() {
		o := discord.Options{Config: c.Discord, Asker: d.asker("discord"), Quiet: l, Collection: l.Collection, Logger: log, Metrics: d.registry, Link: link(c)}
		if kept != nil {
			o.Keeper, o.Teller = kept, kept
		}
		d.discord, err = discord.New(o)
		if err != nil {
			return nil, err
		}
	}
	if kept != nil { // from here on: Discord keeps its own, for it knows whose they are
		d.later = store.NewLater(kept, log)
		d.registry.MustRegister(prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "alinti_store_lost_total", Help: "Questions that could not be kept.",
		}, func() float64 { return float64(d.later.Lost()) }))
	}
	if err := d.openCallbacks(c, log); err != nil {
		return nil, err
	}
	o := webhook.Options{
		Asker: d.asker("webhook"), Collection: l.Collection, Config: c.Webhook, Logger: log, Registry: d.registry, Status: d.states,
		Callbacks: d.callbacks,
	}
	if kept != nil {
		o.Keeper = kept
	}
	if d.webhook, err = webhook.New(o); err != nil {
		return nil, err
	}
	d.mountProtocols(c, log)
	if c.Discord.Interactions == discord.InteractionsEndpoint {
		d.webhook.Handle(discord.InteractionsPath, d.discord.Interactions(), false) // signed by Discord
	}
	if !pageIsOn(c) {
		return d, nil
	}
	page, err := web.New(web.Options{
		Asker: d.asker("page"), Collection: l.Collection, Logger: log, Examples: l.examples, Timeout: c.Webhook.AskTimeout,
	})
	if err != nil {
		return nil, err
	}
	for _, pattern := range web.Patterns() {
		d.webhook.Handle(pattern, page, false)
	}
	return d, nil
}

// close gives back what doors that were never run hold.
func (d *doors) close() error {
	if d.queue == nil {
		return nil
	}
	return d.queue.Close()
}

// mountProtocols adds the doors that other programs have clients for, behind
// the same token.
func (d *doors) mountProtocols(c config.Config, log *slog.Logger) {
	chat := openai.Options{Asker: d.asker("openai"), Language: webhook.AcceptLanguage, Timeout: c.Webhook.AskTimeout, Logger: log}
	if at := link(c); at != nil {
		chat.Link = func(_ *http.Request, q bot.Quote) string { return at(q) }
	}
	handler := openai.New(chat)
	for _, path := range openai.Paths() {
		d.webhook.Handle(path, handler, true)
	}
	d.webhook.Handle("/mcp", newMCP(d.asker("mcp"), c, log).Handler(), true)
}

// newMCP is the door of the Model Context Protocol, over HTTP or standard
// input and output.
func newMCP(l watched, c config.Config, log *slog.Logger) *mcp.Door {
	o := mcp.Options{Asker: l, Ranker: l, Collection: l.Collection, Version: release, Timeout: c.Webhook.AskTimeout, Logger: log}
	if at := link(c); at != nil {
		o.Link = func(d *corpus.Document, s corpus.Span) string {
			return at(bot.Quote{Source: bot.QuoteSource{ID: d.ID}, Start: s.Start, End: s.End})
		}
	}
	return mcp.New(o)
}

// pageIsOn reports whether the page is served: it asks for no token, so not
// when the webhook does, unless the settings say so.
func pageIsOn(c config.Config) bool {
	return c.Web.Public || c.Webhook.Token == "" && len(c.Webhook.Secrets) == 0
}

// link is where a quote is on the page, for Discord. Without a public address
// it is nowhere.
func link(c config.Config) func(bot.Quote) string {
	base := strings.TrimRight(c.Web.PublicURL, "/")
	if base == "" || !pageIsOn(c) {
		return nil
	}
	return func(q bot.Quote) string { return base + web.QuotePath(q) }
}

// states are the states of what an answer can do without.
func (d *doors) states() map[string]string {
	s := map[string]string{"llm": d.live.modelState(), "discord": "off"}
	if d.discord != nil {
		s["discord"] = d.discord.State().String()
	}
	return s
}

// parts are the doors as they are started: the webhook last, so that it is
// ready when all is, and the first to stop.
func (d *doors) parts(l net.Listener) []part {
	var parts []part
	if d.discord != nil {
		parts = append(parts, part{run: d.discord.Run, outlast: true})
	}
	if d.later != nil {
		parts = append(parts, part{run: d.later.Run})
	}
	if d.callbacks != nil {
		parts = append(parts, part{run: d.runCallbacks})
	}
	return append(parts, part{run: func(ctx context.Context) error { return d.webhook.Serve(ctx, l) }})
}
