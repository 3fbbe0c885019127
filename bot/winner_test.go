package bot_test

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"net/http"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/llm"
	"alinti/retrieval/corpus"
)

// pointingAtRandom is a model that always points at some sentence.
type pointingAtRandom struct{ *rand.Rand }

func (m pointingAtRandom) Complete(_ context.Context, r llm.Request) (llm.Reply, error) {
	lines := offeredLine.FindAllStringSubmatch(r.User, -1)
	text, err := json.Marshal(map[string]any{"answerable": true, "sentences": []string{lines[m.IntN(len(lines))][1]}, "statements": []any{}})
	if err == nil {
		err = r.Accept(string(text))
	}
	return llm.Reply{Text: string(text)}, err
}

// A tally counts right answers and right refusals.
type tally struct{ hit1, answerable, abstained, unanswerable int }

func (n *tally) add(j judgedQuestion, a bot.Answer) {
	if !j.Answerable {
		n.unanswerable++
		if !a.Answered {
			n.abstained++
		}
		return
	}
	n.answerable++
	if a.Answered && slices.ContainsFunc(j.Gold, func(g []string) bool { return j.covers(g, a.Quotes[0].Text) }) {
		n.hit1++
	}
}

func (n *tally) shares() (hit1, abstain float64) {
	return float64(n.hit1) / float64(n.answerable), float64(n.abstained) / float64(n.unanswerable)
}

// Who wins when the model and retrieval disagree whether there is an answer,
// measured both ways; -v prints the table of docs/models.md. To let retrieval
// decide costs a right model what retrieval cannot tell, and saves a wrong one
// none of its answers.
func TestWhoWins(t *testing.T) {
	c := bottest.Seeds(t)
	for _, file := range []string{"dev.jsonl", "dev2.jsonl"} {
		questions := questionsOf(t, "evaluate/testdata/"+file)
		knows := knowing(questions)
		askerOf := func(m bot.Model) *bot.Bot {
			b, err := bot.New(bot.Options{Collection: c, Model: m})
			if err != nil {
				t.Fatal(err)
			}
			return b
		}
		plain, right, random := askerOf(nil), askerOf(knows), askerOf(pointingAtRandom{rand.New(rand.NewPCG(3, 4))})
		var retrieval, rightWins, rightOverruled, randomWins, randomOverruled tally
		for _, j := range questions {
			ask := func(b *bot.Bot) bot.Answer {
				a, err := b.Ask(t.Context(), bot.Question{Text: j.Question})
				if err != nil {
					t.Fatal(err)
				}
				return a
			}
			found, told, pointed := ask(plain), ask(right), ask(random)
			overruled := func(a bot.Answer) bot.Answer { // retrieval says whether, the model which
				if !found.Answered || !a.Answered {
					return found
				}
				return a
			}
			retrieval.add(j, found)
			rightWins.add(j, told)
			rightOverruled.add(j, overruled(told))
			randomWins.add(j, pointed)
			randomOverruled.add(j, overruled(pointed))
		}
		for _, row := range []struct {
			who string
			tally
		}{
			{"retrieval alone", retrieval},
			{"a right model wins", rightWins}, {"a right model overruled", rightOverruled},
			{"a random model wins", randomWins}, {"a random model overruled", randomOverruled},
		} {
			hit1, abstain := row.shares()
			t.Logf("%-9s %-24s hit1 %.2f, abstain %.2f", file, row.who, hit1, abstain)
		}
		if rightWins.hit1 <= rightOverruled.hit1 || rightWins.abstained < rightOverruled.abstained {
			t.Errorf("%s: overruling a right model costs nothing: %+v, %+v", file, rightWins, rightOverruled)
		}
		if randomOverruled.hit1 > randomWins.hit1+2 {
			t.Errorf("%s: overruling a random model saves its answers: %+v, %+v", file, randomWins, randomOverruled)
		}
	}
}

// The same question about other articles is another prompt, and is not answered
// out of the cache of replies; asked again, it costs no request.
func TestCacheIsOfTheArticles(t *testing.T) {
	requests := 0
	settings := llm.DefaultConfig()
	settings.BaseURL = "http://model.test"
	client, err := llm.New(settings, llm.Options{Transport: roundTrip(func(*http.Request) (*http.Response, error) {
		requests++
		return response(200, strings.NewReader(`{"choices":[{"message":{"content":"{\"answerable\":false,\"sentences\":[],\"statements\":[]}"},"finish_reason":"stop"}]}`))
	})})
	if err != nil {
		t.Fatal(err)
	}
	for i, text := range []string{"Köprü dün açıldı.\n", "Köprü bugün açıldı.\n"} {
		c, err := corpus.Load(fstest.MapFS{"a.txt": {Data: []byte(text)}})
		if err != nil {
			t.Fatal(err)
		}
		b, err := bot.New(bot.Options{Collection: c, Model: client})
		if err != nil {
			t.Fatal(err)
		}
		for range 2 {
			if a, err := b.Ask(t.Context(), bot.Question{Text: "Köprü ne zaman açıldı?"}); err != nil || a.Mode != bot.ModeLLM {
				t.Fatalf("%+v, %v; want the model's refusal", a, err)
			}
			if requests != i+1 {
				t.Errorf("%d requests for %q, want %d", requests, text, i+1)
			}
		}
	}
}
