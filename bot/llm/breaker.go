package llm

import (
	"sync"
	"time"
)

// A breaker leaves a failing service alone. After breakAfter failures in a row
// it opens: calls fail at once for a while. Then one call, the probe, is let
// through; if it goes well the breaker closes, else it stays open for twice as
// long, to a bound. Only the service's own failures count (transport errors, a
// deadline that passed, 5xx, 429): a refused key or a nonsensical reply says
// that it is there.
type breaker struct {
	mu      sync.Mutex
	row     int           // failures since the last success
	pause   time.Duration // of the next opening
	until   time.Time     // closed again for a probe then; zero: closed
	probing bool
}

const (
	breakAfter = 5
	firstPause = 10 * time.Second
	longPause  = 5 * time.Minute
)

// open reports whether a call would be turned away now.
func (b *breaker) open() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.turnsAway()
}

func (b *breaker) turnsAway() bool {
	return !b.until.IsZero() && (b.probing || time.Now().Before(b.until))
}

// enter admits a call or turns it away. Whoever is admitted must call exactly
// one of went, failed, left.
func (b *breaker) enter() bool {
	b.mu.Lock()
	defer b.mu.Unlock()
	if b.turnsAway() {
		return false
	}
	b.probing = !b.until.IsZero()
	return true
}

// went closes the breaker.
func (b *breaker) went() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.row, b.pause, b.until, b.probing = 0, 0, time.Time{}, false
}

// failed counts a failure; the service may have said how long it wants to be
// left alone.
func (b *breaker) failed(wish time.Duration) {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.row++
	if b.row < breakAfter && !b.probing && wish == 0 {
		return
	}
	wait := min(wish, longPause)
	if b.row >= breakAfter || b.probing {
		b.pause = min(max(2*b.pause, firstPause), longPause)
		wait = max(wait, b.pause)
	}
	if until := time.Now().Add(wait); until.After(b.until) {
		b.until = until
	}
	b.probing = false
}

// left takes back an admission that proved nothing, as when the asker left.
func (b *breaker) left() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.probing = false
}
