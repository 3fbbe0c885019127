package main

import (
	"context"
	"encoding/json"
	"io"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/seeds"
)

// A server is `alinti serve` running inside the test.
type server struct {
	address string
	log     *logbook
	stop    context.CancelFunc
	code    <-chan int
}

// A logbook keeps the lines of a log for those who wait for one.
type logbook struct {
	mu      sync.Mutex
	changed sync.Cond
	text    strings.Builder
	ended   bool
	read    int
}

func newLogbook() *logbook {
	l := &logbook{}
	l.changed.L = &l.mu
	return l
}

func (l *logbook) Write(line []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.changed.Broadcast()
	return l.text.Write(line)
}

// end tells those who wait that there will be no more.
func (l *logbook) end() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.ended = true
	l.changed.Broadcast()
}

// until returns the next line that holds text.
func (l *logbook) until(t *testing.T, text string) string {
	t.Helper()
	l.mu.Lock()
	defer l.mu.Unlock()
	for {
		for line := range strings.Lines(l.text.String()[l.read:]) {
			if !strings.HasSuffix(line, "\n") {
				break
			}
			l.read += len(line)
			if strings.Contains(line, text) {
				return line
			}
		}
		if l.ended {
			t.Fatalf("the log never says %q: %s", text, l.text.String())
		}
		l.changed.Wait()
	}
}

// serve starts the program on a free port and waits until it listens.
func serve(t *testing.T, args ...string) *server {
	t.Helper()
	return serveFrom(t, strings.NewReader(""), args...)
}

func serveFrom(t *testing.T, stdin io.Reader, args ...string) *server {
	t.Helper()
	ctx, stop := context.WithCancel(t.Context())
	code := make(chan int, 1)
	s := &server{log: newLogbook(), stop: stop, code: code}
	go func() {
		args := append([]string{"serve", "--listen", "127.0.0.1:0", "--log-format", "json"}, args...)
		code <- run(ctx, args, stdin, io.Discard, s.log)
		s.log.end()
	}()
	var line struct{ Address string }
	if err := json.Unmarshal([]byte(s.log.until(t, `"msg":"listening"`)), &line); err != nil {
		t.Fatal(err)
	}
	s.address = line.Address
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
	if code != exitFailed || !strings.Contains(stderr.String(), "address already in use; stop what holds the address, or name another one with --listen") {
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
	b := bottest.Bot(t, bottest.Seeds(t))
	for language, questions := range seeds.Examples() {
		for _, q := range questions {
			a, err := b.Ask(t.Context(), bot.Question{Text: q})
			if err != nil || !a.Answered || a.Language != language {
				t.Errorf("%q: answered %v in %q, %v; want an answer in %q", q, a.Answered, a.Language, err, language)
			}
		}
	}
}
