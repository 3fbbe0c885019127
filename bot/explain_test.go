package bot_test

import (
	"errors"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
)

// An explanation speaks of the very sentences and probabilities of the answer.
func TestExplainTellsOfTheAnswer(t *testing.T) {
	b := bottest.Bot(t, bottest.Seeds(t))
	const question = "  Kuzey Kore Rusya'ya kaç asker gönderdi? "
	a, err := b.Ask(t.Context(), bot.Question{Text: question})
	if err != nil {
		t.Fatal(err)
	}
	e, err := b.Explain(question, 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(e.Sentences) != 3 || e.English || e.Asked != "number" || e.Question != a.Question {
		t.Errorf("Explain(%q) = %+v", question, e)
	}
	first, quote := e.Sentences[0], a.Quotes[0]
	if first.Quote.Start != quote.Start || first.Quote.Score != quote.Score || len(first.Signals) == 0 {
		t.Errorf("the first sentence explained is %+v, the first quote %+v", first, quote)
	}
	var input *bot.InputError
	if _, err := b.Explain(" ", 3); !errors.As(err, &input) || input.Code != bot.InputEmpty {
		t.Errorf("an empty question is explained: %v", err)
	}
}
