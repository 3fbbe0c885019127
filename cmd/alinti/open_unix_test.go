//go:build unix

package main

import (
	"context"
	"io"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// A pipe that nobody writes to does not hold an interrupt up.
func TestAnInterruptEndsTheWaitForSettings(t *testing.T) {
	for _, command := range []string{"serve", "ask", "check", "mcp"} {
		pipe := filepath.Join(t.TempDir(), "settings")
		if err := syscall.Mkfifo(pipe, 0o600); err != nil {
			t.Fatal(err)
		}
		ctx, interrupt := context.WithCancel(t.Context())
		var stderr strings.Builder
		code := make(chan int)
		go func() {
			code <- run(ctx, []string{command, "--config", pipe}, strings.NewReader(""), io.Discard, &stderr)
		}()
		interrupt()
		if got := <-code; got != exitFailed || stderr.Len() > 0 {
			t.Errorf("%s: exit code %d and %q, want %d and nothing", command, got, &stderr, exitFailed)
		}
		w, err := os.OpenFile(pipe, os.O_WRONLY, 0) // waits for the reading, and lets it end
		if err != nil {
			t.Fatal(err)
		}
		w.Close()
	}
}
