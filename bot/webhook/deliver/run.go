package deliver

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"alinti/bot/store"
)

// lookAgain is the longest that Run waits before it looks at the queue anew:
// another process may have put something in it.
const lookAgain = 30 * time.Second

// Run delivers until ctx ends. An attempt that is cut short then is made again
// at the next start: delivery is at least once.
func (d *Dispatcher) Run(ctx context.Context) error {
	var wg sync.WaitGroup
	defer wg.Wait()
	for {
		pause := d.round(ctx, &wg)
		timer := time.NewTimer(pause)
		select {
		case <-ctx.Done():
			timer.Stop()
			return nil
		case <-d.wake:
			timer.Stop()
		case <-timer.C:
		}
	}
}

// round starts what is due and says when to look again.
func (d *Dispatcher) round(ctx context.Context, wg *sync.WaitGroup) time.Duration {
	d.forget(ctx)
	d.saveUnsaved(ctx)
	jobs, err := d.queue.Due(ctx, cap(d.workers)+d.working())
	if err != nil {
		if ctx.Err() == nil {
			d.log.Error("callbacks: the queue cannot be read", "err", err)
		}
		return lookAgain
	}
	for _, job := range jobs {
		if pause := job.Next.Sub(d.now()); pause > 0 {
			return min(pause, lookAgain)
		}
		if !d.take(job.ID) {
			continue
		}
		select {
		case d.workers <- struct{}{}:
		case <-ctx.Done():
			d.leave(job.ID)
			return lookAgain
		}
		wg.Go(func() {
			defer d.nudge() // there may be more than was looked at
			defer func() { <-d.workers }()
			if d.work(ctx, job) {
				d.leave(job.ID)
			}
		})
	}
	return lookAgain
}

// take marks a job as being worked on, unless it is.
func (d *Dispatcher) take(id string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.busy[id] {
		return false
	}
	d.busy[id] = true
	return true
}

func (d *Dispatcher) leave(id string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	delete(d.busy, id)
}

func (d *Dispatcher) working() int {
	d.mu.Lock()
	defer d.mu.Unlock()
	return len(d.busy)
}

// work makes one attempt and saves what became of it. It is false when that
// cannot be saved: then it is kept until it can.
func (d *Dispatcher) work(ctx context.Context, job store.Delivery) bool {
	// The round may have read the queue before the last attempt was saved.
	if now, err := d.queue.Get(ctx, job.ID); err != nil || now.State != store.Waiting || now.Next.After(d.now()) {
		return true
	}
	start, before := d.now(), job
	err := d.attempt(ctx, &job)
	if ctx.Err() != nil {
		return true // cut short: as if it had not been made
	}
	d.settle(ctx, &job, err)
	d.metrics.attempted(job.State, d.now().Sub(start))
	if err := d.queue.Save(ctx, job); err != nil {
		d.log.Error("callbacks: what became of an attempt cannot be saved yet; until it is, no other is made", "id", job.ID, "err", err)
		d.keep(outcome{before, job})
		return false
	}
	return true
}

// attempt answers the job, if that is still to be done, and sends the answer.
func (d *Dispatcher) attempt(ctx context.Context, job *store.Delivery) (err error) {
	defer func() {
		if v := recover(); v != nil {
			d.log.Error("panic", "id", job.ID, "panic", fmt.Sprint(v))
			err = fmt.Errorf("%w: panic: %v", errUnanswered, v)
		}
	}()
	if job.Payload == nil {
		if job.Payload, err = d.payload(ctx, job.ID, job.Request); err != nil {
			return errors.Join(errUnanswered, err)
		}
		if err := d.queue.Save(ctx, *job); err != nil {
			return errors.Join(errUnanswered, err) // what is sent must be the same at every attempt
		}
	}
	return d.post(ctx, job.URL, job.ID, job.Payload)
}

// settle puts the job in its next state.
func (d *Dispatcher) settle(ctx context.Context, job *store.Delivery, err error) {
	job.Attempts++
	job.Error = ""
	cause := "" // for the log
	if err != nil {
		cause = err.Error()
	}
	level := slog.LevelInfo
	var slow *throttled
	switch {
	case err == nil:
		job.State = store.Delivered
	case errors.Is(err, errGone):
		job.State, job.Error = store.Dead, reason(err)
		if err := d.queue.Disable(ctx, job.URL, true); err != nil {
			d.log.Error("callbacks: a receiver cannot be disabled", "err", err)
		}
	default:
		job.Error = reason(err)
		var asked time.Duration
		if errors.As(err, &slow) {
			asked = slow.after
		}
		pause, again := wait(job.Attempts, asked, d.random)
		if !again {
			job.State, level = store.Dead, slog.LevelWarn
			break
		}
		job.Next = d.now().Add(pause)
	}
	d.log.Log(ctx, level, "callback", "id", job.ID, "state", job.State, "attempts", job.Attempts, "cause", cause)
}

// forget drops what need not be looked up any more.
func (d *Dispatcher) forget(ctx context.Context) {
	now := d.now()
	err := errors.Join(
		d.queue.Forget(ctx, store.Delivered, now.Add(-d.config.Keep)),
		d.queue.Forget(ctx, store.Dead, now.Add(-d.config.KeepDead)))
	if err != nil && ctx.Err() == nil {
		d.log.Error("callbacks: old ones cannot be dropped", "err", err)
	}
}
