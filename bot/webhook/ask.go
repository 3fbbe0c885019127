package webhook

import (
	"context"
	"net/http"
)

// ask answers POST /v1/ask.
func (s *Service) ask(w *response, r *http.Request) error {
	q, err := s.readQuestion(w, r)
	w.language = q.Language
	if err != nil {
		return err
	}
	q.Fallback = acceptLanguage(r)
	ctx, cancel := context.WithTimeout(r.Context(), s.config.AskTimeout)
	defer cancel()
	answer, err := s.asker.Ask(ctx, q)
	if err != nil {
		return err
	}
	h := w.Header()
	h["Content-Language"] = []string{answer.Language}
	return w.writeJSON(http.StatusOK, jsonType, answer)
}
