package main

import (
	"bytes"
	"fmt"
	"net"
	"runtime"
	"strconv"
	"time"

	"golang.org/x/sys/unix"
)

// A generator sends requests over many connections and reads the replies, all
// from one goroutine and with few calls to the system: it must cost less than
// the server that it measures. The requests are made beforehand, and of a reply
// it reads what it counts.
type generator struct {
	load
	to       unix.SockaddrInet4
	requests [][]byte
	asked    int
	most     int // connections
	poll     int // epoll's descriptor
	conns    map[int32]*caller
	idle     []*caller
	events   []unix.EpollEvent
	in       []byte
	came     time.Time // when something last came
	looked   time.Time // when callers were last asked whether they still wait
}

// awake is for how long it looks again at once whether something has come.
const awake = 300 * time.Microsecond

// A caller has one connection, and waits for a reply or is idle.
type caller struct {
	fd    int
	sent  time.Time // zero: idle
	begun []byte    // of a reply
}

func newGenerator(address string, requests [][]byte, most int) (*generator, error) {
	at, err := net.ResolveTCPAddr("tcp4", address)
	if err != nil {
		return nil, err
	}
	g := &generator{
		to: unix.SockaddrInet4{Port: at.Port, Addr: [4]byte(at.IP.To4())}, requests: requests, most: most,
		conns: map[int32]*caller{}, events: make([]unix.EpollEvent, 256), in: make([]byte, 64<<10), looked: time.Now(),
	}
	g.poll, err = unix.EpollCreate1(unix.EPOLL_CLOEXEC)
	return g, err
}

func (g *generator) close() {
	for _, c := range g.conns {
		_ = unix.Close(c.fd)
	}
	_ = unix.Close(g.poll)
}

// waiting is how many requests have no reply yet.
func (g *generator) waiting() int { return len(g.conns) - len(g.idle) }

// send sends the next request, unless all connections are taken.
func (g *generator) send() bool {
	c, err := g.free()
	if c == nil && err == nil {
		return false
	}
	if err == nil {
		c.sent = time.Now()
		g.asked++
		_, err = unix.Write(c.fd, g.requests[g.asked%len(g.requests)]) // one fits into an empty socket
	}
	if err != nil {
		g.fail(c)
	}
	return true
}

// free is a connection that is idle, a new one, or nil.
func (g *generator) free() (*caller, error) {
	if n := len(g.idle); n > 0 {
		c := g.idle[n-1]
		g.idle = g.idle[:n-1]
		return c, nil
	}
	if len(g.conns) >= g.most {
		return nil, nil
	}
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, err
	}
	c := &caller{fd: fd}
	g.conns[int32(fd)] = c
	g.connections = max(g.connections, len(g.conns))
	if err := unix.Connect(fd, &g.to); err != nil {
		return c, err
	}
	if err := unix.SetNonblock(fd, true); err != nil {
		return c, err
	}
	return c, unix.EpollCtl(g.poll, unix.EPOLL_CTL_ADD, fd, &unix.EpollEvent{Events: unix.EPOLLIN, Fd: int32(fd)})
}

// wait reads what has come. It sleeps for a moment only when nothing has come
// for some time: callers on this machine would else be woken by the server, at
// its cost, which is no smaller than that of its write.
func (g *generator) wait() {
	now, most := time.Now(), 0
	if now.Sub(g.came) > awake {
		most = 1 // ms
	}
	n, err := unix.EpollWait(g.poll, g.events, most)
	if err != nil {
		return // a signal
	}
	if n > 0 {
		g.came = now
	} else {
		runtime.Gosched()
	}
	for _, e := range g.events[:n] {
		if c := g.conns[e.Fd]; c != nil {
			g.read(c)
		}
	}
	if now.Sub(g.looked) > time.Second {
		g.looked = now
		for _, c := range g.conns {
			if !c.sent.IsZero() && now.Sub(c.sent) > patience {
				g.fail(c)
			}
		}
	}
}

// end waits for the replies that are still to come.
func (g *generator) end() {
	for until := time.Now().Add(patience); g.waiting() > 0 && time.Now().Before(until); {
		g.wait()
	}
	g.errors += g.waiting()
}

// fail counts a request that got no reply, and gives up its connection.
func (g *generator) fail(c *caller) {
	g.errors++
	g.drop(c)
}

func (g *generator) drop(c *caller) {
	if c != nil {
		delete(g.conns, int32(c.fd))
		_ = unix.Close(c.fd)
	}
}

// read takes what has come of a reply, and counts it when it is whole.
func (g *generator) read(c *caller) {
	n, err := unix.Read(c.fd, g.in)
	if err == unix.EAGAIN || err == unix.EINTR {
		return
	}
	if err != nil || n == 0 || c.sent.IsZero() {
		if c.sent.IsZero() { // the server closed an idle connection, as it may
			g.idle = without(g.idle, c)
			g.drop(c)
			return
		}
		g.fail(c)
		return
	}
	got := g.in[:n]
	if len(c.begun) > 0 {
		c.begun = append(c.begun, got...)
		got = c.begun
	}
	r, whole, err := parse(got)
	switch {
	case err != nil:
		g.fail(c)
	case whole:
		g.note(r, time.Since(c.sent))
		c.sent, c.begun = time.Time{}, c.begun[:0]
		if r.closes {
			g.drop(c)
			return
		}
		g.idle = append(g.idle, c)
	case len(c.begun) == 0:
		c.begun = append(c.begun, got...)
	}
}

func without(all []*caller, one *caller) []*caller {
	kept := all[:0]
	for _, c := range all {
		if c != one {
			kept = append(kept, c)
		}
	}
	return kept
}

type reply struct {
	status int
	retry  bool // it says when to come back
	closes bool // the connection
}

// parse reads what is counted of a reply, in the spelling of net/http, and tells
// whether it is whole.
func parse(b []byte) (r reply, whole bool, err error) {
	end := bytes.Index(b, []byte("\r\n\r\n"))
	if end < 0 {
		return r, false, nil
	}
	header, body := b[:end+2], b[end+4:]
	if len(header) < 12 {
		return r, false, fmt.Errorf("not a status line: %q", header)
	}
	if r.status, err = strconv.Atoi(string(header[9:12])); err != nil {
		return r, false, err
	}
	length, err := strconv.Atoi(string(value(header, "\r\nContent-Length: ")))
	if err != nil || length < len(body) {
		return r, false, fmt.Errorf("%d bytes of body under a header with %q", len(body), header)
	}
	if r.status != 200 { // an answer says neither
		r.retry = value(header, "\r\nRetry-After: ") != nil
		r.closes = string(value(header, "\r\nConnection: ")) == "close"
	}
	return r, len(body) == length, nil
}

// value is what follows a name in a header, up to the end of the line.
func value(header []byte, name string) []byte {
	_, rest, ok := bytes.Cut(header, []byte(name))
	if !ok {
		return nil
	}
	v, _, _ := bytes.Cut(rest, []byte("\r\n"))
	return v
}
