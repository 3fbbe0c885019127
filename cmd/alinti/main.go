// Command alinti answers questions about a set of articles with sentences
// quoted from them word for word, or says that they do not answer.
//
// Each command has a file of its own name; run.go puts them together and turns
// what they return into the exit code, open.go makes the settings into the
// parts that answer. What the parts do is told in package bot.
package main

import (
	"context"
	"io"
	"log"
	"os"
	"os/signal"
	"syscall"
)

func main() {
	// Nothing of this program writes there. The client of net/http does, and
	// quotes what a service says before it is asked.
	log.SetOutput(io.Discard)
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	go func() {
		<-ctx.Done()
		stop() // a second signal ends the program at once
	}()
	os.Exit(run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}
