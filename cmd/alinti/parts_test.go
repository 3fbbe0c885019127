package main

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"
)

// recorder notes what parts do, in order.
type recorder struct {
	mu    sync.Mutex
	notes []string
}

func (r *recorder) note(s string) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.notes = append(r.notes, s)
}

// waits is a part that runs until it is stopped.
func (r *recorder) waits(name string) part {
	return part{run: func(ctx context.Context) error {
		<-ctx.Done()
		r.note(name)
		return nil
	}}
}

func TestPartsStopInReverseOrder(t *testing.T) {
	var r recorder
	ctx, stop := context.WithCancel(t.Context())
	stop()
	if err := runParts(ctx, r.waits("first"), r.waits("second"), r.waits("third")); err != nil {
		t.Fatal(err)
	}
	if want := []string{"third", "second", "first"}; !slices.Equal(r.notes, want) {
		t.Errorf("stopped %v, want %v", r.notes, want)
	}
}

func TestAPartThatFailsStopsTheOthers(t *testing.T) {
	var r recorder
	bad := errors.New("no air")
	err := runParts(t.Context(), r.waits("first"), part{run: func(context.Context) error { return bad }}, r.waits("third"))
	if !errors.Is(err, bad) || !slices.Equal(r.notes, []string{"third", "first"}) {
		t.Errorf("err = %v, stopped %v; want %v and the others stopped", err, r.notes, bad)
	}
}

func TestAPartThatTheOthersOutlast(t *testing.T) {
	var r recorder
	ctx, stop := context.WithCancel(t.Context())
	gone := make(chan struct{})
	go func() { <-gone; stop() }()
	err := runParts(ctx, r.waits("first"), part{outlast: true, run: func(context.Context) error {
		r.note("gone")
		close(gone)
		return errors.New("shut out")
	}})
	if err != nil || !slices.Equal(r.notes, []string{"gone", "first"}) {
		t.Errorf("err = %v, %v", err, r.notes)
	}
}
