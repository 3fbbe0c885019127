package llm_test

import (
	"context"
	"encoding/json"
	"errors"
	"net/http"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"alinti/bot/llm"
)

// llama is a client of a real llama.cpp server, started by .ci/llama.sh.
func llama(t *testing.T, timeout time.Duration) *llm.Client {
	t.Helper()
	address := os.Getenv("ALINTI_LLAMA_URL")
	if address == "" {
		t.Skip("ALINTI_LLAMA_URL is not set; .ci/llama.sh runs this against a real server")
	}
	c := llm.DefaultConfig()
	c.BaseURL, c.Timeout, c.CacheEntries = address, timeout, 0
	transport := &http.Transport{}
	t.Cleanup(transport.CloseIdleConnections)
	client, err := llm.New(c, llm.Options{Transport: transport})
	if err != nil {
		t.Fatal(err)
	}
	return client
}

func TestLlamaHoldsToTheSchema(t *testing.T) {
	c := llama(t, 2*time.Minute)
	r, err := c.Complete(t.Context(), llm.Request{
		System: "Reply with JSON.", User: "Which one, bkmt or dfgh?", MaxTokens: 64,
		Schema:     json.RawMessage(`{"type":"object","properties":{"id":{"enum":["bkmt","dfgh"]}},"required":["id"],"additionalProperties":false}`),
		SchemaName: "pick",
	})
	if err != nil {
		t.Fatal(err)
	}
	var got struct{ ID string }
	if err := json.Unmarshal([]byte(r.Text), &got); err != nil || got.ID != "bkmt" && got.ID != "dfgh" {
		t.Errorf("reply %q is not held to the schema", r.Text)
	}
	if r.PromptTokens == 0 || r.CompletionTokens == 0 {
		t.Errorf("no tokens counted: %+v", r)
	}
}

func TestLlamaRunningOnIsUnusable(t *testing.T) {
	c := llama(t, 2*time.Minute)
	_, err := c.Complete(t.Context(), llm.Request{User: "Count: 1 2 3 4", MaxTokens: 16})
	if !errors.Is(err, llm.ErrUnusable) {
		t.Errorf("Complete() error = %v, want ErrUnusable for a reply cut by length", err)
	}
}

func TestLlamaOverLongPrompt(t *testing.T) {
	c := llama(t, time.Minute)
	_, err := c.Complete(t.Context(), llm.Request{User: strings.Repeat("uzun ", 20000), MaxTokens: 16, Schema: json.RawMessage(`{"type":"object"}`), SchemaName: "x"})
	if !errors.Is(err, llm.ErrUnavailable) || c.Stats().Requests != 1 {
		t.Errorf("Complete() error = %v after %d requests, want ErrUnavailable after one", err, c.Stats().Requests)
	}
}

func TestLlamaDeadlineAndCancel(t *testing.T) {
	long := llm.Request{User: strings.Repeat("Say more about it. ", 60), MaxTokens: 3000}
	short := llama(t, 300*time.Millisecond)
	if _, err := short.Complete(t.Context(), long); !errors.Is(err, llm.ErrUnavailable) {
		t.Errorf("past the deadline: error = %v, want ErrUnavailable", err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
	defer cancel()
	if _, err := llama(t, time.Minute).Complete(ctx, long); !errors.Is(err, llm.ErrUnavailable) {
		t.Errorf("cancelled: error = %v, want ErrUnavailable", err)
	}
	if _, err := llama(t, time.Minute).Complete(t.Context(), llm.Request{User: "Hi", MaxTokens: 16}); errors.Is(err, llm.ErrUnavailable) {
		t.Errorf("the server does not answer after that: %v", err)
	}
}

// The server is killed in the middle of a long answer.
func TestLlamaKilled(t *testing.T) {
	pid, err := strconv.Atoi(os.Getenv("ALINTI_LLAMA_PID"))
	if err != nil {
		t.Skip("ALINTI_LLAMA_PID is not set; .ci/llama.sh runs this last")
	}
	server, err := os.FindProcess(pid)
	if err != nil {
		t.Fatal(err)
	}
	c := llama(t, time.Minute)
	killed := time.AfterFunc(2*time.Second, func() { _ = server.Kill() })
	defer killed.Stop()
	_, err = c.Complete(t.Context(), llm.Request{User: "Count: 1 2 3 4", MaxTokens: 3000})
	if !errors.Is(err, llm.ErrUnavailable) {
		t.Errorf("Complete() error = %v, want ErrUnavailable", err)
	}
	if _, err = c.Complete(t.Context(), llm.Request{User: "Hi", MaxTokens: 16}); !errors.Is(err, llm.ErrUnavailable) {
		t.Errorf("after its death: error = %v, want ErrUnavailable", err)
	}
}
