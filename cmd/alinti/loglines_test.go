package main

import (
	"bytes"
	"errors"
	"log/slog"
	"testing"
	"time"
)

// A lineHandler is measured by slog.TextHandler.
func TestLineHandler(t *testing.T) {
	at := time.Date(2026, 3, 4, 5, 6, 7, 8_900_000, time.FixedZone("", 3*3600))
	for _, c := range []struct {
		name  string
		time  time.Time
		level slog.Level
		said  string
		attrs []any
		plain bool
	}{
		{"a request", at, slog.LevelInfo, "request", []any{"request_id", "ab12-0", "path", "/v1/ask", "status", 200, "bytes", int64(1234), "took", 51023 * time.Nanosecond}, true},
		{"no attributes", at.UTC(), slog.LevelError + 1, "panic", nil, true},
		{"truth", at, slog.LevelDebug, "on:off", []any{"discord", true, "page", false}, true},
		{"words", at, slog.LevelInfo, "two words", nil, false},
		{"a line feed", at, slog.LevelWarn, "request", []any{"cause", "a\nb=c"}, false},
		{"an empty text", at, slog.LevelInfo, "request", []any{"cause", ""}, false},
		{"letters beyond ASCII", at, slog.LevelInfo, "request", []any{"question", "kaç"}, false},
		{"a quote", at, slog.LevelInfo, "request", []any{"question", `"`}, false},
		{"a key to be quoted", at, slog.LevelInfo, "request", []any{"a b", "c"}, false},
		{"an error", at, slog.LevelInfo, "request", []any{"cause", errors.New("x")}, false},
		{"a group", at, slog.LevelInfo, "request", []any{slog.Group("g", "a", "b")}, false},
		{"no time", time.Time{}, slog.LevelInfo, "request", nil, false},
		{"plain after what is not", at, slog.LevelInfo, "request", []any{"a", "b c", "d", "e"}, false},
	} {
		r := slog.NewRecord(c.time, c.level, c.said, 0)
		r.Add(c.attrs...)
		var got, want bytes.Buffer
		if err := newLineHandler(&got, nil).Handle(t.Context(), r); err != nil {
			t.Fatal(err)
		}
		if err := slog.NewTextHandler(&want, nil).Handle(t.Context(), r); err != nil {
			t.Fatal(err)
		}
		if got.String() != want.String() {
			t.Errorf("%s: wrote\n%swant\n%s", c.name, got.String(), want.String())
		}
		if _, plain := appendRecord(nil, r); plain != c.plain {
			t.Errorf("%s: plain = %v, want %v", c.name, plain, c.plain)
		}
	}
}

func TestLineHandlerWith(t *testing.T) {
	var got bytes.Buffer
	slog.New(newLineHandler(&got, slog.LevelWarn)).With("part", "a").WithGroup("g").Warn("said", "b", 1)
	if !bytes.HasSuffix(got.Bytes(), []byte(" level=WARN msg=said part=a g.b=1\n")) {
		t.Errorf("wrote %s", &got)
	}
}

func BenchmarkLineHandler(b *testing.B) {
	for name, h := range map[string]slog.Handler{
		"own":  newLineHandler(new(discard), nil),
		"slog": slog.NewTextHandler(new(discard), nil),
	} {
		b.Run(name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				r := slog.NewRecord(time.Now(), slog.LevelInfo, "request", 0)
				r.AddAttrs(slog.String("request_id", "0123456789ab-4fzyo82"), slog.String("method", "POST"), slog.String("path", "/v1/ask"),
					slog.Int("status", 200), slog.Int64("bytes", 1234), slog.Duration("took", 53123*time.Nanosecond))
				_ = h.Handle(b.Context(), r)
			}
		})
	}
}

type discard struct{}

func (*discard) Write(p []byte) (int, error) { return len(p), nil }
