package llm

import (
	"context"
	"math/rand/v2"
	"sync"
	"time"
)

// A purse pays for second attempts, so that in an outage they stay near one
// call in ten however many questions come (Google's SRE book, "Handling
// Overload", advises a client retry budget of 10 %). Every call puts in a tenth;
// a second attempt takes out one.
type purse struct {
	mu     sync.Mutex
	tenths int
}

const (
	fullPurse  = 50 // five second attempts in a row after a calm time
	firstPurse = 10 // one at the start
)

func (p *purse) earn() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.tenths = min(p.tenths+1, fullPurse)
}

func (p *purse) spend() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.tenths < 10 {
		return false
	}
	p.tenths -= 10
	return true
}

// pauseBefore is how long to wait before the second attempt: what the service
// asked for, else 100 to 300 ms, at random so that callers do not come at once.
func pauseBefore(wish time.Duration) time.Duration {
	if wish > 0 {
		return wish
	}
	return 100*time.Millisecond + rand.N(200*time.Millisecond)
}

// sleep waits, if the context leaves time for it and for something after it.
func sleep(ctx context.Context, d time.Duration) bool {
	if end, ok := ctx.Deadline(); ok && time.Until(end) <= d {
		return false
	}
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}
