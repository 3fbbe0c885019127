package main

import (
	"log/slog"
	"os"
	"runtime/debug"

	"alinti/retrieval/corpus"
)

// leastGrowth is how far the heap of a service may grow between two runs of the
// garbage collector beside what Go's own rule allows, in bytes. The rule is as
// much again as is in use, which over two articles is 5 MB: a collector that runs
// 20 times a second and takes a seventh of the processor. 32 MB make that a
// fiftieth.
const leastGrowth = 32 << 20

// calmCollector lets the heap of a service grow by leastGrowth more, unless the
// environment says otherwise (GOGC, GOMEMLIMIT). It returns a ballast for the
// caller to keep: memory that counts as in use and is never touched, so that it
// takes none of the machine's. A higher percentage would count whatever comes
// to be in use several times over, the stacks of a thousand connections too.
func calmCollector(log *slog.Logger) (ballast []byte) {
	if os.Getenv("GOGC") != "" || os.Getenv("GOMEMLIMIT") != "" {
		return nil
	}
	debug.FreeOSMemory() // what reading the articles left behind
	log.Debug("garbage collector", "ballast_bytes", leastGrowth)
	return make([]byte, leastGrowth)
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
