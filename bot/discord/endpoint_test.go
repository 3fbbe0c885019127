package discord_test

import (
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"os"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"alinti/bot"
	"alinti/bot/discord"
	"alinti/bot/discord/discordtest"
)

// An endpoint is a door that Discord reaches by HTTP, and Discord's key.
type endpoint struct {
	*world
	private ed25519.PrivateKey
	url     string
	now     time.Time
}

func endpointOf(t *testing.T, a bot.Asker, change ...func(*discord.Options)) *endpoint {
	t.Helper()
	e := &endpoint{now: time.Unix(1_760_000_000, 0)}
	public, private, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	e.private = private
	e.world = prepare(t, a, append(change, func(o *discord.Options) {
		o.Config.Interactions, o.Config.ApplicationID = discord.InteractionsEndpoint, discordtest.App
		o.Config.PublicKey, o.Config.Token = hex.EncodeToString(public), ""
		o.Now = func() time.Time { return e.now }
	})...)
	server := httptest.NewServer(e.door.Interactions())
	e.url = server.URL
	e.run(t)
	t.Cleanup(server.Close)
	return e
}

// signed is a request as Discord makes it.
func (e *endpoint) signed(body []byte, at time.Time) *http.Request {
	timestamp := strconv.FormatInt(at.Unix(), 10)
	req, err := http.NewRequest(http.MethodPost, e.url, strings.NewReader(string(body)))
	if err != nil {
		e.TB.Fatal(err)
	}
	req.Header.Set("X-Signature-Timestamp", timestamp)
	req.Header.Set("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(e.private, append([]byte(timestamp), body...))))
	return req
}

func (e *endpoint) do(req *http.Request) (int, string) {
	e.TB.Helper()
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		e.TB.Fatal(err)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(resp.Body)
	if err != nil {
		e.TB.Fatal(err)
	}
	return resp.StatusCode, string(body)
}

func raw(t *testing.T, v any) []byte {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEndpointAnswers(t *testing.T) {
	e := endpointOf(t, sentences(t))
	if status, body := e.do(e.signed([]byte(`{"id":"1","application_id":"2","type":1,"token":"t","version":1}`), e.now)); status != 200 || body != `{"type":1}` {
		t.Errorf("PING: %d %s, want a PONG", status, body)
	}
	status, body := e.do(e.signed(raw(t, slash(1, "ask", "tr", question("Kaç asker?"))), e.now))
	var got struct {
		Type int
		Data struct {
			Embeds   []discordtest.Embed
			Mentions struct{ Parse []string } `json:"allowed_mentions"`
		}
	}
	if err := json.Unmarshal([]byte(body), &got); err != nil || status != 200 || got.Type != 4 || len(got.Data.Embeds) != 3 || got.Data.Mentions.Parse == nil {
		t.Errorf("ask: %d %s (%v), want the quotes in the reply itself", status, body, err)
	}
	if n := len(e.Calls()); n != 0 {
		t.Errorf("%d REST calls, want none: there is no token and no need", n)
	}
	if s := e.door.State(); s.Status != discord.StatusEndpoint {
		t.Errorf("State() = %+v", s)
	}
}

func TestEndpointAnswersWithComponents(t *testing.T) {
	e := endpointOf(t, sentences(t), asComponents, withArticles(t))
	_, body := e.do(e.signed(raw(t, slash(1, "ask", "tr", question("Kaç asker?"))), e.now))
	data, _ := decode(t, []byte(body))["data"].(map[string]any)
	if data["flags"] != float64(discordtest.FlagComponentsV2) || data["embeds"] != nil || strings.Count(body, `"accessory"`) != 3 {
		t.Errorf("%s: want three quotes as components, each with its button", body)
	}
}

func TestEndpointEditsAfterTheModel(t *testing.T) {
	e := endpointOf(t, earlyAsker(func(_ context.Context, q bot.Question, early func(bot.Answer)) (bot.Answer, error) {
		early(answerTo(q))
		return answerTo(bot.Question{Text: "başka"}), nil
	}))
	var edits atomic.Int32
	e.Override("PATCH /webhooks/{app}/{token}/messages/@original", func(w http.ResponseWriter, _ *http.Request) {
		if edits.Add(1) == 1 { // as when the edit overtakes the reply
			w.WriteHeader(http.StatusNotFound)
			io.WriteString(w, `{"code":10015,"message":"Unknown Webhook"}`)
			return
		}
		io.WriteString(w, `{"id":"1"}`)
	})
	status, body := e.do(e.signed(raw(t, slash(1, "ask", "tr", question("soru"))), e.now))
	if status != 200 || !strings.Contains(body, `\u003e soru`) {
		t.Errorf("first: %d %s, want what retrieval found", status, body)
	}
	e.Await("PATCH /webhooks/*")
	if call := e.Await("PATCH /webhooks/*"); call.Header.Get("Authorization") != "" || !strings.Contains(string(call.Body), "başka") {
		t.Errorf("then: %s, want what the model chose", call.Body)
	}
}

func TestEndpointDefersForSlowRetrieval(t *testing.T) {
	release := make(chan bool)
	let := sync.OnceFunc(func() { close(release) })
	e := endpointOf(t, asker(func(_ context.Context, q bot.Question) (bot.Answer, error) {
		<-release
		return answerTo(q), nil
	}))
	t.Cleanup(let) // before the door is waited for, should the test fail
	e.Override("PATCH /webhooks/{app}/{token}/messages/@original", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, `{"id":"1"}`) })
	if status, body := e.do(e.signed(raw(t, slash(1, "ask", "tr", question("soru"))), e.now)); status != 200 || !strings.HasPrefix(body, `{"type":5`) {
		t.Errorf("%d %s, want that an answer is on its way", status, body)
	}
	let()
	e.Await("PATCH /webhooks/*")
}

func TestEndpointRefuses(t *testing.T) {
	var asked atomic.Int32
	e := endpointOf(t, earlyAsker(func(_ context.Context, q bot.Question, _ func(bot.Answer)) (bot.Answer, error) {
		asked.Add(1)
		return answerTo(q), nil
	}))
	body := raw(t, slash(1, "ask", "tr", question("soru")))
	_, stranger, err := ed25519.GenerateKey(nil)
	if err != nil {
		t.Fatal(err)
	}
	header := func(name, value string) func(*http.Request) {
		return func(r *http.Request) { r.Header.Set(name, value) }
	}
	for name, c := range map[string]struct {
		request *http.Request
		change  func(*http.Request)
		want    int
	}{
		"GET":                  {e.signed(body, e.now), func(r *http.Request) { r.Method = http.MethodGet }, 405},
		"no signature":         {e.signed(body, e.now), func(r *http.Request) { r.Header.Del("X-Signature-Ed25519") }, 401},
		"no timestamp":         {e.signed(body, e.now), func(r *http.Request) { r.Header.Del("X-Signature-Timestamp") }, 401},
		"not hex":              {e.signed(body, e.now), header("X-Signature-Ed25519", strings.Repeat("x", 128)), 401},
		"short signature":      {e.signed(body, e.now), header("X-Signature-Ed25519", "abcd"), 401},
		"a number too long":    {e.signed(body, e.now), header("X-Signature-Timestamp", strings.Repeat("9", 100)), 401},
		"six minutes old":      {e.signed(body, e.now.Add(-6*time.Minute)), nil, 401},
		"six minutes ahead":    {e.signed(body, e.now.Add(6*time.Minute)), nil, 401},
		"another key":          {e.signed(body, e.now), header("X-Signature-Ed25519", hex.EncodeToString(ed25519.Sign(stranger, body))), 401},
		"more than a mebibyte": {e.signed([]byte(strings.Repeat(" ", 1<<20+1)), e.now), nil, 413},
		"signed, but no JSON":  {e.signed([]byte("soru"), e.now), nil, 400},
		"signed, but empty":    {e.signed(nil, e.now), nil, 400},
		"unknown type":         {e.signed([]byte(`{"type":99,"id":"5"}`), e.now), nil, 409},
	} {
		if c.change != nil {
			c.change(c.request)
		}
		if status, said := e.do(c.request); status != c.want {
			t.Errorf("%s: %d %s, want %d", name, status, said, c.want)
		}
	}
	if n := asked.Load(); n != 0 {
		t.Errorf("the Asker was asked %d times, want never", n)
	}
	if status, _ := e.do(e.signed(body, e.now)); status != 200 {
		t.Errorf("a good request: %d, want 200", status)
	}
	if status, _ := e.do(e.signed(body, e.now)); status != 409 || asked.Load() != 1 {
		t.Errorf("replayed: %d after %d questions, want 409 and one question", status, asked.Load())
	}
}

// Of 10,000 forged requests none is accepted and none is parsed: even one
// whose body is no JSON gets a 401, where a signed one gets a 400.
func TestForgedRequests(t *testing.T) {
	e := endpointOf(t, earlyAsker(func(context.Context, bot.Question, func(bot.Answer)) (bot.Answer, error) {
		t.Error("a forged request reached the Asker")
		return bot.Answer{}, nil
	}))
	handler := e.door.Interactions()
	good := raw(t, slash(1, "ask", "tr", question("soru")))
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 10_000 {
		body := good
		if n%5 == 4 {
			body = []byte("{no json")
		}
		req := e.signed(body, e.now)
		signature, timestamp := []byte(req.Header.Get("X-Signature-Ed25519")), []byte(req.Header.Get("X-Signature-Timestamp"))
		bend := func(b []byte, digits string) []byte {
			b = append([]byte(nil), b...)
			at := random.IntN(len(b))
			for old := b[at]; b[at] == old; {
				b[at] = digits[random.IntN(len(digits))]
			}
			return b
		}
		switch n % 5 {
		case 0:
			signature = bend(signature, "0123456789abcdef")
		case 1:
			timestamp = strconv.AppendInt(nil, e.now.Unix()+1+random.Int64N(200), 10)
		case 2:
			body = bend(body, "abcdefghijklmnopqrstuvwxyz{}\" ")
		case 3:
			body = append(append([]byte(nil), body...), ' ')
		case 4:
			signature = []byte(hex.EncodeToString(ed25519.Sign(e.private, body))) // without the timestamp
		}
		r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(string(body)))
		r.Header.Set("X-Signature-Ed25519", string(signature))
		r.Header.Set("X-Signature-Timestamp", string(timestamp))
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		if w.Code != http.StatusUnauthorized {
			t.Fatalf("forged request %d: %d %s, want 401", n, w.Code, w.Body)
		}
	}
}

// TestSignatureVectors writes 1,000 requests and what the endpoint made of
// them, when asked to, for .ci/discord-signatures to hold the npm package
// discord-interactions against.
func TestSignatureVectors(t *testing.T) {
	e := endpointOf(t, earlyAsker(instant))
	handler := e.door.Interactions()
	random := rand.New(rand.NewPCG(3, 4))
	type vector struct {
		Key, Signature, Timestamp, Body string
		Accepted                        bool
	}
	key := hex.EncodeToString(e.private.Public().(ed25519.PublicKey))
	var vectors []vector
	accepted := 0
	for n := range 1000 {
		body := fmt.Sprintf(`{"id":"%d","type":1,"token":"ğüş%d"}`, n, random.Uint64())
		req := e.signed([]byte(body), e.now)
		v := vector{Key: key, Signature: req.Header.Get("X-Signature-Ed25519"), Timestamp: req.Header.Get("X-Signature-Timestamp"), Body: body}
		if n%2 == 1 {
			switch n % 6 {
			case 1:
				v.Body += " "
			case 3:
				v.Signature = v.Signature[:64] + strings.Repeat("0", 64)
			case 5:
				v.Timestamp = strconv.FormatInt(e.now.Unix()-1, 10)
			}
		}
		r := httptest.NewRequest(http.MethodPost, "/", strings.NewReader(v.Body))
		r.Header.Set("X-Signature-Ed25519", v.Signature)
		r.Header.Set("X-Signature-Timestamp", v.Timestamp)
		w := httptest.NewRecorder()
		handler.ServeHTTP(w, r)
		if v.Accepted = w.Code == http.StatusOK; v.Accepted {
			accepted++
		}
		vectors = append(vectors, v)
	}
	if accepted != 500 {
		t.Errorf("%d of 1,000 accepted, want the 500 that are signed", accepted)
	}
	if file := os.Getenv("ALINTI_SIGNATURE_VECTORS"); file != "" {
		if err := os.WriteFile(file, raw(t, vectors), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}
