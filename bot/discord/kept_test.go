package discord_test

import (
	"context"
	"encoding/json"
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"alinti/bot"
	"alinti/bot/discord"
	"alinti/bot/discord/discordtest"
	"alinti/bot/store"
)

// withStore keeps questions and votes in a file.
func withStore(t *testing.T) (*store.Store, func(*discord.Options)) {
	t.Helper()
	s, err := store.Open(t.Context(), store.Config{Path: filepath.Join(t.TempDir(), "alinti.db"), Retention: 720 * time.Hour}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s, func(o *discord.Options) { o.Keeper, o.Teller = s, s }
}

// refusing answers no question that speaks of Japan.
var refusing = earlyAsker(func(_ context.Context, q bot.Question, _ func(bot.Answer)) (bot.Answer, error) {
	a := answerTo(q)
	if strings.Contains(q.Text, "Japonya") {
		a.Answered, a.Quotes, a.Reason = false, nil, bot.ReasonNoEvidence
	}
	return a, nil
})

func TestAdminsSeeWhatIsUnanswered(t *testing.T) {
	kept, change := withStore(t)
	w := open(t, refusing, change)
	for n, q := range []string{"Japonya kaç asker gönderdi?", "Japonya'nın kaç askeri var?", "Kuzey Kore kaç asker gönderdi?"} {
		w.Send("INTERACTION_CREATE", slash(n+1, "ask", "tr", question(q)))
		w.AwaitMessage(token(n+1), shown)
	}
	w.Send("MESSAGE_CREATE", post(9, me+" Japonya'da hava nasıl?"))
	w.Await("POST /channels/" + channel + "/messages")
	w.door.Settle()
	w.Send("INTERACTION_CREATE", slash(20, "unanswered", "tr"))
	m := w.AwaitMessage(token(20), shown)
	if text := m.Embeds[0].Description; !strings.HasPrefix(text, "Soru: 4, yanıtlanan: 1") || !strings.Contains(text, "Japonya") || !m.Private() {
		t.Errorf("the report reads %q with flags %d", text, m.Flags)
	}
	w.Send("INTERACTION_CREATE", slash(21, "forget-me", "tr"))
	if m := w.AwaitMessage(token(21), shown); !strings.Contains(m.Content, "4 kayıt silindi") || !m.Private() {
		t.Errorf("forgetting says %q with flags %d", m.Content, m.Flags)
	}
	if r, err := kept.Report(t.Context(), "", 10); err != nil || r.Asked != 0 {
		t.Errorf("after forgetting: %+v, %v", r, err)
	}
}

func TestReportCommandIsForAdmins(t *testing.T) {
	_, change := withStore(t)
	w := open(t, refusing, change)
	put := w.Await("PUT /applications/" + discordtest.App + "/commands")
	var cs []struct {
		Name       string
		Permission int `json:"default_member_permissions"`
		Contexts   []int
	}
	if err := json.Unmarshal(put.Body, &cs); err != nil {
		t.Fatal(err)
	}
	for _, c := range cs {
		if c.Name == "unanswered" && (c.Permission != 32 || len(c.Contexts) != 1) {
			t.Errorf("%+v, want it for those who manage the guild, in guilds alone", c)
		}
		if c.Name == "ask" && c.Permission != 0 {
			t.Errorf("%+v, want it for everybody", c)
		}
	}
}

func TestNothingIsKeptUnlessToldTo(t *testing.T) {
	w := open(t, refusing)
	if put := w.Await("PUT /applications/" + discordtest.App + "/commands"); strings.Contains(string(put.Body), "forget-me") {
		t.Error("forget-me is registered although nothing is kept")
	}
	w.Send("INTERACTION_CREATE", slash(1, "unanswered", "tr"))
	if m := w.AwaitMessage(token(1), shown); !strings.Contains(m.Content, "saklanmıyor") {
		t.Errorf("says %q, want that nothing is kept", m.Content)
	}
}

// A broken store keeps nothing, and says so to a voter and to the log; the bot
// goes on answering.
type broken struct{}

var errBroken = errors.New("the disk of store.path is full")

func (broken) Asked(context.Context, store.Asked) error { return errBroken }
func (broken) Vote(context.Context, store.Vote) error   { return errBroken }
func (broken) Report(context.Context, string, int) (store.Report, error) {
	return store.Report{}, errBroken
}
func (broken) Forget(context.Context, string) (int, error) { return 0, errBroken }

func TestBrokenStoreCostsNoAnswer(t *testing.T) {
	w, m := asked(t, sentences(t), func(o *discord.Options) { o.Keeper, o.Teller = broken{}, broken{} })
	if len(m.Embeds) != 3 {
		t.Errorf("shows %d quotes, want three", len(m.Embeds))
	}
	w.Send("INTERACTION_CREATE", press(2, labelled(t, m, "👍").CustomID, m))
	w.Send("INTERACTION_CREATE", slash(3, "forget-me", "tr"))
	for id := 2; id <= 3; id++ {
		if got := w.AwaitMessage(token(id), shown); !strings.Contains(got.Content, "kaydedilemiyor") || !got.Private() {
			t.Errorf("said %q, want that it is not stored", got.Content)
		}
	}
	w.door.Settle()
	w.stop()
	if n := strings.Count(w.log.String(), errBroken.Error()); n != 3 {
		t.Errorf("the log speaks of it %d times, want 3:\n%s", n, w.log)
	}
}
