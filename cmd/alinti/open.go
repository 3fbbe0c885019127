package main

import (
	"context"
	"io"
	"log/slog"

	"alinti/bot"
	"alinti/bot/config"
	"alinti/bot/llm"
	"alinti/retrieval"
	"alinti/retrieval/corpus"
	"alinti/seeds"
)

// settings reads the settings of this run. What is wrong with them is wrong
// use. It does not wait longer than ctx for a file that says nothing, a pipe
// that nobody writes to; the reading of that is left behind.
func (p *program) settings(ctx context.Context, flags ...config.Flag) (*config.Settings, error) {
	if p.articlesDir != "" {
		flags = append(flags, config.Flag{Name: "--articles", Key: "articles.dir", Value: p.articlesDir})
	}
	type loaded struct {
		settings *config.Settings
		err      error
	}
	done := make(chan loaded, 1)
	go func() {
		s, err := config.Load(config.Source{File: p.settingsFile, Flags: flags})
		done <- loaded{s, err}
	}()
	select {
	case <-ctx.Done():
		return nil, ctx.Err()
	case l := <-done:
		if l.err != nil {
			return nil, wrong(l.err)
		}
		return l.settings, nil
	}
}

// articles loads what questions are asked of: the folder of the settings, or
// the articles inside the program. With some files refused it returns the
// others and an error; with all of them refused, no collection.
func articles(c config.Config) (*corpus.Collection, error) {
	if c.Articles.Dir == "" {
		return corpus.Load(seeds.FS)
	}
	return corpus.LoadDir(c.Articles.Dir)
}

// articles loads the articles, and tells in the log which had to be left out.
func (p *program) articles(c config.Config, log *slog.Logger) (*corpus.Collection, error) {
	all, err := articles(c)
	if all == nil {
		return nil, wrong(err)
	}
	for _, line := range lines(err) {
		log.Warn("part of the articles is left out", "cause", line)
	}
	return all, nil
}

// open makes the bot that the settings describe; offline leaves the model out.
func (p *program) open(s *config.Settings, offline bool, log *slog.Logger) (*answering, error) {
	c := s.Revealed()
	articles, err := p.articles(c, log)
	if err != nil {
		return nil, err
	}
	m, err := newModel(c, offline)
	if err != nil {
		return nil, wrong(err)
	}
	a, err := answerFrom(articles, c, m, log)
	if err != nil {
		return nil, wrong(err)
	}
	return a, nil
}

// newModel is a client of the model that the settings name, or nil.
func newModel(c config.Config, offline bool) (*llm.Client, error) {
	if c.LLM.BaseURL == "" || offline {
		return nil, nil
	}
	return llm.New(c.LLM, llm.Options{})
}

// answerFrom makes a bot that quotes from the collection; m may be nil.
func answerFrom(articles *corpus.Collection, c config.Config, m *llm.Client, log *slog.Logger) (*answering, error) {
	own, _, err := ownSynonyms(c)
	if err != nil {
		return nil, err
	}
	o := bot.Options{
		Collection: articles, Strictness: c.Retrieval.Strictness, Logger: log,
		Index: retrieval.Options{Synonyms: own, NoBuiltin: !c.Retrieval.BuiltinSynonyms},
	}
	if m != nil {
		o.Model = m
	}
	defer deferCollector(articles)()
	b, err := bot.New(o)
	if err != nil {
		return nil, err
	}
	return &answering{b, m}, nil
}

// logger writes to standard error what the settings ask for.
func (p *program) logger(c config.Log) *slog.Logger { return loggerTo(p.stderr, c, level(c)) }

// loggerTo is a logger whose level may change.
func loggerTo(to io.Writer, c config.Log, from slog.Leveler) *slog.Logger {
	if c.Format == "json" {
		return slog.New(slog.NewJSONHandler(to, &slog.HandlerOptions{Level: from}))
	}
	return slog.New(newLineHandler(to, from))
}

// level is the least that is written, by settings that are checked.
func level(c config.Log) slog.Level {
	var level slog.Level
	_ = level.UnmarshalText([]byte(c.Level))
	return level
}
