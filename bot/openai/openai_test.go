package openai_test

import (
	"context"
	"flag"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/openai"

	"go.uber.org/goleak"
)

var update = flag.Bool("update", false, "rewrite the wanted responses in testdata")

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// quoting answers with one quote, and refuses what does not ask.
var quoting = bottest.Asker(func(_ context.Context, q bot.Question) (bot.Answer, error) {
	switch text := strings.TrimSpace(q.Text); {
	case text == "":
		return bot.Answer{}, &bot.InputError{Code: bot.InputEmpty, Field: "question"}
	case text == "busy":
		return bot.Answer{}, bot.ErrBusy
	case text == "away":
		return bot.Answer{}, bot.ErrUnavailable
	case text == "late":
		return bot.Answer{}, context.DeadlineExceeded
	case text == "broken":
		return bot.Answer{}, fmt.Errorf("secret cause")
	case utf8.RuneCountInString(text) > bot.MaxQuestionRunes:
		return bot.Answer{}, &bot.InputError{Code: bot.InputTooLong, Field: "question", Limit: bot.MaxQuestionRunes}
	}
	return bot.Answer{
		ID: "00ff", Question: q.Text, Language: "tr", Answered: true, Mode: bot.ModeRetrieval,
		Text: "Şöyle:\n«13 bin asker» [1]",
		Quotes: []bot.Quote{{N: 1, Text: "13 bin asker", End: 12, EndRune: 12, Paragraph: 5,
			Source: bot.QuoteSource{ID: "a", File: "a.txt", Title: "Başlık", SHA256: "00"}}},
	}, nil
})

func handler() http.Handler {
	return openai.New(openai.Options{
		Asker: quoting,
		Now:   func() time.Time { return time.Unix(1700000000, 0) },
		Language: func(r *http.Request) string {
			return strings.TrimSpace(r.Header.Get("Accept-Language"))
		},
	})
}

// TestHTTP sends the requests of testdata and compares the responses. Cases
// stand as in bot/webhook/testdata/http.
func TestHTTP(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatal("no cases", err)
	}
	for _, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		var rewritten strings.Builder
		for _, c := range strings.Split(string(data), "=== ")[1:] {
			name, rest, _ := strings.Cut(c, "\n")
			request, want, _ := strings.Cut(rest, "\n---\n")
			got := exchange(request)
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
}

func exchange(request string) string {
	head, body, _ := strings.Cut(request, "\n\n")
	lines := strings.Split(strings.TrimRight(head, "\n"), "\n")
	method, target, _ := strings.Cut(lines[0], " ")
	r := httptest.NewRequest(method, target, strings.NewReader(strings.TrimRight(body, "\n")))
	r.Header.Set("Content-Type", "application/json")
	for _, line := range lines[1:] {
		name, value, _ := strings.Cut(line, ": ")
		r.Header.Set(name, value)
	}
	w := httptest.NewRecorder()
	handler().ServeHTTP(w, r)
	var b strings.Builder
	fmt.Fprintf(&b, "%d\n", w.Code)
	for _, name := range []string{"Allow", "Content-Type", "Retry-After"} {
		if v := w.Header().Get(name); v != "" {
			fmt.Fprintf(&b, "%s: %s\n", name, v)
		}
	}
	return b.String() + "\n" + strings.TrimRight(w.Body.String(), "\n") + "\n"
}

func TestTooLarge(t *testing.T) {
	r := httptest.NewRequest("POST", "/v1/chat/completions", strings.NewReader(`{"x":"`+strings.Repeat("a", 1<<20)+`"}`))
	r.Header.Set("Content-Type", "application/json")
	w := httptest.NewRecorder()
	handler().ServeHTTP(w, r)
	if w.Code != http.StatusRequestEntityTooLarge {
		t.Errorf("over 1 MiB = %d %s, want 413", w.Code, w.Body)
	}
}

// FuzzChat: whatever is sent, the reply is no error of ours.
func FuzzChat(f *testing.F) {
	f.Add(`{"messages":[{"role":"user","content":"a"}]}`)
	f.Add(`{"messages":[{"role":"user","content":[{"type":"text","text":"a"}]}],"stream":true}`)
	f.Add(`{"messages":[{"role":"user","content":null}],"n":2}`)
	f.Add(`null`)
	f.Add(``)
	h := openai.New(openai.Options{Asker: bottest.Asker(func(context.Context, bot.Question) (bot.Answer, error) {
		return bot.Answer{Text: "x"}, nil
	})})
	f.Fuzz(func(t *testing.T, body string) {
		r := httptest.NewRequest("POST", "/v1/chat/completions", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code >= 500 {
			t.Fatalf("%q = %d %s", body, w.Code, w.Body)
		}
	})
}

// What the user said before is the conversation that a follow-up leans on.
func TestEarlierMessagesAreTheConversation(t *testing.T) {
	var asked bot.Question
	h := openai.New(openai.Options{Asker: bottest.Asker(func(_ context.Context, q bot.Question) (bot.Answer, error) {
		asked = q
		return bot.Answer{}, nil
	})})
	r := httptest.NewRequest("POST", "/v1/chat/completions", strings.NewReader(`{"messages":[{"role":"system","content":"x"},
		{"role":"user","content":"Kim?"},{"role":"assistant","content":"y"},{"role":"user","content":[{"type":"text","text":"Ne zaman?"}]}]}`))
	r.Header.Set("Content-Type", "application/json")
	h.ServeHTTP(httptest.NewRecorder(), r)
	if asked.Text != "Ne zaman?" || len(asked.After) != 1 || asked.After[0] != "Kim?" {
		t.Errorf("asked %+v", asked)
	}
}
