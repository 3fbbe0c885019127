package webhook_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/webhook"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

func testSecret(fill byte) string {
	return "whsec_" + base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{fill}, 32))
}

var noon = time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)

// signedService has a secret, a clock that stands at noon, and counts the
// questions it is asked.
func signedService(t *testing.T, secrets ...string) (h http.Handler, asked *atomic.Int64) {
	asked = new(atomic.Int64)
	return newService(t, func(o *webhook.Options) {
		o.Config.Secrets = secrets
		o.Now = func() time.Time { return noon }
		o.Asker = bottest.Asker(func(ctx context.Context, q bot.Question) (bot.Answer, error) {
			n := asked.Add(1)
			a, err := echo(ctx, q)
			a.TookUS = n
			return a, err
		})
	}).Handler(), asked
}

// sign makes a request's three headers with the reference library.
func sign(t testing.TB, secret, id string, at time.Time, body []byte) http.Header {
	t.Helper()
	wh, err := standardwebhooks.NewWebhook(secret)
	if err != nil {
		t.Fatal(err)
	}
	signature, err := wh.Sign(id, at, body)
	if err != nil {
		t.Fatal(err)
	}
	h := http.Header{}
	h.Set("webhook-id", id)
	h.Set("webhook-timestamp", strconv.FormatInt(at.Unix(), 10))
	h.Set("webhook-signature", signature)
	h.Set("Content-Type", "application/json")
	return h
}

func send(h http.Handler, header http.Header, body []byte) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", "/v1/ask", bytes.NewReader(body))
	for name, values := range header {
		r.Header[name] = values
	}
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

var body = []byte(`{"question":"Kaç asker?"}`)

func TestSignedRequests(t *testing.T) {
	current, old, other := testSecret(1), testSecret(2), testSecret(3)
	without := func(name string) http.Header {
		h := sign(t, current, "msg_1", noon, body)
		h.Del(name)
		return h
	}
	with := func(name, value string) http.Header {
		h := sign(t, current, "msg_1", noon, body)
		h.Set(name, value)
		return h
	}
	right := sign(t, current, "msg_1", noon, body).Get("webhook-signature")
	tests := []struct {
		name   string
		header http.Header
		want   int
		kind   string
	}{
		{"right", sign(t, current, "msg_1", noon, body), 200, ""},
		{"old secret of a rotation", sign(t, old, "msg_1", noon, body), 200, ""},
		{"several signatures", with("webhook-signature", "v1,AAAA v1a,BBBB "+right), 200, ""},
		{"other secret", sign(t, other, "msg_1", noon, body), 401, "bad-signature"},
		{"five minutes behind", sign(t, current, "msg_1", noon.Add(-5*time.Minute), body), 200, ""},
		{"five minutes ahead", sign(t, current, "msg_1", noon.Add(5*time.Minute), body), 200, ""},
		{"more behind", sign(t, current, "msg_1", noon.Add(-5*time.Minute-time.Second), body), 401, "stale-signature"},
		{"more ahead", sign(t, current, "msg_1", noon.Add(5*time.Minute+time.Second), body), 401, "stale-signature"},
		{"no id", without("webhook-id"), 401, "bad-signature"},
		{"no timestamp", without("webhook-timestamp"), 401, "bad-signature"},
		{"no signature", without("webhook-signature"), 401, "unauthorized"},
		{"another version", with("webhook-signature", strings.Replace(right, "v1,", "v2,", 1)), 401, "bad-signature"},
		{"half a signature", with("webhook-signature", right[:len(right)/2]), 401, "bad-signature"},
		{"timestamp in another spelling", with("webhook-timestamp", fmt.Sprintf("+%d", noon.Unix())), 401, "bad-signature"},
		{"timestamp of words", with("webhook-timestamp", "noon"), 401, "bad-signature"},
		{"id with a dot", sign(t, current, "msg.1", noon, body), 401, "bad-signature"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			h, _ := signedService(t, current, old)
			w := send(h, tt.header, body)
			if w.Code != tt.want || !strings.Contains(w.Body.String(), tt.kind) {
				t.Errorf("%d %s, want %d %s", w.Code, w.Body, tt.want, tt.kind)
			}
		})
	}
}

func TestEverySingleBitChangeIsRefused(t *testing.T) {
	secret := testSecret(1)
	h, asked := signedService(t, secret)
	header := sign(t, secret, "msg_1", noon, body)
	refused := func(what string, header http.Header, body []byte) {
		t.Helper()
		if w := send(h, header, body); w.Code != http.StatusUnauthorized {
			t.Errorf("%s: %d %s, want 401", what, w.Code, w.Body)
		}
	}
	flips := func(text string, try func(string)) {
		for i := range 8 * len(text) {
			changed := []byte(text)
			changed[i/8] ^= 1 << (i % 8)
			try(string(changed))
		}
	}
	flips(string(body), func(s string) { refused("body "+s, header, []byte(s)) })
	for _, name := range []string{"Webhook-Id", "Webhook-Timestamp", "Webhook-Signature"} {
		flips(header.Get(name), func(s string) {
			changed := header.Clone()
			changed.Set(name, s)
			refused(name+" "+s, changed, body)
		})
	}
	if asked.Load() != 0 {
		t.Errorf("%d changed requests were answered", asked.Load())
	}
}

func TestForgedSignaturesAreRefused(t *testing.T) {
	h, asked := signedService(t, testSecret(1))
	random := rand.New(rand.NewPCG(1, 2))
	for i := range 10_000 {
		mac := make([]byte, 32)
		for j := range mac {
			mac[j] = byte(random.Uint32())
		}
		header := http.Header{"Content-Type": {"application/json"}}
		header.Set("webhook-id", "msg_"+strconv.Itoa(i))
		header.Set("webhook-timestamp", strconv.FormatInt(noon.Unix(), 10))
		header.Set("webhook-signature", "v1,"+base64.StdEncoding.EncodeToString(mac))
		if w := send(h, header, body); w.Code != http.StatusUnauthorized {
			t.Fatalf("forged request %d: %d, want 401", i, w.Code)
		}
	}
	if asked.Load() != 0 {
		t.Errorf("%d forged requests were answered", asked.Load())
	}
}

func TestBadSignatureBesideTheRightToken(t *testing.T) {
	h := newService(t, func(o *webhook.Options) {
		o.Config.Token, o.Config.Secrets = testToken, []string{testSecret(1)}
		o.Now = func() time.Time { return noon }
	}).Handler()
	header := sign(t, testSecret(9), "msg_1", noon, body)
	header.Set("Authorization", "Bearer "+testToken)
	if w := send(h, header, body); w.Code != http.StatusUnauthorized {
		t.Errorf("right token, wrong signature = %d, want 401", w.Code)
	}
	header.Del("webhook-signature")
	if w := send(h, header, body); w.Code != http.StatusOK {
		t.Errorf("right token alone = %d, want 200", w.Code)
	}
	if w := send(h, sign(t, testSecret(1), "msg_1", noon, body), body); w.Code != http.StatusOK {
		t.Errorf("right signature alone = %d, want 200", w.Code)
	}
}

func TestReplayedRequestIsAnsweredOnce(t *testing.T) {
	secret := testSecret(1)
	h, asked := signedService(t, secret)
	header := sign(t, secret, "msg_1", noon, body)
	replies := make([]string, 100)
	var wg sync.WaitGroup
	for i := range replies {
		wg.Go(func() { replies[i] = send(h, header, body).Body.String() })
	}
	wg.Wait()
	if n := asked.Load(); n != 1 {
		t.Errorf("100 times the same request: asked %d times, want 1", n)
	}
	for i, reply := range replies {
		if reply != replies[0] || !strings.Contains(reply, `"took_us":1}`) {
			t.Fatalf("reply %d is %s, the first %s", i, reply, replies[0])
		}
	}
	other := []byte(`{"question":"Kaç ton?"}`)
	w := send(h, sign(t, secret, "msg_1", noon, other), other)
	if w.Code != http.StatusConflict || !strings.Contains(w.Body.String(), "webhook-id-reused") {
		t.Errorf("the same id with another body = %d %s, want 409", w.Code, w.Body)
	}
	if w := send(h, sign(t, secret, "msg_2", noon, body), body); w.Code != 200 || asked.Load() != 2 {
		t.Errorf("another id = %d, asked %d times; want 200 and 2", w.Code, asked.Load())
	}
}

func TestSecretsAreChecked(t *testing.T) {
	for _, secret := range []string{
		"", "whsec_", "c2VjcmV0", "whsec_???", "whsec_" + base64.StdEncoding.EncodeToString(make([]byte, 23)),
		"whsec_" + base64.StdEncoding.EncodeToString(make([]byte, 65)),
	} {
		c := webhook.DefaultConfig()
		c.Secrets = []string{testSecret(1), secret}
		err := c.Validate()
		if err == nil || !strings.Contains(err.Error(), "webhook.secrets[1]") {
			t.Errorf("secret %q: %v, want an error that names webhook.secrets[1]", secret, err)
		} else if len(secret) > 8 && strings.Contains(err.Error(), secret[6:]) {
			t.Errorf("the error shows the secret: %v", err)
		}
	}
}
