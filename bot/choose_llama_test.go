package bot

import (
	"errors"
	"os"
	"slices"
	"testing"
	"time"

	"alinti/bot/llm"
)

// llama is a client of a real server.
func llama(t *testing.T, timeout time.Duration, tokens int) *llm.Client {
	t.Helper()
	address := os.Getenv("ALINTI_LLAMA_URL")
	if address == "" {
		t.Skip("ALINTI_LLAMA_URL is not set; .ci/llama.sh runs this against a real server")
	}
	c := llm.DefaultConfig()
	c.BaseURL, c.Timeout, c.MaxTokens = address, timeout, tokens
	client, err := llm.New(c, llm.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return client
}

// The whole way of a question: the retrieval answer comes early, and what comes
// of the model is quotes of the articles or a warning.
func TestLlamaAsks(t *testing.T) {
	client := llama(t, 4*time.Minute, 120)
	b := seeded(t, client)
	early := 0
	a, err := b.AskEarly(t.Context(), Question{Text: "Kuzey Kore Rusya'ya kaç asker gönderdi?"}, func(a Answer) {
		if early++; a.Mode != ModeRetrieval || !a.Answered {
			t.Errorf("early answer %+v", a)
		}
	})
	if err != nil || early != 1 {
		t.Fatalf("AskEarly() error %v, %d early answers", err, early)
	}
	t.Logf("mode %s, warnings %v, %d quotes, %d statements, %+v", a.Mode, a.Warnings, len(a.Quotes), len(a.Statements), client.Stats())
	if a.Mode == ModeRetrieval && !slices.Contains(a.Warnings, WarningLLMUnusable) {
		t.Errorf("the model's reply was neither used nor unusable: %v", a.Warnings)
	}
	for _, q := range a.Quotes {
		for _, d := range b.Collection().Documents {
			if d.File == q.Source.File && d.Text[q.Start:q.End] != q.Text {
				t.Errorf("%q is not its bytes", q.Text)
			}
		}
	}
}

// A real server with a model that answers at chance: whatever it says, the
// choice is among the candidates or the reply is unusable.
func TestLlamaChooses(t *testing.T) {
	client := llama(t, 3*time.Minute, 200)
	cands := offered("Kuzey Kore Rusya'ya en az 13 bin asker göndermişti.", "Putin haziran ayında Pyongyang'a gitti.", "Ticaret hacmi düşük.")
	for _, q := range []struct{ question, language string }{
		{"Kaç asker gönderildi?", "tr"}, {"How many soldiers were sent?", "en"},
	} {
		got, err := choose(t.Context(), client, q.question, q.language, cands)
		t.Logf("%s: %+v, %v", q.question, got, err)
		if err != nil && !errors.Is(err, llm.ErrUnusable) {
			t.Errorf("choose(%q) error = %v", q.question, err)
		}
		for _, i := range got.picks {
			if i < 0 || i >= len(cands) {
				t.Errorf("choose(%q) picks %d", q.question, i)
			}
		}
	}
}
