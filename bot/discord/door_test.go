package discord_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/discord"
	"alinti/bot/discord/discordtest"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// An asker answers from a func, without telling early.
type asker = bottest.Asker

// An earlyAsker has a first answer and, after it was told, a last one.
type earlyAsker func(context.Context, bot.Question, func(bot.Answer)) (bot.Answer, error)

func (f earlyAsker) Ask(ctx context.Context, q bot.Question) (bot.Answer, error) {
	return f(ctx, q, func(bot.Answer) {})
}

func (f earlyAsker) AskEarly(ctx context.Context, q bot.Question, early func(bot.Answer)) (bot.Answer, error) {
	return f(ctx, q, early)
}

// echo answers with the question as the quote.
func echo(_ context.Context, q bot.Question) (bot.Answer, error) { return answerTo(q), nil }

// instant is echo without a model: nothing is told early.
func instant(_ context.Context, q bot.Question, _ func(bot.Answer)) (bot.Answer, error) {
	return answerTo(q), nil
}

func answerTo(q bot.Question) bot.Answer {
	return bot.Answer{
		ID: fmt.Sprintf("%032x", len(q.Text)), Question: q.Text, Language: "tr", Answered: true, Mode: bot.ModeRetrieval,
		Quotes: []bot.Quote{quote(q.Text)},
	}
}

func quote(text string) bot.Quote {
	return bot.Quote{
		N: 1, Text: text, Source: bot.QuoteSource{ID: "a", File: "a.txt", Title: "Başlık", Date: "2025-09-19", SHA256: strings.Repeat("6", 64)},
		Paragraph: 4, Start: 1690, End: 1690 + len(text),
	}
}

// A world is a door on a fake Discord.
type world struct {
	*discordtest.Server
	door *discord.Door
	log  *syncBuffer
	stop func() error

	mu    sync.Mutex
	waits []time.Duration
}

// open connects a door and waits until it is ready.
func open(t *testing.T, a bot.Asker, change ...func(*discord.Options)) *world {
	t.Helper()
	w := prepare(t, a, change...)
	w.run(t)
	w.AwaitHandshake()
	return w
}

func prepare(t *testing.T, a bot.Asker, change ...func(*discord.Options)) *world {
	t.Helper()
	w := &world{Server: discordtest.New(t), log: &syncBuffer{}}
	o := discord.Options{Config: discord.DefaultConfig(), Asker: a, Logger: slog.New(slog.NewTextHandler(w.log, nil))}
	o.Config.Token, o.Config.APIURL = "the.secret.token", w.URL
	for _, c := range change {
		c(&o)
	}
	d, err := discord.New(o)
	if err != nil {
		t.Fatal(err)
	}
	w.door = d
	d.Hurry(func(d time.Duration) {
		w.mu.Lock()
		defer w.mu.Unlock()
		w.waits = append(w.waits, d)
	})
	return w
}

// run runs the door until the end of the test, or stop.
func (w *world) run(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- w.door.Run(ctx) }()
	w.stop = sync.OnceValue(func() error { cancel(); return <-done })
	t.Cleanup(func() {
		w.stop()
		if strings.Contains(w.log.String(), "the.secret.token") {
			t.Errorf("the log holds the token:\n%s", w.log)
		}
	})
}

// wait waits for the door to end by itself.
func (w *world) wait(t *testing.T) error {
	t.Helper()
	done := make(chan error, 1)
	go func() { done <- w.door.Run(context.Background()) }()
	select {
	case err := <-done:
		return err
	case <-time.After(discordtest.Patience):
		t.Fatal("the door did not stop")
		return nil
	}
}

type syncBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *syncBuffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *syncBuffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// slash is an /ask as Discord delivers it.
func slash(id int, name, locale string, options ...map[string]any) map[string]any {
	return interaction(id, 2, locale, map[string]any{"id": "1", "name": name, "type": 1, "options": options})
}

func interaction(id, kind int, locale string, data map[string]any) map[string]any {
	return map[string]any{
		"id": fmt.Sprintf("7%017d", id), "application_id": discordtest.App, "type": kind, "token": token(id),
		"guild_id": guild, "channel_id": channel, "locale": locale, "version": 1, "context": 0, "app_permissions": "0",
		"member": map[string]any{"user": map[string]any{"id": user, "username": "ada"}, "permissions": "0"}, "data": data,
	}
}

const (
	guild   = "600000000000000001"
	channel = "600000000000000002"
	user    = "600000000000000003"
)

func token(id int) string { return fmt.Sprintf("token-%d", id) }

func question(text string) map[string]any {
	return map[string]any{"name": "question", "type": 3, "value": text}
}

func TestAskIsAnsweredAtOnce(t *testing.T) {
	w := open(t, earlyAsker(instant))
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("Kaç *asker* gitti?")))
	call := w.Await("POST /interactions/*")
	m := w.AwaitMessage(token(1), shown)
	if len(m.Embeds) != 1 || m.Embeds[0].Description != `> Kaç \*asker\* gitti?` || m.Embeds[0].Author.Name != "Kaç *asker* gitti?" {
		t.Errorf("the answer shows %+v, want the quote in a block and the question above it", m.Embeds)
	}
	if m.Flags != 0 || m.Edits != 0 {
		t.Errorf("flags %d and %d edits, want a public message that was not changed", m.Flags, m.Edits)
	}
	if got := call.Header.Get("Authorization"); got != "Bot the.secret.token" {
		t.Errorf("Authorization: %q", got)
	}
}

func TestPrivateAnswerIsForTheAskerAlone(t *testing.T) {
	for name, a := range map[string]bot.Asker{"at once": earlyAsker(instant), "later": asker(echo)} {
		t.Run(name, func(t *testing.T) {
			w := open(t, a)
			w.Send("INTERACTION_CREATE", slash(1, "ask", "en-US", question("soru"), map[string]any{"name": "private", "type": 5, "value": true}))
			if m := w.AwaitMessage(token(1), shown); !m.Private() {
				t.Errorf("flags %d, want 64 (ephemeral)", m.Flags)
			}
		})
	}
}

// The acknowledgement is with Discord before a model is asked, whatever the
// Asker can do.
func TestAcknowledgedBeforeTheModel(t *testing.T) {
	t.Run("an Asker that cannot tell early", func(t *testing.T) {
		var w *world
		w = open(t, asker(func(_ context.Context, q bot.Question) (bot.Answer, error) {
			if n := w.Count("POST /interactions/*"); n != 1 {
				t.Errorf("%d acknowledgements before the model, want 1", n)
			}
			return answerTo(q), nil
		}))
		w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
		if m := w.AwaitMessage(token(1), shown); m.Edits != 1 {
			t.Errorf("%d edits, want 1: first \"is thinking\", then the answer", m.Edits)
		}
	})
	t.Run("an EarlyAsker shows what retrieval found", func(t *testing.T) {
		var w *world
		w = open(t, earlyAsker(func(_ context.Context, q bot.Question, early func(bot.Answer)) (bot.Answer, error) {
			early(answerTo(q))
			if m := w.AwaitMessage(token(1), shown); !strings.Contains(m.Embeds[0].Description, "soru") || m.Content == "" {
				t.Errorf("before the model: %+v, want the quote and a word that a model is choosing", m)
			}
			a := answerTo(bot.Question{Text: "başka"})
			return a, nil
		}))
		w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
		m := w.AwaitMessage(token(1), func(m discordtest.Message) bool { return m.Edits == 1 })
		if m.Content != "" || !strings.Contains(m.Embeds[0].Description, "başka") {
			t.Errorf("after the model: %+v, want its answer without the note", m)
		}
	})
}

// Retrieval that takes its time does not cost the three seconds.
func TestSlowRetrievalIsAcknowledged(t *testing.T) {
	var w *world
	w = prepare(t, earlyAsker(func(_ context.Context, q bot.Question, _ func(bot.Answer)) (bot.Answer, error) {
		w.Await("POST /interactions/*")
		return answerTo(q), nil
	}))
	w.door.Impatient()
	w.run(t)
	w.AwaitHandshake()
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
	if m := w.AwaitMessage(token(1), shown); m.Edits != 1 {
		t.Errorf("%d edits, want 1", m.Edits)
	}
}

func TestErrorsAreSaidInTheAskersLanguageAndLogged(t *testing.T) {
	cause := errors.New("index shard 7 is gone")
	for _, c := range []struct {
		err    error
		locale string
		want   string
	}{
		{&bot.InputError{Code: bot.InputTooLong, Field: "question", Limit: 1000}, "tr", "en fazla 1000 karakter"},
		{fmt.Errorf("%w: %w", bot.ErrBusy, cause), "en-GB", "very many questions"},
		{fmt.Errorf("%w: %w", bot.ErrUnavailable, cause), "tr", "ulaşılamıyor"},
		{context.DeadlineExceeded, "en-US", "not ready in time"},
		{cause, "tr", "ters gitti"},
	} {
		w := open(t, earlyAsker(func(context.Context, bot.Question, func(bot.Answer)) (bot.Answer, error) { return bot.Answer{}, c.err }))
		w.Send("INTERACTION_CREATE", slash(1, "ask", c.locale, question("soru")))
		m := w.AwaitMessage(token(1), shown)
		if !strings.Contains(m.Content, c.want) || strings.Contains(m.Content, "shard") || !m.Private() {
			t.Errorf("%v: said %q with flags %d, want %q for the asker alone", c.err, m.Content, m.Flags, c.want)
		}
		w.stop()
		if !strings.Contains(w.log.String(), c.err.Error()) {
			t.Errorf("the log does not hold %q:\n%s", c.err, w.log)
		}
	}
}

func TestFallbackIsTheClientsLanguage(t *testing.T) {
	got := make(chan bot.Question, 2)
	w := open(t, earlyAsker(func(_ context.Context, q bot.Question, _ func(bot.Answer)) (bot.Answer, error) {
		got <- q
		return answerTo(q), nil
	}))
	for id, locale := range []string{"tr", "de"} {
		w.Send("INTERACTION_CREATE", slash(id+1, "ask", locale, question("soru")))
		w.AwaitMessage(token(id+1), shown)
		if q, want := <-got, []string{"tr", "en"}[id]; q.Fallback != want || q.Language != "" || q.Conversation != "" {
			t.Errorf("locale %s: asked %+v, want Fallback %s and nothing else", locale, q, want)
		}
	}
}

// A panic costs its own answer, nothing else.
func TestPanicIsContained(t *testing.T) {
	w := open(t, earlyAsker(func(_ context.Context, q bot.Question, _ func(bot.Answer)) (bot.Answer, error) {
		if q.Text == "bang" {
			panic("bang")
		}
		return answerTo(q), nil
	}))
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("bang")))
	w.Send("INTERACTION_CREATE", slash(2, "ask", "tr", question("soru")))
	w.AwaitMessage(token(2), shown)
	w.stop()
	if !strings.Contains(w.log.String(), "panic while answering") {
		t.Errorf("the log says nothing of the panic:\n%s", w.log)
	}
}

func TestHelp(t *testing.T) {
	w := open(t, asker(echo))
	w.Send("INTERACTION_CREATE", slash(1, "help", "en-US"))
	if m := w.AwaitMessage(token(1), shown); !strings.Contains(m.Content, "word for word") || !m.Private() {
		t.Errorf("help says %q with flags %d", m.Content, m.Flags)
	}
}

// Run ends when its context does, after every answer under way was sent.
func TestRunFinishesWhatIsUnderWay(t *testing.T) {
	begun, end := make(chan bool), make(chan bool)
	w := open(t, asker(func(_ context.Context, q bot.Question) (bot.Answer, error) {
		close(begun)
		<-end
		return answerTo(q), nil
	}))
	w.Send("INTERACTION_CREATE", slash(1, "ask", "tr", question("soru")))
	<-begun
	stopped := make(chan error)
	go func() { stopped <- w.stop() }()
	close(end)
	if err := <-stopped; err != nil {
		t.Errorf("Run = %v, want nil", err)
	}
	if w.Count("PATCH /webhooks/*") != 1 {
		t.Error("Run returned before the answer was sent")
	}
}

// shown reports whether a message shows anything yet.
func shown(m discordtest.Message) bool { return !m.Waiting }

func decode(t *testing.T, raw json.RawMessage) map[string]any {
	t.Helper()
	var v map[string]any
	if err := json.Unmarshal(raw, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
