package main

import (
	"bytes"
	"fmt"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
)

// A gate is a writer that writes when it is let to.
type gate struct {
	let chan struct{}
	bytes.Buffer
	calls int
}

func (g *gate) Write(p []byte) (int, error) {
	<-g.let
	g.calls++
	return g.Buffer.Write(p)
}

func TestLogQueueWritesAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := &gate{let: make(chan struct{}, 1)}
		q := newLogQueue(g)
		g.let <- struct{}{}
		fmt.Fprintln(q, "one")
		synctest.Wait()
		if g.String() != "one\n" {
			t.Errorf("without another line or close: %q", g.String())
		}
		close(g.let)
		q.close()
	})
}

func TestLogQueueGathers(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := &gate{let: make(chan struct{})}
		q := newLogQueue(g)
		fmt.Fprintln(q, "first")
		synctest.Wait() // it is being written, and cannot be
		for i := range 9 {
			fmt.Fprintln(q, "line", i)
		}
		close(g.let)
		synctest.Wait()
		if lines := strings.Count(g.String(), "\n"); lines != 10 || g.calls != 2 {
			t.Errorf("%d lines in %d calls, want 10 in 2", lines, g.calls)
		}
		q.close()
		fmt.Fprintln(q, "after")
		if !strings.HasSuffix(g.String(), "line 8\nafter\n") {
			t.Errorf("after close: %q", g.String())
		}
	})
}

func TestLogQueueHoldsUp(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := &gate{let: make(chan struct{})}
		q := newLogQueue(g)
		fmt.Fprintln(q, "first")
		synctest.Wait()
		done := false
		go func() {
			fmt.Fprintln(q, strings.Repeat("a", mostQueued))
			done = true
		}()
		synctest.Wait()
		if done {
			t.Error("nobody waits for a writer that stands still, and the queue grows")
		}
		close(g.let)
		synctest.Wait()
		if !done {
			t.Error("who was held up does not go on")
		}
		q.close()
	})
}

func TestLogQueueLosesNothing(t *testing.T) {
	var out bytes.Buffer
	q := newLogQueue(&out)
	var all sync.WaitGroup
	for who := range 8 {
		all.Go(func() {
			for i := range 500 {
				fmt.Fprintf(q, "%d %d %s\n", who, i, strings.Repeat("x", i))
			}
		})
	}
	all.Wait()
	q.close()
	next := [8]int{}
	for line := range strings.Lines(out.String()) {
		var who, i int
		var rest string
		if _, err := fmt.Sscan(line, &who, &i, &rest); i > 0 && (err != nil || len(rest) != i) {
			t.Fatalf("a broken line: %q", line)
		}
		if i != next[who] {
			t.Fatalf("line %d of %d comes after %d", i, who, next[who]-1)
		}
		next[who]++
	}
	if next != [8]int{500, 500, 500, 500, 500, 500, 500, 500} {
		t.Errorf("lines written: %v", next)
	}
}
