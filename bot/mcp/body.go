package mcp

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
)

// maxBody is the most bytes of a request. The longest text of a tool, 10,000
// characters of a quotation, has 120,000 when each is written as two escapes.
const maxBody = 256 << 10

// checked answers a body that is no JSON-RPC message as JSON-RPC wants it, and
// hands every other request on: the SDK answers in plain text, which clients
// take for a broken server.
func checked(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
		if r.Method != http.MethodPost || kind != "application/json" {
			next.ServeHTTP(w, r)
			return
		}
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
		var tooLarge *http.MaxBytesError
		switch {
		case errors.As(err, &tooLarge):
			refuse(w, http.StatusRequestEntityTooLarge, jsonrpc.CodeInvalidRequest, fmt.Sprintf("the request has more than %d bytes", maxBody))
			return
		case err != nil:
			refuse(w, http.StatusBadRequest, jsonrpc.CodeParseError, "the request could not be read to its end")
			return
		}
		if code, err := check(body); err != nil {
			refuse(w, http.StatusBadRequest, code, err.Error())
			return
		}
		r.Body = io.NopCloser(bytes.NewReader(body))
		next.ServeHTTP(w, r)
	})
}

// check reports what keeps a body from being one message or a batch of them,
// with the code for it.
func check(body []byte) (code int64, err error) {
	var message json.RawMessage
	if err := json.Unmarshal(body, &message); err != nil {
		var syntax *json.SyntaxError
		if errors.As(err, &syntax) {
			return jsonrpc.CodeParseError, fmt.Errorf("the request is not JSON: %w, at byte %d", err, syntax.Offset)
		}
		return jsonrpc.CodeParseError, fmt.Errorf("the request is not JSON: %w", err)
	}
	messages := []json.RawMessage{message}
	if bytes.HasPrefix(bytes.TrimLeft(body, " \t\r\n"), []byte("[")) {
		if err := json.Unmarshal(body, &messages); err != nil || len(messages) == 0 {
			return jsonrpc.CodeInvalidRequest, errors.New("the batch holds no JSON-RPC message")
		}
	}
	for _, m := range messages {
		if _, err := jsonrpc.DecodeMessage(m); err != nil {
			return jsonrpc.CodeInvalidRequest, errors.New(`the request is JSON, but no message of JSON-RPC: it needs "jsonrpc":"2.0" and a method`)
		}
	}
	return 0, nil
}

// refuse writes an error of JSON-RPC to a request whose id is not known.
func refuse(w http.ResponseWriter, status int, code int64, message string) {
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(status)
	_ = json.NewEncoder(w).Encode(map[string]any{ // a client that is gone needs no answer
		"jsonrpc": "2.0", "id": nil, "error": map[string]any{"code": code, "message": message},
	})
}
