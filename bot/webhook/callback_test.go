package webhook_test

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"alinti/bot/store"
	"alinti/bot/webhook"
	"alinti/bot/webhook/deliver"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

// inbox is a receiver that says 500 once, then takes everything.
type inbox struct {
	got    []*http.Request
	bodies []string
}

func (i *inbox) RoundTrip(r *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return nil, err
	}
	i.got, i.bodies = append(i.got, r), append(i.bodies, string(body))
	status := http.StatusOK
	if len(i.got) == 1 {
		status = http.StatusInternalServerError
	}
	return &http.Response{StatusCode: status, Body: http.NoBody}, nil
}

// calling is a service with callbacks to the inbox.
func calling(t *testing.T, in *inbox) (http.Handler, *deliver.Dispatcher) {
	t.Helper()
	c := deliver.DefaultConfig()
	c.Endpoints = []string{"desk=https://desk.example.com/hook?key=1=2"}
	d, err := deliver.New(deliver.Options{
		Config: c, Queue: new(store.Memory), Secrets: []string{testSecret(1)},
		Payload: webhook.Payload(echo, time.Minute), Client: &http.Client{Transport: in},
	})
	if err != nil {
		t.Fatal(err)
	}
	return newService(t, func(o *webhook.Options) { o.Callbacks = d }).Handler(), d
}

func TestCallback(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in := new(inbox)
		h, d := calling(t, in)
		stop := make(chan struct{})
		ctx := t.Context()
		go func() { _ = d.Run(ctx); close(stop) }()

		request := []byte(`{"question":"Kaç asker?","quotes":2,"callback_url":"https://example.com/hook"}`)
		w := send(h, keyed("k"), request)
		var job struct{ ID, State, URL string }
		if err := json.Unmarshal(w.Body.Bytes(), &job); err != nil || w.Code != http.StatusAccepted || w.Header().Get("Location") != job.URL || job.State != "waiting" {
			t.Fatalf("%d %v %s, want 202 with the job's address", w.Code, w.Header(), w.Body)
		}
		if again := send(h, keyed("k"), request); again.Body.String() != w.Body.String() || again.Header().Get("Idempotent-Replayed") != "true" {
			t.Errorf("a repeat gave %s, want the first job", again.Body)
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		if len(in.got) != 2 || in.bodies[0] != in.bodies[1] {
			t.Fatalf("sent %q, want the same twice", in.bodies)
		}
		wh, err := standardwebhooks.NewWebhook(testSecret(1))
		if err != nil {
			t.Fatal(err)
		}
		if err := wh.VerifyIgnoringTimestamp([]byte(in.bodies[1]), in.got[1].Header); err != nil {
			t.Error(err)
		}
		for _, want := range []string{`{"type":"answer.created","timestamp":"`, `"job":"` + job.ID, `"question":"Kaç asker?"`, `quotes 2`} {
			if !strings.Contains(in.bodies[1], want) {
				t.Errorf("sent %s, lacks %s", in.bodies[1], want)
			}
		}
		for path, want := range map[string]string{job.URL: `"state":"delivered","url":"` + job.URL + `","attempts":2`, "/v1/jobs?state=delivered": job.ID, "/v1/jobs": `{"jobs":[]}`} {
			w := httptest.NewRecorder()
			h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
			if w.Code != 200 || !strings.Contains(w.Body.String(), want) {
				t.Errorf("GET %s = %d %s, want %s", path, w.Code, w.Body, want)
			}
		}
		w = httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("POST", job.URL+"/resend", nil))
		synctest.Wait()
		if w.Code != http.StatusAccepted || len(in.got) != 3 {
			t.Errorf("resend = %d %s, sent %d times; want 202 and 3", w.Code, w.Body, len(in.got))
		}
	})
}

// TestCallbackByName: the answer goes to the address that the settings have
// under the name, and the job does not tell it.
func TestCallbackByName(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		in := new(inbox)
		h, d := calling(t, in)
		stop := make(chan struct{})
		ctx := t.Context()
		go func() { _ = d.Run(ctx); close(stop) }()
		w := send(h, keyed("k"), []byte(`{"question":"Kaç asker?","callback":"desk"}`))
		synctest.Wait()
		if w.Code != http.StatusAccepted || strings.Contains(w.Body.String(), "key=") || len(in.got) != 1 || in.got[0].URL.String() != "https://desk.example.com/hook?key=1=2" {
			t.Errorf("%d %s, sent %v; want 202 and one delivery to desk's address", w.Code, w.Body, in.got)
		}
	})
}

func TestCallbackThatCannotBe(t *testing.T) {
	h, _ := calling(t, new(inbox))
	n := 0
	for body, want := range map[string]string{
		`{"question":"a","callback_url":"http://127.0.0.1/"}`:                             "bad-callback-url",
		`{"question":"a","callback_url":""}`:                                              "bad-callback-url",
		`{"question":"a","callback_url":7}`:                                               "wrong-type",
		`{"question":"a","callback":"nobody"}`:                                            "unknown-callback",
		`{"question":"a","callback":"desk","callback_url":"https://example.com/"}`:        "two-callbacks",
		`{"question":" ","callback_url":"https://example.com/"}`:                          "empty-question",
		`{"question":"` + strings.Repeat("a", 1001) + `","callback_url":"https://e.com"}`: "question-too-long",
	} {
		n++
		if w := send(h, keyed(fmt.Sprint("k", n)), []byte(body)); w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%.60s = %d %s, want 422 %s", body, w.Code, w.Body, want)
		}
	}
}

func TestPayloadOfAFailure(t *testing.T) {
	payload := webhook.Payload(echo, time.Minute)
	got, err := payload(t.Context(), "msg_1", []byte(`{"Text":"broken","Language":"en"}`))
	if err == nil {
		t.Errorf("a failure that may pass = %s, want an error", got)
	}
	got, err = payload(t.Context(), "msg_1", []byte(`{"Text":"","Language":"en"}`))
	if err != nil || !strings.Contains(string(got), `"type":"answer.failed"`) || !strings.Contains(string(got), "The question is empty") {
		t.Errorf("a question that cannot be answered = %s, %v", got, err)
	}
}
