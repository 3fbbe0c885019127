package webhook

import (
	"errors"
	"io"
	"net"
	"os"
	"slices"
	"testing"
	"testing/synctest"
	"time"
)

// A recorder is a connection that tells which deadlines it is given.
type recorder struct {
	net.Conn
	reads, writes []time.Time
}

func (r *recorder) Read([]byte) (int, error)           { return 0, io.EOF }
func (r *recorder) Write(b []byte) (int, error)        { return len(b), nil }
func (r *recorder) SetReadDeadline(t time.Time) error  { r.reads = append(r.reads, t); return nil }
func (r *recorder) SetWriteDeadline(t time.Time) error { r.writes = append(r.writes, t); return nil }

func TestDeadlineOnlyWhatIsInForceIsSet(t *testing.T) {
	r := &recorder{}
	c := newConn(r, nil)
	at := time.Now()
	var never time.Time
	for _, d := range []time.Time{at, never, longAgo, at.Add(1)} {
		if err := errors.Join(c.SetReadDeadline(d), c.SetWriteDeadline(d)); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		_, _ = c.Read(nil)
		_, _ = c.Write(nil)
	}
	_ = c.SetReadDeadline(at)
	_ = c.SetReadDeadline(at.Add(1 + grain)) // one timer serves both
	_, _ = c.Read(nil)
	_ = c.SetDeadline(never)
	_, _ = c.Read(nil)
	_ = c.SetReadDeadline(at)
	_, _ = c.Read(nil)
	_ = c.SetReadDeadline(at.Add(-1)) // here it would be too late
	_, _ = c.Read(nil)
	first := at.Add(1 + grain)
	if want := []time.Time{first, never, at.Add(grain), at.Add(grain - 1)}; !slices.EqualFunc(r.reads, want, time.Time.Equal) {
		t.Errorf("deadlines of reads: %v, want %v", r.reads, want)
	}
	if want := []time.Time{first}; !slices.EqualFunc(r.writes, want, time.Time.Equal) {
		t.Errorf("deadlines of writes: %v, want %v", r.writes, want)
	}
}

func TestDeadlineLongAgoReadsNothing(t *testing.T) {
	r := &recorder{}
	c := newConn(r, nil)
	_ = c.SetReadDeadline(longAgo)
	_, err := c.Read(make([]byte, 1))
	var timeout net.Error
	if !errors.As(err, &timeout) || !timeout.Timeout() || len(r.reads) > 0 {
		t.Errorf("Read = %v with deadlines %v, want a timeout and none", err, r.reads)
	}
	_ = c.SetReadDeadline(time.Time{})
	if _, err := c.Read(make([]byte, 1)); err != io.EOF {
		t.Errorf("Read after the deadline was taken back = %v, want %v", err, io.EOF)
	}
}

// A deadline ends what is under way, whether it was set before or meanwhile.
func TestDeadlineEndsWhatIsUnderWay(t *testing.T) {
	calls := map[string]struct {
		call func(*conn) error
		set  func(*conn, time.Time) error
	}{
		"read":  {func(c *conn) error { _, err := c.Read(make([]byte, 1)); return err }, (*conn).SetReadDeadline},
		"write": {func(c *conn) error { _, err := c.Write(make([]byte, 1)); return err }, (*conn).SetWriteDeadline},
		"both":  {func(c *conn) error { _, err := c.Read(make([]byte, 1)); return err }, (*conn).SetDeadline},
	}
	const limit = time.Second
	for name, call := range calls {
		for when, meanwhile := range map[string]time.Time{"before": {}, "meanwhile": longAgo} {
			t.Run(name+"/"+when, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					ours, theirs := net.Pipe()
					defer ours.Close()
					defer theirs.Close()
					c := newConn(ours, nil)
					_ = call.set(c, time.Now().Add(limit))
					start, done := time.Now(), make(chan error, 1)
					go func() { done <- call.call(c) }()
					synctest.Wait()
					want := limit + grain
					if !meanwhile.IsZero() {
						_ = call.set(c, meanwhile)
						want = 0
					}
					if err := <-done; !errors.Is(err, os.ErrDeadlineExceeded) || time.Since(start) != want {
						t.Errorf("ended after %v with %v, want %v and %v", time.Since(start), err, want, os.ErrDeadlineExceeded)
					}
				})
			})
		}
	}
}

func TestDeadlineOfAClosedConnection(t *testing.T) {
	ours, theirs := net.Pipe()
	defer theirs.Close()
	c := newConn(ours, nil)
	_ = ours.Close()
	_ = c.SetReadDeadline(time.Now().Add(time.Hour))
	if _, err := c.Read(make([]byte, 1)); err == nil {
		t.Error("a closed connection can be read")
	}
}
