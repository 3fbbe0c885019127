package main

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// full is a disk without room.
type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("no space left on device") }

// A command whose output is lost says so, and does not pass for done.
func TestNoCommandLosesItsOutput(t *testing.T) {
	path := filepath.Join(t.TempDir(), "store.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	t.Setenv("ALINTI_STORE_PATH", path)
	for _, line := range []string{
		"", "--help", "help", "ask --help", "help ask", "version", "completion bash", "completion zsh", "completion fish", "check", "callbacks", "unanswered",
		"unanswered --json", "ask Kim?", "ask --json Kim?", "ask --explain Kim?", "verify ../../README.md", "verify --json ../../README.md",
		"eval ../../bot/evaluate/testdata/squad.json",
	} {
		var said strings.Builder
		if code := run(t.Context(), strings.Fields(line), strings.NewReader(""), full{}, &said); code != exitFailed || !strings.Contains(said.String(), "no space left") {
			t.Errorf("alinti %s exits with %d and says %q, want 1 and the cause", line, code, &said)
		}
	}
}
