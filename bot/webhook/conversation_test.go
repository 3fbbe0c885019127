package webhook_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/webhook"
)

// TestConversationsOfCallersAreApart: the same key of two callers is two
// conversations, and one caller's stays one.
func TestConversationsOfCallersAreApart(t *testing.T) {
	const token, admin = "token-0123456789abcdef", "admin-0123456789abcdef"
	secret, body := testSecret(7), `{"question":"kaç kişi?","conversation":"c1"}`
	header := func(value string) http.Header { return http.Header{"Authorization": {"Bearer " + value}} }
	ask := func(guarded bool, address string, h http.Header) string {
		t.Helper()
		var key string
		s := newService(t, func(o *webhook.Options) {
			if guarded {
				o.Config.Token, o.Config.AdminToken, o.Config.Secrets = token, admin, []string{secret}
				o.Now = func() time.Time { return noon }
			}
			o.Asker = bottest.Asker(func(ctx context.Context, q bot.Question) (bot.Answer, error) {
				key = q.Conversation
				return echo(ctx, q)
			})
		})
		r := httptest.NewRequest("POST", "/v1/ask", strings.NewReader(body))
		for k, v := range h {
			r.Header[k] = v
		}
		r.Header.Set("Content-Type", "application/json")
		r.RemoteAddr = address
		w := httptest.NewRecorder()
		if s.Handler().ServeHTTP(w, r); w.Code != http.StatusOK {
			t.Fatalf("%s %v: %d %s", address, h, w.Code, w.Body)
		}
		return key
	}

	keys := map[string]string{
		"one address":         ask(false, "192.0.2.1:1", nil),
		"another address":     ask(false, "192.0.2.2:1", nil),
		"an address of IPv6":  ask(false, "[2001:db8::1]:1", nil),
		"the token":           ask(true, "192.0.2.1:1", header(token)),
		"the administrator's": ask(true, "192.0.2.1:1", header(admin)),
		"a signature":         ask(true, "192.0.2.1:1", sign(t, secret, "msg_1", noon, []byte(body))),
	}
	seen := map[string]string{}
	for who, key := range keys {
		if !strings.HasPrefix(key, "webhook:") || !strings.HasSuffix(key, ":c1") {
			t.Errorf("%s: key %q, want the door's and the caller's", who, key)
		}
		if other, ok := seen[key]; ok {
			t.Errorf("%s and %s share the conversation %q", who, other, key)
		}
		seen[key] = who
	}
	for who, again := range map[string]string{
		"one address":        ask(false, "192.0.2.1:2", header("not a token")), // nothing is asked for, so nothing is shown
		"an address of IPv6": ask(false, "[2001:db8::2]:1", nil),               // the same household
		"the token":          ask(true, "192.0.2.9:1", header(token)),
		"a signature":        ask(true, "192.0.2.9:1", sign(t, secret, "msg_2", noon, []byte(body))),
	} {
		if again != keys[who] {
			t.Errorf("%s again: %q, want %q", who, again, keys[who])
		}
	}
}

// TestNoConversationWithoutAKey: what names none begins none.
func TestNoConversationWithoutAKey(t *testing.T) {
	s := newService(t, func(o *webhook.Options) {
		o.Asker = bottest.Asker(func(ctx context.Context, q bot.Question) (bot.Answer, error) {
			if q.Conversation != "" {
				t.Errorf("conversation %q", q.Conversation)
			}
			return echo(ctx, q)
		})
	})
	for _, body := range []string{`{"question":"kaç kişi?"}`} {
		if w := post(s.Handler(), "application/json", body); w.Code != http.StatusOK {
			t.Errorf("%s: %d", body, w.Code)
		}
	}
	if w := post(s.Handler(), "text/plain", "kaç kişi?"); w.Code != http.StatusOK {
		t.Errorf("plain: %d", w.Code)
	}
}
