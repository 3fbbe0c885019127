package main

import "testing"

func TestCollectorPercent(t *testing.T) {
	for _, c := range []struct {
		live uint64
		want int
	}{
		{0, 3200},        // nothing is known: as for 1 MB
		{5 << 20, 640},   // two articles
		{32 << 20, 100},  // from here on Go's rule
		{900 << 20, 100}, // a large collection
	} {
		if got := collectorPercent(c.live); got != c.want {
			t.Errorf("collectorPercent(%d) = %d, want %d", c.live, got, c.want)
		}
	}
}
