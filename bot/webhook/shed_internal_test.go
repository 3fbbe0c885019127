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
	requests := []request{
		{0, 0, 200},
		{1 * ms, 300 * ms, 200}, // the machine stood still
		{2 * ms, 300 * ms, 200},
		{9 * ms, 10 * ms, 200},
		{1000 * ms, 60 * ms, 200}, // the machine is slow
		{1500 * ms, 60 * ms, 200},
		{1510 * ms, 10 * ms, 200},
	}
	for i := range several {
		requests = append(requests, request{2000*ms + time.Duration(i)*ms, 60 * ms, 200}) // too many come
	}
	requests = append(requests, []request{
		{2049 * ms, 90 * ms, 200},
		{2050 * ms, 90 * ms, 503},
		{2060 * ms, 26 * ms, 503},
		{2070 * ms, 24 * ms, 200},
		{2071 * ms, 25 * ms, 503}, // and still do
	}...)
	for i := range 2 * answeredOneIn { // refusing does not keep up: one in so many is answered
		want := 503
		if i%answeredOneIn == answeredOneIn-2 { // one was refused above
			want = 200
		}
		requests = append(requests, request{2071 * ms, 50 * ms, want}, request{2071 * ms, 49 * ms, 503})
	}
	requests = append(requests, []request{
		{2072 * ms, 24 * ms, 200},
		{4000 * ms, 70 * ms, 200}, // another time
	}...)
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
	s.queue.ended.Store(time.Now().Add(time.Hour).UnixNano())
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
