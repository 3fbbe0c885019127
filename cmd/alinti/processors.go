package main

import (
	"log/slog"
	"os"
	"runtime"
)

// spreadThreads lets a service run Go on twice as many threads as there are
// processors, unless the environment says how many (GOMAXPROCS), or a limit on
// the container's processor time does: Go then goes by that, and follows it
// when it changes. A limit that is set later is met at the next start.
//
// With as many threads as processors, and all of them busy, the kernel takes a
// processor from a thread that writes a reply, for whoever reads it. Its
// request then goes to Go's global queue, which is looked at after 61 turns of
// the local ones and holds a quarter of all requests. With twice as many the
// kernel shares the processors out, and it is fair: of 100 requests the latest
// waits half as long (docs/performance.md).
func spreadThreads(log *slog.Logger) {
	before := runtime.GOMAXPROCS(0)
	n := threads(os.Getenv("GOMAXPROCS") != "", before, runtime.NumCPU())
	if n != before {
		runtime.GOMAXPROCS(n)
	}
	log.Debug("threads", "at_once", n, "processors", runtime.NumCPU())
}

// threads is how many are to run at once: as many as now, or twice as many as
// processors where Go runs as many.
func threads(chosen bool, now, processors int) int {
	if chosen || now != processors {
		return now
	}
	return 2 * now
}
