package main

import (
	"context"
	"io"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/creack/pty"
)

// A person is the other end of a terminal: what it shows is read until a word
// is seen, then a line is typed.
type person struct {
	t      *testing.T
	keys   *os.File
	screen strings.Builder
	seen   int
}

func (p *person) waitFor(word string) {
	p.t.Helper()
	buffer := make([]byte, 4096)
	for !strings.Contains(p.screen.String()[p.seen:], word) {
		n, err := p.keys.Read(buffer)
		p.screen.Write(buffer[:n])
		if err != nil {
			p.t.Fatalf("waiting for %q: %v; the screen shows %q", word, err, p.screen.String()[p.seen:])
		}
	}
	p.seen += strings.Index(p.screen.String()[p.seen:], word) + len(word)
}

func (p *person) types(keys string) {
	if _, err := io.WriteString(p.keys, keys); err != nil {
		p.t.Fatal(err)
	}
}

// converse starts `alinti ask` on a terminal. The returned func waits for its
// exit code.
func converse(t *testing.T, ctx context.Context) (*person, func() int) {
	t.Helper()
	return onTerminal(t, ctx, "ask")
}

func onTerminal(t *testing.T, ctx context.Context, args ...string) (*person, func() int) {
	t.Helper()
	t.Setenv("NO_COLOR", "")
	t.Setenv("TERM", "xterm")
	keys, terminal, err := pty.Open()
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { keys.Close(); terminal.Close() })
	keys = patient(t, keys)
	code := make(chan int, 1)
	go func() { code <- run(ctx, args, terminal, terminal, terminal) }()
	return &person{t: t, keys: keys}, func() int { return <-code }
}

// patient is the same end of the terminal, whose reads end after a while: a
// failure shows what was on the screen.
func patient(t *testing.T, keys *os.File) *os.File {
	t.Helper()
	fd, err := syscall.Dup(int(keys.Fd()))
	if err == nil {
		err = syscall.SetNonblock(fd, true)
	}
	if err != nil {
		t.Fatal(err)
	}
	again := os.NewFile(uintptr(fd), keys.Name())
	if err := again.SetReadDeadline(time.Now().Add(20 * time.Second)); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { again.Close() })
	return again
}

func TestConversation(t *testing.T) {
	p, code := converse(t, t.Context())
	p.waitFor("Ctrl-D")
	p.waitFor("? ")
	p.types("kac asker gonderdi kuzey kore\r")
	p.waitFor("\x1b[1;") // on a terminal, what answers is marked
	p.waitFor("göndermişti")
	p.waitFor("? ")
	p.types("\r") // nothing was asked
	p.waitFor("? ")
	p.types(strings.Repeat("çok uzun ", 200) + "\r")
	p.waitFor("at most 1000 characters")
	p.waitFor("? ")
	p.types("ÇIKIŞ\r")
	if got := code(); got != exitDone {
		t.Errorf("exit code = %d, want %d", got, exitDone)
	}
}

func TestConversationEndsWithItsKeys(t *testing.T) {
	for name, key := range map[string]string{"Ctrl-C": "\x03", "Ctrl-D": "\x04"} {
		p, code := converse(t, t.Context())
		p.waitFor("? ")
		p.types(key)
		if got := code(); got != exitDone {
			t.Errorf("%s: exit code = %d, want %d", name, got, exitDone)
		}
	}
}

func TestConversationEndsWithTheProgram(t *testing.T) {
	ctx, stop := context.WithCancel(t.Context())
	p, code := converse(t, ctx)
	p.waitFor("? ")
	stop()
	if got := code(); got != exitFailed {
		t.Errorf("exit code = %d, want %d", got, exitFailed)
	}
	p.types("\r") // lets the read that was left behind end
}

func TestNoColorIsHeeded(t *testing.T) {
	p, code := converse(t, t.Context())
	t.Setenv("NO_COLOR", "1")
	p.waitFor("? ")
	p.types("Kuzey Kore Rusya'ya kaç asker gönderdi?\r")
	p.waitFor("göndermişti")
	p.waitFor("? ")
	p.types("\x04")
	code()
	if strings.Contains(p.screen.String(), "\x1b[1;") {
		t.Errorf("with NO_COLOR the screen shows colours: %q", p.screen.String())
	}
}

func TestEvalShowsItsProgressToAPerson(t *testing.T) {
	p, code := onTerminal(t, t.Context(), "eval", "../../bot/evaluate/testdata/dev.jsonl")
	p.waitFor("asking")
	p.waitFor("/107")
	p.waitFor("hit1")
	if got := code(); got != exitDone {
		t.Errorf("exit code = %d, want %d", got, exitDone)
	}
}
