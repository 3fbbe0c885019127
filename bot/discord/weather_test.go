package discord_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"alinti/bot"
	"alinti/bot/discord"
	"alinti/bot/discord/discordtest"
)

const callback = "POST /interactions/{id}/{token}/callback"

// A callback that hangs may have arrived: it is not sent again, the answer
// goes into an edit.
func TestHangingCallbackIsNotRepeated(t *testing.T) {
	w := open(t, asker(echo))
	w.Override(callback, func(_ http.ResponseWriter, r *http.Request) { <-r.Context().Done() })
	w.Override("PATCH /webhooks/{app}/{token}/messages/@original", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, `{}`) })
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
	w.Await("PATCH /webhooks/*")
	if n := w.Count("POST /interactions/*"); n != 1 {
		t.Errorf("%d callbacks, want 1", n)
	}
}

// A reply of Discord's that cannot be read does not mean that the message is
// not there.
func TestUnreadableRepliesAreNotRepeated(t *testing.T) {
	garbage := func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "<html>") }
	w := open(t, asker(echo))
	w.Override("POST /channels/{channel}/messages", garbage)
	w.Override("PATCH /webhooks/{app}/{token}/messages/@original", garbage)
	w.Send("MESSAGE_CREATE", post(1, me+" soru"))
	w.Await("POST /channels/" + channel + "/messages")
	w.Send("INTERACTION_CREATE", slash(2, "ask", "tr", question("soru")))
	w.Await("PATCH /webhooks/*")
	w.stop()
	if a, b := w.Count("POST /channels/"+channel+"/messages"), w.Count("PATCH /webhooks/*"); a != 1 || b != 1 {
		t.Errorf("%d messages and %d edits, want 1 of each", a, b)
	}
}

func TestServerErrorsAreNotRepeated(t *testing.T) {
	for _, status := range []int{500, 502, 503} {
		w := open(t, asker(echo))
		w.Override("POST /channels/{channel}/messages", func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(status) })
		w.Send("MESSAGE_CREATE", post(1, me+" soru"))
		w.Await("POST /channels/" + channel + "/messages")
		w.stop()
		if n := w.Count("POST /channels/" + channel + "/messages"); n != 1 {
			t.Errorf("HTTP %d: %d messages, want 1", status, n)
		}
	}
}

// An interaction that another process answers is left alone.
func TestAnsweredElsewhere(t *testing.T) {
	w := open(t, earlyAsker(instant))
	w.Override(callback, func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusBadRequest)
		io.WriteString(w, `{"code":40060,"message":"Interaction has already been acknowledged."}`)
	})
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
	w.Await("POST /interactions/*")
	w.stop()
	if n := len(w.Calls()); w.Count("PATCH /*") != 0 || w.Count("POST /interactions/*") != 1 {
		t.Errorf("%d calls, want one callback and no edit", n)
	}
}

// A 429 is waited out, for a route or for everything.
func TestRateLimitIsWaitedOut(t *testing.T) {
	for _, body := range []string{`{"retry_after":0.05,"global":false}`, `{"retry_after":0.05,"global":true}`} {
		w := open(t, asker(echo))
		var refused atomic.Bool
		w.Override("POST /channels/{channel}/messages", func(rw http.ResponseWriter, _ *http.Request) {
			if refused.CompareAndSwap(false, true) {
				rw.WriteHeader(http.StatusTooManyRequests)
				io.WriteString(rw, body)
				return
			}
			io.WriteString(rw, `{"id":"1"}`)
		})
		w.Send("MESSAGE_CREATE", post(1, me+" soru"))
		first, second := w.Await("POST /channels/"+channel+"/messages"), w.Await("POST /channels/"+channel+"/messages")
		if string(first.Body) != string(second.Body) {
			t.Errorf("the second try sent %s, want the same as before: %s", second.Body, first.Body)
		}
	}
}

func TestLongRateLimitIsNotWaitedFor(t *testing.T) {
	w := open(t, asker(echo))
	w.Override("POST /channels/{channel}/messages", func(rw http.ResponseWriter, _ *http.Request) {
		rw.WriteHeader(http.StatusTooManyRequests)
		io.WriteString(rw, `{"retry_after":3600}`)
	})
	w.Send("MESSAGE_CREATE", post(1, me+" soru"))
	w.Await("POST /channels/" + channel + "/messages")
	w.stop()
	if n := w.Count("POST /channels/" + channel + "/messages"); n != 1 || !strings.Contains(w.log.String(), "rate limit") {
		t.Errorf("%d tries, want one and a word in the log:\n%s", n, w.log)
	}
}

// No token, neither the bot's nor an interaction's, reaches the log.
func TestLogHoldsNoInteractionToken(t *testing.T) {
	w := open(t, earlyAsker(func(ctx context.Context, q bot.Question, _ func(bot.Answer)) (bot.Answer, error) {
		return answerTo(q), nil
	}))
	w.Override(callback, func(w http.ResponseWriter, r *http.Request) {
		hijacked, _, err := w.(http.Hijacker).Hijack()
		if err == nil {
			hijacked.Close()
		}
	})
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
	w.Await("POST /interactions/*")
	w.stop()
	if log := w.log.String(); strings.Contains(log, token(1)) || !strings.Contains(log, "not sent") {
		t.Errorf("the log holds the token, or nothing of the failure:\n%s", log)
	}
}

// Every way to say something is within Discord's description and pings nobody:
// discordtest checks each body. Here everything long and hostile goes through.
func TestHostileTextStaysWithinLimits(t *testing.T) {
	for _, text := range []string{
		"@everyone @here <@&1> <@123> **x** [y](https://z)",
		strings.Repeat("ğ", 5000), strings.Repeat("@everyone ", 100), strings.Repeat("*", 3000), "\u202e\u202egizli",
	} {
		for _, change := range []func(*discord.Options){asComponents, func(*discord.Options) {}} {
			w := open(t, earlyAsker(func(_ context.Context, q bot.Question, early func(bot.Answer)) (bot.Answer, error) {
				a := answerTo(q)
				for n := 2; n <= bot.MaxQuotes; n++ {
					more := quote(text)
					more.N, more.Heading, more.Source.Title = n, text, text
					a.Quotes = append(a.Quotes, more)
				}
				a.Statements = []bot.Statement{{Text: text, Quotes: []int{1}}}
				a.Warnings = []string{bot.WarningStatementWithheld}
				early(a)
				return a, nil
			}), withArticles(t), change)
			w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question(text)))
			w.Send("INTERACTION_CREATE", with(slash(3, "ask", "tr", question(text)), "app_permissions", "3072"))
			w.Send("MESSAGE_CREATE", post(2, me+text))
			w.Await("PATCH /webhooks/*")
			w.Await("PATCH /webhooks/*")
			w.Await("PATCH /channels/*")
			w.door.Settle()
			w.stop()
		}
	}
}

func TestCommandsAreRegisteredOnce(t *testing.T) {
	_, keep := withStore(t)
	w := open(t, asker(echo), keep)
	put := w.Await("PUT /applications/" + discordtest.App + "/commands")
	w.stop()
	var cs []struct {
		Name  string
		Names map[string]string `json:"name_localizations"`
		About map[string]string `json:"description_localizations"`
		Type  int
	}
	if err := json.Unmarshal(put.Body, &cs); err != nil {
		t.Fatal(err)
	}
	names := map[string]bool{}
	for _, c := range cs {
		names[c.Name] = true
		if c.Names["tr"] == "" || c.Type == 1 && c.About["tr"] == "" {
			t.Errorf("command %q is not in Turkish", c.Name)
		}
		if c.Type == 1 && c.Name != strings.ToLower(c.Name) {
			t.Errorf("command %q: Discord wants slash commands in lower case", c.Name)
		}
	}
	if !names["ask"] || !names["help"] {
		t.Errorf("registered %v, want ask and help among them", names)
	}

	again, err := discord.New(options(w, keep))
	if err != nil {
		t.Fatal(err)
	}
	next := &world{Server: w.Server, door: again, log: &syncBuffer{}}
	next.run(t)
	w.AwaitHandshake()
	w.Until("the second look at the commands", func(calls []discordtest.Call) bool {
		n := 0
		for _, c := range calls {
			if c.Method == "GET" && strings.HasSuffix(c.Path, "/commands") {
				n++
			}
		}
		return n == 2
	})
	next.stop()
	if n := w.Count("PUT *"); n != 1 {
		t.Errorf("registered %d times, want once: nothing had changed", n)
	}
}

func options(w *world, change func(*discord.Options)) discord.Options {
	o := discord.Options{Config: config(w), Asker: asker(echo)}
	change(&o)
	return o
}

func config(w *world) discord.Config {
	c := discord.DefaultConfig()
	c.Token, c.APIURL = "the.secret.token", w.URL
	return c
}

func TestCommandsOfGuilds(t *testing.T) {
	w := open(t, asker(echo), func(o *discord.Options) { o.Config.Guilds = []string{guild} })
	put := w.Await("PUT /applications/" + discordtest.App + "/guilds/" + guild + "/commands")
	if strings.Contains(string(put.Body), `"contexts":[`) {
		t.Errorf("%s: want no contexts, which only global commands have", put.Body)
	}
}

func TestLimitsAreSaidKindly(t *testing.T) {
	w := open(t, earlyAsker(instant), func(o *discord.Options) { o.Config.PerUser = 1 })
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("bir")))
	w.AwaitMessage(token(1), shown)
	w.Send("INTERACTION_CREATE", slash(2, "ask", "en-US", question("iki")))
	if m := w.AwaitMessage(token(2), shown); !strings.Contains(m.Content, "Take a breath") || !m.Private() {
		t.Errorf("the second question in a minute: %q with flags %d", m.Content, m.Flags)
	}
	w.Send("INTERACTION_CREATE", slash(3, "help", "tr")) // no question
	if m := w.AwaitMessage(token(3), shown); strings.Contains(m.Content, "soluklanıp") {
		t.Errorf("help: %q, want help", m.Content)
	}
	for n := range 5 {
		w.Send("MESSAGE_CREATE", post(n+4, me+" soru"))
	}
	w.door.Settle()
	w.stop()
	if ms := w.Messages(channel); len(ms) > 1 {
		t.Errorf("%d excuses for five questions in a row, want at most one", len(ms))
	}
}

func TestPlacesThatAreLeftOut(t *testing.T) {
	w := open(t, asker(func(context.Context, bot.Question) (bot.Answer, error) {
		t.Error("a question from a denied channel reached the Asker")
		return bot.Answer{}, nil
	}), func(o *discord.Options) { o.Config.DenyChannels = []string{channel} })
	w.Send("MESSAGE_CREATE", post(1, me+" soru"))
	w.Send("INTERACTION_CREATE", slash(2, "ask", "en-US", question("soru")))
	if m := w.AwaitMessage(token(2), shown); !strings.Contains(m.Content, "do not answer here") || !m.Private() {
		t.Errorf("said %q with flags %d", m.Content, m.Flags)
	}
	w.stop()
	if n := w.Count("POST /channels/*"); n != 0 {
		t.Errorf("%d messages in a denied channel, want none", n)
	}
}

// With a model that takes its time and 200 questions at once, every asker has
// seen what retrieval found before the model answers anyone. The times are
// logged; .ci/discord-acknowledge.sh prints them.
func TestTwoHundredAtOnce(t *testing.T) {
	const questions = 200
	release := make(chan bool)
	let := sync.OnceFunc(func() { close(release) })
	w := open(t, earlyAsker(func(_ context.Context, q bot.Question, early func(bot.Answer)) (bot.Answer, error) {
		early(answerTo(q))
		<-release
		return answerTo(q), nil
	}))
	t.Cleanup(let) // before the door is waited for, should the test fail
	sent := make([]time.Time, questions+1)
	took := make([]time.Duration, 0, questions)
	for i := 1; i <= questions; i++ {
		sent[i] = time.Now()
		w.Send("INTERACTION_CREATE", slash(i, "ask", "tr", question("soru")))
	}
	w.Until("the first replies", func(calls []discordtest.Call) bool {
		took = took[:0]
		for _, c := range calls {
			var id int
			if _, err := fmt.Sscanf(c.Path, "/interactions/7%d/", &id); err == nil && id >= 1 && id <= questions {
				took = append(took, c.At.Sub(sent[id]))
			}
		}
		return len(took) == questions
	})
	if n := w.Count("PATCH /webhooks/*"); n != 0 {
		t.Errorf("%d answers of the model before all were acknowledged", n)
	}
	let()
	w.Until("the model's answers", func(calls []discordtest.Call) bool {
		n := 0
		for _, c := range calls {
			if c.Method == "PATCH" {
				n++
			}
		}
		return n == questions
	})
	slices.Sort(took)
	t.Logf("acknowledged %d at once: median %v, p99 %v, last %v", questions, took[questions/2], took[questions*99/100], took[questions-1])
}
