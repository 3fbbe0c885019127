package main

import (
	"context"
	"io"
)

// untilDone reads from r until ctx ends, and then fails with its error: who
// waits for a pipe or a keyboard that says nothing can still be interrupted.
// What it returns must be closed. One read of r may be left waiting.
func untilDone(ctx context.Context, r io.Reader) io.ReadCloser {
	from, to := io.Pipe()
	stop := context.AfterFunc(ctx, func() { to.CloseWithError(ctx.Err()) })
	go func() {
		defer stop()
		_, err := io.Copy(to, r)
		to.CloseWithError(err)
	}()
	return from
}
