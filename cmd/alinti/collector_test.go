package main

import (
	"log/slog"
	"runtime/debug"
	"strings"
	"testing"

	"alinti/retrieval/corpus"
)

// The ballast gives way to whoever says how the collector is to run.
func TestCalmCollector(t *testing.T) {
	for _, c := range []struct {
		percent, limit string
		want           int
	}{
		{"", "", leastGrowth},
		{"50", "", 0},
		{"off", "", 0},
		{"", "100MiB", 0},
	} {
		t.Setenv("GOGC", c.percent)
		t.Setenv("GOMEMLIMIT", c.limit)
		if got := len(calmCollector(slog.New(slog.DiscardHandler))); got != c.want {
			t.Errorf("GOGC=%q GOMEMLIMIT=%q: a ballast of %d bytes, want %d", c.percent, c.limit, got, c.want)
		}
	}
}

func TestDeferCollector(t *testing.T) {
	t.Setenv("GOGC", "")
	before := debug.SetGCPercent(100)
	defer debug.SetGCPercent(before)
	percent := func() int {
		p := debug.SetGCPercent(100)
		debug.SetGCPercent(p)
		return p
	}
	for size, want := range map[int]int{10: 400, smallText + 1: 100} {
		done := deferCollector(&corpus.Collection{Documents: []*corpus.Document{{Text: strings.Repeat("a", size)}}})
		if got := percent(); got != want {
			t.Errorf("%d bytes of text: %d per cent, want %d", size, got, want)
		}
		done()
		if got := percent(); got != 100 {
			t.Errorf("%d bytes of text: %d per cent afterwards, want 100", size, got)
		}
	}
}
