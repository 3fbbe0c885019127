package discord

import (
	"encoding/json"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

// A payload is one message of the gateway, in either direction.
type payload struct {
	Op       int             `json:"op"`
	Data     json.RawMessage `json:"d,omitempty"`
	Sequence int64           `json:"s,omitempty"`
	Type     string          `json:"t,omitempty"`
}

const (
	maxPayload   = 8 << 20          // bytes of a gateway message; a bot without the guilds intent gets far smaller ones
	writeTimeout = 10 * time.Second // for one frame
	helloTimeout = 15 * time.Second // for the first message of a connection
)

// Codes that this side closes with. Discord ends the session on 1000 and 1001
// only, so a connection that is to be resumed closes with another one.
const (
	closeForGood   = websocket.CloseNormalClosure
	closeForResume = 4000
)

// A link is one websocket connection: reads by one goroutine, writes by any,
// heartbeats by its own.
type link struct {
	conn     *websocket.Conn
	sequence *atomic.Int64
	unacked  atomic.Bool // a heartbeat was sent and not yet acknowledged

	writing sync.Mutex
	beating sync.WaitGroup
	done    chan struct{} // closed by stop

	mu     sync.Mutex
	reason error // why this side closed, if it did
}

func newLink(conn *websocket.Conn, sequence *atomic.Int64) *link {
	conn.SetReadLimit(maxPayload)
	return &link{conn: conn, sequence: sequence, done: make(chan struct{})}
}

func (l *link) read() (payload, error) {
	var p payload
	_, data, err := l.conn.ReadMessage()
	if err != nil {
		return p, err
	}
	if err := json.Unmarshal(data, &p); err != nil {
		return p, fmt.Errorf("a gateway message is not JSON: %w", err)
	}
	return p, nil
}

func (l *link) send(op int, data any) error {
	d, err := json.Marshal(data)
	if err != nil {
		return fmt.Errorf("encoding op %d: %w", op, err)
	}
	l.writing.Lock()
	defer l.writing.Unlock()
	l.conn.SetWriteDeadline(time.Now().Add(writeTimeout))
	if err := l.conn.WriteJSON(payload{Op: op, Data: d}); err != nil {
		return fmt.Errorf("sending op %d: %w", op, err)
	}
	return nil
}

// hello reads the gateway's first message and returns how often it wants
// heartbeats.
func (l *link) hello() (time.Duration, error) {
	l.conn.SetReadDeadline(time.Now().Add(helloTimeout))
	p, err := l.read()
	if err != nil {
		return 0, fmt.Errorf("waiting for the gateway's hello: %w", err)
	}
	var hello struct {
		Interval float64 `json:"heartbeat_interval"` // milliseconds
	}
	if p.Op != opHello || lenient(p.Data, &hello) != nil || !(hello.Interval >= 1 && hello.Interval < 1e9) {
		return 0, errors.New("the gateway did not begin with a hello")
	}
	l.conn.SetReadDeadline(time.Time{})
	return time.Duration(hello.Interval * float64(time.Millisecond)), nil
}

// start sends heartbeats, the first after a random part of the interval as
// Discord asks, until stop or until one is not acknowledged.
func (l *link) start(interval, first time.Duration) {
	l.beating.Add(1)
	go func() {
		defer l.beating.Done()
		t := time.NewTimer(first)
		defer t.Stop()
		for {
			select {
			case <-l.done:
				return
			case <-t.C:
			}
			if l.unacked.Load() {
				l.close(closeForResume, errNoACK)
				return
			}
			if err := l.beat(); err != nil {
				l.close(closeForResume, err)
				return
			}
			t.Reset(interval)
		}
	}()
}

// beat sends a heartbeat with the last sequence number, null before the first.
func (l *link) beat() error {
	l.unacked.Store(true)
	if n := l.sequence.Load(); n > 0 {
		return l.send(opHeartbeat, n)
	}
	return l.send(opHeartbeat, nil)
}

func (l *link) acked() { l.unacked.Store(false) }

// close ends the connection from this side, once; what read returns after it is explained by cause.
func (l *link) close(code int, reason error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.reason != nil {
		return
	}
	l.reason = reason
	message := websocket.FormatCloseMessage(code, "")
	l.conn.WriteControl(websocket.CloseMessage, message, time.Now().Add(time.Second))
	l.conn.Close()
}

// cause is why the connection ended: this side's reason if it closed it.
func (l *link) cause(err error) error {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.reason != nil {
		return l.reason
	}
	return err
}

// stop closes the connection so that it can be resumed, unless it is closed
// already, and waits for the heartbeats to end.
func (l *link) stop() {
	close(l.done)
	l.beating.Wait()
	l.close(closeForResume, errReconnect)
}
