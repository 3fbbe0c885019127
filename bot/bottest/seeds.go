package bottest

import (
	"testing"

	"alinti/bot"
	"alinti/retrieval/corpus"
	"alinti/seeds"
)

// Seeds is the two articles of the program.
func Seeds(t testing.TB) *corpus.Collection {
	t.Helper()
	c, err := corpus.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// Bot is a bot on a collection, without a model.
func Bot(t testing.TB, c *corpus.Collection) *bot.Bot {
	t.Helper()
	b, err := bot.New(bot.Options{Collection: c})
	if err != nil {
		t.Fatal(err)
	}
	return b
}
