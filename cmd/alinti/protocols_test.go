package main

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// TestServeSpeaksTheProtocols: the same token guards the chat-completions shape
// and MCP.
func TestServeSpeaksTheProtocols(t *testing.T) {
	const token = "a-token-of-the-test"
	t.Setenv("ALINTI_WEBHOOK_LAME_DUCK", "0s")
	t.Setenv("ALINTI_WEBHOOK_TOKEN", token)
	s := serve(t)
	tests := []struct{ method, path, body, want string }{
		{"GET", "/v1/models", "", `"id":"alinti"`},
		{"POST", "/v1/chat/completions", `{"messages":[{"role":"user","content":"Kuzey Kore Rusya'ya kaç asker gönderdi?"}]}`, "13 bin asker"},
		{"POST", "/mcp", `{"jsonrpc":"2.0","id":1,"method":"tools/list","params":{}}`, "verify_quote"},
	}
	for _, tt := range tests {
		for _, with := range []string{"", token} {
			r, err := http.NewRequestWithContext(t.Context(), tt.method, "http://"+s.address+tt.path, strings.NewReader(tt.body))
			if err != nil {
				t.Fatal(err)
			}
			r.Header.Set("Content-Type", "application/json")
			r.Header.Set("Accept", "application/json, text/event-stream")
			if with != "" {
				r.Header.Set("Authorization", "Bearer "+with)
			}
			resp, err := http.DefaultClient.Do(r)
			if err != nil {
				t.Fatal(err)
			}
			body, _ := io.ReadAll(resp.Body)
			resp.Body.Close()
			if ok := resp.StatusCode == 200 && strings.Contains(string(body), tt.want); ok != (with != "") {
				t.Errorf("%s %s with token %q = %d %s", tt.method, tt.path, with, resp.StatusCode, body)
			}
		}
	}
	s.end(t)
}

// TestMCPOnStandardInput has the official client talk to `alinti mcp`.
func TestMCPOnStandardInput(t *testing.T) {
	in, toIn := io.Pipe()
	fromOut, out := io.Pipe()
	ctx, stop := context.WithCancel(t.Context())
	code := make(chan int, 1)
	var stderr strings.Builder
	go func() { code <- run(ctx, []string{"mcp"}, in, out, &stderr) }()
	client, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).
		Connect(t.Context(), &sdk.IOTransport{Reader: fromOut, Writer: toIn}, nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		tool string
		args map[string]any
		want string
	}{
		{"ask", map[string]any{"question": "Kuzey Kore Rusya'ya kaç asker gönderdi?"}, "13 bin asker"},
		{"search", map[string]any{"query": "kaç asker"}, `"id":"naumann-raporu/5"`},
		{"fetch", map[string]any{"id": "naumann-raporu/5"}, "13 bin asker"},
		{"verify_quote", map[string]any{"quote": "en az 13 bin asker göndermişti"}, `"found":true`},
		{"verify_quote", map[string]any{"quote": "en az 14 bin asker göndermişti"}, `"found":false`},
	} {
		res, err := client.CallTool(t.Context(), &sdk.CallToolParams{Name: tt.tool, Arguments: tt.args})
		if err != nil {
			t.Fatal(err)
		}
		got, err := json.Marshal(res.StructuredContent)
		if err != nil || !strings.Contains(string(got), tt.want) {
			t.Errorf("%s %v = %s, %v; want %s", tt.tool, tt.args, got, err, tt.want)
		}
	}
	client.Close()
	if c := <-code; c != exitDone || stderr.Len() > 0 {
		t.Errorf("mcp ended with %d and said %q, want %d and nothing", c, stderr.String(), exitDone)
	}
	stop()
}
