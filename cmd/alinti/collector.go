package main

import (
	"log/slog"
	"os"
	"runtime/debug"
	"runtime/metrics"

	"alinti/retrieval/corpus"
)

// leastGrowth is how far the heap of a service may grow between two runs of the
// garbage collector, in bytes. Go's own rule is as much again as is in use,
// which over two articles is 5 MB: a collector that runs 20 times a second and
// takes a seventh of the processor. 32 MB make that a fiftieth.
const leastGrowth = 32 << 20

// calmCollector lets the heap grow by leastGrowth at least, unless the
// environment says otherwise (GOGC). Over a large collection Go's rule is left
// as it is. A memory limit (GOMEMLIMIT) holds in any case.
func calmCollector(log *slog.Logger) {
	if os.Getenv("GOGC") != "" {
		return
	}
	debug.FreeOSMemory() // what reading the articles left behind; also counts what is in use
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	percent := collectorPercent(live[0].Value.Uint64())
	debug.SetGCPercent(percent)
	log.Debug("garbage collector", "live_bytes", live[0].Value.Uint64(), "percent", percent)
}

// collectorPercent is the growth in per cent of the bytes in use. A service that
// has been asked for a while has 5 MB in use at least: what the words of
// questions lead to is remembered.
func collectorPercent(live uint64) int {
	const (
		goDefault = 100
		leastLive = 5 << 20
	)
	return max(goDefault, int(leastGrowth*100/max(live, leastLive)))
}

// smallText is up to how many bytes of text an index is made with the collector
// out of the way: it is done within ten megabytes, where the collector would
// take a third of the processor time of a start.
const smallText = 256 << 10

// deferCollector puts the garbage collector off while a small collection is
// indexed, unless the environment says otherwise (GOGC); done undoes it.
func deferCollector(c *corpus.Collection) (done func()) {
	bytes := 0
	for _, d := range c.Documents {
		bytes += len(d.Text)
	}
	if bytes > smallText || os.Getenv("GOGC") != "" {
		return func() {}
	}
	before := debug.SetGCPercent(400)
	return func() { debug.SetGCPercent(before) }
}
