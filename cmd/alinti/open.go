package main

import (
	"log/slog"

	"alinti/bot"
	"alinti/bot/config"
	"alinti/bot/llm"
	"alinti/retrieval/corpus"
	"alinti/seeds"
)

// settings reads the settings of this run. What is wrong with them is wrong use.
func (p *program) settings(flags ...config.Flag) (*config.Settings, error) {
	if p.articlesDir != "" {
		flags = append(flags, config.Flag{Name: "--articles", Key: "articles.dir", Value: p.articlesDir})
	}
	s, err := config.Load(config.Source{File: p.settingsFile, Flags: flags})
	if err != nil {
		return nil, wrong(err)
	}
	return s, nil
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

// open makes the bot that the settings describe. Files that had to be left out
// are told in the log; offline leaves the model out.
func (p *program) open(s *config.Settings, offline bool, log *slog.Logger) (*bot.Bot, error) {
	c := s.Revealed()
	articles, err := articles(c)
	if articles == nil {
		return nil, wrong(err)
	}
	for _, line := range lines(err) {
		log.Warn("an article is left out", "cause", line)
	}
	b, err := newBot(c, articles, offline, log)
	if err != nil {
		return nil, wrong(err)
	}
	return b, nil
}

// newBot makes a bot that answers from the collection.
func newBot(c config.Config, articles *corpus.Collection, offline bool, log *slog.Logger) (*bot.Bot, error) {
	o := bot.Options{Collection: articles, Strictness: c.Retrieval.Strictness, Logger: log}
	if c.LLM.BaseURL != "" && !offline {
		m, err := llm.New(c.LLM, llm.Options{})
		if err != nil {
			return nil, err
		}
		o.Model = m
	}
	return bot.New(o)
}

// logger writes to standard error what the settings, which are checked, ask for.
func (p *program) logger(c config.Log) *slog.Logger {
	var level slog.Level
	_ = level.UnmarshalText([]byte(c.Level))
	o := &slog.HandlerOptions{Level: level}
	if c.Format == "json" {
		return slog.New(slog.NewJSONHandler(p.stderr, o))
	}
	return slog.New(slog.NewTextHandler(p.stderr, o))
}
