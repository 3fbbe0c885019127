package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"regexp"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

var (
	errRateLimited    = errors.New("Discord's rate limit asks for a longer wait than is worth it")
	errTooManyInvalid = errors.New("too many requests were refused; holding back before Discord shuts this address out")
)

// maxWait is the longest wait for a rate limit that a reply is worth.
const maxWait = 10 * time.Second

// A limiter keeps within Discord's rate limits: it waits when a route has no
// calls left or when a 429 says so, at most longest for one request and at
// most twice, always within the request's context. A wait that is longer is an
// error at once. (discordgo's own waits have neither cap nor context.)
//
// It also counts refusals: Discord shuts out an address that gets 10,000
// replies of 401, 403 or 429 within ten minutes. One a second on average and
// a hundred in a burst stay far below.
type limiter struct {
	next    http.RoundTripper
	longest time.Duration
	now     func() time.Time
	wait    func(context.Context, time.Duration) error
	invalid *rate.Limiter

	mu     sync.Mutex
	global time.Time            // no call before, interactions apart
	routes map[string]time.Time // no call on the route before
}

const (
	maxTries  = 3    // sends of one request that is answered by 429
	maxRoutes = 2048 // routes remembered; only such as have to wait
)

func newLimiter(next http.RoundTripper, longest time.Duration, now func() time.Time, wait func(context.Context, time.Duration) error) *limiter {
	return &limiter{
		next: next, longest: longest, now: now, wait: wait,
		invalid: rate.NewLimiter(1, 100),
		routes:  map[string]time.Time{},
	}
}

func (l *limiter) RoundTrip(req *http.Request) (*http.Response, error) {
	for try := 1; ; try++ {
		if err := l.hold(req); err != nil {
			return nil, err
		}
		resp, err := l.next.RoundTrip(req)
		if err != nil {
			return nil, err
		}
		l.learn(req, resp)
		if resp.StatusCode != http.StatusTooManyRequests || try == maxTries {
			return resp, nil
		}
		if err := l.limited(req, resp); err != nil {
			return nil, err
		}
		if req, err = again(req); err != nil {
			return nil, err
		}
	}
}

// again is the request with its body from the start.
func again(req *http.Request) (*http.Request, error) {
	if req.GetBody == nil {
		return req, nil
	}
	body, err := req.GetBody()
	if err != nil {
		return nil, fmt.Errorf("sending again: %w", err)
	}
	req = req.Clone(req.Context())
	req.Body = body
	return req, nil
}

// hold waits until the request may be sent.
func (l *limiter) hold(req *http.Request) error {
	if l.invalid.TokensAt(l.now()) < 1 {
		return errTooManyInvalid
	}
	l.mu.Lock()
	until := l.routes[route(req)]
	if l.global.After(until) && !isInteraction(req) {
		until = l.global
	}
	l.mu.Unlock()
	pause := until.Sub(l.now())
	switch {
	case pause <= 0:
		return nil
	case pause > l.longest:
		return errRateLimited
	}
	return l.wait(req.Context(), pause)
}

// learn reads the headers of a reply: a route without calls left rests.
func (l *limiter) learn(req *http.Request, resp *http.Response) {
	switch resp.StatusCode {
	case http.StatusUnauthorized, http.StatusForbidden:
		l.invalid.AllowN(l.now(), 1)
	case http.StatusTooManyRequests:
		if resp.Header.Get("X-RateLimit-Scope") != "shared" {
			l.invalid.AllowN(l.now(), 1)
		}
	}
	if resp.Header.Get("X-RateLimit-Remaining") == "0" {
		l.rest(route(req), seconds(resp.Header.Get("X-RateLimit-Reset-After")))
	}
}

// limited takes a 429 in: from now on the route, or everything, rests.
func (l *limiter) limited(req *http.Request, resp *http.Response) error {
	var body struct {
		RetryAfter float64 `json:"retry_after"` // seconds
		Global     bool    `json:"global"`
	}
	raw, _ := io.ReadAll(io.LimitReader(resp.Body, 64<<10))
	resp.Body.Close()
	json.NewDecoder(bytes.NewReader(raw)).Decode(&body) // a body that is no JSON leaves the header
	pause := max(seconds(resp.Header.Get("Retry-After")), duration(body.RetryAfter), 50*time.Millisecond)
	if body.Global || resp.Header.Get("X-RateLimit-Global") != "" {
		l.mu.Lock()
		l.global = l.now().Add(pause)
		l.mu.Unlock()
	} else {
		l.rest(route(req), pause)
	}
	if pause > l.longest {
		return errRateLimited
	}
	return nil
}

func (l *limiter) rest(route string, pause time.Duration) {
	now := l.now()
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.routes) >= maxRoutes {
		for r, until := range l.routes {
			if until.Before(now) {
				delete(l.routes, r)
			}
		}
	}
	if len(l.routes) < maxRoutes {
		l.routes[route] = now.Add(pause)
	}
}

var ids = regexp.MustCompile(`/\d{15,20}`)

// route is what Discord counts calls by: the method and the path, in which
// only the first id (channel, guild, webhook) tells routes apart; a webhook's
// token does too.
func route(req *http.Request) string {
	path := req.URL.Path
	if first := ids.FindStringIndex(path); first != nil {
		path = path[:first[1]] + ids.ReplaceAllString(path[first[1]:], "/id")
	}
	return req.Method + " " + path
}

// isInteraction reports whether the call answers an interaction: those do not
// count for the global limit.
func isInteraction(req *http.Request) bool {
	return strings.Contains(req.URL.Path, "/interactions/") || strings.Contains(req.URL.Path, "/webhooks/")
}

func seconds(s string) time.Duration {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return 0
	}
	return duration(f)
}

// duration turns seconds into a duration; what no clock can count is a day.
func duration(s float64) time.Duration {
	const day = 24 * 60 * 60
	if !(s > 0) {
		return 0
	}
	return time.Duration(min(s, day) * float64(time.Second))
}
