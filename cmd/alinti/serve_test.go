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
	"alinti/retrieval/corpus"
	"alinti/seeds"
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

// The page is there unless the webhook is guarded and nobody said that the page
// is for everybody.
func TestServeThePage(t *testing.T) {
	t.Setenv("ALINTI_WEBHOOK_LAME_DUCK", "0s")
	for _, c := range []struct {
		token, public string
		want          int
	}{
		{"", "", http.StatusOK},
		{"a-token-of-some-length", "", http.StatusNotFound},
		{"a-token-of-some-length", "true", http.StatusOK},
	} {
		t.Setenv("ALINTI_WEBHOOK_TOKEN", c.token)
		t.Setenv("ALINTI_WEB_PUBLIC", c.public)
		s := serve(t)
		for _, path := range []string{"/", "/?q=ka%C3%A7+asker", "/a/"} {
			resp, err := http.Get("http://" + s.address + path)
			if err != nil {
				t.Fatal(err)
			}
			resp.Body.Close()
			if resp.StatusCode != c.want {
				t.Errorf("GET %s with token %q and web.public %q: %d, want %d", path, c.token, c.public, resp.StatusCode, c.want)
			}
		}
		s.end(t)
	}
}

// Whoever is shown an example gets an answer to it.
func TestExamplesAreAnswered(t *testing.T) {
	c, err := corpus.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	b, err := bot.New(bot.Options{Collection: c})
	if err != nil {
		t.Fatal(err)
	}
	for language, questions := range seeds.Examples() {
		for _, q := range questions {
			a, err := b.Ask(t.Context(), bot.Question{Text: q})
			if err != nil || !a.Answered || a.Language != language {
				t.Errorf("%q: answered %v in %q, %v; want an answer in %q", q, a.Answered, a.Language, err, language)
			}
		}
	}
}
