package webhook

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// A patience is a context that ends at a time, as one of context.WithDeadline
// does. It sets a timer only when somebody waits for its end: an answer over the
// articles alone does not, and a timer takes as long as a fiftieth of it.
type patience struct {
	context.Context // of the request
	until           time.Time
	mu              sync.Mutex
	timed           atomic.Pointer[timed] // once somebody waits
	left            bool                  // what it was made for is over
}

// A timed is a context with a timer.
type timed struct {
	context.Context
	cancel context.CancelFunc
}

// Deadline is when it ends, or earlier when the request does.
func (p *patience) Deadline() (time.Time, bool) {
	if at, ok := p.Context.Deadline(); ok && at.Before(p.until) {
		return at, true
	}
	return p.until, true
}

// Done is closed at the end.
func (p *patience) Done() <-chan struct{} {
	if t := p.timed.Load(); t != nil {
		return t.Done()
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	t := p.timed.Load()
	if t == nil {
		t = new(timed)
		t.Context, t.cancel = context.WithDeadline(p.Context, p.until)
		if p.left {
			t.cancel()
		}
		p.timed.Store(t)
	}
	return t.Done()
}

// Err is why it has ended, or nil.
func (p *patience) Err() error {
	if t := p.timed.Load(); t != nil {
		return t.Err()
	}
	if err := p.Context.Err(); err != nil {
		return err
	}
	if time.Now().Before(p.until) {
		return nil
	}
	p.Done()
	return p.timed.Load().Err()
}

// Value is the request's. Package context finds the timer's own context by it.
func (p *patience) Value(key any) any {
	if t := p.timed.Load(); t != nil {
		return t.Value(key)
	}
	return p.Context.Value(key)
}

// leave ends it, for those who still wait.
func (p *patience) leave() {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.left = true
	if t := p.timed.Load(); t != nil {
		t.cancel()
	}
}
