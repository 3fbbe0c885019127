package discord

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// A discord of one func.
type transport func(*http.Request) *http.Response

func (f transport) RoundTrip(r *http.Request) (*http.Response, error) { return f(r), nil }

func answer(status int, body string, headers ...string) *http.Response {
	h := http.Header{}
	for i := 0; i < len(headers); i += 2 {
		h.Set(headers[i], headers[i+1])
	}
	return &http.Response{StatusCode: status, Header: h, Body: io.NopCloser(strings.NewReader(body))}
}

// send makes a call and says how long it took on the bubble's clock.
func send(t *testing.T, l *limiter, ctx context.Context, path string) (time.Duration, int, error) {
	t.Helper()
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, "https://discord.com/api/v9"+path, strings.NewReader("{}"))
	if err != nil {
		t.Fatal(err)
	}
	begin := time.Now()
	resp, err := l.RoundTrip(req)
	if err != nil {
		return time.Since(begin), 0, err
	}
	return time.Since(begin), resp.StatusCode, nil
}

func TestLimiterRestsWhenNothingRemains(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimiter(transport(func(*http.Request) *http.Response {
			return answer(200, "{}", "X-RateLimit-Remaining", "0", "X-RateLimit-Reset-After", "2.5")
		}), 10*time.Second, time.Now, wait)
		send(t, l, t.Context(), "/channels/100000000000000001/messages")
		if d, _, _ := send(t, l, t.Context(), "/channels/100000000000000002/messages"); d != 0 {
			t.Errorf("another channel waited %v, want 0", d)
		}
		if d, _, _ := send(t, l, t.Context(), "/channels/100000000000000001/messages"); d != 2500*time.Millisecond {
			t.Errorf("the same channel waited %v, want 2.5s", d)
		}
	})
}

func TestLimiterGlobalHoldsAllButInteractions(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var calls atomic.Int32
		l := newLimiter(transport(func(*http.Request) *http.Response {
			if calls.Add(1) == 1 {
				return answer(429, `{"retry_after":3,"global":true}`)
			}
			return answer(200, "{}")
		}), 10*time.Second, time.Now, wait)
		done := make(chan time.Duration)
		go func() {
			d, _, _ := send(t, l, t.Context(), "/channels/100000000000000001/messages")
			done <- d
		}()
		synctest.Wait()
		if d, _, _ := send(t, l, t.Context(), "/interactions/1/t/callback"); d != 0 {
			t.Errorf("an interaction waited %v, want 0", d)
		}
		if d, _, _ := send(t, l, t.Context(), "/channels/100000000000000009/messages"); d != 3*time.Second {
			t.Errorf("another channel waited %v, want 3s", d)
		}
		if d := <-done; d != 3*time.Second {
			t.Errorf("the refused call took %v, want 3s", d)
		}
	})
}

func TestLimiterGivesUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimiter(transport(func(*http.Request) *http.Response { return answer(429, "no JSON", "Retry-After", "1") }), 10*time.Second, time.Now, wait)
		if d, status, err := send(t, l, t.Context(), "/a"); status != 429 || d != 2*time.Second || err != nil {
			t.Errorf("got %d, %v after %v, want 429 after two waits of a second", status, err, d)
		}
		l.next = transport(func(*http.Request) *http.Response { return answer(429, `{"retry_after":1e300}`) })
		if d, _, err := send(t, l, t.Context(), "/b"); !errors.Is(err, errRateLimited) || d != 0 {
			t.Errorf("got %v after %v, want %v at once", err, d, errRateLimited)
		}
		if _, _, err := send(t, l, t.Context(), "/b"); !errors.Is(err, errRateLimited) {
			t.Errorf("then %v, want the route to rest", err)
		}
		l.next = transport(func(*http.Request) *http.Response { return answer(429, `{"retry_after":5}`) })
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if d, _, err := send(t, l, ctx, "/c"); !errors.Is(err, context.DeadlineExceeded) || d != time.Second {
			t.Errorf("got %v after %v, want the context to end the wait", err, d)
		}
	})
}

// However often Discord refuses, it never sees 10,000 refusals in ten minutes.
func TestLimiterStopsBeforeDiscordShutsTheDoor(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		calls := 0
		l := newLimiter(transport(func(*http.Request) *http.Response { calls++; return answer(403, "{}") }), time.Second, time.Now, wait)
		for range 10 * 60 * 100 { // a hundred a second for ten minutes
			send(t, l, t.Context(), "/channels/1/messages")
			time.Sleep(10 * time.Millisecond)
		}
		if calls > 700 {
			t.Errorf("%d refused calls in ten minutes, want at most 100 and one a second", calls)
		}
	})
}

func TestLimiterForgetsRoutes(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		l := newLimiter(nil, time.Second, time.Now, wait)
		for i := range 3 * maxRoutes {
			l.rest(strings.Repeat("x", i), time.Second)
		}
		if len(l.routes) > maxRoutes {
			t.Errorf("%d routes remembered, want at most %d", len(l.routes), maxRoutes)
		}
		time.Sleep(2 * time.Second)
		l.rest("new", time.Second)
		if len(l.routes) != 1 {
			t.Errorf("%d routes remembered after all rested, want 1", len(l.routes))
		}
	})
}

func TestRoute(t *testing.T) {
	for path, want := range map[string]string{
		"/api/v9/channels/100000000000000001/messages/100000000000000002": "PATCH /api/v9/channels/100000000000000001/messages/id",
		"/api/v9/gateway": "PATCH /api/v9/gateway",
		"/api/v9/webhooks/100000000000000001/token/messages/@original": "PATCH /api/v9/webhooks/100000000000000001/token/messages/@original",
	} {
		req, err := http.NewRequest(http.MethodPatch, "https://discord.com"+path, nil)
		if err != nil {
			t.Fatal(err)
		}
		if got := route(req); got != want {
			t.Errorf("route(%s) = %q, want %q", path, got, want)
		}
	}
}

func TestAddresser(t *testing.T) {
	for _, c := range []struct{ api, request, want string }{
		{"https://discord.com", "https://discord.com/api/v9/gateway", "https://discord.com/api/v9/gateway"},
		{"http://127.0.0.1:3001", "https://discord.com/api/v9/channels/1", "http://127.0.0.1:3001/api/v9/channels/1"},
		{"http://127.0.0.1:3001/", "https://discord.com/api/v9/gateway", "http://127.0.0.1:3001/api/v9/gateway"},
		{"http://127.0.0.1:3001/api", "https://discord.com/api/v9/gateway", "http://127.0.0.1:3001/api/v9/gateway"},
		{"http://127.0.0.1:3001/api/v10", "https://discord.com/api/v9/gateway", "http://127.0.0.1:3001/api/v10/gateway"},
		{"https://chat.example/discord", "https://discord.com/api/v9/gateway", "https://chat.example/discord/api/v9/gateway"},
		{"http://127.0.0.1:3001", "https://cdn.discordapp.com/avatars/1/2.png", "http://127.0.0.1:3001/avatars/1/2.png"},
	} {
		var got string
		a, err := newAddresser(c.api, transport(func(r *http.Request) *http.Response { got = r.URL.String(); return answer(200, "") }))
		if err != nil {
			t.Fatal(err)
		}
		req, err := http.NewRequest(http.MethodGet, c.request, nil)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := a.RoundTrip(req); err != nil || got != c.want {
			t.Errorf("with %s, %s goes to %s (%v), want %s", c.api, c.request, got, err, c.want)
		}
	}
}

func TestRepliesAreBounded(t *testing.T) {
	a, err := newAddresser(DefaultAPIURL, transport(func(*http.Request) *http.Response {
		return &http.Response{StatusCode: 200, Body: io.NopCloser(endless{})}
	}))
	if err != nil {
		t.Fatal(err)
	}
	req, err := http.NewRequest(http.MethodGet, "https://discord.com/api/v9/gateway", nil)
	if err != nil {
		t.Fatal(err)
	}
	resp, err := a.RoundTrip(req)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.Copy(io.Discard, resp.Body); !errors.Is(err, errReplyTooLong) {
		t.Errorf("an endless reply: %v, want %v", err, errReplyTooLong)
	}
}

type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }
