package webhook_test

import (
	"bytes"
	"encoding/json"
	"io"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/webhook"
)

func post(h http.Handler, contentType, body string) *httptest.ResponseRecorder {
	r := httptest.NewRequest("POST", "/v1/ask", strings.NewReader(body))
	r.Header.Set("Content-Type", contentType)
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func TestBodyLimit(t *testing.T) {
	h := newService(t, func(o *webhook.Options) { o.Config.MaxBodyBytes = 1 << 10 }).Handler()
	for _, streamed := range []bool{false, true} {
		var body io.Reader = strings.NewReader(strings.Repeat("a", 1<<10+1))
		if streamed {
			body = io.MultiReader(body) // hides the length
		}
		r := httptest.NewRequest("POST", "/v1/ask", body)
		r.Header.Set("Content-Type", "text/plain")
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusRequestEntityTooLarge || !strings.Contains(w.Body.String(), "1024") {
			t.Errorf("streamed %t: %d %s, want 413 with the limit", streamed, w.Code, w.Body)
		}
	}
	if w := post(h, "text/plain", strings.Repeat("a", 1<<10)); w.Code != http.StatusUnprocessableEntity {
		t.Errorf("a body of the limit = %d %s, want 422: the question itself is too long", w.Code, w.Body)
	}
}

func TestTooLongQuestionCountsCodePoints(t *testing.T) {
	h := newService(t, nil).Handler()
	if w := post(h, "text/plain", strings.Repeat("ş", bot.MaxQuestionRunes)); w.Code != http.StatusOK {
		t.Errorf("%d code points = %d, want 200", bot.MaxQuestionRunes, w.Code)
	}
	w := post(h, "text/plain", strings.Repeat("ş", bot.MaxQuestionRunes+1))
	if w.Code != http.StatusUnprocessableEntity || !strings.Contains(w.Body.String(), "/problems/question-too-long") {
		t.Errorf("one more = %d %s, want 422 question-too-long", w.Code, w.Body)
	}
}

func TestMadeUpKeyIsCut(t *testing.T) {
	w := post(newService(t, nil).Handler(), "application/json", `{"`+strings.Repeat("ş", 9000)+`":1}`)
	if w.Code != http.StatusUnprocessableEntity || w.Body.Len() > 1000 {
		t.Errorf("a key of 9000 code points: %d with %d bytes, want a short 422", w.Code, w.Body.Len())
	}
}

func TestRequestID(t *testing.T) {
	h := newService(t, nil).Handler()
	get := func(id string) string {
		r := httptest.NewRequest("GET", "/healthz", nil)
		r.Header.Set("X-Request-Id", id)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w.Header().Get("X-Request-Id")
	}
	if got := get("req_1.a-B:2/x+y="); got != "req_1.a-B:2/x+y=" {
		t.Errorf("a sane id came back as %q", got)
	}
	seen := map[string]bool{}
	for _, id := range []string{"", "a b", "a\"b", "ş", strings.Repeat("a", 129)} {
		got := get(id)
		if got == "" || got == id || seen[got] {
			t.Errorf("X-Request-Id %q came back as %q, want a new one", id, got)
		}
		seen[got] = true
	}
}

func TestLogTellsAllButTheQuestion(t *testing.T) {
	var out bytes.Buffer
	h := newService(t, func(o *webhook.Options) {
		o.Logger = slog.New(slog.NewJSONHandler(&out, nil))
	}).Handler()
	r := httptest.NewRequest("POST", "/v1/ask?q=gizli", strings.NewReader(`{"question":"gizli soru"}`))
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer gizli")
	r.Header.Set("X-Request-Id", "id-1")
	h.ServeHTTP(httptest.NewRecorder(), r)
	var line struct {
		RequestID string `json:"request_id"`
		Method    string
		Path      string
		Status    int
		Bytes     int
	}
	if err := json.Unmarshal(out.Bytes(), &line); err != nil {
		t.Fatalf("%v in %s", err, out.String())
	}
	if line.RequestID != "id-1" || line.Method != "POST" || line.Path != "/v1/ask" || line.Status != 200 || line.Bytes == 0 {
		t.Errorf("logged %s", out.String())
	}
	if strings.Contains(out.String(), "gizli") {
		t.Errorf("the log holds what was asked: %s", out.String())
	}
}

func TestLogHoldsTheCause(t *testing.T) {
	var out bytes.Buffer
	h := newService(t, func(o *webhook.Options) {
		o.Config.AccessLog = false // errors of ours are logged all the same
		o.Logger = slog.New(slog.NewTextHandler(&out, nil))
	}).Handler()
	post(h, "text/plain", "a")
	if out.Len() != 0 {
		t.Errorf("access_log is off and this was logged: %s", out.String())
	}
	post(h, "text/plain", "broken")
	if !strings.Contains(out.String(), "secret cause") {
		t.Errorf("the cause is not in the log: %s", out.String())
	}
}

func TestMetrics(t *testing.T) {
	h := newService(t, nil).Handler()
	post(h, "text/plain", "a")
	post(h, "text/plain", "panic")
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("BREW", "/pot/"+strings.Repeat("x", 9), nil))
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/metrics", nil))
	for _, want := range []string{
		`alinti_http_requests_total{method="POST",route="/v1/ask",status="200"} 1`,
		`alinti_http_requests_total{method="POST",route="/v1/ask",status="500"} 1`,
		`alinti_http_requests_total{method="other",route="none",status="404"} 1`,
		`alinti_http_request_seconds_count{route="/v1/ask"} 2`,
		`alinti_http_in_flight 1`,
		`alinti_http_panics_total 1`,
	} {
		if !strings.Contains(w.Body.String(), want+"\n") {
			t.Errorf("/metrics lacks %s:\n%s", want, w.Body)
		}
	}
}

func TestMounted(t *testing.T) {
	s := newService(t, func(o *webhook.Options) { o.Config.Token = testToken })
	hello := http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, "hello") })
	s.Handle("GET /{$}", hello, false)
	s.Handle("/mcp", hello, true)
	h := s.Handler()
	for _, tt := range []struct {
		method, path, token string
		want                int
	}{
		{"GET", "/", "", 200},
		{"POST", "/", "", 404},
		{"GET", "/other", "", 404},
		{"GET", "/mcp", "", 401},
		{"GET", "/mcp", testToken, 200},
		{"GET", "/v1/articles", testToken, 200},
	} {
		r := httptest.NewRequest(tt.method, tt.path, nil)
		r.Header.Set("Authorization", "Bearer "+tt.token)
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		if w.Code != tt.want {
			t.Errorf("%s %s with token %q = %d, want %d", tt.method, tt.path, tt.token, w.Code, tt.want)
		}
	}
}

func TestUnknownPathOfTheAPIIsNotThePages(t *testing.T) {
	s := newService(t, nil)
	s.Handle("/", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { _, _ = io.WriteString(w, "page") }), false)
	h := s.Handler()
	for path, want := range map[string]string{"/other": "page", "/v1/other": "/problems/not-found"} {
		w := httptest.NewRecorder()
		h.ServeHTTP(w, httptest.NewRequest("GET", path, nil))
		if !strings.Contains(w.Body.String(), want) {
			t.Errorf("GET %s = %d %s, want %s", path, w.Code, w.Body, want)
		}
	}
}

func TestPanicInTheMiddleOfAReplyCutsIt(t *testing.T) {
	s := newService(t, nil)
	s.Handle("/half", http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.WriteString(w, "half")
		panic("x")
	}), false)
	h := s.Handler()
	defer func() {
		if v := recover(); v != http.ErrAbortHandler {
			t.Errorf("recovered %v, want http.ErrAbortHandler", v)
		}
	}()
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/half", nil))
}

func TestReadyTellsTheParts(t *testing.T) {
	h := newService(t, func(o *webhook.Options) {
		o.Status = func() map[string]string { return map[string]string{"llm": "down"} }
	}).Handler()
	w := httptest.NewRecorder()
	h.ServeHTTP(w, httptest.NewRequest("GET", "/readyz", nil))
	if got, want := strings.TrimSpace(w.Body.String()), `{"status":"ready","articles":1,"parts":{"llm":"down"}}`; w.Code != 200 || got != want {
		t.Errorf("GET /readyz = %d %s, want 200 %s", w.Code, got, want)
	}
}
