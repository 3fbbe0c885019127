package main

import (
	"slices"
	"time"
)

// patience is how long a caller waits for a reply.
const patience = 5 * time.Second

// A load is what came of the requests.
type load struct {
	offered           int // requests that fell due
	unsent            int // of them, those that this program or its connections were too slow for
	answered, refused delays
	late              delays // from when a request was due until it was sent
	bare              int    // refusals that do not say when to come back
	errors            int
	connections       int
}

// delays are times from when a request was sent to the end of its reply.
type delays []time.Duration

func (d delays) count() int { return len(d) }

// at is the delay that a share of all do not exceed.
func (d delays) at(share float64) time.Duration {
	if len(d) == 0 {
		return 0
	}
	slices.Sort(d)
	return d[min(len(d)-1, int(share*float64(len(d))))].Round(10 * time.Microsecond)
}

// note counts a reply.
func (l *load) note(r reply, took time.Duration) {
	switch {
	case r.status == 200:
		l.answered = append(l.answered, took)
	case r.status == 503:
		l.refused = append(l.refused, took)
		if !r.retry {
			l.bare++
		}
	default:
		l.errors++
	}
}

// closedLoop lets clients ask one request after the other, and returns the
// answers a second.
func closedLoop(address string, questions [][]byte, clients int, length time.Duration) (float64, error) {
	g, err := newGenerator(address, questions, clients)
	if err != nil {
		return 0, err
	}
	defer g.close()
	began := time.Now()
	for time.Since(began) < length {
		for g.send() {
		}
		g.wait()
	}
	g.end()
	return float64(g.answered.count()) / time.Since(began).Seconds(), nil
}

// openLoop makes requests fall due at a constant rate. Connections are opened
// as they are needed, up to a number. A request that finds none free is late; its delay begins
// when it is sent, and how late it was is told apart. What has not been sent when
// the time is up is not sent.
func openLoop(address string, questions [][]byte, rate float64, connections int, length time.Duration) (*load, error) {
	g, err := newGenerator(address, questions, connections)
	if err != nil {
		return nil, err
	}
	defer g.close()
	began := time.Now()
	sent := 0
	for now := began; now.Sub(began) < length; now = time.Now() {
		g.offered = int(rate * now.Sub(began).Seconds())
		for sent < g.offered && g.send() {
			due := time.Duration(float64(sent) / rate * float64(time.Second))
			g.late = append(g.late, time.Since(began)-due)
			sent++
		}
		g.wait()
	}
	g.unsent = g.offered - sent
	g.end()
	return &g.load, nil
}
