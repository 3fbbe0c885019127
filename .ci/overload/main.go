// Command overload offers a server three times the requests that it can answer,
// at a constant rate whatever becomes of them (an open loop), and tells what it
// still answers, how soon it refuses the rest, and what that costs in memory.
//
//	go run ./.ci/overload [-seconds N] [-strict] [-only PART-OF-A-NAME] ALINTI
//
// It does so three times. With a model that takes its time the places for
// requests run out; over a collection of 2,000 paragraphs the processor does.
// In both, nine tenths of the capacity must be left, 99 of 100 refusals come
// within 100 ms, and memory be flat. Over the two articles an answer costs so little
// that refusing two requests over HTTP takes most of its time, whoever does it:
// what is left there is printed.
//
// That a request is neither answered nor told when to come back fails the run.
// How many are answered, how soon, and in what memory depends on the machine, and
// is printed; with -strict it fails the run too, unless the machine is so busy
// that its timers are late, the server has no whole processor or its capacity is
// another one afterwards, which is exit code 77.
package main

import (
	"errors"
	"flag"
	"fmt"
	"math"
	"os"
	"strings"
	"time"
)

// A scene is a server under load.
type scene struct {
	name        string
	settings    []string // of the server, as environment
	requests    [][]byte
	clients     int  // whose requests, one after the other, show the capacity
	connections int  // that an open loop may open, as many callers as would be
	busy        bool // it is the processor that runs out
	must        bool // show what is measured, not only print it
}

// What a scene must show.
const (
	goodput  = 0.9                    // of the capacity is left
	share    = 0.99                   // of the refusals come
	soon     = 100 * time.Millisecond // within this
	growth   = 1.25                   // of memory at the end of the load, against its middle, is the most
	times    = 3                      // the capacity is offered
	quiet    = 20 * time.Millisecond  // by which a timer may be late
	steady   = 0.1                    // by which the capacity may differ after the load, and a busy server go without its processor
	thinking = 250 * time.Millisecond // of the model
	places   = 50                     // for requests beside the model
)

func main() {
	seconds := flag.Int("seconds", 8, "length of each load")
	strict := flag.Bool("strict", false, "what is measured must hold as well")
	only := flag.String("only", "", "play those scenes alone whose name holds `this`")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	code, err := playAll(flag.Arg(0), time.Duration(*seconds)*time.Second, *strict, *only)
	if err != nil {
		fmt.Fprintln(os.Stderr, "overload:", err)
		code = int(fails)
	}
	os.Exit(code)
}

// scenes are all of them; folder holds the larger collection.
func scenes(model, folder string) ([]scene, error) {
	few, err := judged()
	if err != nil {
		return nil, err
	}
	many, err := writeCollection(folder)
	if err != nil {
		return nil, err
	}
	return []scene{
		{name: "two articles", requests: requests(few), clients: 32, connections: 1000, busy: true},
		{name: "2,000 paragraphs", requests: requests(many), clients: 32, connections: 1000, busy: true, must: true,
			settings: []string{"ALINTI_ARTICLES_DIR=" + folder}},
		{name: "with a model", requests: requests(few), clients: places, connections: 1000, must: true, settings: []string{
			"ALINTI_LLM_BASE_URL=" + model, "ALINTI_LLM_MODEL=slow", "ALINTI_LLM_CACHE_ENTRIES=0",
			fmt.Sprint("ALINTI_LLM_MAX_CONCURRENT=", places), fmt.Sprint("ALINTI_WEBHOOK_MAX_IN_FLIGHT=", places),
		}},
	}, nil
}

// playAll plays the scenes in turn and returns the exit code.
func playAll(binary string, length time.Duration, strict bool, only string) (code int, err error) {
	folder, err := os.MkdirTemp("", "overload")
	if err != nil {
		return 0, err
	}
	defer os.RemoveAll(folder)
	model, stop, err := startModel()
	if err != nil {
		return 0, err
	}
	defer stop()
	all, err := scenes(model, folder)
	if err != nil {
		return 0, err
	}
	for _, s := range all {
		if !strings.Contains(s.name, only) {
			continue
		}
		v, err := s.play(binary, length)
		if err != nil {
			return 0, fmt.Errorf("%s: %w", s.name, err)
		}
		switch {
		case v == slower && strict:
			v = fails
		case v == slower, v == unknown && !strict:
			v = holds
		}
		if v != holds && code != int(fails) {
			code = int(v)
		}
	}
	return code, nil
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
	clients := func(length time.Duration) float64 {
		rate, e := closedLoop(server.address, s.requests, s.clients, length)
		err = errors.Join(err, e)
		return rate
	}
	clients(time.Second) // to warm up
	used := server.processorTime()
	capacity := clients(length / 2)
	used = server.processorTime() - used
	before := server.memory()
	fmt.Printf("%s: %.0f answers/s by %d clients in turn, %v of processor time each\n", s.name, capacity, s.clients,
		(used / time.Duration(1+capacity*length.Seconds()/2)).Round(time.Microsecond))
	late := watch()
	heap := server.watchMemory(length)
	used = server.processorTime()
	l, e := openLoop(server.address, s.requests, times*capacity, s.connections, length)
	used = server.processorTime() - used
	stood := late()
	middle, last := heap()
	again := clients(length / 2)
	if err = errors.Join(err, e); err != nil {
		return fails, err
	}
	answered := float64(l.answered.count()) / length.Seconds()
	sent := float64(l.offered-l.unsent) / length.Seconds()
	fmt.Printf("  offered %.0f/s, %.1f times: %.0f answers/s, %.2f of the capacity, half within %v, 99 of 100 within %v\n",
		sent, sent/capacity, answered, answered/capacity, l.answered.at(0.5), l.answered.at(share))
	fmt.Printf("  %d refused, half within %v, 99 of 100 within %v, the slowest %v; %d without Retry-After; %d errors\n",
		l.refused.count(), l.refused.at(0.5), l.refused.at(share), l.refused.at(1), l.bare, l.errors)
	fmt.Printf("  memory: %d MB before, %d MB in the middle, %d MB at the end; %d connections\n", before>>20, middle>>20, last>>20, l.connections)
	fmt.Printf("  99 of 100 requests were sent within %v of their time; a timer was late by %v; the server had %.2f of a processor; afterwards %.0f answers/s\n",
		l.late.at(share), stood.Round(time.Millisecond), used.Seconds()/length.Seconds(), again)
	hold := func(so bool, what string, otherwise verdict) {
		if !so {
			fmt.Println("  NOT SO:", what)
			v = otherwise
		}
	}
	if s.must {
		hold(sent >= 0.95*times*capacity, fmt.Sprintf("%d times the capacity is offered", times), slower)
		hold(answered >= goodput*capacity, fmt.Sprintf("goodput is at least %.2f of the capacity", goodput), slower)
		hold(l.refused.at(share) <= soon, fmt.Sprintf("%.0f of 100 refusals come within %v", 100*share, soon), slower)
		hold(float64(last) <= growth*float64(middle), "memory is flat", slower)
	}
	hold(l.answered.count() > 0 && l.bare == 0 && l.errors == 0, "whoever is not answered is told when to come back", fails)
	starved := s.busy && used.Seconds() < (1-steady)*length.Seconds()
	if v == slower && (starved || stood > quiet || math.Abs(again/capacity-1) > steady) {
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
