package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"strings"
	"syscall"

	"alinti/bot/config"

	"github.com/prometheus/client_golang/prometheus"
)

// reloadable are the settings that a reload takes over; a key that ends in a
// dot stands for its section. Every other one needs a restart.
var reloadable = []string{"articles.", "retrieval.", "llm.", "log.level", "webhook.token", "webhook.admin_token", "webhook.secrets"}

// A reloader puts new settings and articles in the place of the old, whole or
// not at all.
type reloader struct {
	program *program
	flags   []config.Flag
	now     config.Config // what holds now
	doors   *doors
	level   *slog.LevelVar
	log     *slog.Logger
	counts  *prometheus.CounterVec
	hangups chan os.Signal
	seated  bool // it was started on a terminal
}

// newReloader listens for SIGHUP from now on.
func newReloader(p *program, flags []config.Flag, c config.Config, d *doors, from *slog.LevelVar, log *slog.Logger) *reloader {
	r := &reloader{
		program: p, flags: flags, now: c, doors: d, level: from, log: log,
		hangups: make(chan os.Signal, 1), seated: p.onTerminal(p.stdin),
		counts: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "alinti_reloads_total", Help: "Reloads of settings and articles, by outcome: done or refused.",
		}, []string{"outcome"}),
	}
	for _, outcome := range []string{"done", "refused"} {
		r.counts.WithLabelValues(outcome) // shown as 0 from the start
	}
	d.registry.MustRegister(r.counts)
	signal.Notify(r.hangups, syscall.SIGHUP)
	return r
}

// run reloads at every SIGHUP until ctx ends. When the signal says that the
// terminal is gone, so is the one who would stop the program: it fails.
func (r *reloader) run(ctx context.Context) error {
	defer signal.Stop(r.hangups)
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-r.hangups:
			if r.seated && !r.program.onTerminal(r.program.stdin) {
				return errors.New("the terminal is gone")
			}
			r.reload(ctx)
		}
	}
}

func (r *reloader) reload(ctx context.Context) {
	if err := r.try(ctx); err != nil {
		for _, line := range lines(err) {
			r.log.Error("reload refused, everything stays as it was", "cause", line)
		}
		r.counts.WithLabelValues("refused").Inc()
		return
	}
	r.counts.WithLabelValues("done").Inc()
	r.log.Info("reloaded", "articles", len(r.doors.live.Collection().Documents), "model", r.now.LLM.BaseURL != "")
}

// try makes everything new beside the old, and changes over only when nothing
// can fail any more.
func (r *reloader) try(ctx context.Context) error {
	settings, err := r.program.settings(ctx, r.flags...)
	if err != nil {
		return err
	}
	next := settings.Revealed()
	if err := r.fits(next); err != nil {
		return err
	}
	articles, err := articles(next)
	if err != nil { // one file refused is enough: half a collection is no reload
		return err
	}
	m := r.doors.live.now.Load().model
	if next.LLM != r.now.LLM { // else it keeps its cache and what it knows of the service
		if m, err = newModel(next, false); err != nil {
			return err
		}
	}
	a, err := answerFrom(articles, next, m, r.log)
	if err != nil {
		return err
	}
	if err := r.doors.webhook.Rekey(next.Webhook); err != nil {
		return err
	}
	r.doors.live.now.Store(a)
	debug.FreeOSMemory() // what the old articles held
	r.level.Set(level(next.Log))
	r.now = next
	return nil
}

// fits refuses settings that cannot be taken over while the doors are open.
func (r *reloader) fits(next config.Config) error {
	if err := next.Webhook.CheckListen(next.Listen); err != nil {
		return err
	}
	stay := slices.DeleteFunc(config.Changed(r.now, next), func(key string) bool {
		return slices.ContainsFunc(reloadable, func(s string) bool {
			return s == key || strings.HasSuffix(s, ".") && strings.HasPrefix(key, s)
		})
	})
	if len(stay) > 0 {
		return fmt.Errorf("%s changed, which needs a restart", strings.Join(stay, ", "))
	}
	if len(r.now.Webhook.Secrets) > 0 != (len(next.Webhook.Secrets) > 0) {
		return errors.New("webhook.secrets was set or taken away, which turns callbacks off or on and needs a restart")
	}
	if pageIsOn(r.now) != pageIsOn(next) {
		return errors.New("webhook.token or webhook.secrets was set or taken away, which turns the page off or on and needs a restart")
	}
	return nil
}
