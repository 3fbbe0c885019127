// Package discordtest is a small Discord: a gateway over real websockets and
// the REST calls that the bot makes, on loopback. It keeps sessions, replays
// what a dropped connection missed, records every call, and refuses what
// Discord would refuse, so that a test sees a message as Discord shows it.
package discordtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// Patience is how long a test waits for something that must happen: longer than
// any machine takes, so that only what never happens fails.
const Patience = 2 * time.Minute

// IDs of the application and of the bot's user.
const (
	App  = "900000000000000001"
	Self = "900000000000000002"
)

// A Server is the fake. Its fields may be set before the first connection.
type Server struct {
	URL      string        // for discord.api_url
	Interval time.Duration // of heartbeats
	TB       testing.TB
	Hello    any                  // the first payload; nil: as Discord has it
	Ready    func(map[string]any) // changes the data of READY; nil: as Discord has it

	mu       sync.Mutex
	changed  *sync.Cond
	http     *httptest.Server
	override map[string]http.HandlerFunc
	finish   map[string]http.HandlerFunc
	refuse   map[string]func(http.ResponseWriter, *http.Request, []byte) bool
	calls    []*Call
	messages map[string]*Message // by id, or by token for the first reply to an interaction
	commands map[string]json.RawMessage
	lastID   int
	gateway  gateway
	check    func(Call) error
	lacks    map[string]Lack
}

// A Call is one REST call of the bot.
type Call struct {
	Method, Path string
	Header       http.Header
	Body         json.RawMessage
	At           time.Time // when it came
	taken        bool
}

// A Message is what Discord shows after a call.
type Message struct {
	ID      string
	Channel string
	Content string
	Embeds  []Embed
	Flags   int
	Rows    json.RawMessage // its components
	Edits   int             // how often it was changed
	Waiting bool            // "is thinking": acknowledged, and nothing to see yet
}

// Flags of messages.
const (
	FlagSuppressEmbeds = 1 << 2
	FlagEphemeral      = 1 << 6
	FlagComponentsV2   = 1 << 15
)

// Private reports whether only the asker sees the message.
func (m Message) Private() bool { return m.Flags&FlagEphemeral != 0 }

// IsComponents reports whether the message is made of components v2.
func (m Message) IsComponents() bool { return m.Flags&FlagComponentsV2 != 0 }

// An Embed is what a test looks at in one.
type Embed struct {
	Color              int
	Title, Description string
	Author             struct{ Name string }
	Footer             struct{ Text string }
	Fields             []struct{ Name, Value string }
}

// New starts a server which the end of the test stops.
func New(tb testing.TB) *Server {
	s := &Server{
		TB: tb, Interval: time.Minute, override: map[string]http.HandlerFunc{}, finish: map[string]http.HandlerFunc{},
		refuse:   map[string]func(http.ResponseWriter, *http.Request, []byte) bool{},
		messages: map[string]*Message{}, commands: map[string]json.RawMessage{}, lacks: map[string]Lack{},
	}
	s.changed = sync.NewCond(&s.mu)
	s.gateway.server = s
	s.check = checker(tb)
	mux := http.NewServeMux()
	s.routes(mux)
	s.http = httptest.NewServer(mux)
	s.URL = s.http.URL
	tb.Cleanup(func() {
		s.gateway.stop()
		s.http.Close()
	})
	return s
}

// Override answers calls of a method and path (as in http.ServeMux, without
// /api/v9) by h, until it is overridden by nil.
func (s *Server) Override(pattern string, h http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.override[pattern] = h
}

// Finish lets calls of a method and path have their effect, and h answer them.
func (s *Server) Finish(pattern string, h http.HandlerFunc) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.finish[pattern] = h
}

// Refuse lets h answer calls of a method and path; where it reports false, they
// go on as if it were not there.
func (s *Server) Refuse(pattern string, h func(w http.ResponseWriter, r *http.Request, body []byte) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.refuse[pattern] = h
}

func (s *Server) routes(mux *http.ServeMux) {
	handle := func(pattern string, h func(http.ResponseWriter, *http.Request, Call)) {
		method, path, _ := strings.Cut(pattern, " ")
		serve := func(w http.ResponseWriter, r *http.Request) {
			call := s.record(r)
			s.mu.Lock()
			override, refuse, finish := s.override[pattern], s.refuse[pattern], s.finish[pattern]
			s.mu.Unlock()
			if refuse != nil && refuse(w, r, call.Body) {
				return
			}
			if override != nil {
				override(w, r)
				return
			}
			if finish != nil {
				h(httptest.NewRecorder(), r, call)
				finish(w, r)
				return
			}
			h(w, r, call)
		}
		for _, version := range []string{"v9", "v10"} {
			mux.HandleFunc(method+" /api/"+version+path, serve)
		}
	}
	unknown := func(w http.ResponseWriter, _ *http.Request, _ Call) {
		refuse(w, http.StatusNotFound, 0, "404: Not Found")
	}
	handle("GET /gateway/bot", unknown)
	handle("GET /applications/@me", unknown)
	handle("GET /oauth2/applications/@me", unknown)
	mux.HandleFunc("/gw/", s.gateway.accept)
	mux.HandleFunc("/resume/", s.gateway.accept)
	handle("GET /gateway", func(w http.ResponseWriter, r *http.Request, _ Call) {
		reply(w, map[string]string{"url": "ws" + strings.TrimPrefix(s.URL, "http") + "/gw/"})
	})
	handle("GET /applications/{app}/commands", s.getCommands)
	handle("PUT /applications/{app}/commands", s.putCommands)
	handle("GET /applications/{app}/guilds/{guild}/commands", s.getCommands)
	handle("PUT /applications/{app}/guilds/{guild}/commands", s.putCommands)
	handle("POST /interactions/{id}/{token}/callback", s.callback)
	handle("PATCH /webhooks/{app}/{token}/messages/@original", s.editOriginal)
	handle("POST /webhooks/{app}/{token}", s.followUp)
	handle("POST /channels/{channel}/messages", s.postMessage)
	handle("PATCH /channels/{channel}/messages/{message}", s.editMessage)
	handle("POST /channels/{channel}/messages/{message}/threads", s.startThread)
	handle("POST /channels/{channel}/typing", func(w http.ResponseWriter, _ *http.Request, _ Call) { w.WriteHeader(http.StatusNoContent) })
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		if websocket.IsWebSocketUpgrade(r) {
			s.gateway.accept(w, r)
			return
		}
		s.TB.Errorf("the bot called %s %s, which is no address of Discord's that this fake knows", r.Method, r.URL.Path)
		refuse(w, http.StatusNotFound, 0, "404: Not Found")
	})
}

var version = regexp.MustCompile(`^/api/v\d+`)

// record keeps a call and holds its body against Discord's own description.
func (s *Server) record(r *http.Request) Call {
	c := Call{Method: r.Method, Path: version.ReplaceAllString(r.URL.Path, ""), Header: r.Header.Clone(), At: time.Now()}
	if r.ContentLength != 0 {
		if err := json.NewDecoder(r.Body).Decode(&c.Body); err != nil {
			s.TB.Errorf("%s %s: the body is not JSON: %v", c.Method, c.Path, err)
		}
	}
	if err := s.check(c); err != nil {
		s.TB.Errorf("%s %s: %v\n%s", c.Method, c.Path, err, c.Body)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.calls = append(s.calls, &c)
	s.changed.Broadcast()
	return c
}

// Await returns the first call not awaited before whose method and path match,
// "POST /channels/1/messages" for example; a path may end in *.
func (s *Server) Await(call string) Call {
	s.TB.Helper()
	var got Call
	s.until("the call "+call, func() bool {
		for _, c := range s.calls {
			if !c.taken && matches(call, c.Method+" "+c.Path) {
				c.taken, got = true, *c
				return true
			}
		}
		return false
	})
	return got
}

// Until waits until the calls so far are as wanted.
func (s *Server) Until(what string, wanted func(calls []Call) bool) {
	s.TB.Helper()
	s.until(what, func() bool {
		var calls []Call
		for _, c := range s.calls {
			calls = append(calls, *c)
		}
		return wanted(calls)
	})
}

// Count says how many calls there were so far that match.
func (s *Server) Count(call string) int {
	s.mu.Lock()
	defer s.mu.Unlock()
	n := 0
	for _, c := range s.calls {
		if matches(call, c.Method+" "+c.Path) {
			n++
		}
	}
	return n
}

// Calls are all calls so far, in the order they came.
func (s *Server) Calls() []Call {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Call
	for _, c := range s.calls {
		out = append(out, *c)
	}
	return out
}

// AwaitMessage waits until a message is there as wanted. key is its id, or
// the token of the interaction it replies to.
func (s *Server) AwaitMessage(key string, wanted func(Message) bool) Message {
	s.TB.Helper()
	var got Message
	s.until("a message for "+key, func() bool {
		m := s.messages[key]
		if m == nil || !wanted(*m) {
			return false
		}
		got = *m
		return true
	})
	return got
}

// Messages are the messages of a channel, in the order they were posted.
func (s *Server) Messages(channel string) []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []Message
	for n := 1; n <= s.lastID; n++ {
		if m := s.messages[id(n)]; m != nil && m.Channel == channel {
			out = append(out, *m)
		}
	}
	return out
}

// until waits for done, which is called with the lock held.
func (s *Server) until(what string, done func() bool) {
	s.TB.Helper()
	late := false
	t := time.AfterFunc(Patience, func() {
		s.mu.Lock()
		defer s.mu.Unlock()
		late = true
		s.changed.Broadcast()
	})
	defer t.Stop()
	s.mu.Lock()
	defer s.mu.Unlock()
	for !done() {
		if late {
			s.TB.Fatalf("%s did not happen within %v", what, Patience)
		}
		s.changed.Wait()
	}
}

func matches(pattern, call string) bool {
	if prefix, ok := strings.CutSuffix(pattern, "*"); ok {
		return strings.HasPrefix(call, prefix)
	}
	return pattern == call
}

func id(n int) string { return fmt.Sprintf("8%017d", n) }

func (s *Server) newID() string {
	s.lastID++
	return id(s.lastID)
}

func reply(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json")
	json.NewEncoder(w).Encode(v)
}

func refuse(w http.ResponseWriter, status, code int, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	json.NewEncoder(w).Encode(map[string]any{"code": code, "message": message})
}
