package deliver_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"testing/synctest"
	"time"

	"alinti/bot"
	"alinti/bot/store"
	"alinti/bot/webhook/deliver"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

func secret(fill byte) string {
	return "whsec_" + base64.StdEncoding.EncodeToString(bytes.Repeat([]byte{fill}, 32))
}

// A receiver answers by script, the last line for ever, and remembers what it
// was sent.
type receiver struct {
	mu     sync.Mutex
	script []func() (*http.Response, error)
	got    []*http.Request
	bodies []string
	at     []time.Time
}

func (r *receiver) RoundTrip(req *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(req.Body)
	if err != nil {
		return nil, err
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	r.got, r.bodies, r.at = append(r.got, req), append(r.bodies, string(body)), append(r.at, time.Now())
	next := r.script[min(len(r.got), len(r.script))-1]
	return next()
}

func answers(status int, header ...string) func() (*http.Response, error) {
	return func() (*http.Response, error) {
		h := http.Header{}
		for i := 0; i < len(header); i += 2 {
			h.Set(header[i], header[i+1])
		}
		return &http.Response{StatusCode: status, Header: h, Body: io.NopCloser(strings.NewReader("x"))}, nil
	}
}

func fails(message string) func() (*http.Response, error) {
	return func() (*http.Response, error) { return nil, errors.New(message) }
}

func dispatcher(t *testing.T, q deliver.Queue, r *receiver, change func(*deliver.Options)) *deliver.Dispatcher {
	t.Helper()
	o := deliver.Options{
		Config: deliver.DefaultConfig(), Queue: q, Secrets: []string{secret(1), secret(2)},
		Payload: func(_ context.Context, id string, request []byte) ([]byte, error) {
			return fmt.Appendf(nil, `{"id":%q,"answer to":%q}`, id, request), nil
		},
		Client: &http.Client{Transport: r, CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }},
		Random: func() float64 { return 0.5 },
	}
	if change != nil {
		change(&o)
	}
	d, err := deliver.New(o)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// running runs the dispatcher until the test's end.
func running(t *testing.T, d *deliver.Dispatcher) (stop func()) {
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- d.Run(ctx) }()
	return func() {
		cancel()
		if err := <-done; err != nil {
			t.Errorf("Run = %v", err)
		}
	}
}

const hook = "https://example.com/hook?key=k"

func TestDeliveries(t *testing.T) {
	s, m, h := time.Second, time.Minute, time.Hour
	all := []time.Duration{5 * s, 5 * m, 30 * m, 2 * h, 5 * h, 10 * h, 10 * h}
	tests := []struct {
		name   string
		script []func() (*http.Response, error)
		state  string
		waits  []time.Duration // between the attempts
		cause  string
	}{
		{"at once", []func() (*http.Response, error){answers(200)}, store.Delivered, nil, ""},
		{"any 2xx", []func() (*http.Response, error){answers(204)}, store.Delivered, nil, ""},
		{"after two failures", []func() (*http.Response, error){answers(500), fails("refused"), answers(202)}, store.Delivered, all[:2], ""},
		{"a redirect is a failure", []func() (*http.Response, error){answers(302, "Location", "http://127.0.0.1/"), answers(200)}, store.Delivered, all[:1], ""},
		{"asked to wait", []func() (*http.Response, error){answers(429, "Retry-After", "600"), answers(200)}, store.Delivered, []time.Duration{10 * m}, ""},
		{"never", []func() (*http.Response, error){answers(404)}, store.Dead, all, "the receiver answered 404"},
		{"gone", []func() (*http.Response, error){answers(503), answers(410)}, store.Dead, all[:1], "the receiver answered 410 Gone"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r, q := &receiver{script: tt.script}, new(store.Memory)
				d := dispatcher(t, q, r, nil)
				stop := running(t, d)
				job, err := d.Enqueue(t.Context(), hook, []byte("soru"))
				if err != nil {
					t.Fatal(err)
				}
				time.Sleep(48 * time.Hour / 2) // the clock of the bubble
				time.Sleep(5 * time.Hour)
				synctest.Wait()
				got, err := d.Get(t.Context(), job.ID)
				if tt.state == store.Delivered && errors.Is(err, store.ErrNotFound) {
					got.State, err = store.Delivered, nil // delivered, and looked up for long enough
				}
				if err != nil || got.State != tt.state || got.Error != tt.cause {
					t.Errorf("state %s, error %q, %v; want %s, %q", got.State, got.Error, err, tt.state, tt.cause)
				}
				var waits []time.Duration
				for i := 1; i < len(r.at); i++ {
					waits = append(waits, r.at[i].Sub(r.at[i-1]))
				}
				if !slices.Equal(waits, tt.waits) {
					t.Errorf("waited %v, want %v", waits, tt.waits)
				}
				verify(t, r, job.ID)
				stop()
			})
		})
	}
}

// verify checks every request with the reference library, under each secret:
// one id and one body, a time of its own.
func verify(t *testing.T, r *receiver, id string) {
	t.Helper()
	for i, req := range r.got {
		for _, s := range []string{secret(1), secret(2)} {
			wh, err := standardwebhooks.NewWebhook(s)
			if err != nil {
				t.Fatal(err)
			}
			if err := wh.VerifyIgnoringTimestamp([]byte(r.bodies[i]), req.Header); err != nil {
				t.Errorf("attempt %d: %v", i+1, err)
			}
		}
		if got := req.Header.Get("webhook-id"); got != id {
			t.Errorf("attempt %d has id %s, want %s", i+1, got, id)
		}
		if got := req.Header.Get("webhook-timestamp"); got != strconv.FormatInt(r.at[i].Unix(), 10) {
			t.Errorf("attempt %d has time %s, want %d", i+1, got, r.at[i].Unix())
		}
		if want := fmt.Sprintf(`{"id":%q,"answer to":"soru"}`, id); r.bodies[i] != want {
			t.Errorf("attempt %d sent %s, want %s", i+1, r.bodies[i], want)
		}
	}
}

func TestGoneReceiverIsDisabledUntilSentAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &receiver{script: []func() (*http.Response, error){answers(410), answers(200)}}
		d := dispatcher(t, new(store.Memory), r, nil)
		defer running(t, d)()
		job, err := d.Enqueue(t.Context(), hook, nil)
		if err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		if _, err := d.Enqueue(t.Context(), hook, nil); !errors.Is(err, deliver.ErrDisabled) {
			t.Errorf("Enqueue after 410 = %v, want ErrDisabled", err)
		}
		if dead, err := d.List(t.Context(), store.Dead, 9); err != nil || len(dead) != 1 || dead[0].ID != job.ID {
			t.Errorf("dead letters %v, %v, want the one", dead, err)
		}
		if _, err := d.Resend(t.Context(), job.ID); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		if got, err := d.Get(t.Context(), job.ID); err != nil || got.State != store.Delivered {
			t.Errorf("sent again: %+v, %v, want delivered", got, err)
		}
		if _, err := d.Enqueue(t.Context(), hook, nil); err != nil {
			t.Errorf("Enqueue after it was sent again = %v", err)
		}
		if _, err := d.Resend(t.Context(), "msg_none"); !errors.Is(err, store.ErrNotFound) {
			t.Errorf("Resend of what is not there = %v", err)
		}
	})
}

func TestAnswerThatFailsIsTriedAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &receiver{script: []func() (*http.Response, error){answers(500), answers(200)}}
		asked := 0
		d := dispatcher(t, new(store.Memory), r, func(o *deliver.Options) {
			o.Payload = func(context.Context, string, []byte) ([]byte, error) {
				switch asked++; asked {
				case 1:
					return nil, bot.ErrUnavailable
				case 2:
					panic("x")
				}
				return []byte("answer"), nil
			}
		})
		defer running(t, d)()
		if _, err := d.Enqueue(t.Context(), hook, nil); err != nil {
			t.Fatal(err)
		}
		time.Sleep(3 * time.Hour)
		synctest.Wait()
		if asked != 3 || len(r.got) != 2 {
			t.Errorf("answered %d times, sent %d times; want 3 and 2: an answer is made once", asked, len(r.got))
		}
	})
}

func TestRekey(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		r := &receiver{script: []func() (*http.Response, error){answers(200)}}
		d := dispatcher(t, new(store.Memory), r, nil)
		if err := d.Rekey(nil); err == nil {
			t.Error("Rekey to no secret = nil")
		}
		if err := d.Rekey([]string{"whsec_?"}); err == nil {
			t.Error("Rekey to what is no secret = nil")
		}
		if err := d.Rekey([]string{secret(3)}); err != nil {
			t.Fatal(err)
		}
		defer running(t, d)()
		if _, err := d.Enqueue(t.Context(), hook, nil); err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		for fill, want := range map[byte]bool{1: false, 3: true} {
			wh, err := standardwebhooks.NewWebhook(secret(fill))
			if err != nil {
				t.Fatal(err)
			}
			if err := wh.VerifyIgnoringTimestamp([]byte(r.bodies[0]), r.got[0].Header); (err == nil) != want {
				t.Errorf("secret %d verifies: %v, want %t", fill, err, want)
			}
		}
	})
}

func TestTooManyWait(t *testing.T) {
	d := dispatcher(t, new(store.Memory), &receiver{}, func(o *deliver.Options) { o.Config.MaxWaiting = 1 })
	if _, err := d.Enqueue(t.Context(), hook, nil); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Enqueue(t.Context(), hook, nil); !errors.Is(err, bot.ErrBusy) {
		t.Errorf("Enqueue = %v, want busy", err)
	}
}

func TestEnqueueRefusesAddresses(t *testing.T) {
	d := dispatcher(t, new(store.Memory), &receiver{}, nil)
	if _, err := d.Enqueue(t.Context(), "https://127.0.0.1/", nil); !errors.Is(err, deliver.ErrAddress) {
		t.Errorf("Enqueue = %v, want ErrAddress", err)
	}
}

// TestDialledAddressIsGuarded has a name lead to loopback: the connection is
// refused where it is made, unless the network is exempt.
func TestDialledAddressIsGuarded(t *testing.T) {
	calls := make(chan string, 9)
	server := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { calls <- r.Header.Get("webhook-id") }))
	defer server.Close()
	u, err := url.Parse(server.URL)
	if err != nil {
		t.Fatal(err)
	}
	send := func(allow ...string) (store.Delivery, error) {
		q := new(store.Memory)
		d := dispatcher(t, q, nil, func(o *deliver.Options) {
			o.Client, o.Config.Ports, o.Config.Allow = nil, []string{u.Port()}, allow
		})
		job, err := d.Enqueue(t.Context(), "http://localhost:"+u.Port(), nil)
		if err != nil {
			t.Fatal(err)
		}
		stop := running(t, d)
		defer stop()
		for {
			if job, err = d.Get(t.Context(), job.ID); err != nil || job.Attempts > 0 {
				return job, err
			}
		}
	}
	job, err := send()
	if err != nil || job.State != store.Waiting || !strings.Contains(job.Error, "callback address refused") || strings.Contains(job.Error, "localhost") {
		t.Errorf("to loopback: %+v, %v; want a refusal that does not show the address asked for", job, err)
	}
	if job, err = send("127.0.0.0/8", "::1/128"); err != nil || job.State != store.Delivered || <-calls != job.ID {
		t.Errorf("to an exempt network: %+v, %v", job, err)
	}
	if len(calls) != 0 {
		t.Error("the refused connection was made")
	}
}

func TestConfig(t *testing.T) {
	if err := deliver.DefaultConfig().Validate(); err != nil {
		t.Error(err)
	}
	for key, change := range map[string]func(*deliver.Config){
		"callbacks.allow": func(c *deliver.Config) { c.Allow = []string{"10.0.0.1"} }, "callbacks.ports: \"0\"": func(c *deliver.Config) { c.Ports = []string{"0"} },
		"callbacks.ports: is empty": func(c *deliver.Config) { c.Ports = nil }, "callbacks.workers": func(c *deliver.Config) { c.Workers = 0 },
		"callbacks.max_waiting": func(c *deliver.Config) { c.MaxWaiting = 0 }, "callbacks.timeout": func(c *deliver.Config) { c.Timeout = 0 },
		"callbacks.endpoints: number 1":                               func(c *deliver.Config) { c.Endpoints = []string{"https://example.com/"} },
		"callbacks.endpoints: a is":                                   func(c *deliver.Config) { c.Endpoints = []string{"a=https://example.com/", "a=https://example.org/"} },
		"callbacks.endpoints: b: callback address refused: port 8443": func(c *deliver.Config) { c.Endpoints = []string{"b=https://example.com:8443/"} },
		"callbacks.endpoints: c: callback address refused: a network": func(c *deliver.Config) { c.Endpoints = []string{"c=https://10.0.0.1/"} },
		"callbacks.keep:":                                             func(c *deliver.Config) { c.Keep = 0 }, "callbacks.keep_dead": func(c *deliver.Config) { c.KeepDead = 0 },
	} {
		c := deliver.DefaultConfig()
		change(&c)
		if err := c.Validate(); err == nil || !strings.Contains(err.Error(), key) {
			t.Errorf("Validate() = %v, want %s", err, key)
		}
	}
	if _, err := deliver.New(deliver.Options{Config: deliver.DefaultConfig()}); err == nil || !strings.Contains(err.Error(), "webhook.secrets") {
		t.Errorf("New without secrets = %v", err)
	}
}
