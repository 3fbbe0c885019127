package webhook

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"time"
)

// finish ends every request: it turns a panic into a problem, counts and logs.
func (s *Service) finish(w *response, r *http.Request, start time.Time) {
	s.metrics.inFlight.Dec()
	if v := recover(); v != nil {
		if begun := w.status != 0; begun || v == http.ErrAbortHandler {
			defer panic(http.ErrAbortHandler) // the reply is not whole: the connection ends here
		}
		s.recovered(w, r, v)
	}
	if w.status == 0 {
		w.status = http.StatusOK // what net/http sends when a handler writes nothing
	}
	took := time.Since(start)
	s.metrics.observe(r.Pattern, r.Method, w.status, took)
	switch {
	case w.cause == refused: // there are many, and no time
		if n := s.refusals.add(start); n > 0 {
			s.log.WarnContext(r.Context(), "requests refused, too many are being answered", "count", n)
		}
	case s.config.AccessLog || w.status >= http.StatusInternalServerError:
		s.logRequest(w, r, start, took)
	}
}

// recovered answers a request whose handler panicked.
func (s *Service) recovered(w *response, r *http.Request, v any) {
	if v == http.ErrAbortHandler {
		return
	}
	s.panicked(w, v)
	s.fail(w, r, internal.because(fmt.Errorf("panic: %v", v)))
}

// maxLoggedPath bounds a path in the log, in bytes.
const maxLoggedPath = 200

// logRequest writes the access log's line. There is no question in it and no
// address of the caller: neither is needed to run the service.
func (s *Service) logRequest(w *response, r *http.Request, start time.Time, took time.Duration) {
	level := slog.LevelInfo
	if w.status >= http.StatusInternalServerError {
		level = slog.LevelError
	}
	if !s.log.Enabled(context.Background(), level) {
		return
	}
	path := r.URL.Path
	if len(path) > maxLoggedPath {
		path = path[:maxLoggedPath] + "…"
	}
	line := slog.NewRecord(start.Add(took), level, "request", 0) // where it comes from is plain, and dear to find out
	line.AddAttrs(
		slog.String("request_id", w.id),
		slog.String("method", r.Method),
		slog.String("path", path),
		slog.Int("status", w.status),
		slog.Int64("bytes", w.bytes),
		slog.Duration("took", took))
	if w.cause != nil {
		line.AddAttrs(slog.String("cause", w.cause.Error()))
	}
	_ = s.log.Handler().Handle(r.Context(), line) // as slog.Logger does: who logs cannot mend the log
}
