// Command llmfaults runs the program in front of model services that fail, one
// process for each fault, and judges every answer by the wall clock: it must be
// the retrieval answer with a warning, inside the deadline, and hold nothing of
// what the service said; nor may the log.
//
//	go run ./.ci/llmfaults ALINTI
package main

import (
	"bytes"
	gojson "encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"
)

const (
	timeout   = time.Second            // llm.timeout
	grace     = 250 * time.Millisecond // for all the rest
	questions = 4                      // of each kind: one after another, then at once
	atATime   = 5                      // processes
)

// An outcome is what came of one fault.
type outcome struct {
	fault    string
	slowest  time.Duration
	answers  int
	requests int64
	problems []string
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: llmfaults ALINTI")
		os.Exit(2)
	}
	stalls := watch()
	outcomes := make([]outcome, len(faults))
	places := make(chan struct{}, atATime)
	var running sync.WaitGroup
	for i, f := range faults {
		running.Go(func() {
			places <- struct{}{}
			defer func() { <-places }()
			outcomes[i] = try(os.Args[1], f)
		})
	}
	running.Wait()
	most := timeout + grace + stalls()
	slices.SortFunc(outcomes, func(a, b outcome) int { return int(b.slowest - a.slowest) })
	bad, answers := 0, 0
	for _, o := range outcomes {
		if o.slowest > most {
			o.problems = append(o.problems, "too late")
		}
		fmt.Printf("%-28s %d answers, the slowest in %v; %d connections\n", o.fault, o.answers, o.slowest.Round(time.Millisecond), o.requests)
		for _, p := range o.problems {
			fmt.Println("   WRONG:", p)
		}
		bad, answers = bad+len(o.problems), answers+o.answers
	}
	fmt.Printf("%d faults, %d answers, the slowest in %v of at most %v (a deadline of %v, %v for the rest, %v in which this machine stood still); %d wrong\n",
		len(faults), answers, outcomes[0].slowest.Round(time.Millisecond), most.Round(time.Millisecond), timeout, grace, (most - timeout - grace).Round(time.Millisecond), bad)
	if bad > 0 {
		os.Exit(1)
	}
}

// watch returns a func that tells the longest time by which a timer was late
// since: what a busy machine adds to every deadline.
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

func try(binary string, f fault) (o outcome) {
	o.fault = f.name
	s, err := begin(f)
	if err != nil {
		o.problems = append(o.problems, err.Error())
		return o
	}
	defer s.end()
	p, err := start(binary, s.address())
	if err != nil {
		o.problems = append(o.problems, err.Error())
		return o
	}
	ask := func(i int) (time.Duration, error) {
		began := time.Now()
		err := answered(p.url, fmt.Sprintf("Kuzey Kore Rusya'ya %d yılında kaç asker gönderdi?", 2001+i))
		return time.Since(began), err
	}
	note := func(took time.Duration, err error) {
		o.answers++
		o.slowest = max(o.slowest, took)
		if err != nil {
			o.problems = append(o.problems, err.Error())
		}
	}
	for i := range questions {
		note(ask(i))
	}
	var mu sync.Mutex
	var asking sync.WaitGroup
	for i := range questions {
		asking.Go(func() {
			took, err := ask(questions + i)
			mu.Lock()
			defer mu.Unlock()
			note(took, err)
		})
	}
	asking.Wait()
	log, err := p.end()
	switch {
	case err != nil:
		o.problems = append(o.problems, err.Error())
	case strings.Contains(log, marker), strings.Contains(log, "sk-secret"):
		o.problems = append(o.problems, "the log holds what the service said, or the key")
	case s.followed.Load() > 0:
		o.problems = append(o.problems, "a redirect was followed")
	case s.connections.Load() == 0:
		o.problems = append(o.problems, "the service was never asked")
	}
	o.requests = s.connections.Load()
	return o
}

// answered asks one question and judges the answer.
func answered(url, question string) error {
	client := &http.Client{Timeout: 30 * time.Second, Transport: &http.Transport{DisableKeepAlives: true}}
	resp, err := client.Post(url, "text/plain", strings.NewReader(question))
	if err != nil {
		return err
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		return err
	}
	var a struct {
		Mode     string
		Answered bool
		Warnings []string
	}
	switch err := gojson.Unmarshal(body, &a); {
	case resp.StatusCode != http.StatusOK || err != nil:
		return fmt.Errorf("%d %.200s", resp.StatusCode, body)
	case a.Mode != "retrieval" || len(a.Warnings) != 1 || !strings.HasPrefix(a.Warnings[0], "llm_"):
		return fmt.Errorf("mode %q, warnings %q; want the retrieval answer with one", a.Mode, a.Warnings)
	case bytes.Contains(body, []byte(marker)), bytes.Contains(body, []byte("sk-secret")):
		return errors.New("the answer holds what the service said, or the key")
	}
	return nil
}

// A program is a running alinti.
type program struct {
	command *exec.Cmd
	log     *logBuffer
	url     string
}

func start(binary, llm string) (*program, error) {
	p := &program{command: exec.Command(binary, "serve", "--listen", "127.0.0.1:0", "--log-format", "json"), log: &logBuffer{listening: make(chan string, 1)}}
	p.command.Env = append(os.Environ(), "ALINTI_LLM_BASE_URL="+llm, "ALINTI_LLM_API_KEY=sk-secret", "ALINTI_LLM_TIMEOUT="+timeout.String())
	p.command.Stderr = p.log
	if err := p.command.Start(); err != nil {
		return nil, err
	}
	select {
	case address := <-p.log.listening:
		p.url = "http://" + address + "/v1/ask"
		return p, nil
	case <-time.After(20 * time.Second):
		_ = p.command.Process.Kill()
		_ = p.command.Wait()
		return nil, errors.New("the program does not listen: " + p.log.String())
	}
}

// end stops the program and returns its log.
func (p *program) end() (string, error) {
	if err := p.command.Process.Signal(os.Interrupt); err != nil {
		return "", err
	}
	if err := p.command.Wait(); err != nil {
		return "", fmt.Errorf("the program ended with %w", err)
	}
	return p.log.String(), nil
}

// A logBuffer keeps a log and says where the program listens.
type logBuffer struct {
	mu        sync.Mutex
	text      bytes.Buffer
	told      bool
	listening chan string
}

func (l *logBuffer) Write(b []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.text.Write(b)
	if l.told {
		return len(b), nil
	}
	for line := range bytes.Lines(l.text.Bytes()) {
		var entry struct{ Msg, Address string }
		if gojson.Unmarshal(line, &entry) == nil && entry.Msg == "listening" {
			l.listening <- entry.Address
			l.told = true
			break
		}
	}
	return len(b), nil
}

func (l *logBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.text.String()
}
