package discord

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
	"golang.org/x/time/rate"
)

// A gateway keeps one connection to Discord's gateway alive until its context
// ends or Discord says that it must not come back. Events reach event in the
// order they came in; event must not block.
//
// A session survives a dropped connection: the gateway comes back with the
// session's id and the last sequence number (op 6), and Discord sends what was
// missed. It is given up only when Discord says so (op 9, d false, or a close
// that ends it); then, and at the start, the gateway identifies (op 2).
type gateway struct {
	server     address
	address    func(context.Context) (string, error) // where the server says its gateway is; asked again for each new session
	dialer     *websocket.Dialer
	token      string
	intents    discordgo.Intent
	event      func(name string, data json.RawMessage)
	begun      func(how string)
	live       func(bool) // told when a session begins or resumes, and when the connection is lost
	log        *slog.Logger
	wait       func(context.Context, time.Duration) error
	random     func() float64 // in [0, 1)
	now        func() time.Time
	identifies *rate.Limiter

	sessionID string
	resumeURL string
	sequence  atomic.Int64
	failures  int // connections in a row that never became a session
}

// newIdentifies limits identifying: Discord resets the token of a bot that
// identifies 1,000 times in 24 hours. Five at once and then one in two minutes
// are at most 725.
func newIdentifies() *rate.Limiter { return rate.NewLimiter(rate.Every(2*time.Minute), 5) }

// Gateway opcodes.
const (
	opDispatch       = 0
	opHeartbeat      = 1
	opIdentify       = 2
	opResume         = 6
	opReconnect      = 7
	opInvalidSession = 9
	opHello          = 10
	opHeartbeatACK   = 11
)

var (
	errReconnect      = errors.New("the gateway asked to reconnect")
	errInvalidSession = errors.New("the session is not valid any more")
	errNotResumed     = errors.New("the session could not be resumed this time")
	errNoACK          = errors.New("the gateway did not acknowledge a heartbeat")
)

// run returns nil when ctx ends, else a *FatalError.
func (g *gateway) run(ctx context.Context) error {
	for {
		err := g.connect(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if fatal := fatalClose(err); fatal != nil {
			return fatal
		}
		if endsSession(err) {
			g.forget()
		}
		delay := g.delay(err)
		g.log.Warn("discord: connection lost", "cause", err, "resume", g.sessionID != "", "again_in", delay)
		if g.wait(ctx, delay) != nil {
			return nil
		}
	}
}

// delay is how long to stay away: after an invalid session the 1 to 5 seconds
// that Discord's documentation asks for, else a random part of 1, 2, 4 … 60 s
// ("full jitter"), so that many bots do not come back in step.
func (g *gateway) delay(err error) time.Duration {
	if errors.Is(err, errInvalidSession) || errors.Is(err, errNotResumed) {
		return time.Second + time.Duration(g.random()*4*float64(time.Second))
	}
	longest := min(time.Second<<min(g.failures, 6), time.Minute)
	return time.Duration(g.random() * float64(longest))
}

func (g *gateway) forget() {
	g.sessionID, g.resumeURL = "", ""
	g.sequence.Store(0)
}

// connect holds one connection from its first to its last byte.
func (g *gateway) connect(ctx context.Context) error {
	g.failures++
	conn, err := g.dial(ctx)
	if err != nil {
		return err
	}
	l := newLink(conn, &g.sequence)
	defer l.stop()
	leave := context.AfterFunc(ctx, func() { l.close(closeForGood, ctx.Err()) })
	defer leave()
	interval, err := l.hello()
	if err != nil {
		return err
	}
	if err := g.introduce(ctx, l); err != nil {
		return err
	}
	l.start(interval, time.Duration(g.random()*float64(interval)))
	defer g.live(false)
	for {
		p, err := l.read()
		if err != nil {
			return l.cause(err)
		}
		if err := g.take(l, p); err != nil {
			return err
		}
	}
}

// dial goes to the session's own address if there is one, else to the general
// one. A resume address that cannot be reached is not tried twice.
func (g *gateway) dial(ctx context.Context) (*websocket.Conn, error) {
	address := g.resumeURL
	if address == "" {
		var err error
		if address, err = g.address(ctx); err != nil {
			return nil, fmt.Errorf("asking for the gateway's address: %w", err)
		}
	}
	u, err := g.server.gateway(address)
	if err != nil {
		g.resumeURL = ""
		return nil, err
	}
	conn, _, err := g.dialer.DialContext(ctx, u.String(), http.Header{"User-Agent": {userAgent}})
	if err != nil {
		g.resumeURL = ""
		return nil, fmt.Errorf("connecting to the gateway %s: %w", u.Host, err)
	}
	return conn, nil
}

// introduce resumes the session, or identifies for a new one.
func (g *gateway) introduce(ctx context.Context, l *link) error {
	if g.sessionID != "" {
		return l.send(opResume, map[string]any{"token": "Bot " + g.token, "session_id": g.sessionID, "seq": g.sequence.Load()})
	}
	now := g.now()
	if pause := g.identifies.ReserveN(now, 1).DelayFrom(now); pause > 0 {
		g.log.Warn("discord: many new sessions, holding back", "pause", pause)
		if err := g.wait(ctx, pause); err != nil {
			return err
		}
	}
	return l.send(opIdentify, map[string]any{
		"token":      "Bot " + g.token,
		"intents":    g.intents,
		"properties": map[string]string{"os": "linux", "browser": "alinti", "device": "alinti"},
	})
}

// take handles one payload; an error ends the connection.
func (g *gateway) take(l *link, p payload) error {
	switch p.Op {
	case opDispatch:
		g.dispatch(p)
	case opHeartbeat:
		return l.beat()
	case opHeartbeatACK:
		l.acked()
	case opReconnect:
		return errReconnect
	case opInvalidSession:
		var resumable bool
		if json.Unmarshal(p.Data, &resumable) == nil && resumable {
			return errNotResumed
		}
		return errInvalidSession
	}
	return nil
}

func (g *gateway) dispatch(p payload) {
	switch p.Type {
	case "READY":
		var ready struct {
			SessionID string `json:"session_id"`
			ResumeURL string `json:"resume_gateway_url"`
		}
		if err := lenient(p.Data, &ready); err != nil {
			g.log.Error("discord: READY cannot be read", "cause", err)
		}
		g.sessionID, g.resumeURL = ready.SessionID, ready.ResumeURL
		g.begin("identify")
	case "RESUMED":
		g.begin("resume")
	}
	g.event(p.Type, p.Data)
	if p.Sequence > 0 {
		g.sequence.Store(p.Sequence)
	}
}

func (g *gateway) begin(how string) {
	g.failures = 0
	g.live(true)
	g.begun(how)
	g.log.Info("discord: session begun", "by", how)
}
