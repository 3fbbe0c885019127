package main

import (
	"context"
	"errors"
	"slices"
)

// A part of the program runs until its context ends, then finishes what it has
// begun and returns.
type part struct {
	run     func(context.Context) error
	outlast bool // the other parts go on when this one fails
}

// runParts starts the parts in order and stops them in reverse order, one
// after the other, when ctx ends or one of them fails.
func runParts(ctx context.Context, parts ...part) error {
	var stops []func() error
	failed := make(chan struct{}, len(parts))
	for _, p := range parts {
		own, cancel := context.WithCancel(context.WithoutCancel(ctx))
		ended := make(chan error, 1)
		go func() {
			err := p.run(own)
			if p.outlast {
				err = nil
			}
			if err != nil {
				failed <- struct{}{}
			}
			ended <- err
		}()
		stops = append(stops, func() error { cancel(); return <-ended })
	}
	select {
	case <-ctx.Done():
	case <-failed:
	}
	var errs []error
	for _, stop := range slices.Backward(stops) {
		errs = append(errs, stop())
	}
	return errors.Join(errs...)
}
