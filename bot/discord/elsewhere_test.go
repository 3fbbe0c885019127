package discord_test

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"testing"

	"alinti/bot"
	"alinti/bot/discord"
	"alinti/bot/discord/discordtest"
)

// A guard opens connections to one server alone and remembers who else was
// wanted.
type guard struct {
	mu        sync.Mutex
	to        string
	elsewhere []string
	opened    int
}

func (g *guard) dial(ctx context.Context, network, address string) (net.Conn, error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if address != g.to {
		g.elsewhere = append(g.elsewhere, address)
		return nil, fmt.Errorf("%s is not the server", address)
	}
	g.opened++
	return new(net.Dialer).DialContext(ctx, network, address)
}

// Whatever a server says of addresses (its gateway, where to resume, its files),
// nothing but the server of discord.api_url is ever connected to.
func TestNothingGoesElsewhere(t *testing.T) {
	var g guard
	kept, keep := withStore(t)
	w := prepare(t, sentences(t), withArticles(t), keep, func(o *discord.Options) {
		u, err := url.Parse(o.Config.APIURL)
		if err != nil {
			t.Fatal(err)
		}
		g.to, o.Dial = u.Host, g.dial
		o.Config.Threads = true
	})
	w.Override("GET /gateway", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, `{"url":"wss://gateway.discord.gg"}`) })
	w.Ready = func(r map[string]any) { r["resume_gateway_url"] = "wss://gateway-us-east1-b.discord.gg" }
	w.run(t)
	w.AwaitHandshake()
	file := map[string]any{"id": "1", "filename": "a.png", "size": 5, "url": "https://cdn.discordapp.com/a.png", "proxy_url": "https://media.discordapp.net/a.png"}
	author := map[string]any{"id": user, "avatar": "abc", "avatar_url": "https://cdn.discordapp.com/avatars/1/abc.png"}
	w.Send("MESSAGE_CREATE", with(with(post(1, me+" soru https://discord.com/x"), "attachments", []any{file}), "author", author))
	w.Await("POST /channels/*")
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
	m := w.AwaitMessage(token(1), shown)
	for id, b := range buttonsOf(t, m) {
		w.Send("INTERACTION_CREATE", press(id+10, b.CustomID, m))
		w.AwaitMessage(token(id+10), shown)
	}
	message := said("“bir iki üç dört”")
	message["attachments"], message["embeds"] = []any{file}, []any{map[string]any{"image": map[string]any{"url": "https://cdn.discordapp.com/b.png"}}}
	w.Send("INTERACTION_CREATE", onMessage(2, "Check quotes", message))
	w.AwaitMessage(token(2), shown)
	w.Drop()
	if h := w.AwaitHandshake(); h.Op != 6 || h.Path != "/" {
		t.Errorf("came back with op %d at %s, want a resume at the server's root", h.Op, h.Path)
	}
	w.Op(9, false)
	if h := w.AwaitHandshake(); h.Op != 2 {
		t.Errorf("op %d, want an identify", h.Op)
	}
	w.stop()
	if len(g.elsewhere) > 0 || g.opened < 3 {
		t.Errorf("connections elsewhere: %v; %d to the server", g.elsewhere, g.opened)
	}
	if r, err := kept.Report(t.Context(), "", 1); err != nil || r.Asked == 0 {
		t.Errorf("kept %+v, %v", r, err)
	}
}

// However the address of a server is written, the bot finds its API.
func TestAddressesOfAServer(t *testing.T) {
	for suffix, version := range map[string]string{"": "9", "/": "9", "/api": "9", "/api/": "9", "/api/v9": "9", "/api/v10": "10", "/api/v10/": "10"} {
		w := prepare(t, earlyAsker(instant), func(o *discord.Options) { o.Config.APIURL += suffix })
		w.run(t)
		if h := w.AwaitHandshake(); h.Query.Get("v") != version {
			t.Errorf("api_url ending in %q: version %q of the gateway, want %s", suffix, h.Query.Get("v"), version)
		}
		w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
		w.AwaitMessage(token(1), shown)
	}
}

// A server that has less than Discord, or writes it differently, is served all
// the same.
func TestServersThatDiffer(t *testing.T) {
	gone := func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusNotFound)
		io.WriteString(w, `<html>Not Found</html>`)
	}
	ok := func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusOK) }
	for name, change := range map[string]func(*world){
		"nothing different":          func(*world) {},
		"no GET /gateway":            func(w *world) { w.Override("GET /gateway", gone) },
		"a gateway without a scheme": func(w *world) { w.Override("GET /gateway", says(`{"url":"/gw/"}`)) },
		"only GET /gateway/bot": func(w *world) {
			w.Override("GET /gateway", gone)
			w.Override("GET /gateway/bot", says(`{"url":"/gw/","shards":1}`))
		},
		"hello with a fraction and more": func(w *world) {
			w.Hello = map[string]any{"op": 10, "s": nil, "t": nil, "d": map[string]any{"heartbeat_interval": 41250.5, "_trace": []string{"x"}}}
		},
		"hello with a text": func(w *world) { w.Hello = map[string]any{"op": 10, "d": map[string]any{"heartbeat_interval": "41250"}} },
		"no application in READY": func(w *world) {
			w.Ready = func(r map[string]any) { delete(r, "application") }
			w.Override("GET /applications/@me", says(`{"id":"`+discordtest.App+`"}`))
		},
		"the application at the old place, its id a number": func(w *world) {
			w.Ready = func(r map[string]any) { delete(r, "application") }
			w.Override("GET /oauth2/applications/@me", says(`{"id":`+discordtest.App+`}`))
		},
		"no application anywhere": func(w *world) { w.Ready = func(r map[string]any) { delete(r, "application") } },
		"READY with little in it": func(w *world) {
			w.Ready = func(r map[string]any) {
				clear(r)
				r["session_id"], r["user"] = "x", map[string]any{"id": discordtest.Self}
			}
		},
		"ids that are numbers": func(w *world) {
			w.Ready = func(r map[string]any) {
				r["user"] = map[string]any{"id": 900000000000000002, "bot": true}
				r["application"] = map[string]any{"id": 900000000000000001}
			}
		},
		"no commands": func(w *world) {
			w.Override("GET /applications/{app}/commands", gone)
			w.Override("PUT /applications/{app}/commands", gone)
		},
		"callbacks that answer with 200":   func(w *world) { w.Finish(callback, ok) },
		"callbacks that answer with more":  func(w *world) { w.Finish(callback, says(`{"interaction":{"id":"1"},"resource":{"type":4}}`)) },
		"messages that answer with little": func(w *world) { w.Finish("POST /channels/{channel}/messages", says(`{}`)) },
	} {
		t.Run(name, func(t *testing.T) {
			w := prepare(t, earlyAsker(func(_ context.Context, q bot.Question, early func(bot.Answer)) (bot.Answer, error) {
				return answerTo(q), nil
			}))
			change(w)
			w.run(t)
			if h := w.AwaitHandshake(); h.Op != 2 {
				t.Fatalf("op %d, want an identify", h.Op)
			}
			w.Send("GUILD_CREATE", map[string]any{"id": guild})
			w.Send("SOMETHING_NEW", []any{1, "x", nil})
			w.Op(99, map[string]any{"x": 1})
			w.Op(11, nil)
			w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
			if m := w.AwaitMessage(token(1), shown); len(m.Embeds) != 1 {
				t.Errorf("shows %+v, want the answer", m)
			}
			lean := slash(2, "ask", "tr", question("soru"))
			for _, key := range []string{"application_id", "app_permissions", "version", "context", "locale", "guild_id"} {
				delete(lean, key)
			}
			w.Send("INTERACTION_CREATE", lean)
			w.AwaitMessage(token(2), shown)
			w.Send("MESSAGE_CREATE", map[string]any{
				"id": 500000000000000001, "channel_id": channel, "guild_id": guild, "content": me + " soru",
				"author": map[string]any{"id": user}, "timestamp": 1700000000,
			})
			w.Await("POST /channels/" + channel + "/messages")
			w.stop()
			if n := w.Handshakes(); n != 1 {
				t.Errorf("%d handshakes, want the first to hold:\n%s", n, w.log)
			}
		})
	}
}

// says answers with JSON.
func says(body string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, body) }
}

// Messages of a guild are not taken for direct ones where the guild is left out.
func TestGuildsThatAreNotNamed(t *testing.T) {
	w := open(t, earlyAsker(instant))
	for n, change := range []func(map[string]any){
		func(m map[string]any) { m["member"] = map[string]any{"roles": []any{}} },
		func(m map[string]any) { m["channel_type"] = 0 },
	} {
		m := with(post(n+1, "aramızda konuşuyoruz"), "guild_id", nil)
		change(m)
		w.Send("MESSAGE_CREATE", m)
	}
	direct := with(with(post(9, "kaç asker?"), "guild_id", nil), "channel_type", 1)
	w.Send("MESSAGE_CREATE", direct)
	call := w.Await("POST /channels/" + channel + "/messages")
	if !strings.Contains(string(call.Body), "kaç asker?") {
		t.Errorf("said %s, want an answer to the direct message first", call.Body)
	}
	w.stop()
	if n := w.Count("POST /channels/*"); n != 1 {
		t.Errorf("%d messages, want one", n)
	}
}
