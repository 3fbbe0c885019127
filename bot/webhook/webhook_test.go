package webhook_test

import (
	"bytes"
	"context"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/store"
	"alinti/bot/webhook"
	"alinti/retrieval/corpus"

	"go.uber.org/goleak"
)

var update = flag.Bool("update", false, "rewrite the wanted responses in testdata")

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// echo answers with what it was asked, and bounds it as bot.Ask does.
var echo = bottest.Asker(func(_ context.Context, q bot.Question) (bot.Answer, error) {
	if err := bot.Check(q); err != nil {
		return bot.Answer{}, err
	}
	switch text := strings.TrimSpace(q.Text); {
	case text == "busy":
		return bot.Answer{}, fmt.Errorf("ask: %w", bot.ErrBusy)
	case text == "away":
		return bot.Answer{}, fmt.Errorf("ask: %w", bot.ErrUnavailable)
	case text == "late":
		return bot.Answer{}, fmt.Errorf("ask: %w", context.DeadlineExceeded)
	case text == "broken":
		return bot.Answer{}, fmt.Errorf("secret cause")
	case text == "panic":
		panic("secret cause")
	}
	language := "tr"
	for _, l := range []string{q.Fallback, q.Language} {
		if l != "" {
			language = l
		}
	}
	return bot.Answer{
		ID: "0", Question: q.Text, Language: language, Mode: bot.ModeRetrieval, Reason: bot.ReasonNoEvidence,
		Text: fmt.Sprintf("<quotes %d, mode %q, fallback %q>", q.Quotes, q.Mode, q.Fallback),
	}, nil
})

// collection is one small article with a heading.
func collection() *corpus.Collection {
	text := "Başlık\nİlk cümle. İkinci.\nSon."
	return &corpus.Collection{Documents: []*corpus.Document{{
		Source: corpus.Source{ID: "a", File: "a.txt", Title: "A", Date: "2025-09-19", Language: "tr", SHA256: "00"},
		Text:   text,
		Sentences: []corpus.Sentence{
			{ID: "a/1.h", Span: corpus.Span{Start: 0, End: 8}, Paragraph: 1, Heading: true},
			{ID: "a/1.1", Span: corpus.Span{Start: 9, End: 21}, Paragraph: 1},
			{ID: "a/1.2", Span: corpus.Span{Start: 22, End: 30}, Paragraph: 1},
			{ID: "a/2.1", Span: corpus.Span{Start: 31, End: 35}, Paragraph: 2},
		},
		Paragraphs: []corpus.Paragraph{
			{N: 1, ID: "a/1", Span: corpus.Span{Start: 9, End: 30}, Heading: 0, First: 1, End: 3},
			{N: 2, ID: "a/2", Span: corpus.Span{Start: 31, End: 35}, Heading: 0, First: 3, End: 4},
		},
	}}}
}

const (
	testToken      = "0123456789abcdef"
	testAdminToken = "fedcba9876543210"
)

// kept is a store with two questions, one of them unanswered.
func kept(t *testing.T) *store.Store {
	t.Helper()
	now := func() time.Time { return time.Unix(1_760_000_000, 0) }
	s, err := store.Open(t.Context(), store.Config{Path: filepath.Join(t.TempDir(), "alinti.db"), Retention: 24 * time.Hour}, now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	for _, a := range []bot.Answer{{ID: "0", Question: "Kaç asker?", Answered: true}, {ID: "1", Question: "Hava nasıl?", Reason: bot.ReasonNoEvidence}} {
		if err := s.Asked(t.Context(), store.Asked{Door: "webhook", Answer: a}); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func newService(t testing.TB, change func(*webhook.Options)) *webhook.Service {
	t.Helper()
	o := webhook.Options{Asker: echo, Collection: collection, Config: webhook.DefaultConfig()}
	if change != nil {
		change(&o)
	}
	s, err := webhook.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// TestHTTP sends the requests of testdata/http and compares the responses.
// A file holds cases: "=== name", the request line, headers, an empty line,
// the body (Go-quoted if it begins with a quote mark and "!"), "---", the
// response. The service of a file named token_*.txt has a token; that of one
// named kept_*.txt has it, an administrator's token, and a store.
func TestHTTP(t *testing.T) {
	files, err := filepath.Glob("testdata/http/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no cases: %v", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txt"), func(t *testing.T) { runCases(t, file) })
	}
}

func runCases(t *testing.T, file string) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s := newService(t, func(o *webhook.Options) {
		kind, _, _ := strings.Cut(filepath.Base(file), "_")
		if kind == "token" || kind == "kept" {
			o.Config.Token = testToken
		}
		if kind == "kept" {
			o.Config.AdminToken, o.Keeper = testAdminToken, kept(t)
		}
	})
	h := s.Handler()
	var rewritten strings.Builder
	for _, c := range strings.Split(string(data), "=== ")[1:] {
		name, rest, _ := strings.Cut(c, "\n")
		request, want, _ := strings.Cut(rest, "\n---\n")
		got := show(serve(t, h, request))
		fmt.Fprintf(&rewritten, "=== %s\n%s\n---\n%s\n", name, strings.TrimRight(request, "\n"), got)
		if want = strings.TrimRight(want, "\n") + "\n"; !*update && got != want {
			t.Errorf("%s: got\n%s\nwant\n%s", name, got, want)
		}
	}
	if *update {
		if err := os.WriteFile(file, []byte(strings.TrimRight(rewritten.String(), "\n")+"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

func serve(t *testing.T, h http.Handler, request string) *httptest.ResponseRecorder {
	t.Helper()
	head, body, _ := strings.Cut(request, "\n\n")
	body = strings.TrimRight(body, "\n")
	if quoted, ok := strings.CutPrefix(body, "!"); ok {
		var err error
		if body, err = strconv.Unquote(quoted); err != nil {
			t.Fatalf("body %s: %v", quoted, err)
		}
	}
	lines := strings.Split(strings.TrimRight(head, "\n"), "\n")
	method, target, _ := strings.Cut(lines[0], " ")
	r := httptest.NewRequest(method, target, strings.NewReader(body))
	r.Header.Set("X-Request-Id", "t")
	for _, line := range lines[1:] {
		name, value, _ := strings.Cut(line, ": ")
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

// shown are the response headers that the cases hold.
var shown = []string{"Accept-Post", "Allow", "Content-Language", "Content-Type", "ETag", "Retry-After", "WWW-Authenticate"}

func show(w *httptest.ResponseRecorder) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d\n", w.Code)
	for _, name := range shown {
		for _, value := range w.Header()[http.CanonicalHeaderKey(name)] {
			fmt.Fprintf(&b, "%s: %s\n", name, value)
		}
	}
	b.WriteByte('\n')
	b.Write(bytes.TrimRight(w.Body.Bytes(), "\n"))
	return strings.TrimRight(b.String(), "\n") + "\n"
}
