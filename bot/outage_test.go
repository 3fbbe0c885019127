package bot_test

import (
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/llm"
)

type roundTrip func(*http.Request) (*http.Response, error)

func (f roundTrip) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func response(status int, body io.Reader) (*http.Response, error) {
	return &http.Response{StatusCode: status, Header: http.Header{"Retry-After": {"1"}}, Body: io.NopCloser(body)}, nil
}

// A fault is what a bad service does with one request.
var serviceFaults = []roundTrip{
	func(*http.Request) (*http.Response, error) { return nil, errors.New("connection refused") },
	func(r *http.Request) (*http.Response, error) { <-r.Context().Done(); return nil, r.Context().Err() },
	func(*http.Request) (*http.Response, error) { return response(500, strings.NewReader("sk-secret")) },
	func(*http.Request) (*http.Response, error) { return response(429, strings.NewReader("{}")) },
	func(*http.Request) (*http.Response, error) { return response(401, strings.NewReader("sk-secret")) },
	func(*http.Request) (*http.Response, error) { return response(200, strings.NewReader("{")) },
	func(*http.Request) (*http.Response, error) { return response(200, strings.NewReader(`{"choices":[]}`)) },
	func(*http.Request) (*http.Response, error) {
		return response(200, io.LimitReader(endlessX{}, 64<<20))
	},
	func(*http.Request) (*http.Response, error) {
		return response(200, strings.NewReader(`{"choices":[{"message":{"content":"{\"answerable\":true,\"sentences\":[\"bcdf\"],\"statements\":[]}"}}]}`))
	},
	func(*http.Request) (*http.Response, error) {
		return response(200, strings.NewReader(`{"choices":[{"message":{"content":"{\"answerable\":true,\"sentences\":[\"bcdf\"],\"statements\":[]}"},"finish_reason":"stop"}]}`))
	},
}

// endlessX is a body without an end.
type endlessX struct{}

func (endlessX) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// 2,000 questions while the model's service fails in every way: each gets the
// retrieval answer inside the deadline, at no more than 1.1 requests each.
func TestOutage(t *testing.T) {
	const questions, deadline = 2000, 5 * time.Second
	c := bottest.Seeds(t)
	plain := bottest.Bot(t, c)
	synctest.Test(t, func(t *testing.T) {
		random := rand.New(rand.NewPCG(1, 2))
		requests := 0
		settings := llm.DefaultConfig()
		settings.BaseURL, settings.APIKey, settings.Timeout = "http://model.test", "sk-secret", deadline
		client, err := llm.New(settings, llm.Options{Transport: roundTrip(func(r *http.Request) (*http.Response, error) {
			requests++
			return serviceFaults[random.IntN(len(serviceFaults))](r)
		})})
		if err != nil {
			t.Fatal(err)
		}
		b, err := bot.New(bot.Options{Collection: c, Model: client})
		if err != nil {
			t.Fatal(err)
		}
		for i := range questions {
			q := bot.Question{Text: fmt.Sprintf("Kuzey Kore Rusya'ya %d. yılda kaç asker gönderdi?", i%50)}
			want, err := plain.Ask(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			got, err := b.Ask(t.Context(), q)
			if err != nil {
				t.Fatalf("question %d: %v", i, err)
			}
			if took := time.Since(start); took > deadline {
				t.Fatalf("question %d took %v, over %v", i, took, deadline)
			}
			if got.ID != want.ID || got.Text != want.Text || got.Mode != bot.ModeRetrieval || len(got.Warnings) != 1 {
				t.Fatalf("question %d: %+v, want the retrieval answer with a warning", i, got)
			}
			time.Sleep(time.Duration(random.IntN(8000)) * time.Millisecond)
		}
		t.Logf("%d requests for %d questions", requests, questions)
		if 10*requests > 11*questions {
			t.Errorf("%d requests for %d questions, want at most 1.1 each", requests, questions)
		}
	})
}

// A follow-up is put to the model twice, but has one budget, and its retrieval
// answer goes out before the model is asked at all. A service that cannot be
// reached for the first call is not asked a second time.
func TestOutageOfAFollowUp(t *testing.T) {
	const deadline = 5 * time.Second
	c := bottest.Seeds(t)
	rewrites := func(r *http.Request) (*http.Response, error) {
		return response(200, strings.NewReader(`{"choices":[{"message":{"content":"{\"question\":\"Kuzey Kore ne zaman asker gönderdi?\"}"},"finish_reason":"stop"}]}`))
	}
	hangs := func(r *http.Request) (*http.Response, error) { <-r.Context().Done(); return nil, r.Context().Err() }
	slowly := func(r *http.Request) (*http.Response, error) { time.Sleep(3 * time.Second); return rewrites(r) }
	for name, tt := range map[string]struct {
		calls    []roundTrip
		requests int
	}{
		"hangs at once":          {[]roundTrip{hangs, hangs}, 1},
		"slow, then hangs":       {[]roundTrip{slowly, hangs}, 2},
		"reads, then hangs":      {[]roundTrip{rewrites, hangs}, 2},
		"cannot be reached once": {[]roundTrip{func(*http.Request) (*http.Response, error) { return response(401, strings.NewReader("")) }}, 1},
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				requests := 0
				settings := llm.DefaultConfig()
				settings.BaseURL, settings.Timeout = "http://model.test", deadline
				client, err := llm.New(settings, llm.Options{Transport: roundTrip(func(r *http.Request) (*http.Response, error) {
					requests++
					return tt.calls[requests-1](r)
				})})
				if err != nil {
					t.Fatal(err)
				}
				b, err := bot.New(bot.Options{Collection: c, Model: client})
				if err != nil {
					t.Fatal(err)
				}
				first := bot.Question{Text: "Kuzey Kore Rusya'ya asker gönderdi mi?", Conversation: "c", Mode: bot.ModeRetrieval}
				if _, err := b.Ask(t.Context(), first); err != nil {
					t.Fatal(err)
				}
				start, heard := time.Now(), false
				a, err := b.AskEarly(t.Context(), bot.Question{Text: "kaç kişi?", Conversation: "c"}, func(early bot.Answer) {
					if heard = true; time.Since(start) != 0 || requests != 0 || early.Resolved == "" {
						t.Errorf("the early answer came after %v and %d requests, as %+v", time.Since(start), requests, early)
					}
				})
				if err != nil || !heard || a.Mode != bot.ModeRetrieval || len(a.Warnings) != 1 || a.Warnings[0] != bot.WarningLLMUnavailable {
					t.Errorf("heard %v, %+v, %v; want the retrieval answer with a warning", heard, a, err)
				}
				if took := time.Since(start); took > deadline {
					t.Errorf("it took %v, over %v", took, deadline)
				}
				if requests != tt.requests {
					t.Errorf("%d requests, want %d", requests, tt.requests)
				}
			})
		})
	}
}
