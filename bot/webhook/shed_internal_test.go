package webhook

import (
	"bytes"
	"context"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/retrieval/corpus"
)

// waiting is a service that answers at once.
func waiting(t testing.TB, log io.Writer) *Service {
	o := Options{
		Asker: bottest.Asker(func(context.Context, bot.Question) (bot.Answer, error) {
			return bot.Answer{Language: "tr"}, nil
		}),
		Collection: func() *corpus.Collection { return &corpus.Collection{} },
		Config:     DefaultConfig(),
	}
	if log != nil {
		o.Logger = slog.New(slog.NewTextHandler(log, nil))
	}
	s, err := New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// What has lain in its socket for too long is refused at once, and the log tells
// how many, not each.
func TestWhatHasWaitedIsRefused(t *testing.T) {
	var log bytes.Buffer
	s := waiting(t, &log)
	var already, clock time.Duration
	s.waited = func(*http.Request) time.Duration { return already }
	s.now = func() time.Time { return time.Unix(1, 0).Add(clock) }
	h := s.Handler()
	const ms = time.Millisecond
	type request struct {
		at, already time.Duration
		want        int
	}
	var requests []request
	times := func(n int, r request) {
		for range n {
			requests = append(requests, r)
		}
	}
	times(1, request{0, 0, 200})
	times(2*several, request{1 * ms, 300 * ms, 200}) // the machine stood still
	times(2*several/relief, request{20 * ms, 10 * ms, 200})
	times(several-1, request{1000 * ms, 60 * ms, 200}) // the machine is slow
	times(several/relief, request{1500 * ms, 10 * ms, 200})
	times(several, request{2000 * ms, 60 * ms, 200}) // too many come
	times(1, request{2024 * ms, 90 * ms, 200})
	times(1, request{2025 * ms, 90 * ms, 503})
	times(1, request{2060 * ms, 41 * ms, 503})
	times(several/relief, request{2070 * ms, 39 * ms, 200}) // a few of them at once
	times(1, request{2071 * ms, 40 * ms, 503})
	for i := range 2 * answeredOneIn { // refusing does not keep up: one in so many is answered
		want := 503
		if i%answeredOneIn == answeredOneIn-2 { // one was refused above
			want = 200
		}
		times(1, request{2071 * ms, 80 * ms, want})
		times(1, request{2071 * ms, 79 * ms, 503})
	}
	times(2*several/relief, request{2072 * ms, 39 * ms, 200}) // that is over
	times(1, request{3071 * ms, 40 * ms, 503})                // and begins again
	times(1, request{3072 * ms, 39 * ms, 200})
	times(1, request{5000 * ms, 70 * ms, 200}) // another time
	times(several, request{5010 * ms, 70 * ms, 200})
	times(1, request{5030 * ms, 70 * ms, 503})
	times(2*several, request{60000 * ms, 70 * ms, 200}) // nobody came in between
	for _, c := range requests {
		clock, already = c.at, c.already
		w := httptest.NewRecorder()
		r := httptest.NewRequest("POST", "/v1/ask", strings.NewReader("Rusya ne verdi?"))
		r.Header.Set("Content-Type", "text/plain")
		h.ServeHTTP(w, r)
		if w.Code != c.want || (w.Header().Get("Retry-After") == "1") != (c.want == http.StatusServiceUnavailable) {
			t.Errorf("after %v, at %v: %d, Retry-After %q, want %d", c.already, c.at, w.Code, w.Header().Get("Retry-After"), c.want)
		}
	}
	if n := strings.Count(log.String(), "too many"); n != 1 {
		t.Errorf("refusals are logged %d times, want once:\n%s", n, log.String())
	}
}

// BenchmarkRefuse is what a refusal costs the door itself.
func BenchmarkRefuse(b *testing.B) {
	s := waiting(b, nil)
	s.waited = func(*http.Request) time.Duration { return lainLong }
	s.queue.ended = time.Now()
	h := s.Handler()
	w := httptest.NewRecorder()
	r := httptest.NewRequest("POST", "/v1/ask", nil)
	b.ReportAllocs()
	for b.Loop() {
		clear(w.Header())
		w.Body.Reset()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusServiceUnavailable {
			b.Fatal(w.Code, w.Body)
		}
	}
}
