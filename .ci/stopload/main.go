// Command stopload stops a server while clients ask it, time after time, and
// counts: every request that a handler has begun must be answered, and the
// process must end in time. Requests that never reached a handler are told, not
// promised: one process cannot hand its socket over.
//
//	go run ./.ci/stopload [-rounds N] ALINTI
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
)

const (
	clients = 50                     // each with a connection of its own
	load    = 500 * time.Millisecond // before the stop
	most    = 5 * time.Second        // from the signal to the end
)

// A round is what came of one stop.
type round struct {
	handled  int           // requests that the log says were answered with 200
	answered int64         // answers that clients have whole
	refused  int64         // requests that got none
	took     time.Duration // from the signal to the end
	code     int
}

func main() {
	rounds := flag.Int("rounds", 20, "stops")
	flag.Parse()
	if flag.NArg() != 1 {
		flag.Usage()
		os.Exit(2)
	}
	var sum round
	bad := 0
	for range *rounds {
		r, err := stop(flag.Arg(0))
		if err != nil {
			fmt.Fprintln(os.Stderr, "stopload:", err)
			os.Exit(1)
		}
		if int64(r.handled) != r.answered || r.code != 0 || r.took > most {
			fmt.Printf("a bad round: %+v\n", r)
			bad++
		}
		sum.handled += r.handled
		sum.answered += r.answered
		sum.refused += r.refused
		sum.took = max(sum.took, r.took)
	}
	fmt.Printf("%d stops under load: %d requests handled, %d answered; %d more never reached a handler; the slowest stop took %v; %d bad\n",
		*rounds, sum.handled, sum.answered, sum.refused, sum.took.Round(time.Millisecond), bad)
	if bad > 0 {
		os.Exit(1)
	}
}

// stop starts the server, asks it for a while, stops it, and counts.
func stop(binary string) (round, error) {
	server := exec.Command(binary, "serve", "--listen", "127.0.0.1:0", "--log-format", "json")
	stderr, err := server.StderrPipe()
	if err != nil {
		return round{}, err
	}
	if err := server.Start(); err != nil {
		return round{}, err
	}
	var r round
	address := make(chan string, 1)
	logged := make(chan struct{})
	go func() { r.handled = follow(stderr, address); close(logged) }()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	var asking sync.WaitGroup
	url := "http://" + <-address + "/v1/ask"
	for range clients {
		asking.Go(func() { ask(ctx, url, &r) })
	}
	time.Sleep(load)
	began := time.Now()
	if err := server.Process.Signal(syscall.SIGTERM); err != nil {
		return round{}, err
	}
	<-logged
	_ = server.Wait() // its code says how it ended
	r.took, r.code = time.Since(began), server.ProcessState.ExitCode()
	cancel()
	asking.Wait()
	return r, nil
}

// follow reads the log: where the server listens, and how many requests it
// answered with 200.
func follow(log io.Reader, address chan<- string) (handled int) {
	defer close(address)
	for lines := bufio.NewScanner(log); lines.Scan(); {
		var line struct {
			Msg, Address string
			Status       int
		}
		if json.Unmarshal(lines.Bytes(), &line) != nil {
			fmt.Fprintln(os.Stderr, lines.Text())
			continue
		}
		switch {
		case line.Msg == "listening":
			address <- line.Address
		case line.Msg == "request" && line.Status == http.StatusOK:
			handled++
		}
	}
	return handled
}

// ask asks until the server is gone.
func ask(ctx context.Context, url string, r *round) {
	transport := &http.Transport{}
	defer transport.CloseIdleConnections()
	client := &http.Client{Transport: transport, Timeout: 10 * time.Second}
	for ctx.Err() == nil {
		if whole(client, url) {
			atomic.AddInt64(&r.answered, 1)
			continue
		}
		atomic.AddInt64(&r.refused, 1)
		time.Sleep(50 * time.Millisecond) // as a client would before it asks again
	}
}

// whole reports whether an answer came back to its last byte.
func whole(client *http.Client, url string) bool {
	resp, err := client.Post(url, "text/plain", strings.NewReader("Kuzey Kore Rusya'ya kaç asker gönderdi?"))
	if err != nil {
		return false
	}
	defer resp.Body.Close()
	var answer struct{ ID string }
	return json.NewDecoder(resp.Body).Decode(&answer) == nil && answer.ID != "" && resp.StatusCode == http.StatusOK
}
