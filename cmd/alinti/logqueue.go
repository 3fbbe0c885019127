package main

import (
	"io"
	"runtime"
	"sync"
)

// mostQueued is how many bytes of the log may wait. Who logs more waits for them
// to be written, as without a queue.
const mostQueued = 64 << 10

// A logQueue hands the lines of a log on from a goroutine of its own: each
// at once when there is little to do, several with one call to the system
// under load. What is waiting at a kill -9 is lost, the lines of the last
// milliseconds at most.
type logQueue struct {
	to     io.Writer
	filled chan struct{} // holds one when lines may be waiting
	ended  chan struct{} // closed when the goroutine is

	mu      sync.Mutex
	waiting []byte
	closed  bool

	turn    chan struct{} // holds one while somebody writes
	written []byte        // memory of what was written last
}

func newLogQueue(to io.Writer) *logQueue {
	q := &logQueue{to: to, filled: make(chan struct{}, 1), ended: make(chan struct{}), turn: make(chan struct{}, 1)}
	go q.run()
	return q
}

// Write takes a line and does not fail: nobody could be told.
func (q *logQueue) Write(line []byte) (int, error) {
	q.mu.Lock()
	q.waiting = append(q.waiting, line...)
	n, closed := len(q.waiting), q.closed
	if n == len(line) && !closed {
		select {
		case q.filled <- struct{}{}:
		default: // it has been told
		}
	}
	q.mu.Unlock()
	if closed || n > mostQueued {
		q.flush()
	}
	return len(line), nil
}

func (q *logQueue) run() {
	defer close(q.ended)
	for range q.filled {
		runtime.Gosched() // requests that can go on do so, and add their lines
		q.flush()
	}
}

// flush writes what is waiting.
func (q *logQueue) flush() {
	q.turn <- struct{}{}
	defer func() { <-q.turn }()
	q.mu.Lock()
	lines := q.waiting
	q.waiting = q.written[:0]
	q.mu.Unlock()
	if len(lines) > 0 {
		_, _ = q.to.Write(lines)
	}
	q.written = lines
}

// close writes what is waiting. Lines that come later are written as they come.
func (q *logQueue) close() {
	q.mu.Lock()
	q.closed = true
	close(q.filled)
	q.mu.Unlock()
	<-q.ended
	q.flush()
}
