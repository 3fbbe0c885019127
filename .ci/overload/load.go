package main

import (
	"bufio"
	"bytes"
	"fmt"
	"net"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"
)

// mostConnections are opened by an open loop, as many callers as would be.
const mostConnections = 1000

// patience is how long a caller waits for a reply.
const patience = 5 * time.Second

// A load is what came of the requests.
type load struct {
	mu                sync.Mutex
	answered, refused delays
	late              delays // from when a request was due until it was sent
	offered, unsent   int    // unsent: this program was too slow to offer them
	bare              int    // refusals that do not say when to come back
	errors            int
	connections       int
}

// delays are times from when a request was sent to the end of its reply.
type delays []time.Duration

func (d delays) count() int { return len(d) }

// at is the delay that a share of all do not exceed.
func (d delays) at(share float64) time.Duration {
	if len(d) == 0 {
		return 0
	}
	slices.Sort(d)
	return d[min(len(d)-1, int(share*float64(len(d))))].Round(10 * time.Microsecond)
}

// closedLoop lets clients ask one request after the other, and returns the
// answers a second.
func closedLoop(address string, clients int, length time.Duration) float64 {
	var answers atomic.Int64
	var asking sync.WaitGroup
	until := time.Now().Add(length)
	for range clients {
		asking.Go(func() {
			var c caller
			defer c.close()
			for n := 0; time.Now().Before(until); n++ {
				if r, err := c.ask(address); err == nil && r.status == 200 {
					answers.Add(1)
				}
			}
		})
	}
	asking.Wait()
	return float64(answers.Load()) / length.Seconds()
}

// openLoop makes requests fall due at a constant rate. Connections are opened
// as they are needed. A request that finds none free is late; its delay begins
// when it is sent, and how late it was is told apart. What has not been sent when
// the time is up is not sent.
func openLoop(address string, rate float64, length time.Duration) *load {
	l := &load{}
	due := make(chan time.Time, int(rate*length.Seconds())+1)
	var asking sync.WaitGroup
	began := time.Now()
	more := func() {
		l.connections++
		asking.Go(func() {
			var c caller
			defer c.close()
			for at := range due {
				sent := time.Now()
				if sent.Sub(began) > length {
					l.mu.Lock()
					l.unsent++
					l.mu.Unlock()
					continue
				}
				r, err := c.ask(address)
				l.note(r, err, sent.Sub(at), time.Since(sent))
			}
		})
	}
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for ; time.Since(began) < length; <-tick.C {
		for want := int(rate * time.Since(began).Seconds()); l.offered < want; l.offered++ {
			due <- began.Add(time.Duration(float64(l.offered) / rate * float64(time.Second)))
		}
		for n := len(due); n > 0 && l.connections < mostConnections; n-- {
			more()
		}
	}
	close(due)
	asking.Wait()
	return l
}

func (l *load) note(r reply, err error, late, took time.Duration) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.late = append(l.late, late)
	switch {
	case err != nil || r.status != 200 && r.status != 503:
		l.errors++
	case r.status == 200:
		l.answered = append(l.answered, took)
	default:
		l.refused = append(l.refused, took)
		if !r.retry {
			l.bare++
		}
	}
}

// A caller has one connection, and speaks no more HTTP than it needs: it must
// cost less than the server that it measures.
type caller struct {
	conn net.Conn
	in   *bufio.Reader
	out  bytes.Buffer
}

type reply struct {
	status int
	retry  bool // it says when to come back
}

func (c *caller) close() {
	if c.conn != nil {
		c.conn.Close()
	}
}

var asked atomic.Int64

// ask asks a question that nobody asked before.
func (c *caller) ask(address string) (r reply, err error) {
	defer func() {
		if err != nil {
			c.close()
			c.conn = nil
		}
	}()
	if c.conn == nil {
		if c.conn, err = net.DialTimeout("tcp", address, patience); err != nil {
			return r, err
		}
		c.in = bufio.NewReader(c.conn)
	}
	n := asked.Add(1)
	question := questions[n%int64(len(questions))]
	var room [20]byte
	number := strconv.AppendInt(room[:0], n, 10)
	c.out.Reset()
	c.out.WriteString("POST /v1/ask HTTP/1.1\r\nHost: alinti\r\nContent-Type: application/json\r\nContent-Length: ")
	c.out.WriteString(strconv.Itoa(len(`{"question":" ?"}`) + len(question) + len(number)))
	c.out.WriteString("\r\n\r\n{\"question\":\"" + question + " ")
	c.out.Write(number)
	c.out.WriteString("?\"}")
	if err := c.conn.SetDeadline(time.Now().Add(patience)); err != nil {
		return r, err
	}
	if _, err := c.conn.Write(c.out.Bytes()); err != nil {
		return r, err
	}
	return c.read()
}

// questions are asked in turn, each with a number of its own.
var questions = []string{
	"Kuzey Kore Rusya'ya kaç asker gönderdi", "Putin ile Kim ne zaman görüştü", "Rusya Kuzey Kore'ye ne verdi",
	"Raporu kim yayımladı", "Which treaty did they sign", "Silahların değeri ne kadar", "Mercimek çorbası nasıl yapılır",
}

// read takes a whole reply off the connection.
func (c *caller) read() (r reply, err error) {
	line, err := c.in.ReadSlice('\n')
	if err != nil {
		return r, err
	}
	if len(line) < 12 {
		return r, fmt.Errorf("not a status line: %q", line)
	}
	if r.status, err = strconv.Atoi(string(line[9:12])); err != nil {
		return r, err
	}
	length, closes := 0, false
	for {
		line, err := c.in.ReadSlice('\n')
		if err != nil {
			return r, err
		}
		name, value, ok := bytes.Cut(bytes.TrimSpace(line), []byte(":"))
		if !ok {
			break
		}
		switch string(name) { // as net/http writes them
		case "Content-Length":
			if length, err = strconv.Atoi(string(bytes.TrimSpace(value))); err != nil {
				return r, err
			}
		case "Retry-After":
			r.retry = true
		case "Connection":
			closes = string(bytes.TrimSpace(value)) == "close"
		}
	}
	if _, err := c.in.Discard(length); err != nil {
		return r, err
	}
	if closes {
		c.close()
		c.conn = nil
	}
	return r, nil
}
