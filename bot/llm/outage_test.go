package llm_test

import (
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"alinti/bot/llm"
)

// transportFunc is a service in memory, for tests under a fake clock.
type transportFunc func(*http.Request) (*http.Response, error)

func (f transportFunc) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }

func respond(status int, body io.Reader, header ...string) *http.Response {
	h := http.Header{}
	for i := 0; i+1 < len(header); i += 2 {
		h.Set(header[i], header[i+1])
	}
	return &http.Response{StatusCode: status, Status: fmt.Sprint(status), Header: h, Body: io.NopCloser(body)}
}

func fine() *http.Response { return respond(200, strings.NewReader(reply("ok", `"stop"`))) }

func inMemory(t *testing.T, f transportFunc, change func(*llm.Config)) *llm.Client {
	t.Helper()
	c := llm.DefaultConfig()
	c.BaseURL, c.CacheEntries, c.Timeout = "http://model.test/v1", 0, 10*time.Second
	if change != nil {
		change(&c)
	}
	client, err := llm.New(c, llm.Options{Transport: f})
	if err != nil {
		t.Fatal(err)
	}
	return client
}

// hang waits for the request to be given up.
func hang(r *http.Request) (*http.Response, error) {
	<-r.Context().Done()
	return nil, r.Context().Err()
}

// slowBody gives a byte a second, and never the end of a reply.
type slowBody struct{ ctx context.Context }

func (s slowBody) Read(p []byte) (int, error) {
	select {
	case <-time.After(time.Second):
		p[0] = ' '
		return 1, nil
	case <-s.ctx.Done():
		return 0, s.ctx.Err()
	}
}

func TestRetryObeysRetryAfter(t *testing.T) {
	tests := []struct {
		name  string
		after string
		ok    bool
		took  time.Duration // at least
	}{
		{"seconds", "3", true, 3 * time.Second},
		{"an HTTP date", "Sat, 01 Jan 2000 00:00:04 GMT", true, 4 * time.Second},
		{"longer than the deadline", "60", false, 0},
		{"nonsense", "soon", true, 100 * time.Millisecond},
		{"none", "", true, 100 * time.Millisecond},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) { // its clock starts at midnight UTC 2000-01-01
				calls := 0
				c := inMemory(t, func(*http.Request) (*http.Response, error) {
					if calls++; calls == 1 {
						return respond(429, strings.NewReader("{}"), "Retry-After", tt.after), nil
					}
					return fine(), nil
				}, nil)
				start := time.Now()
				_, err := c.Complete(t.Context(), llm.Request{User: "q"})
				if (err == nil) != tt.ok {
					t.Fatalf("Complete() error = %v, want success %v", err, tt.ok)
				}
				if took := time.Since(start); took < tt.took || took > 10*time.Second {
					t.Errorf("it took %v, want at least %v", took, tt.took)
				}
				if !tt.ok { // the wish holds for the next question too
					if _, err := c.Complete(t.Context(), llm.Request{User: "r"}); err == nil || calls != 1 {
						t.Errorf("asked again before the time: %d calls, error %v", calls, err)
					}
					time.Sleep(time.Minute)
					if _, err := c.Complete(t.Context(), llm.Request{User: "r"}); err != nil {
						t.Errorf("not asked after the time: %v", err)
					}
				}
			})
		})
	}
}

func TestBreakerOpensProbesAndCloses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		calls, healthy := 0, false
		c := inMemory(t, func(*http.Request) (*http.Response, error) {
			calls++
			if healthy {
				return fine(), nil
			}
			return respond(500, strings.NewReader("")), nil
		}, nil)
		ask := func() error { _, err := c.Complete(t.Context(), llm.Request{User: "q"}); return err }
		for range 20 {
			if err := ask(); !errors.Is(err, llm.ErrUnavailable) {
				t.Fatalf("error = %v", err)
			}
		}
		if calls != 5 || !c.Stats().Open {
			t.Fatalf("%d calls before the breaker opened (open %v), want 5", calls, c.Stats().Open)
		}
		time.Sleep(11 * time.Second) // first pause over: one probe, which fails
		_, _ = ask(), ask()
		if calls != 6 {
			t.Fatalf("%d calls after the first pause, want one probe", calls-5)
		}
		time.Sleep(11 * time.Second) // the second pause is twice as long
		_ = ask()
		if calls != 6 {
			t.Fatalf("asked within the longer pause")
		}
		time.Sleep(10 * time.Second)
		healthy = true
		for range 3 {
			if err := ask(); err != nil {
				t.Fatalf("after recovery: %v", err)
			}
		}
		if calls != 9 || c.Stats().Open {
			t.Errorf("%d calls, open %v; want 9, closed", calls, c.Stats().Open)
		}
	})
}

// What is not the service's own failure leaves the breaker closed.
func TestBreakerStaysClosed(t *testing.T) {
	for name, f := range map[string]transportFunc{
		"401":      func(*http.Request) (*http.Response, error) { return respond(401, strings.NewReader("{}")), nil },
		"400":      func(*http.Request) (*http.Response, error) { return respond(400, strings.NewReader("{}")), nil },
		"nonsense": func(*http.Request) (*http.Response, error) { return respond(200, strings.NewReader("no")), nil },
		"no finish": func(*http.Request) (*http.Response, error) {
			return respond(200, strings.NewReader(reply("a", "null"))), nil
		},
	} {
		t.Run(name, func(t *testing.T) {
			calls := 0
			c := inMemory(t, func(r *http.Request) (*http.Response, error) { calls++; return f(r) }, nil)
			for range 20 {
				if _, err := c.Complete(t.Context(), llm.Request{User: "q"}); err == nil {
					t.Fatal("no error")
				}
			}
			if calls != 20 || c.Stats().Open {
				t.Errorf("%d calls, open %v; want 20, closed", calls, c.Stats().Open)
			}
		})
	}
	t.Run("the asker leaves", func(t *testing.T) {
		synctest.Test(t, func(t *testing.T) {
			c := inMemory(t, hang, nil)
			for range 20 {
				ctx, cancel := context.WithCancel(t.Context())
				time.AfterFunc(time.Second, cancel)
				if _, err := c.Complete(ctx, llm.Request{User: "q"}); !errors.Is(err, llm.ErrUnavailable) {
					t.Fatalf("error = %v", err)
				}
			}
			if c.Stats().Open {
				t.Error("the breaker opened on callers that left")
			}
		})
	})
}

// faults are what a seeded bad service does.
var faults = []struct {
	name string
	f    transportFunc
}{
	{"hang", hang},
	{"refused", func(*http.Request) (*http.Response, error) { return nil, errors.New("connection refused") }},
	{"500", func(*http.Request) (*http.Response, error) { return respond(500, strings.NewReader("{}")), nil }},
	{"429", func(*http.Request) (*http.Response, error) {
		return respond(429, strings.NewReader("{}"), "Retry-After", "2"), nil
	}},
	{"401", func(*http.Request) (*http.Response, error) { return respond(401, strings.NewReader("{}")), nil }},
	{"slow body", func(r *http.Request) (*http.Response, error) { return respond(200, slowBody{r.Context()}), nil }},
	{"cut", func(*http.Request) (*http.Response, error) {
		return respond(200, io.MultiReader(strings.NewReader(`{"choices":`), brokenReader{})), nil
	}},
	{"garbage", func(*http.Request) (*http.Response, error) {
		return respond(200, strings.NewReader("\x00\xff<html>")), nil
	}},
	{"no finish", func(*http.Request) (*http.Response, error) {
		return respond(200, strings.NewReader(reply("x", "null"))), nil
	}},
	{"late", func(r *http.Request) (*http.Response, error) {
		select {
		case <-time.After(9*time.Second + 900*time.Millisecond):
			return respond(503, strings.NewReader("")), nil
		case <-r.Context().Done():
			return nil, r.Context().Err()
		}
	}},
}

type brokenReader struct{}

func (brokenReader) Read([]byte) (int, error) { return 0, errors.New("connection reset") }

// 2,000 questions to a service that is never well: each fails inside its
// deadline, and together they cost at most 1.1 requests a question.
func TestOutageIsBounded(t *testing.T) {
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				random := rand.New(rand.NewPCG(seed, 1))
				requests := 0
				c := inMemory(t, func(r *http.Request) (*http.Response, error) {
					requests++
					return faults[random.IntN(len(faults))].f(r)
				}, nil)
				const questions = 500
				for i := range questions {
					start := time.Now()
					_, err := c.Complete(t.Context(), llm.Request{User: fmt.Sprint(i)})
					if !errors.Is(err, llm.ErrUnavailable) && !errors.Is(err, llm.ErrUnusable) {
						t.Fatalf("question %d: error = %v", i, err)
					}
					if took := time.Since(start); took > 10*time.Second {
						t.Fatalf("question %d took %v, over its deadline of 10s", i, took)
					}
					time.Sleep(time.Duration(random.IntN(20)) * time.Second)
				}
				t.Logf("%d requests for %d questions", requests, questions)
				if float64(requests) > 1.1*questions {
					t.Errorf("%d requests for %d questions, want at most 1.1 each", requests, questions)
				}
			})
		})
	}
}

// The same when no question waits for another.
func TestOutageAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		requests := make(chan struct{}, 10000)
		c := inMemory(t, func(r *http.Request) (*http.Response, error) {
			requests <- struct{}{}
			return hang(r)
		}, nil)
		const questions = 200
		done := make(chan time.Duration, questions)
		for i := range questions {
			go func() {
				start := time.Now()
				_, _ = c.Complete(t.Context(), llm.Request{User: fmt.Sprint(i)})
				done <- time.Since(start)
			}()
		}
		for range questions {
			if took := <-done; took > 10*time.Second {
				t.Errorf("a question took %v, over its deadline of 10s", took)
			}
		}
		if n := len(requests); n > 20 {
			t.Errorf("%d requests reached the service, want at most the running ones and the queue, 20", n)
		}
	})
}
