package main

import (
	"bytes"
	"context"
	"io"
	"testing"
)

func TestAnInterruptEndsTheWaitForInput(t *testing.T) {
	for _, args := range [][]string{{"ask"}, {"ask", "--json"}, {"verify"}, {"verify", "-"}} {
		ctx, interrupt := context.WithCancel(t.Context())
		in, silent := io.Pipe()
		var stdout, stderr bytes.Buffer
		code := make(chan int)
		go func() { code <- run(ctx, args, in, &stdout, &stderr) }()
		if args[0] == "ask" { // its reading has begun when a line was taken
			io.WriteString(silent, "merhaba\n")
		}
		interrupt()
		if got := <-code; got != exitFailed || stderr.Len() != 0 {
			t.Errorf("%v: exit %d and %q on standard error, want %d and nothing", args, got, &stderr, exitFailed)
		}
		silent.Close()
	}
}
