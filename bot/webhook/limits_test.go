package webhook_test

import (
	"compress/gzip"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/webhook"
)

// from sends a question from an address, with headers in pairs.
func from(h http.Handler, address string, header ...string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", "/v1/ask", strings.NewReader("a"))
	r.RemoteAddr = address
	r.Header.Set("Content-Type", "text/plain")
	for i := 0; i < len(header); i += 2 {
		r.Header.Add(header[i], header[i+1])
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestRatePerAddress(t *testing.T) {
	now := noon
	h := newService(t, func(o *webhook.Options) {
		o.Config.RateAddress = 3
		o.Now = func() time.Time { return now }
	}).Handler()
	steps := []struct {
		from  string
		wait  time.Duration
		code  int
		limit string
	}{
		{"192.0.2.1:1", 0, 200, `"address";r=2;t=20`},
		{"192.0.2.1:2", 0, 200, `"address";r=1;t=20`},
		{"[::ffff:192.0.2.1]:3", 0, 200, `"address";r=0;t=20`},
		{"192.0.2.1:4", 5 * time.Second, 429, `"address";r=0;t=15`},
		{"192.0.2.2:1", 0, 200, `"address";r=2;t=20`},
		{"[2001:db8::1]:1", 0, 200, `"address";r=2;t=20`},
		{"[2001:db8::2]:1", 0, 200, `"address";r=1;t=20`},
		{"[2001:db8:0:1::1]:1", 0, 200, `"address";r=2;t=20`},
		{"192.0.2.1:5", 15 * time.Second, 200, `"address";r=0;t=20`},
		{"192.0.2.1:6", time.Hour, 200, `"address";r=2;t=20`},
	}
	for i, s := range steps {
		now = now.Add(s.wait)
		w := from(h, s.from)
		if got := w.Header().Get("RateLimit"); w.Code != s.code || got != s.limit || w.Header().Get("RateLimit-Policy") != `"address";q=3;w=60` {
			t.Errorf("step %d from %s = %d %s %s, want %d %s", i, s.from, w.Code, got, w.Header().Get("RateLimit-Policy"), s.code, s.limit)
		}
		if s.code == 429 && w.Header().Get("Retry-After") != "15" {
			t.Errorf("step %d: Retry-After %q, want 15", i, w.Header().Get("Retry-After"))
		}
	}
}

func TestRatePerKey(t *testing.T) {
	h := newService(t, func(o *webhook.Options) {
		o.Config.RateAuthorized, o.Config.Token = 1, testToken
		o.Now = func() time.Time { return noon }
	}).Handler()
	for i, want := range []int{200, 429} {
		if w := from(h, "192.0.2.1:1", "Authorization", "Bearer "+testToken); w.Code != want {
			t.Errorf("request %d with the token = %d, want %d", i, w.Code, want)
		}
	}
	if w := from(h, "192.0.2.1:1"); w.Code != 401 || w.Header().Get("RateLimit") != "" {
		t.Errorf("without the token = %d, RateLimit %q; want 401 and none", w.Code, w.Header().Get("RateLimit"))
	}
}

func TestCallerBehindProxies(t *testing.T) {
	h := newService(t, func(o *webhook.Options) {
		o.Config.RateAddress, o.Config.TrustedProxies = 1, []string{"10.0.0.0/8"}
		o.Now = func() time.Time { return noon }
	}).Handler()
	for i, tt := range []struct {
		from, forwarded string
		want            int
	}{
		{"10.0.0.1:1", "198.51.100.1", 200},
		{"10.0.0.1:1", "198.51.100.1", 429},
		{"10.0.0.1:1", "203.0.113.9, 198.51.100.1, 10.0.0.2", 429}, // the first is what the caller wrote itself
		{"10.0.0.1:1", "198.51.100.2", 200},
		{"192.0.2.1:1", "198.51.100.3", 200},
		{"192.0.2.1:1", "198.51.100.4", 429}, // not a proxy: what it says is not believed
		{"10.0.0.1:1", "nonsense", 200},
		{"10.0.0.1:1", "", 429},
	} {
		if w := from(h, tt.from, "X-Forwarded-For", tt.forwarded); w.Code != tt.want {
			t.Errorf("%d: from %s for %q = %d, want %d", i, tt.from, tt.forwarded, w.Code, tt.want)
		}
	}
}

func TestTooManyAtOnceAreRefusedSoon(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		release := make(chan struct{})
		h := newService(t, func(o *webhook.Options) {
			o.Config.MaxInFlight = 2
			o.Asker = bottest.Asker(func(ctx context.Context, q bot.Question) (bot.Answer, error) {
				<-release
				return bot.Answer{Language: "tr"}, nil
			})
		}).Handler()
		codes := make(chan int, 9)
		ask := func() { codes <- from(h, "192.0.2.1:1").Code }
		go ask()
		go ask()
		synctest.Wait()
		begun := time.Now()
		w := from(h, "192.0.2.1:1")
		if took := time.Since(begun); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" || took > 100*time.Millisecond {
			t.Errorf("the third = %d after %v, Retry-After %q; want 503 within 100ms", w.Code, took, w.Header().Get("Retry-After"))
		}
		health := httptest.NewRecorder()
		h.ServeHTTP(health, httptest.NewRequest("GET", "/readyz", nil))
		if health.Code != http.StatusOK {
			t.Errorf("GET /readyz meanwhile = %d, want 200", health.Code)
		}
		go ask() // waits for its turn, and gets it
		synctest.Wait()
		close(release)
		synctest.Wait()
		for range 3 {
			if code := <-codes; code != http.StatusOK {
				t.Errorf("a request that had its turn = %d", code)
			}
		}
	})
}

func TestCORS(t *testing.T) {
	h := newService(t, func(o *webhook.Options) {
		o.Config.CORSOrigins, o.Config.Token = []string{"https://a.example"}, testToken
	}).Handler()
	preflight := func(origin string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("OPTIONS", "/v1/ask", nil)
		r.Header.Set("Origin", origin)
		r.Header.Set("Access-Control-Request-Method", "POST")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	w := preflight("https://a.example")
	if got := w.Header(); w.Code != 204 || got.Get("Access-Control-Allow-Origin") != "https://a.example" || !strings.Contains(got.Get("Access-Control-Allow-Methods"), "POST") ||
		!strings.Contains(got.Get("Access-Control-Allow-Headers"), "Authorization") || got.Get("Access-Control-Allow-Credentials") != "" {
		t.Errorf("preflight = %d %v", w.Code, got)
	}
	for _, origin := range []string{"https://b.example", "https://a.example.evil", "null", "http://a.example"} {
		if w := preflight(origin); w.Header().Get("Access-Control-Allow-Origin") != "" || w.Code != 401 {
			t.Errorf("preflight of %s = %d %v, want 401 without a permission", origin, w.Code, w.Header())
		}
	}
	w = from(h, "192.0.2.1:1", "Origin", "https://a.example", "Authorization", "Bearer "+testToken)
	if w.Code != 200 || w.Header().Get("Access-Control-Allow-Origin") != "https://a.example" || w.Header().Get("Vary") != "Origin" || w.Header().Get("Access-Control-Expose-Headers") == "" {
		t.Errorf("request = %d %v", w.Code, w.Header())
	}
	if w := from(newService(t, nil).Handler(), "192.0.2.1:1", "Origin", "https://a.example"); w.Header().Get("Access-Control-Allow-Origin") != "" {
		t.Error("an origin is allowed without a setting")
	}
}

func TestGzip(t *testing.T) {
	h := newService(t, func(o *webhook.Options) {
		o.Asker = bottest.Asker(func(_ context.Context, q bot.Question) (bot.Answer, error) {
			return bot.Answer{Language: "tr", Text: strings.Repeat("a", 2000)}, nil
		})
	}).Handler()
	for accepts, want := range map[string]bool{"": false, "gzip": true, "deflate, GZIP;q=0.5": true, "gzip;q=0": false, "br": false, "gzip; q=0.0": false} {
		w := from(h, "192.0.2.1:1", "Accept-Encoding", accepts)
		if got := w.Header().Get("Content-Encoding") == "gzip"; got != want {
			t.Errorf("Accept-Encoding %q: compressed %t, want %t", accepts, got, want)
		}
		var body io.Reader = w.Body
		if want {
			z, err := gzip.NewReader(w.Body)
			if err != nil {
				t.Fatal(err)
			}
			body = z
		}
		if text, err := io.ReadAll(body); err != nil || !strings.Contains(string(text), strings.Repeat("a", 2000)) {
			t.Errorf("Accept-Encoding %q: %v, %.40s", accepts, err, text)
		}
	}
	if w := from(newService(t, nil).Handler(), "192.0.2.1:1", "Accept-Encoding", "gzip"); w.Header().Get("Content-Encoding") != "" {
		t.Error("a short reply is compressed")
	}
}

func TestETag(t *testing.T) {
	h := newService(t, nil).Handler()
	get := func(path, known string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", path, nil)
		if known != "" {
			r.Header.Set("If-None-Match", known)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	for _, path := range []string{"/v1/articles", "/v1/articles/a"} {
		tag := get(path, "").Header().Get("ETag")
		if !strings.HasPrefix(tag, `W/"`) {
			t.Fatalf("GET %s has ETag %s", path, tag)
		}
		for known, want := range map[string]int{tag: 304, strings.TrimPrefix(tag, "W/"): 304, `"x", ` + tag: 304, "*": 304, `"x"`: 200} {
			if w := get(path, known); w.Code != want || want == 304 && (w.Body.Len() > 0 || w.Header().Get("ETag") != tag) {
				t.Errorf("GET %s with If-None-Match %s = %d with %d bytes, want %d", path, known, w.Code, w.Body.Len(), want)
			}
		}
	}
}
