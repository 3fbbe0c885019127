package llm

import (
	"context"
	"sync/atomic"
)

// A gate bounds how many calls run and how many wait. One more is turned away
// at once, for the answer without a model is better now than one with it late.
type gate struct {
	running chan struct{}
	waiting atomic.Int64
	queue   int64
}

func newGate(concurrent, queue int) *gate {
	return &gate{running: make(chan struct{}, concurrent), queue: int64(queue)}
}

// enter waits for a place until the context ends. Whoever is admitted must leave.
func (g *gate) enter(ctx context.Context) bool {
	select {
	case g.running <- struct{}{}:
		return true
	default:
	}
	defer g.waiting.Add(-1)
	if g.waiting.Add(1) > g.queue {
		return false
	}
	select {
	case g.running <- struct{}{}:
		return true
	case <-ctx.Done():
		return false
	}
}

func (g *gate) leave() { <-g.running }
