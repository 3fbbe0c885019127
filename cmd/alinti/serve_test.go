package main

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strings"
	"testing"

	"alinti/bot"
)

// A server is `alinti serve` running inside the test.
type server struct {
	address string
	stop    context.CancelFunc
	code    <-chan int
}

// serve starts the program on a free port and waits until it listens.
func serve(t *testing.T, args ...string) *server {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	log, stderr := io.Pipe()
	code := make(chan int, 1)
	go func() {
		args := append([]string{"serve", "--listen", "127.0.0.1:0", "--log-format", "json"}, args...)
		code <- run(ctx, args, strings.NewReader(""), io.Discard, stderr)
		stderr.Close()
	}()
	s := &server{stop: stop, code: code}
	lines := bufio.NewScanner(log)
	for s.address == "" && lines.Scan() {
		var line struct{ Msg, Address string }
		if err := json.Unmarshal(lines.Bytes(), &line); err != nil {
			t.Fatalf("log line %q: %v", lines.Text(), err)
		}
		s.address = line.Address
	}
	if s.address == "" {
		t.Fatalf("serve %v ended with %d", args, <-code)
	}
	go io.Copy(io.Discard, log)
	return s
}

// end stops the server and wants it to have ended well.
func (s *server) end(t *testing.T) {
	t.Helper()
	s.stop()
	if code := <-s.code; code != exitDone {
		t.Errorf("serve: exit code %d, want %d", code, exitDone)
	}
	http.DefaultClient.CloseIdleConnections()
}

func (s *server) ask(t *testing.T, question string) bot.Answer {
	t.Helper()
	resp, err := http.Post("http://"+s.address+"/v1/ask", "text/plain", strings.NewReader(question))
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	var a bot.Answer
	if err := json.NewDecoder(resp.Body).Decode(&a); err != nil || resp.StatusCode != http.StatusOK {
		t.Fatalf("POST /v1/ask %q: status %d, %v", question, resp.StatusCode, err)
	}
	return a
}

func TestServeAnswersUntilItIsStopped(t *testing.T) {
	t.Setenv("ALINTI_WEBHOOK_LAME_DUCK", "0s")
	s := serve(t)
	a := s.ask(t, "Kuzey Kore Rusya'ya kaç asker gönderdi?")
	if !a.Answered || !strings.Contains(a.Quotes[0].Text, "13 bin asker") {
		t.Errorf("answer = %+v", a)
	}
	s.end(t)
	if c, err := net.Dial("tcp", s.address); err == nil {
		c.Close()
		t.Errorf("%s still takes connections", s.address)
	}
}

func TestServeThatCannotListen(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	var stderr strings.Builder
	code := run(t.Context(), []string{"serve", "--listen", l.Addr().String()}, strings.NewReader(""), io.Discard, &stderr)
	if code != exitFailed || !strings.Contains(stderr.String(), "address already in use") {
		t.Errorf("serve on a taken port: exit code %d, %s", code, stderr.String())
	}
}
