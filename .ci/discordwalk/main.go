// Command discordwalk uses the built program on a fake Discord as people do:
// every command, button and message, restarts, kills, a full disk. It prints a
// line for each thing tried and what was seen, and fails if one did not hold.
//
//	go run ./.ci/discordwalk [-components v2|embeds] [-full DIR] ALINTI
package main

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

func main() {
	components := flag.String("components", "v2", "the `FORM` of answers: v2 or embeds")
	full := flag.String("full", "", "a `DIR` on a disk of its own that may be filled; without it that part is left out")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	os.Exit(walk(flag.Arg(0), *components, *full))
}

// A recorder is a testing.TB for discordtest outside of a test.
type recorder struct {
	testing.TB // nil: what is not below is not called
	failed     int
	cleanups   []func()
}

func (r *recorder) Helper()                 {}
func (r *recorder) Cleanup(f func())        { r.cleanups = append(r.cleanups, f) }
func (r *recorder) Logf(f string, a ...any) { fmt.Printf("     "+f+"\n", a...) }
func (r *recorder) Error(a ...any)          { r.Errorf("%s", fmt.Sprint(a...)) }
func (r *recorder) Fatal(a ...any)          { r.Fatalf("%s", fmt.Sprint(a...)) }

func (r *recorder) Errorf(f string, a ...any) {
	r.failed++
	fmt.Printf("FAIL "+f+"\n", a...)
}

// Fatalf ends what is tried; see [walker.try].
func (r *recorder) Fatalf(f string, a ...any) {
	r.Errorf(f, a...)
	panic(fatal{})
}

type fatal struct{}

// seen tells what a thing came to.
func (r *recorder) seen(holds bool, what, saw string) {
	if !holds {
		r.Errorf("%s: %s", what, saw)
		return
	}
	fmt.Printf("ok   %s: %s\n", what, short(saw))
}

func short(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	if r := []rune(s); len(r) > 150 {
		return string(r[:149]) + "…"
	}
	return s
}
