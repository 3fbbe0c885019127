package webhook

import (
	"net"
	"net/http"
	"sync"
	"sync/atomic"
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
	return &conn{Conn: c, of: t}, nil
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
