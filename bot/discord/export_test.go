package discord

import (
	"context"
	"time"
)

// Hurry makes every wait of the door instant and reports each to waited.
func (d *Door) Hurry(waited func(time.Duration)) {
	d.gateway.wait = func(ctx context.Context, t time.Duration) error {
		waited(t)
		return ctx.Err()
	}
}

// Impatient makes the door say at once that an answer is on its way.
func (d *Door) Impatient() { d.patience = 0 }

// Settle waits until everything that was begun is answered, by taking every
// place that something could be begun in.
func (d *Door) Settle() {
	for range maxWork {
		d.slots <- struct{}{}
	}
	for range maxWork {
		<-d.slots
	}
}
