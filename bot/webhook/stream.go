package webhook

import (
	"bytes"
	"fmt"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"alinti/bot"
)

// wantsStream reports whether the request accepts server-sent events.
func wantsStream(r *http.Request) bool {
	for _, accepted := range r.Header["Accept"] {
		for part := range strings.SplitSeq(accepted, ",") {
			media, params, _ := strings.Cut(part, ";")
			if strings.EqualFold(strings.TrimSpace(media), "text/event-stream") && strings.TrimSpace(params) != "q=0" {
				return true
			}
		}
	}
	return false
}

// stream answers with server-sent events (WHATWG HTML, section 9.2):
//
//	quotes     {"mode":…,"quotes":[…]} as soon as quotes are known; a model may still change them
//	statement  one statement of a model, with the numbers of its quotes
//	answer     the whole answer, as without a stream; the last event
//	error      a problem in place of the answer; the last event
//
// Comments keep the connection alive in between. An error before the first
// event is an ordinary response with its status.
func (s *Service) stream(w *response, r *http.Request, ask asking) error {
	early := make(chan bot.Answer, 1)
	done := make(chan outcome, 1)
	go func() { done <- s.guarded(w, ask, early) }()
	beat := time.NewTicker(s.config.StreamHeartbeat)
	defer beat.Stop()
	events := eventWriter{w: w}
	for {
		select {
		case a := <-early:
			events.quotes(a)
		case <-beat.C:
			events.comment()
		case result := <-done: // comes also when the caller has gone: ask ends with the request
			select {
			case a := <-early:
				events.quotes(a)
			default:
			}
			return events.finish(s, r, result)
		}
	}
}

// guarded runs ask and turns a panic into an error: it runs in a goroutine of
// its own, where nobody else would catch it.
func (s *Service) guarded(w *response, ask asking, early chan<- bot.Answer) (result outcome) {
	defer func() {
		if v := recover(); v != nil {
			s.panicked(w, v)
			result = outcome{err: internal.because(fmt.Errorf("panic: %v", v))}
		}
	}()
	return ask(func(a bot.Answer) { early <- a })
}

// panicked counts and logs a panic.
func (s *Service) panicked(w *response, v any) {
	s.metrics.panics.Inc()
	s.log.Error("panic", slog.String("request_id", w.id), slog.String("panic", fmt.Sprint(v)), slog.String("stack", string(debug.Stack())))
}

// An eventWriter writes server-sent events. The first one sends the header.
type eventWriter struct {
	w    *response
	told bool // quotes have been sent
}

var eventStreamType = []string{"text/event-stream"}

func (e *eventWriter) begin() {
	if e.w.status != 0 {
		return
	}
	h := e.w.Header()
	h["Content-Type"] = eventStreamType
	h["Cache-Control"] = noStore
	h.Set("X-Accel-Buffering", "no") // nginx would hold events back
	e.w.WriteHeader(http.StatusOK)
}

// send writes one event; a write that fails is noticed by the request's end.
func (e *eventWriter) send(name string, v any) error {
	var b bytes.Buffer
	b.WriteString("event: " + name + "\ndata: ")
	if err := encodeJSON(&b, v); err != nil { // one line: JSON escapes line feeds
		return internal.because(err)
	}
	b.WriteByte('\n')
	e.begin()
	_, _ = e.w.Write(b.Bytes())
	e.w.Flush()
	return nil
}

func (e *eventWriter) comment() {
	e.begin()
	_, _ = e.w.Write([]byte(":\n\n"))
	e.w.Flush()
}

// quotesJSON is the data of a quotes event.
type quotesJSON struct {
	Mode   string      `json:"mode"`
	Quotes []bot.Quote `json:"quotes"`
}

func (e *eventWriter) quotes(a bot.Answer) {
	if len(a.Quotes) > 0 && e.send("quotes", quotesJSON{a.Mode, a.Quotes}) == nil {
		e.told = true
	}
}

// finish sends what the outcome holds.
func (e *eventWriter) finish(s *Service, r *http.Request, result outcome) error {
	if e.w.status == 0 {
		result.mark(e.w)
	}
	if result.err != nil {
		if e.w.status == 0 {
			return result.err
		}
		p := asProblem(result.err)
		e.w.cause = result.err
		return e.send("error", p.body(s.languageOf(e.w, r), e.w.id))
	}
	a := result.answer
	if !e.told || a.Mode != bot.ModeRetrieval { // a model may have chosen others
		e.quotes(a)
	}
	for _, statement := range a.Statements {
		if err := e.send("statement", statement); err != nil {
			return err
		}
	}
	return e.send("answer", a)
}
