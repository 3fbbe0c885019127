package webhook

import (
	"net"
	"testing"
	"time"
)

// The kernel knows how long ago the last data came.
func TestSinceReceived(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	client, err := net.Dial("tcp", l.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	server, err := l.Accept()
	if err != nil {
		t.Fatal(err)
	}
	defer server.Close()
	send := func() time.Time {
		at := time.Now()
		if _, err := client.Write([]byte("x")); err != nil {
			t.Fatal(err)
		}
		return at
	}
	const some = 40 * time.Millisecond
	sent := send()
	for sinceReceived(server) < some {
		if time.Since(sent) > time.Minute {
			t.Fatal("a minute after the last data the kernel says that it has just come")
		}
	}
	if took := time.Since(sent); took < some/2 {
		t.Errorf("%v have gone by after %v", some, took)
	}
	sent = send()
	if since := sinceReceived(server); since > time.Since(sent)+some/2 {
		t.Errorf("%v since the last data, which came %v ago", since, time.Since(sent))
	}
	if since := sinceReceived(struct{ net.Conn }{}); since != 0 {
		t.Errorf("no connection of the kernel's: %v, want 0", since)
	}
}
