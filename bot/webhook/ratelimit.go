package webhook

import (
	"fmt"
	"math"
	"net/http"
	"net/netip"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// window is the time that the limits count requests in.
const window = time.Minute

// mostCallers is how many addresses are remembered, twice over.
const mostCallers = 1 << 15

// A quota lets each caller make so many requests a minute: as many at once,
// then one for every share of the minute that has passed.
type quota struct {
	name   string // in the RateLimit header
	limit  int    // requests a window; 0: no limit
	now    func() time.Time
	mu     sync.Mutex
	recent map[netip.Addr]*rate.Limiter
	older  map[netip.Addr]*rate.Limiter // of the generation before: who is in neither begins anew
}

func newQuota(name string, limit int, now func() time.Time) *quota {
	return &quota{name: name, limit: limit, now: now, recent: map[netip.Addr]*rate.Limiter{}}
}

// of is the limiter of a caller.
func (q *quota) of(caller netip.Addr) *rate.Limiter {
	q.mu.Lock()
	defer q.mu.Unlock()
	if l := q.recent[caller]; l != nil {
		return l
	}
	l := q.older[caller]
	if l == nil {
		l = rate.NewLimiter(rate.Every(window/time.Duration(q.limit)), q.limit)
	}
	if len(q.recent) >= mostCallers {
		q.recent, q.older = map[netip.Addr]*rate.Limiter{}, q.recent
	}
	q.recent[caller] = l
	return l
}

// take counts a request and says in the header how many are left
// (draft-ietf-httpapi-ratelimit-headers-11).
func (q *quota) take(h http.Header, caller netip.Addr) error {
	if q.limit == 0 {
		return nil
	}
	l, now := q.of(caller), q.now()
	allowed := l.AllowN(now, 1)
	left := l.TokensAt(now)
	share := window.Seconds() / float64(q.limit)
	next := max(1, int(math.Ceil((1-(left-math.Floor(left)))*share))) // seconds until there is one more
	h.Add("RateLimit-Policy", fmt.Sprintf("%q;q=%d;w=%d", q.name, q.limit, int(window.Seconds())))
	h.Add("RateLimit", fmt.Sprintf("%q;r=%d;t=%d", q.name, max(0, int(left)), next))
	if !allowed {
		return tooMany.about("", q.limit).with("Retry-After", strconv.Itoa(next))
	}
	return nil
}

// proxies are who may say for whom they ask.
type proxies []netip.Prefix

func newProxies(texts []string) (proxies, error) {
	var all proxies
	for _, text := range texts {
		p, err := netip.ParsePrefix(text)
		if err != nil {
			return nil, fmt.Errorf("webhook.trusted_proxies: %q is not a network such as 10.0.0.0/8", text)
		}
		all = append(all, p.Masked())
	}
	return all, nil
}

func (p proxies) hold(a netip.Addr) bool {
	for _, prefix := range p {
		if prefix.Contains(a) {
			return true
		}
	}
	return false
}

// caller is the address a request comes from: the connection's, or behind
// trusted proxies the last of X-Forwarded-For that is not one of them. Of IPv6
// it is the /64, which one household has.
func (p proxies) caller(r *http.Request) netip.Addr {
	from, err := netip.ParseAddrPort(r.RemoteAddr)
	if err != nil {
		return netip.Addr{}
	}
	at := from.Addr().Unmap()
	if p.hold(at) {
		hops := strings.Split(strings.Join(r.Header["X-Forwarded-For"], ","), ",")
		for i := len(hops) - 1; i >= 0 && p.hold(at); i-- {
			hop, err := netip.ParseAddr(strings.TrimSpace(hops[i]))
			if err != nil {
				break
			}
			at = hop.Unmap()
		}
	}
	if at.Is6() {
		if prefix, err := at.WithZone("").Prefix(64); err == nil {
			return prefix.Addr()
		}
	}
	return at
}

// allow counts the request of a caller: by address before it has shown
// anything, so that guessing a token is limited too.
func (s *Service) allow(w *response, r *http.Request) error {
	if s.perAddress.limit == 0 {
		return nil
	}
	return s.perAddress.take(w.Header(), s.proxies.caller(r))
}

// allowKey counts the request of whoever holds the token or a secret.
func (s *Service) allowKey(w *response) error {
	if s.perKey.limit == 0 {
		return nil
	}
	return s.perKey.take(w.Header(), netip.Addr{})
}
