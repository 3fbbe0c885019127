package mcp_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/iotest"
)

const (
	listTools = `{"jsonrpc":"2.0","id":1,"method":"tools/list"}`
	jsonType  = "application/json; charset=utf-8"
)

func TestBodies(t *testing.T) {
	tests := []struct {
		name, kind, body string
		status           int
		want             []string // in the answer
	}{
		{"a call", jsonType, listTools, 200, []string{`"verify_quote"`}},
		{"a batch", jsonType, " [" + listTools + "]", 200, []string{`"verify_quote"`}},
		{"cut off", jsonType, listTools[:20], 400, []string{`"code":-32700`, `"id":null`, `"jsonrpc":"2.0"`, "not JSON", "at byte 20"}},
		{"no JSON", jsonType, "hello", 400, []string{`"code":-32700`, "at byte 1"}},
		{"nothing", jsonType, "", 400, []string{`"code":-32700`, "unexpected end"}},
		{"more behind it", jsonType, listTools + "}", 400, []string{`"code":-32700`, "after top-level value"}},
		{"too deep", jsonType, strings.Repeat("[", 20_000), 400, []string{`"code":-32700`}},
		{"JSON, but no message", jsonType, `{"question":"Kim?"}`, 400, []string{`"code":-32600`, `"id":null`, "needs"}},
		{"a number", jsonType, "5", 400, []string{`"code":-32600`}},
		{"a batch of nothing", jsonType, "[]", 400, []string{`"code":-32600`}},
		{"a batch with a number", jsonType, "[" + listTools + ",5]", 400, []string{`"code":-32600`}},
		{"too large", jsonType, `"` + strings.Repeat("a", 256<<10) + `"`, 413, []string{`"code":-32600`, "262144 bytes"}},
		{"another type", "text/plain", "hello", 415, []string{"application/json"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			r := httptest.NewRequest("POST", "/mcp", strings.NewReader(tt.body))
			answersWith(t, r, tt.kind, tt.status, tt.want)
		})
	}
	t.Run("broken off", func(t *testing.T) {
		r := httptest.NewRequest("POST", "/mcp", iotest.TimeoutReader(iotest.OneByteReader(strings.NewReader(listTools))))
		answersWith(t, r, jsonType, 400, []string{`"code":-32700`, "could not be read"})
	})
	t.Run("no POST", func(t *testing.T) {
		answersWith(t, httptest.NewRequest("GET", "/mcp", nil), jsonType, 405, nil)
	})
}

func answersWith(t *testing.T, r *http.Request, kind string, status int, want []string) {
	t.Helper()
	r.Header.Set("Content-Type", kind)
	r.Header.Set("Accept", "application/json, text/event-stream")
	w := httptest.NewRecorder()
	door(t).Handler().ServeHTTP(w, r)
	if w.Code != status || status == 400 && w.Header().Get("Content-Type") != "application/json" {
		t.Errorf("the status is %d with %s, want %d: %s", w.Code, w.Header().Get("Content-Type"), status, w.Body)
	}
	for _, s := range want {
		if !strings.Contains(w.Body.String(), s) {
			t.Errorf("the answer is %s, want %s in it", w.Body, s)
		}
	}
}
