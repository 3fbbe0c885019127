package webhook

import (
	"net"
	"os"
	"sync"
	"time"
)

// A deadline is that of one direction of a connection. net/http sets nine of
// them a request, of which two are in force while something is read or written:
// only those are handed on, since each moves a timer of the runtime's, and a
// little later than they are: those of a busy connection follow each other
// closely, and one timer serves many.
type deadline struct {
	set func(net.Conn, time.Time) error

	mu      sync.Mutex
	wanted  time.Time
	inForce time.Time
	calls   int // under way
}

// change sets the deadline, at once for the calls that are under way.
func (d *deadline) change(c net.Conn, t time.Time) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.wanted = t
	if d.calls == 0 {
		return nil
	}
	return d.enforce(c)
}

// begin is called before a read or a write, and end after it, unless begin
// fails: then the deadline has passed, or the connection is closed.
func (d *deadline) begin(c net.Conn) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.wanted.Equal(longAgo) {
		return os.ErrDeadlineExceeded
	}
	if err := d.enforce(c); err != nil {
		return err
	}
	d.calls++
	return nil
}

func (d *deadline) end() {
	d.mu.Lock()
	d.calls--
	d.mu.Unlock()
}

// grain is how much later than it should a deadline may end what is under way.
const grain = 50 * time.Millisecond

func (d *deadline) enforce(c net.Conn) error {
	if later := d.inForce.Sub(d.wanted); 0 <= later && later <= grain {
		return nil
	}
	d.inForce = d.wanted
	if !d.wanted.IsZero() {
		d.inForce = d.wanted.Add(grain)
	}
	return d.set(c, d.inForce)
}

// longAgo is the deadline with which net/http ends a read: it reads ahead while
// a request is handled, to see whether the caller has gone.
var longAgo = time.Unix(1, 0)
