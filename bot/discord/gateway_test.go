package discord_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"alinti/bot/discord"
	"alinti/bot/discord/discordtest"
)

func TestIdentifiesWithoutPrivilegedIntents(t *testing.T) {
	w := prepare(t, asker(echo))
	w.run(t)
	h := w.AwaitHandshake()
	if h.Op != 2 || h.Path != "/gw/" || h.Token != "Bot the.secret.token" || h.Query.Get("encoding") != "json" {
		t.Errorf("handshake %+v, want an identify at the address that REST gave", h)
	}
	if want := 1<<9 | 1<<12; h.Intents != want {
		t.Errorf("intents %b, want %b: messages of guilds and direct ones, none of them privileged", h.Intents, want)
	}
}

func TestMessageContentIsAskedForWhenSet(t *testing.T) {
	w := prepare(t, asker(echo), func(o *discord.Options) { o.Config.MessageContent = true })
	w.run(t)
	if h := w.AwaitHandshake(); h.Intents&(1<<15) == 0 {
		t.Errorf("intents %b, want message content in them", h.Intents)
	}
}

// Whatever ends a connection, the bot is back on it; where the session can be
// kept, it resumes at the session's own address, and no event is lost.
func TestComesBack(t *testing.T) {
	for _, c := range []struct {
		name   string
		happen func(*world)
		op     int // 2: identifies anew, 6: resumes
	}{
		{"the connection is cut", func(w *world) { w.Drop() }, 6},
		{"the server goes away", func(w *world) { w.Close(1001) }, 6},
		{"an unknown error", func(w *world) { w.Close(4000) }, 6},
		{"asked to reconnect", func(w *world) { w.Op(7, nil) }, 6},
		{"invalid session that may be resumed", func(w *world) { w.Op(9, true) }, 6},
		{"invalid session", func(w *world) { w.Op(9, false) }, 2},
		{"invalid sequence", func(w *world) { w.Close(4007) }, 2},
		{"session timed out", func(w *world) { w.Close(4009) }, 2},
		{"not JSON", func(w *world) { w.Raw("{") }, 6},
	} {
		t.Run(c.name, func(t *testing.T) {
			w := open(t, earlyAsker(instant))
			w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("önce")))
			w.AwaitMessage(token(1), shown)
			c.happen(w)
			h := w.AwaitHandshake()
			if h.Op != c.op {
				t.Fatalf("op %d, want %d", h.Op, c.op)
			}
			if c.op == 6 && (h.Path != "/resume/" || h.Seq != 2 || h.Session == "") {
				t.Errorf("resumed with %+v, want the session's address, id and sequence 2", h)
			}
			w.Send("INTERACTION_CREATE", slash(2, "ask", "tr", question("sonra")))
			w.AwaitMessage(token(2), shown)
		})
	}
}

func TestEventsOfTheGapAreAnswered(t *testing.T) {
	w := open(t, earlyAsker(instant))
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("önce")))
	w.AwaitMessage(token(1), shown)
	w.Drop()
	w.Send("INTERACTION_CREATE", slash(2, "ask", "tr", question("arada")))
	w.AwaitMessage(token(2), shown)
	if h := w.AwaitHandshake(); h.Op != 6 {
		t.Errorf("op %d, want a resume", h.Op)
	}
}

func TestSessionThatCannotBeResumedIsBegunAnew(t *testing.T) {
	w := open(t, earlyAsker(instant))
	w.Forget()
	w.Drop()
	if a, b := w.AwaitHandshake(), w.AwaitHandshake(); a.Op != 6 || b.Op != 2 || b.Path != "/gw/" {
		t.Errorf("then ops %d and %d at %s, want a resume that is refused and an identify at the general address", a.Op, b.Op, b.Path)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	if last := w.waits[len(w.waits)-1]; last < time.Second || last > 5*time.Second {
		t.Errorf("waited %v before identifying, want 1 to 5 s", last)
	}
}

func TestLostHeartbeatsEndTheConnection(t *testing.T) {
	w := prepare(t, asker(echo))
	w.Interval = 20 * time.Millisecond
	w.run(t)
	w.AwaitHandshake()
	w.AwaitHeartbeats(3)
	w.Mute(true)
	if h := w.AwaitHandshake(); h.Op != 6 {
		t.Errorf("op %d, want a resume", h.Op)
	}
}

func TestHeartbeatOnDemand(t *testing.T) {
	w := open(t, earlyAsker(instant))
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
	w.AwaitMessage(token(1), shown) // the connection is live
	w.Op(1, nil)
	w.AwaitHeartbeats(1)
}

// After a fatal close only Discord stops, and the log says the cure.
func TestFatalCloseStops(t *testing.T) {
	for code, cure := range map[int]string{
		4004: "discord.token", 4010: "report", 4011: "discord.interactions", 4012: "newer", 4013: "report", 4014: "discord.message_content",
	} {
		t.Run(fmt.Sprint(code), func(t *testing.T) {
			w := prepare(t, asker(echo))
			done := make(chan error, 1)
			go func() { done <- w.wait(t) }()
			w.AwaitHandshake()
			w.Close(code)
			err := <-done
			var fatal *discord.FatalError
			if !errors.As(err, &fatal) || fatal.Code != code || !strings.Contains(err.Error(), cure) {
				t.Errorf("Run = %v, want a FatalError of %d that speaks of %q", err, code, cure)
			}
			if n := w.Handshakes(); n != 1 {
				t.Errorf("%d handshakes, want 1", n)
			}
			if s := w.door.State(); s.Status != discord.StatusStopped || !strings.HasPrefix(s.String(), "stopped: ") || !strings.Contains(s.Cause, cure) {
				t.Errorf("State() = %+v, want stopped with the cure", s)
			}
			if !strings.Contains(w.log.String(), cure) {
				t.Errorf("the log lacks %q:\n%s", cure, w.log)
			}
		})
	}
}

func TestStateFollowsTheConnection(t *testing.T) {
	w := prepare(t, earlyAsker(instant))
	if s := w.door.State(); s.Status != discord.StatusConnecting {
		t.Errorf("before Run: %+v", s)
	}
	w.run(t)
	w.AwaitHandshake()
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
	w.AwaitMessage(token(1), shown)
	if s := w.door.State(); s.Status != discord.StatusReady {
		t.Errorf("with a session: %+v", s)
	}
}

// An unreachable Discord is asked ever more rarely, and the waits are not all
// the same.
func TestBackoff(t *testing.T) {
	w := prepare(t, asker(echo), func(o *discord.Options) { o.Config.APIURL = "http://127.0.0.1:1" })
	enough := make(chan bool)
	w.door.Hurry(func(d time.Duration) {
		w.waits = append(w.waits, d)
		if len(w.waits) == 30 {
			close(enough)
		}
	})
	w.run(t)
	<-enough
	if err := w.stop(); err != nil {
		t.Errorf("Run = %v, want nil after its context ended", err)
	}
	same := true
	for i, d := range w.waits {
		if longest := min(2*time.Second<<min(i, 5), time.Minute); d < 0 || d > longest {
			t.Errorf("wait %d is %v, want at most %v", i, d, longest)
		}
		same = same && d == w.waits[0]
	}
	if same {
		t.Error("all waits are the same, want a random part")
	}
}

// A flapping connection does not burn the identifies of the day.
func TestFlappingResumes(t *testing.T) {
	w := open(t, earlyAsker(instant))
	for i := 1; i <= 50; i++ {
		w.Send("INTERACTION_CREATE", slash(i, "ask", "tr", question("soru")))
		w.AwaitMessage(token(i), shown)
		w.Drop()
		if h := w.AwaitHandshake(); h.Op != 6 {
			t.Fatalf("drop %d: op %d, want a resume", i, h.Op)
		}
	}
}

// Even when Discord refuses every session, new ones are begun rarely.
func TestIdentifiesAreHeldBack(t *testing.T) {
	w := open(t, asker(echo))
	for range 7 {
		w.Op(9, false)
		w.AwaitHandshake()
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	var longest time.Duration
	for _, d := range w.waits {
		longest = max(longest, d)
	}
	if longest < time.Minute {
		t.Errorf("the longest wait is %v, want about two minutes after five sessions", longest)
	}
}

func TestOneReplyPerEvent(t *testing.T) {
	const events = 1000
	w := open(t, earlyAsker(instant))
	for i := 1; i <= events; i++ {
		if i%2 == 0 {
			w.Send("INTERACTION_CREATE", slash(i, "ask", "tr", question("soru")))
		} else {
			w.Send("MESSAGE_CREATE", post(i, "<@"+discordtest.Self+"> soru"))
		}
		w.SendAgain()
		w.SendAgain()
		if i%100 == 0 { // half of what can be under way at a time
			w.AwaitCount(t, i)
		}
	}
	w.stop()
	if a, b := w.Count("POST /interactions/*"), w.Count("POST /channels/"+channel+"/messages"); a != events/2 || b != events/2 {
		t.Errorf("%d and %d replies to %d events delivered three times each, want %d of each kind", a, b, events, events/2)
	}
}

// AwaitCount waits for n replies of either kind.
func (w *world) AwaitCount(t *testing.T, n int) {
	t.Helper()
	w.Until("replies", func(calls []discordtest.Call) bool {
		got := 0
		for _, c := range calls {
			if c.Method == "POST" && (strings.HasPrefix(c.Path, "/interactions/") || strings.HasSuffix(c.Path, "/messages")) {
				got++
			}
		}
		return got >= n
	})
}
