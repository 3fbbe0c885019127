package llm_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"alinti/bot/llm"

	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const secretKey = "sk-test-3f9c0d"

// reply is a response body of the protocol.
func reply(content, finish string) string {
	text, _ := json.Marshal(content)
	return fmt.Sprintf(`{"id":"x","object":"chat.completion","model":"m-1","choices":[{"index":0,"message":{"role":"assistant","content":%s},"finish_reason":%s}],"usage":{"prompt_tokens":11,"completion_tokens":3,"total_tokens":14}}`, text, finish)
}

// serve starts a service on loopback and a client of it.
func serve(t *testing.T, h http.HandlerFunc, change func(*llm.Config)) *llm.Client {
	t.Helper()
	server := httptest.NewServer(h)
	transport := &http.Transport{}
	t.Cleanup(func() { transport.CloseIdleConnections(); server.Close() })
	c := llm.DefaultConfig()
	c.BaseURL, c.APIKey, c.Model, c.Timeout = server.URL, secretKey, "m", 5*time.Second
	if change != nil {
		change(&c)
	}
	client, err := llm.New(c, llm.Options{Transport: transport})
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func TestCompleteFaults(t *testing.T) {
	body := func(status int, body string) http.HandlerFunc {
		return func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(status)
			_, _ = io.WriteString(w, body)
		}
	}
	tests := []struct {
		name    string
		h       http.HandlerFunc
		want    error
		request int64 // HTTP requests that it may take
	}{
		{"fine", body(200, reply("yes", `"stop"`)), nil, 1},
		{"no finish_reason", body(200, reply("yes", "null")), llm.ErrUnusable, 1},
		{"cut by length", body(200, reply("yes", `"length"`)), llm.ErrUnusable, 1},
		{"filtered", body(200, reply("yes", `"content_filter"`)), llm.ErrUnusable, 1},
		{"empty text", body(200, reply("", `"stop"`)), llm.ErrUnusable, 1},
		{"no choices", body(200, `{"choices":[]}`), llm.ErrUnusable, 1},
		{"not JSON", body(200, `<html>Bad gateway</html>`), llm.ErrUnusable, 1},
		{"JSON of another shape", body(200, `[1,2,3]`), llm.ErrUnusable, 1},
		{"JSON cut cleanly", body(200, reply("yes", `"stop"`)[:40]), llm.ErrUnusable, 1},
		{"nothing", body(200, ""), llm.ErrUnusable, 1},
		{"deeply nested", body(200, strings.Repeat(`{"a":`, 30000)), llm.ErrUnusable, 1},
		{"over 256 KiB", body(200, reply(strings.Repeat("x", 300<<10), `"stop"`)), llm.ErrUnusable, 1},
		{"endless", endless, llm.ErrUnusable, 1},
		{"connection dropped", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, llm.ErrUnavailable, 2},
		{"body broken off", func(w http.ResponseWriter, _ *http.Request) {
			w.Header().Set("Content-Length", "5000")
			_, _ = io.WriteString(w, reply("yes", `"stop"`)[:60])
		}, llm.ErrUnavailable, 2},
		{"500", body(500, `{"error":{"message":"boom `+secretKey+`","type":"server_error"}}`), llm.ErrUnavailable, 2},
		{"503 without JSON", body(503, `overloaded `+secretKey), llm.ErrUnavailable, 2},
		{"401", body(401, `{"error":{"message":"Incorrect API key provided: `+secretKey+`","type":"invalid_request_error","code":"invalid_api_key"}}`), llm.ErrUnavailable, 1},
		{"400 over-long prompt", body(400, `{"error":{"code":400,"message":"the request exceeds the available context size","type":"exceed_context_size_error"}}`), llm.ErrUnavailable, 1},
		{"404", body(404, `{"error":{"message":"model not found"}}`), llm.ErrUnavailable, 1},
		{"redirect", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://127.0.0.1:1/elsewhere", http.StatusTemporaryRedirect)
		}, llm.ErrUnavailable, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var requests atomic.Int64
			c := serve(t, func(w http.ResponseWriter, r *http.Request) { requests.Add(1); tt.h(w, r) }, nil)
			got, err := c.Complete(t.Context(), llm.Request{System: "s", User: "the prompt"})
			if !errors.Is(err, tt.want) || (tt.want == nil) != (err == nil) {
				t.Fatalf("Complete() error = %v, want %v", err, tt.want)
			}
			if n := requests.Load(); n > tt.request || n == 0 {
				t.Errorf("%d requests were sent, want %d", n, tt.request)
			}
			if err == nil && got.Text != "yes" {
				t.Errorf("Complete() = %+v", got)
			}
			if err != nil && (strings.Contains(err.Error(), secretKey) || strings.Contains(err.Error(), "prompt") || strings.Contains(err.Error(), "boom")) {
				t.Errorf("the error tells too much: %v", err)
			}
		})
	}
}

// endless streams until the client has had enough.
func endless(w http.ResponseWriter, r *http.Request) {
	_, _ = io.WriteString(w, `{"choices":[{"message":{"content":"`)
	block := strings.Repeat("y", 32<<10)
	for r.Context().Err() == nil {
		if _, err := io.WriteString(w, block); err != nil {
			return
		}
	}
}

func TestCompleteRefusedConnection(t *testing.T) {
	server := httptest.NewServer(http.NotFoundHandler())
	address := server.URL
	server.Close()
	c := llm.DefaultConfig()
	c.BaseURL = address
	client, err := llm.New(c, llm.Options{Transport: &http.Transport{}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := client.Complete(t.Context(), llm.Request{User: "q"}); !errors.Is(err, llm.ErrUnavailable) {
		t.Errorf("Complete() error = %v, want ErrUnavailable", err)
	}
}

func TestCompleteSendsTheRequest(t *testing.T) {
	var got map[string]any
	var path, auth string
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		path, auth = r.URL.Path, r.Header.Get("Authorization")
		_ = json.NewDecoder(r.Body).Decode(&got)
		_, _ = io.WriteString(w, reply("ok", `"stop"`))
	}, nil)
	schema := json.RawMessage(`{"type":"object"}`)
	r, err := c.Complete(t.Context(), llm.Request{System: "s", User: "u", Schema: schema, SchemaName: "choice"})
	if err != nil {
		t.Fatal(err)
	}
	if path != "/v1/chat/completions" || auth != "Bearer "+secretKey {
		t.Errorf("path %q, authorization %q", path, auth)
	}
	format, _ := got["response_format"].(map[string]any)
	if got["max_tokens"] != 1024.0 || got["stream"] != false || format["type"] != "json_schema" {
		t.Errorf("request = %v", got)
	}
	if r.PromptTokens != 11 || r.CompletionTokens != 3 || r.Model != "m-1" {
		t.Errorf("Complete() = %+v", r)
	}
}

// A service that does not know a form of reply is asked for a plainer one, and
// not asked again.
func TestDialectIsFoundOutOnce(t *testing.T) {
	tests := []struct {
		name   string
		refuse func(q map[string]any) string // the message of a 400; empty: taken
		first  int                           // requests of the first question
	}{
		{"takes json_schema", func(map[string]any) string { return "" }, 1},
		{"only json_object", func(q map[string]any) string {
			if formatOf(q) == "json_schema" {
				return "response_format json_schema is not supported"
			}
			return ""
		}, 2},
		{"only text", func(q map[string]any) string {
			if formatOf(q) != "" {
				return "unknown field response_format"
			}
			return ""
		}, 3},
		{"newer names", func(q map[string]any) string {
			if q["max_tokens"] != nil {
				return "Unsupported parameter: use 'max_completion_tokens' instead"
			}
			if q["temperature"] != nil {
				return "Unsupported value: 'temperature' does not support 0"
			}
			return ""
		}, 3},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var requests atomic.Int64
			c := serve(t, func(w http.ResponseWriter, r *http.Request) {
				requests.Add(1)
				var q map[string]any
				_ = json.NewDecoder(r.Body).Decode(&q)
				if why := tt.refuse(q); why != "" {
					w.WriteHeader(http.StatusBadRequest)
					_, _ = fmt.Fprintf(w, `{"error":{"message":%q,"type":"invalid_request_error"}}`, why)
					return
				}
				_, _ = io.WriteString(w, reply("ok", `"stop"`))
			}, nil)
			for i, want := range []int{tt.first, tt.first + 1, tt.first + 2} {
				_, err := c.Complete(t.Context(), llm.Request{User: fmt.Sprint(i), Schema: json.RawMessage(`{}`), SchemaName: "x"})
				if err != nil {
					t.Fatalf("question %d: %v", i, err)
				}
				if n := int(requests.Load()); n != want {
					t.Errorf("after question %d: %d requests, want %d", i, n, want)
				}
			}
		})
	}
}

func formatOf(q map[string]any) string {
	f, _ := q["response_format"].(map[string]any)
	s, _ := f["type"].(string)
	return s
}

// A service that refuses everything is not searched through for every question.
func TestDialectSearchEnds(t *testing.T) {
	var requests atomic.Int64
	c := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		requests.Add(1)
		w.WriteHeader(http.StatusBadRequest)
	}, nil)
	for i := range 10 {
		_, err := c.Complete(t.Context(), llm.Request{User: fmt.Sprint(i), Schema: json.RawMessage(`{}`), SchemaName: "x"})
		if !errors.Is(err, llm.ErrUnavailable) {
			t.Fatalf("Complete() error = %v", err)
		}
	}
	if n := requests.Load(); n != 3+9 {
		t.Errorf("%d requests for ten questions, want 12", n)
	}
}

func TestCacheKeepsAcceptedReplies(t *testing.T) {
	var requests atomic.Int64
	c := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		n := requests.Add(1)
		_, _ = io.WriteString(w, reply(fmt.Sprint("reply ", n), `"stop"`))
	}, func(c *llm.Config) { c.CacheEntries = 2; c.InputPrice, c.OutputPrice = 1e6, 2e6 })
	ask := func(user string, accept func(string) error) (string, error) {
		r, err := c.Complete(t.Context(), llm.Request{User: user, Accept: accept})
		return r.Text, err
	}
	no := func(string) error { return errors.New("no") }
	if _, err := ask("a", no); !errors.Is(err, llm.ErrUnusable) {
		t.Fatalf("refused reply: error = %v", err)
	}
	for _, want := range []struct{ user, text string }{
		{"a", "reply 2"}, {"a", "reply 2"}, {"b", "reply 3"}, {"a", "reply 2"}, {"c", "reply 4"}, {"b", "reply 5"},
	} {
		if got, err := ask(want.user, nil); err != nil || got != want.text {
			t.Errorf("ask(%q) = %q, %v, want %q", want.user, got, err, want.text)
		}
	}
	s := c.Stats()
	if s.CacheHits != 2 || s.Replies != 4 || s.Unusable != 1 || s.Requests != 5 || s.PromptTokens != 55 || s.Cost != 55+2*15 {
		t.Errorf("Stats() = %+v", s)
	}
}

// Four run, two wait, the seventh is turned away at once.
func TestGateBoundsTheQueue(t *testing.T) {
	release := make(chan struct{})
	arrived := make(chan struct{}, 10)
	c := serve(t, func(w http.ResponseWriter, _ *http.Request) {
		arrived <- struct{}{}
		<-release
		_, _ = io.WriteString(w, reply("ok", `"stop"`))
	}, func(c *llm.Config) { c.MaxConcurrent, c.MaxQueue = 4, 2 })
	results := make(chan error, 10)
	var wg sync.WaitGroup
	for i := range 10 {
		wg.Go(func() {
			_, err := c.Complete(t.Context(), llm.Request{User: fmt.Sprint(i)})
			results <- err
		})
	}
	for range 4 {
		<-arrived
		if err := <-results; !errors.Is(err, llm.ErrUnavailable) {
			t.Errorf("turned away with %v, want ErrUnavailable", err)
		}
	}
	close(release)
	wg.Wait()
	close(results)
	for err := range results {
		if err != nil {
			t.Errorf("a call that ran or waited failed: %v", err)
		}
	}
	if s := c.Stats(); s.TurnedAway != 4 || s.Replies != 6 {
		t.Errorf("Stats() = %+v", s)
	}
}

func TestCompleteEndsWhenTheAskerLeaves(t *testing.T) {
	started := make(chan struct{})
	c := serve(t, func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		close(started)
		<-r.Context().Done() // ends only because the client closes the connection
	}, nil)
	ctx, cancel := context.WithCancel(t.Context())
	go func() { <-started; cancel() }()
	if _, err := c.Complete(ctx, llm.Request{User: "q"}); !errors.Is(err, llm.ErrUnavailable) {
		t.Errorf("Complete() error = %v, want ErrUnavailable", err)
	}
}
