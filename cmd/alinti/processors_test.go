package main

import (
	"log/slog"
	"runtime"
	"testing"
)

func TestThreads(t *testing.T) {
	for _, c := range []struct {
		name            string
		chosen          bool
		now, processors int
		want            int
	}{
		{"as many as there are", false, 2, 2, 4},
		{"one", false, 1, 1, 2},
		{"the environment has chosen as many", true, 2, 2, 2},
		{"the environment has chosen more", true, 8, 2, 8},
		{"a second service in one process", false, 4, 2, 4},
		{"a container with a limit", false, 2, 64, 2},
	} {
		if got := threads(c.chosen, c.now, c.processors); got != c.want {
			t.Errorf("%s: %d threads, want %d", c.name, got, c.want)
		}
	}
}

func TestSpreadThreadsLeavesWhatIsSet(t *testing.T) {
	defer runtime.SetDefaultGOMAXPROCS()
	chosen := runtime.NumCPU() + 3
	runtime.GOMAXPROCS(chosen)
	t.Setenv("GOMAXPROCS", "set")
	spreadThreads(slog.New(slog.DiscardHandler))
	if got := runtime.GOMAXPROCS(0); got != chosen {
		t.Errorf("with GOMAXPROCS in the environment: %d threads, want %d", got, chosen)
	}
	t.Setenv("GOMAXPROCS", "")
	runtime.GOMAXPROCS(runtime.NumCPU())
	spreadThreads(slog.New(slog.DiscardHandler))
	if got, want := runtime.GOMAXPROCS(0), 2*runtime.NumCPU(); got != want {
		t.Errorf("without: %d threads, want %d", got, want)
	}
}
