package deliver

import (
	"context"
	"errors"

	"alinti/bot/store"
)

// An outcome is a job before and after an attempt that could not be saved: the
// disk is full, or the file is held by another program. Were the attempt made
// again instead, the receiver would get one after the other without a pause.
type outcome struct{ before, after store.Delivery }

func (d *Dispatcher) keep(o outcome) {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.unsaved = append(d.unsaved, o)
}

// saveUnsaved saves what could not be saved, as far as it can be now. What has
// changed in the queue meanwhile, because somebody had it sent again, stands.
func (d *Dispatcher) saveUnsaved(ctx context.Context) {
	d.mu.Lock()
	all := d.unsaved
	d.unsaved = nil
	d.mu.Unlock()
	for _, o := range all {
		now, err := d.queue.Get(ctx, o.before.ID)
		if err == nil && now.State == o.before.State && now.Attempts == o.before.Attempts && now.Next.Equal(o.before.Next) {
			err = d.queue.Save(ctx, o.after)
		}
		if err != nil && !errors.Is(err, store.ErrNotFound) {
			d.keep(o)
			continue
		}
		d.leave(o.before.ID)
	}
}
