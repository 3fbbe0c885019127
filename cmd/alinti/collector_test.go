package main

import (
	"runtime/debug"
	"strings"
	"testing"

	"alinti/retrieval/corpus"
)

func TestCollectorPercent(t *testing.T) {
	for _, c := range []struct {
		live uint64
		want int
	}{
		{0, 640},         // nothing is known
		{2 << 20, 640},   // two articles, before anything was asked
		{8 << 20, 400},   // some more
		{32 << 20, 100},  // from here on Go's rule
		{900 << 20, 100}, // a large collection
	} {
		if got := collectorPercent(c.live); got != c.want {
			t.Errorf("collectorPercent(%d) = %d, want %d", c.live, got, c.want)
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
