package webhook

import (
	"errors"
	"net"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// A tracker is a listener that counts its connections and knows those over which
// nothing has been sent yet. http.Server.Shutdown waits five seconds for those, in case a
// request is on its way (net/http, Server.closeIdleConns); a stop must not.
type tracker struct {
	net.Listener
	mu       sync.Mutex
	fresh    map[*conn]struct{}
	draining bool
	open     atomic.Int64 // connections
}

type conn struct {
	net.Conn
	of     *tracker
	used   atomic.Bool
	closed atomic.Bool
	reads  deadline
	writes deadline
}

func newConn(c net.Conn, of *tracker) *conn {
	return &conn{Conn: c, of: of, reads: deadline{set: net.Conn.SetReadDeadline}, writes: deadline{set: net.Conn.SetWriteDeadline}}
}

// Read reads, not longer than the deadline.
func (c *conn) Read(b []byte) (int, error) {
	if err := c.reads.begin(c.Conn); err != nil {
		return 0, err
	}
	defer c.reads.end()
	return c.Conn.Read(b)
}

// Write writes, not longer than the deadline.
func (c *conn) Write(b []byte) (int, error) {
	if err := c.writes.begin(c.Conn); err != nil {
		return 0, err
	}
	defer c.writes.end()
	return c.Conn.Write(b)
}

// SetReadDeadline bounds what is being read and what will be.
func (c *conn) SetReadDeadline(t time.Time) error { return c.reads.change(c.Conn, t) }

// SetWriteDeadline bounds what is being written and what will be.
func (c *conn) SetWriteDeadline(t time.Time) error { return c.writes.change(c.Conn, t) }

// SetDeadline sets both.
func (c *conn) SetDeadline(t time.Time) error {
	return errors.Join(c.SetReadDeadline(t), c.SetWriteDeadline(t))
}

// Close closes the connection.
func (c *conn) Close() error {
	if !c.closed.Swap(true) {
		c.of.open.Add(-1)
	}
	return c.Conn.Close()
}

func newTracker(l net.Listener) *tracker {
	return &tracker{Listener: l, fresh: map[*conn]struct{}{}}
}

// Accept waits for the next connection.
func (t *tracker) Accept() (net.Conn, error) {
	c, err := t.Listener.Accept()
	if err != nil {
		return nil, err
	}
	t.open.Add(1)
	return newConn(c, t), nil
}

// state is the http.Server's ConnState.
func (t *tracker) state(nc net.Conn, state http.ConnState) {
	c := nc.(*conn)
	if state == http.StateNew {
		t.mu.Lock()
		defer t.mu.Unlock()
		if t.draining {
			_ = c.Close()
			return
		}
		t.fresh[c] = struct{}{}
		return
	}
	if c.used.Load() {
		return // the common case, without a lock
	}
	c.used.Store(true)
	t.mu.Lock()
	defer t.mu.Unlock()
	delete(t.fresh, c)
}

// drain closes every connection that has not sent a whole header, now and
// from now on.
func (t *tracker) drain() {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.draining = true
	for c := range t.fresh {
		_ = c.Close()
	}
}
