package main

import (
	"context"
	"log"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"

	"alinti/bot"
	"alinti/bot/webhook"
	"alinti/retrieval/corpus"
)

func main() {
	c, err := corpus.LoadDir("seeds")
	if err != nil {
		log.Fatal(err)
	}
	b, err := bot.New(bot.Options{Collection: c})
	if err != nil {
		log.Fatal(err)
	}
	cfg := webhook.DefaultConfig()
	cfg.AccessLog = os.Getenv("LOG") != ""
	s, err := webhook.New(webhook.Options{Asker: b, Collection: b.Collection, Config: cfg, Logger: slog.New(slog.NewJSONHandler(os.Stderr, nil))})
	if err != nil {
		log.Fatal(err)
	}
	l, err := net.Listen("tcp", os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	ctx, stop := signal.NotifyContext(context.Background(), syscall.SIGTERM, os.Interrupt)
	defer stop()
	if err := s.Serve(ctx, l); err != nil {
		log.Fatal(err)
	}
}
