package bot

import (
	"errors"
	"os"
	"testing"
	"time"

	"alinti/bot/llm"
)

// A real server with a model that answers at chance: whatever it says, the
// choice is among the candidates or the reply is unusable.
func TestLlamaChooses(t *testing.T) {
	address := os.Getenv("ALINTI_LLAMA_URL")
	if address == "" {
		t.Skip("ALINTI_LLAMA_URL is not set; .ci/llama.sh runs this against a real server")
	}
	c := llm.DefaultConfig()
	c.BaseURL, c.Timeout, c.MaxTokens = address, 3*time.Minute, 200
	client, err := llm.New(c, llm.Options{})
	if err != nil {
		t.Fatal(err)
	}
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
