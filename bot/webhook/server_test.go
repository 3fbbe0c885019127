package webhook_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/webhook"
)

// start serves on a free port of loopback and returns its address and a func
// that stops it and gives what Serve returned.
func start(t testing.TB, s *webhook.Service) (address string, stop func() error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	served := make(chan error, 1)
	go func() { served <- s.Serve(ctx, l) }()
	return l.Addr().String(), func() error {
		cancel()
		return <-served
	}
}

func dial(t testing.TB, address string) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = c.Close() })
	return c
}

const askRequest = "POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\na"

func TestStopAnswersWhatWasBegun(t *testing.T) {
	const clients = 20
	begun := make(chan struct{}, clients)
	release := make(chan struct{})
	var asked atomic.Int64
	s := newService(t, func(o *webhook.Options) {
		o.Config.LameDuck = 0
		o.Config.ShutdownTimeout = time.Minute
		o.Asker = bottest.Asker(func(context.Context, bot.Question) (bot.Answer, error) {
			asked.Add(1)
			begun <- struct{}{}
			<-release
			return bot.Answer{Language: "tr"}, nil
		})
	})
	address, stop := start(t, s)
	var conns []net.Conn
	for range clients {
		c := dial(t, address)
		if _, err := io.WriteString(c, askRequest); err != nil {
			t.Fatal(err)
		}
		conns = append(conns, c)
	}
	fresh := dial(t, address) // never sends anything: must not hold up the stop
	for range clients {
		<-begun
	}
	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	if _, err := fresh.Read(make([]byte, 1)); err == nil {
		t.Error("a connection without a request was not closed by the stop")
	}
	close(release)
	for i, c := range conns {
		r, err := http.ReadResponse(bufio.NewReader(c), nil)
		if err != nil {
			t.Fatalf("client %d: %v", i, err)
		}
		if _, err := io.Copy(io.Discard, r.Body); err != nil || r.StatusCode != 200 || !r.Close {
			t.Errorf("client %d: %d, close %t, %v; want 200 and close", i, r.StatusCode, r.Close, err)
		}
		_ = r.Body.Close()
	}
	if err := <-stopped; err != nil {
		t.Errorf("Serve = %v, want nil", err)
	}
	if n := asked.Load(); n != clients {
		t.Errorf("%d handled, %d answered", n, clients)
	}
}

func TestStopCutsWhatDoesNotEnd(t *testing.T) {
	begun := make(chan struct{})
	s := newService(t, func(o *webhook.Options) {
		o.Config.LameDuck, o.Config.ShutdownTimeout = 0, time.Millisecond
		o.Asker = bottest.Asker(func(ctx context.Context, _ bot.Question) (bot.Answer, error) {
			close(begun)
			<-ctx.Done()
			return bot.Answer{}, ctx.Err()
		})
	})
	address, stop := start(t, s)
	if _, err := io.WriteString(dial(t, address), askRequest); err != nil {
		t.Fatal(err)
	}
	<-begun
	if err := stop(); err == nil || !strings.Contains(err.Error(), "were cut") {
		t.Errorf("Serve = %v, want that requests were cut", err)
	}
}

// TestBrokenRequests sends what no client library would.
func TestBrokenRequests(t *testing.T) {
	s := newService(t, func(o *webhook.Options) {
		o.Config.LameDuck = 0
		o.Config.ReadTimeout = 200 * time.Millisecond
		o.Config.ReadHeaderTimeout = 200 * time.Millisecond
	})
	address, stop := start(t, s)
	post := "POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: text/plain\r\n"
	tests := []struct {
		name, request string
		status        int
	}{
		{"half a header", "POST /v1/ask HTTP/1.1\r\nHo", 400},
		{"half a body", post + "Content-Length: 100\r\n\r\nabc", 408},
		{"broken chunks", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", 400},
		{"huge header", post + "X: " + strings.Repeat("a", 64<<10) + "\r\n\r\n", 431},
		{"not HTTP", "hello\r\n\r\n", 400},
		{"too large, told at once", post + "Content-Length: 99999999\r\n\r\n", 413},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := dial(t, address)
			if _, err := io.WriteString(c, tt.request); err != nil {
				t.Fatal(err)
			}
			// The connection is read to its end: it is closed in any case.
			// It may be reset then, with some of the request unread.
			reply, _ := io.ReadAll(c)
			if want := fmt.Sprintf("HTTP/1.1 %d ", tt.status); !strings.HasPrefix(string(reply), want) {
				t.Errorf("got %.40q, want %s", reply, want)
			}
		})
	}
	if err := stop(); err != nil {
		t.Error(err)
	}
}

func TestLameDuckStillServes(t *testing.T) {
	s := newService(t, func(o *webhook.Options) { o.Config.LameDuck = 300 * time.Millisecond })
	address, stop := start(t, s)
	c := dial(t, address)
	in := bufio.NewReader(c)
	ready := func() *http.Response {
		t.Helper()
		if _, err := io.WriteString(c, "GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n"); err != nil {
			t.Fatal(err)
		}
		r, err := http.ReadResponse(in, nil)
		if err != nil {
			t.Fatal(err)
		}
		_, _ = io.Copy(io.Discard, r.Body)
		_ = r.Body.Close()
		return r
	}
	if r := ready(); r.StatusCode != 200 || r.Close {
		t.Fatalf("before the stop: %d, close %t", r.StatusCode, r.Close)
	}
	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	r := ready()
	for r.StatusCode == http.StatusOK { // the stop has not begun yet
		r = ready()
	}
	if r.StatusCode != http.StatusServiceUnavailable || !r.Close {
		t.Errorf("in the lame duck: %d, close %t; want 503 and close", r.StatusCode, r.Close)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
}

func TestServeReportsABrokenListener(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	_ = l.Close()
	if err := newService(t, nil).Serve(t.Context(), l); err == nil {
		t.Error("Serve on a closed listener = nil")
	}
}
