package discordtest

import (
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// A gateway keeps one session and the connection that carries it.
type gateway struct {
	server *Server

	// guarded by server.mu
	session    string
	events     []event // of the session, all of them
	live       *websocket.Conn
	conns      map[*websocket.Conn]bool
	handshakes []Handshake
	taken      int  // handshakes that were awaited
	mute       bool // do not acknowledge heartbeats
	forgetful  bool // refuse to resume
	heartbeats int
	stopped    bool
	serving    sync.WaitGroup
	writing    sync.Mutex
}

type event struct {
	Op   int    `json:"op"`
	Seq  int    `json:"s"`
	Type string `json:"t"`
	Data any    `json:"d"`
}

// A Handshake is how the bot introduced itself on a new connection.
type Handshake struct {
	Op      int    // 2 identify, 6 resume
	Path    string // of the websocket: /gw/ or /resume/
	Query   url.Values
	Token   string
	Intents int
	Session string
	Seq     int
}

func (g *gateway) accept(w http.ResponseWriter, r *http.Request) {
	conn, err := (&websocket.Upgrader{}).Upgrade(w, r, nil)
	if err != nil {
		g.server.TB.Errorf("the websocket was not accepted: %v", err)
		return
	}
	g.server.mu.Lock()
	if g.stopped {
		g.server.mu.Unlock()
		conn.Close()
		return
	}
	if g.conns == nil {
		g.conns = map[*websocket.Conn]bool{}
	}
	g.conns[conn] = true
	g.serving.Add(1)
	g.server.mu.Unlock()
	defer g.serving.Done()
	defer func() {
		g.server.mu.Lock()
		defer g.server.mu.Unlock()
		delete(g.conns, conn)
		if g.live == conn {
			g.live = nil
		}
		conn.Close()
		g.server.changed.Broadcast()
	}()
	hello := g.server.Hello
	if hello == nil {
		hello = map[string]any{"op": 10, "d": map[string]any{"heartbeat_interval": g.server.Interval.Milliseconds()}}
	}
	g.write(conn, hello)
	g.serve(conn, r)
}

func (g *gateway) serve(conn *websocket.Conn, r *http.Request) {
	for {
		var p struct {
			Op int             `json:"op"`
			D  json.RawMessage `json:"d"`
		}
		if err := conn.ReadJSON(&p); err != nil {
			return
		}
		switch p.Op {
		case 1:
			g.server.mu.Lock()
			g.heartbeats++
			mute := g.mute
			g.server.changed.Broadcast()
			g.server.mu.Unlock()
			if !mute {
				g.write(conn, map[string]any{"op": 11})
			}
		case 2, 6:
			g.introduced(conn, r, p.Op, p.D)
		}
	}
}

func (g *gateway) introduced(conn *websocket.Conn, r *http.Request, op int, raw json.RawMessage) {
	var d struct {
		Token     string `json:"token"`
		Intents   int    `json:"intents"`
		SessionID string `json:"session_id"`
		Seq       int    `json:"seq"`
	}
	if err := json.Unmarshal(raw, &d); err != nil {
		g.server.TB.Errorf("op %d: %v", op, err)
	}
	s := g.server
	s.mu.Lock()
	defer s.mu.Unlock()
	g.handshakes = append(g.handshakes, Handshake{op, r.URL.Path, r.URL.Query(), d.Token, d.Intents, d.SessionID, d.Seq})
	s.changed.Broadcast()
	if op == 6 {
		if g.forgetful || d.SessionID != g.session {
			g.write(conn, map[string]any{"op": 9, "d": false})
			return
		}
		for _, e := range g.events {
			if e.Seq > d.Seq {
				g.write(conn, e)
			}
		}
		g.live = conn
		g.append("RESUMED", map[string]any{})
		return
	}
	g.session = "session-" + s.newID()
	g.events, g.live = nil, conn
	ready := map[string]any{
		"v": 9, "session_id": g.session, "resume_gateway_url": "ws" + strings.TrimPrefix(s.URL, "http") + "/resume/",
		"user": map[string]any{"id": Self, "username": "alinti", "bot": true}, "application": map[string]any{"id": App}, "guilds": []any{},
	}
	if s.Ready != nil {
		s.Ready(ready)
	}
	g.append("READY", ready)
}

// append adds an event to the session and sends it if there is a connection.
func (g *gateway) append(name string, data any) {
	e := event{0, len(g.events) + 1, name, data}
	g.events = append(g.events, e)
	if g.live != nil {
		g.write(g.live, e)
	}
}

func (g *gateway) write(conn *websocket.Conn, v any) {
	g.writing.Lock()
	defer g.writing.Unlock()
	conn.WriteJSON(v) // an error shows as a missing event
}

func (g *gateway) stop() {
	g.server.mu.Lock()
	g.stopped = true
	for c := range g.conns {
		c.Close()
	}
	g.server.mu.Unlock()
	g.serving.Wait()
}

// Send delivers an event, now or, if the connection is down, on the resume.
func (s *Server) Send(name string, data any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.append(name, data)
}

// SendAgain delivers the last event a second time, as a new one.
func (s *Server) SendAgain() {
	s.mu.Lock()
	defer s.mu.Unlock()
	last := s.gateway.events[len(s.gateway.events)-1]
	s.gateway.append(last.Type, last.Data)
}

// Op sends a payload that is no event: 1, 7 or 9.
func (s *Server) Op(op int, data any) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.write(s.gateway.live, map[string]any{"op": op, "d": data})
}

// Raw sends bytes of the test's own.
func (s *Server) Raw(data string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.writing.Lock()
	defer s.gateway.writing.Unlock()
	s.gateway.live.WriteMessage(websocket.TextMessage, []byte(data))
}

// Drop cuts the connection without a word.
func (s *Server) Drop() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.live.NetConn().Close()
	s.gateway.live = nil
}

// Close closes the connection with a code.
func (s *Server) Close(code int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	g := &s.gateway
	g.live.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, ""), time.Now().Add(time.Second))
	g.live = nil
}

// Mute stops (or begins again) the acknowledging of heartbeats.
func (s *Server) Mute(yes bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.mute = yes
}

// Forget makes the gateway refuse to resume from now on.
func (s *Server) Forget() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.gateway.forgetful = true
}

// AwaitHandshake waits for the next time the bot introduces itself.
func (s *Server) AwaitHandshake() Handshake {
	s.TB.Helper()
	var got Handshake
	s.until("a handshake", func() bool {
		g := &s.gateway
		if g.taken == len(g.handshakes) {
			return false
		}
		got = g.handshakes[g.taken]
		g.taken++
		return true
	})
	return got
}

// AwaitHeartbeats waits until there were n.
func (s *Server) AwaitHeartbeats(n int) {
	s.TB.Helper()
	s.until("heartbeats", func() bool { return s.gateway.heartbeats >= n })
}

// Handshakes says how many there were so far.
func (s *Server) Handshakes() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.gateway.handshakes)
}
