package bot_test

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"slices"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/llm"
)

// A judgedQuestion is a line of the question sets.
type judgedQuestion struct {
	Question   string     `json:"question"`
	Answerable bool       `json:"answerable"`
	Gold       [][]string `json:"gold"`
}

func (j judgedQuestion) covers(group []string, sentence string) bool {
	return slices.ContainsFunc(group, func(gold string) bool { return strings.Contains(sentence, gold) })
}

// allKnowing is a model that points at the right sentences.
type allKnowing map[string]judgedQuestion

func knowing(questions []judgedQuestion) allKnowing {
	all := make(allKnowing)
	for _, j := range questions {
		all[strings.Join(strings.Fields(j.Question), " ")] = j
	}
	return all
}

func (m allKnowing) Complete(_ context.Context, r llm.Request) (llm.Reply, error) {
	_, after, _ := strings.Cut(r.User, "<question>\n")
	question, _, _ := strings.Cut(after, "\n</question>")
	j := m[question]
	reply := struct {
		Answerable bool     `json:"answerable"`
		Sentences  []string `json:"sentences"`
		Statements []any    `json:"statements"`
	}{j.Answerable, []string{}, []any{}}
	for _, group := range j.Gold {
		for _, line := range offeredLine.FindAllStringSubmatch(r.User, -1) {
			if j.covers(group, line[2]) {
				reply.Sentences = append(reply.Sentences, line[1])
				break
			}
		}
	}
	text, err := json.Marshal(reply)
	if err == nil {
		err = r.Accept(string(text))
	}
	return llm.Reply{Text: string(text)}, err
}

func questionsOf(t *testing.T, file string) []judgedQuestion {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var list []judgedQuestion
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var j judgedQuestion
		if err := json.Unmarshal(lines.Bytes(), &j); err != nil {
			t.Fatal(err)
		}
		list = append(list, j)
	}
	return list
}

// With a model that is right, the answer is right: nothing is lost on the way.
func TestNothingIsLostWithARightModel(t *testing.T) {
	c := bottest.Seeds(t)
	for _, file := range []string{"dev.jsonl", "dev2.jsonl"} {
		questions := questionsOf(t, "evaluate/testdata/"+file)
		knows := knowing(questions)
		b, err := bot.New(bot.Options{Collection: c, Model: knows})
		if err != nil {
			t.Fatal(err)
		}
		var answerable, hit1, full, unanswerable, abstained, byModel int
		for _, j := range questions {
			a, err := b.Ask(t.Context(), bot.Question{Text: j.Question})
			if err != nil {
				t.Fatal(err)
			}
			if a.Mode == bot.ModeLLM {
				byModel++
			} else {
				t.Logf("not by the model: %q, %v %v", j.Question, a.Reason, a.Warnings)
			}
			if !j.Answerable {
				unanswerable++
				if !a.Answered {
					abstained++
				}
				continue
			}
			answerable++
			if a.Answered && slices.ContainsFunc(j.Gold, func(g []string) bool { return j.covers(g, a.Quotes[0].Text) }) {
				hit1++
			}
			if !slices.ContainsFunc(j.Gold, func(g []string) bool {
				return !slices.ContainsFunc(a.Quotes[:min(3, len(a.Quotes))], func(q bot.Quote) bool { return j.covers(g, q.Text) })
			}) {
				full++
			}
		}
		t.Logf("%s: hit1 %d/%d, full %d/%d, abstain %d/%d, by the model %d/%d", file, hit1, answerable, full, answerable, abstained, unanswerable, byModel, len(questions))
		for what, share := range map[string]float64{
			"hit1":    float64(hit1) / float64(answerable),
			"full":    float64(full) / float64(answerable),
			"abstain": float64(abstained) / float64(unanswerable),
			"mode":    float64(byModel) / float64(len(questions)),
		} {
			if share < 0.98 {
				t.Errorf("%s: %s is %.3f, want at least 0.98", file, what, share)
			}
		}
	}
}
