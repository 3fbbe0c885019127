package evaluate

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/retrieval/corpus"
)

// What a conversation costs is at most 0.15 of what its last turn, written out
// as a question of its own, would score.
func TestConversationsCostLittle(t *testing.T) {
	c := bottest.Seeds(t)
	b := bottest.Bot(t, c)
	for _, name := range []string{"independent.jsonl", "unseen.jsonl"} {
		file := filepath.Join("../dialogue/testdata", name)
		talks, single := scoresOf(t, b, c, file), scoresOf(t, b, c, singles(t, file))
		if talks.Hit1.Value() < single.Hit1.Value()-0.15 || talks.Abstain.Value() < single.Abstain.Value()-0.15 {
			t.Errorf("%s: hit1 %.2f, abstain %.2f; its single questions %.2f, %.2f", name, talks.Hit1.Value(), talks.Abstain.Value(), single.Hit1.Value(), single.Abstain.Value())
		}
		t.Logf("%s: hit1 %.2f, abstain %.2f; its single questions %.2f, %.2f", name, talks.Hit1.Value(), talks.Abstain.Value(), single.Hit1.Value(), single.Abstain.Value())
	}
}

func scoresOf(t *testing.T, a bot.Asker, c *corpus.Collection, file string) Scores {
	t.Helper()
	report, err := Run(t.Context(), Options{Files: []string{file}, Asker: a, Collection: c, Question: bot.Question{Mode: bot.ModeRetrieval}})
	if err != nil {
		t.Fatal(err)
	}
	return report.Sets[0].Scores
}

// singles writes a file of the questions that a file's last turns ask.
func singles(t *testing.T, file string) string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	for line := range bytes.Lines(data) {
		var fields map[string]any
		if err := json.Unmarshal(line, &fields); err != nil {
			t.Fatal(err)
		}
		fields["question"] = fields["single"]
		delete(fields, "turns")
		if err := json.NewEncoder(&out).Encode(fields); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "single.jsonl")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}
