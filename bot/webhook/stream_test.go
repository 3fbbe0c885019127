package webhook_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"alinti/bot"
	"alinti/bot/webhook"
)

// slowModel hands out a retrieval answer and then waits for its cue.
type slowModel struct {
	told   chan struct{} // closed when the early answer is out
	cue    chan struct{}
	answer bot.Answer
	err    error
	panics bool
}

func (m slowModel) Ask(ctx context.Context, q bot.Question) (bot.Answer, error) {
	return m.AskEarly(ctx, q, func(bot.Answer) {})
}

func (m slowModel) AskEarly(ctx context.Context, q bot.Question, early func(bot.Answer)) (bot.Answer, error) {
	early(bot.Answer{Mode: bot.ModeRetrieval, Quotes: []bot.Quote{{N: 1, Text: "early"}}})
	close(m.told)
	select {
	case <-m.cue:
	case <-ctx.Done():
		return bot.Answer{}, ctx.Err()
	}
	if m.panics {
		panic("secret cause")
	}
	return m.answer, m.err
}

// events are the names and data of a stream, a heartbeat as ":".
func events(body string) []string {
	var all []string
	for e := range strings.SplitSeq(strings.TrimSuffix(body, "\n\n"), "\n\n") {
		e = strings.TrimPrefix(e, "event: ")
		all = append(all, strings.Replace(e, "\ndata: ", " ", 1))
	}
	return all
}

func streamed(h http.Handler, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", "/v1/ask", strings.NewReader(body))
	r.Header.Set("Content-Type", "text/plain")
	r.Header.Set("Accept", "application/json;q=0.1, text/event-stream")
	r.Header.Set("X-Request-Id", "t")
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestStream(t *testing.T) {
	const earlyQuotes = `quotes {"mode":"retrieval","quotes":[{"n":1,"text":"early","source":{"id":"","file":"","sha256":""},"paragraph":0,"start":0,"end":0,"start_rune":0,"end_rune":0,"score":0}]}`
	chosen := bot.Answer{ID: "0", Language: "tr", Answered: true, Mode: bot.ModeLLM,
		Quotes: []bot.Quote{{N: 1, Text: "chosen"}}, Statements: []bot.Statement{{Text: "A\nB", Quotes: []int{1}}}}
	tests := []struct {
		name  string
		model slowModel
		want  []string // prefixes
	}{
		{"a model chooses others", slowModel{answer: chosen}, []string{
			earlyQuotes, `quotes {"mode":"llm","quotes":[{"n":1,"text":"chosen"`, `statement {"text":"A\nB","quotes":[1]}`, `answer {"id":"0"`}},
		{"a model fails", slowModel{answer: bot.Answer{ID: "0", Mode: bot.ModeRetrieval, Quotes: []bot.Quote{{N: 1}}, Warnings: []string{bot.WarningLLMUnavailable}}}, []string{
			earlyQuotes, `answer {"id":"0"`}},
		{"an error", slowModel{err: bot.ErrUnavailable}, []string{
			earlyQuotes, `error {"type":"/problems/unavailable","title":"Hizmet kullanılamıyor","status":503,`}},
		{"a panic", slowModel{panics: true}, []string{
			earlyQuotes, `error {"type":"/problems/internal","title":"İç hata","status":500,`}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			tt.model.told, tt.model.cue = make(chan struct{}), make(chan struct{})
			close(tt.model.cue)
			h := newService(t, func(o *webhook.Options) { o.Asker = tt.model }).Handler()
			w := streamed(h, "a")
			got := events(w.Body.String())
			if w.Code != 200 || w.Header().Get("Content-Type") != "text/event-stream" || !w.Flushed {
				t.Errorf("%d %s, flushed %t", w.Code, w.Header().Get("Content-Type"), w.Flushed)
			}
			if len(got) != len(tt.want) {
				t.Fatalf("events %q, want %q", got, tt.want)
			}
			for i, want := range tt.want {
				if !strings.HasPrefix(got[i], want) {
					t.Errorf("event %d is %s, want %s", i, got[i], want)
				}
			}
			if strings.Contains(w.Body.String(), "secret") {
				t.Error("the stream shows a cause")
			}
		})
	}
}

func TestStreamOfARefusal(t *testing.T) {
	w := streamed(newService(t, nil).Handler(), "a")
	if got := events(w.Body.String()); len(got) != 1 || !strings.HasPrefix(got[0], `answer {"id":"0"`) {
		t.Errorf("events %q, want the answer alone", got)
	}
}

func TestStreamErrorBeforeTheFirstEventHasItsStatus(t *testing.T) {
	for question, want := range map[string]int{"": 422, "busy": 503, "panic": 500} {
		w := streamed(newService(t, nil).Handler(), question)
		if w.Code != want || w.Header().Get("Content-Type") != "application/problem+json" {
			t.Errorf("streaming %q = %d %s, want %d application/problem+json", question, w.Code, w.Header().Get("Content-Type"), want)
		}
	}
}

// TestStreamHeartbeat reads a stream over a connection while the model waits.
func TestStreamHeartbeat(t *testing.T) {
	m := slowModel{told: make(chan struct{}), cue: make(chan struct{}), answer: bot.Answer{ID: "0"}}
	s := newService(t, func(o *webhook.Options) {
		o.Asker = m
		o.Config.StreamHeartbeat, o.Config.LameDuck = 10*time.Millisecond, 0
	})
	server := httptest.NewServer(s.Handler())
	defer server.Close()
	r, err := http.NewRequestWithContext(t.Context(), "POST", server.URL+"/v1/ask", strings.NewReader("a"))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "text/plain")
	r.Header.Set("Accept", "text/event-stream")
	res, err := server.Client().Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = res.Body.Close() }()
	read := func(until string) {
		t.Helper()
		seen := ""
		for b := make([]byte, 1); !strings.Contains(seen, until); seen += string(b) {
			if _, err := res.Body.Read(b); err != nil {
				t.Fatalf("after %q: %v, want %q", seen, err, until)
			}
		}
	}
	read("event: quotes\n")
	read("\n\n:\n\n:\n\n")
	close(m.cue)
	read("event: answer\n")
}

// TestStreamEndsWithItsCaller: a caller that goes away takes the work along.
func TestStreamEndsWithItsCaller(t *testing.T) {
	m := slowModel{told: make(chan struct{}), cue: make(chan struct{})}
	h := newService(t, func(o *webhook.Options) { o.Asker = m }).Handler()
	ctx, cancel := context.WithCancel(t.Context())
	r := httptest.NewRequestWithContext(ctx, "POST", "/v1/ask", strings.NewReader("a"))
	r.Header.Set("Content-Type", "text/plain")
	r.Header.Set("Accept", "text/event-stream")
	go func() {
		<-m.told
		cancel()
	}()
	h.ServeHTTP(httptest.NewRecorder(), r) // returns; goleak sees what does not
}
