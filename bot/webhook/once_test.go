package webhook_test

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/webhook"
)

func keyed(key string) http.Header {
	return http.Header{"Content-Type": {"application/json"}, "Idempotency-Key": {key}}
}

func TestIdempotencyKey(t *testing.T) {
	now := noon
	asked := 0
	h := newService(t, func(o *webhook.Options) {
		o.Now = func() time.Time { return now }
		o.Asker = bottest.Asker(func(ctx context.Context, q bot.Question) (bot.Answer, error) {
			asked++
			return echo(ctx, q)
		})
	}).Handler()
	steps := []struct {
		name  string
		key   string
		body  string
		wait  time.Duration
		want  int
		asked int
		again bool // Idempotent-Replayed
	}{
		{"first", `"k-1"`, `{"question":"a"}`, 0, 200, 1, false},
		{"again", `"k-1"`, `{"question":"a"}`, 0, 200, 1, true},
		{"the same without quotation marks", `k-1`, `{"question":"a"}`, 0, 200, 1, true},
		{"another body", `"k-1"`, `{"question":"b"}`, 0, 422, 1, false},
		{"another key", `"k-2"`, `{"question":"b"}`, 0, 200, 2, false},
		{"a wrong request is refused", `"k-3"`, `{"question":""}`, 0, 422, 3, false},
		{"and its refusal remembered", `"k-3"`, `{"question":""}`, 0, 422, 3, true},
		{"what may pass is not remembered", `"k-4"`, `{"question":"busy"}`, 0, 503, 4, false},
		{"but tried again", `"k-4"`, `{"question":"busy"}`, 0, 503, 5, false},
		{"a panic", `"k-5"`, `{"question":"panic"}`, 0, 500, 6, false},
		{"is tried again too", `"k-5"`, `{"question":"panic"}`, 0, 500, 7, false},
		{"remembered for ten minutes", `"k-1"`, `{"question":"a"}`, 10 * time.Minute, 200, 7, true},
		{"not for ever", `"k-1"`, `{"question":"a"}`, time.Minute, 200, 8, false},
		{"empty", ``, `{"question":"a"}`, 0, 400, 8, false},
		{"half a string", `"k`, `{"question":"a"}`, 0, 400, 8, false},
		{"a space", `"k 1"`, `{"question":"a"}`, 0, 400, 8, false},
		{"too long", strings.Repeat("k", 256), `{"question":"a"}`, 0, 400, 8, false},
	}
	for _, step := range steps {
		now = now.Add(step.wait)
		w := send(h, keyed(step.key), []byte(step.body))
		again := w.Header().Get("Idempotent-Replayed") == "true"
		if w.Code != step.want || asked != step.asked || again != step.again {
			t.Errorf("%s: %d, asked %d times, replayed %t; want %d, %d, %t: %s",
				step.name, w.Code, asked, again, step.want, step.asked, step.again, w.Body)
		}
	}
}

func TestIdempotencyKeyInProgress(t *testing.T) {
	begun, release := make(chan struct{}), make(chan struct{})
	h := newService(t, func(o *webhook.Options) {
		o.Asker = bottest.Asker(func(ctx context.Context, q bot.Question) (bot.Answer, error) {
			close(begun)
			<-release
			return echo(ctx, q)
		})
	}).Handler()
	first := make(chan *httptest.ResponseRecorder)
	go func() { first <- send(h, keyed("k"), body) }()
	<-begun
	w := send(h, keyed("k"), body)
	if w.Code != http.StatusConflict || w.Header().Get("Retry-After") == "" {
		t.Errorf("while the first runs = %d, Retry-After %q; want 409 and a time", w.Code, w.Header().Get("Retry-After"))
	}
	close(release)
	if w := <-first; w.Code != http.StatusOK {
		t.Errorf("the first = %d, want 200", w.Code)
	}
	if w := send(h, keyed("k"), body); w.Code != http.StatusOK || w.Header().Get("Idempotent-Replayed") != "true" {
		t.Errorf("afterwards = %d, want a replayed 200", w.Code)
	}
}

func TestKeysAreBounded(t *testing.T) {
	asked := 0
	h := newService(t, func(o *webhook.Options) {
		o.Asker = bottest.Asker(func(ctx context.Context, q bot.Question) (bot.Answer, error) {
			asked++
			return bot.Answer{Language: "tr"}, nil
		})
	}).Handler()
	for i := range 8192 + 1 {
		send(h, keyed(fmt.Sprint(i)), body)
	}
	before := asked
	if send(h, keyed("8192"), body); asked != before {
		t.Error("the newest key is forgotten")
	}
	if send(h, keyed("0"), body); asked != before+1 {
		t.Error("the oldest of 8193 keys is still remembered, want 8192 at most")
	}
}
