// Command overload offers a server three times the requests that it can answer,
// at a constant rate whatever becomes of them (an open loop), and tells what it
// still answers, how soon it refuses the rest, and what that costs in memory.
//
//	go run ./.ci/overload [-seconds N] [-strict] ALINTI
//
// It does so twice. With a model that takes its time the places for requests run
// out: nine tenths of the capacity must be left, and 99 of 100 refusals come
// within 100 ms. Over the articles alone the processor runs out, and a refusal
// over HTTP costs a third of an answer and more: refusing two of three requests
// takes most of the time there is, whoever does it. There the server must still
// answer, and half of the refusals come within 100 ms.
//
// That a request is neither answered nor told when to come back fails the run.
// How many are answered, how soon, and in what memory depends on the machine, and
// is printed; with -strict it fails the run too, unless the machine is so busy
// that its timers are late, which is exit code 77.
package main

import (
	"flag"
	"fmt"
	"os"
	"time"
)

// A scene is a server under load, and what it must show.
type scene struct {
	name     string
	settings []string // of the server, as environment
	clients  int      // whose requests, one after the other, show the capacity
	goodput  float64  // share of the capacity that must be left
	refusals float64  // share of the refusals that must come soon
}

const (
	times    = 3                      // the capacity is offered
	soon     = 100 * time.Millisecond // for a refusal
	quiet    = 20 * time.Millisecond  // by which a timer may be late
	growth   = 1.25                   // memory at the end of the load, against its middle
	thinking = 250 * time.Millisecond // of the model
	places   = 50                     // for requests beside the model
)

func main() {
	seconds := flag.Int("seconds", 8, "length of each load")
	strict := flag.Bool("strict", false, "what is measured must hold as well")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	model, stop := startModel()
	defer stop()
	scenes := []scene{
		{name: "articles alone", clients: 32, goodput: 0.1, refusals: 0.5},
		{name: "with a model", clients: places, goodput: 0.9, refusals: 0.99, settings: []string{
			"ALINTI_LLM_BASE_URL=" + model, "ALINTI_LLM_MODEL=slow", "ALINTI_LLM_CACHE_ENTRIES=0",
			fmt.Sprint("ALINTI_LLM_MAX_CONCURRENT=", places), fmt.Sprint("ALINTI_WEBHOOK_MAX_IN_FLIGHT=", places),
		}},
	}
	code := 0
	for _, s := range scenes {
		v, err := s.play(flag.Arg(0), time.Duration(*seconds)*time.Second)
		if err != nil {
			fmt.Fprintln(os.Stderr, "overload:", err)
			os.Exit(1)
		}
		if v == slower && *strict {
			v = fails
		}
		if v == slower || v == unknown && !*strict {
			v = holds
		}
		if v != holds && code != int(fails) {
			code = int(v)
		}
	}
	os.Exit(code)
}

// A verdict is an exit code, but for slower: what is measured does not hold.
type verdict int

const (
	holds   verdict = 0
	fails   verdict = 1
	unknown verdict = 77
	slower  verdict = -1
)

// play runs one scene and prints what came of it.
func (s scene) play(binary string, length time.Duration) (v verdict, err error) {
	server, err := startServer(binary, s.settings)
	if err != nil {
		return fails, err
	}
	defer server.end()
	closedLoop(server.address, s.clients, time.Second) // to warm up
	capacity := closedLoop(server.address, s.clients, length/2)
	fmt.Printf("%s: %.0f answers/s by %d clients in turn\n", s.name, capacity, s.clients)
	before := server.memory()
	late := watch()
	heap := server.watchMemory(length)
	l := openLoop(server.address, times*capacity, length)
	stood := late()
	goodput := float64(l.answered.count()) / length.Seconds() / capacity
	sent := float64(l.offered-l.unsent) / length.Seconds()
	fmt.Printf("  offered %.0f/s, %.1f times: %.0f answers/s, %.2f of the capacity, half within %v, 99 of 100 within %v\n",
		sent, sent/capacity, float64(l.answered.count())/length.Seconds(), goodput,
		l.answered.at(0.5), l.answered.at(0.99))
	fmt.Printf("  %d refused, half within %v, 99 of 100 within %v, the slowest %v; %d without Retry-After; %d errors\n",
		l.refused.count(), l.refused.at(0.5), l.refused.at(0.99), l.refused.at(1), l.bare, l.errors)
	fmt.Printf("  99 of 100 requests were sent within %v of their time; a timer of this machine was late by %v\n", l.late.at(0.99), stood.Round(time.Millisecond))
	middle, last := heap()
	fmt.Printf("  memory: %d MB before, %d MB in the middle, %d MB at the end; %d connections\n", before>>20, middle>>20, last>>20, l.connections)
	must := func(so bool, what string, otherwise verdict) {
		if !so {
			fmt.Println("  NOT SO:", what)
			v = otherwise
		}
	}
	must(goodput >= s.goodput, fmt.Sprintf("goodput is at least %.2f of the capacity", s.goodput), slower)
	must(l.refused.at(s.refusals) <= soon, fmt.Sprintf("%.0f of 100 refusals come within %v", 100*s.refusals, soon), slower)
	must(float64(last) <= growth*float64(middle), "memory is flat", slower)
	must(l.answered.count() > 0 && l.bare == 0 && l.errors == 0, "whoever is not answered is told when to come back", fails)
	if v == slower && stood > quiet {
		fmt.Println("  but this machine is too busy to tell")
		v = unknown
	}
	return v, nil
}

// watch returns a func that tells the longest time by which a timer was late
// since: what a busy machine adds to everything.
func watch() func() time.Duration {
	const every = 10 * time.Millisecond
	stop, worst := make(chan struct{}), make(chan time.Duration)
	go func() {
		var late time.Duration
		for {
			began := time.Now()
			select {
			case <-time.After(every):
				late = max(late, time.Since(began)-every)
			case <-stop:
				worst <- late
				return
			}
		}
	}()
	return func() time.Duration { close(stop); return <-worst }
}
