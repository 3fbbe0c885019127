package webhook

import (
	"context"
	"net/http"

	"alinti/bot"
)

// ask answers POST /v1/ask. Errors of decoding are *problem or
// *bot.InputError; what remains to be checked of a question is left to the
// Asker.
func (s *Service) ask(w *response, r *http.Request) error {
	decode, err := decoderFor(r)
	if err != nil {
		return err
	}
	key, named, err := onceKeyOf(w, r)
	if err != nil {
		return err
	}
	body, err := s.readBody(w, r)
	if err != nil {
		return err
	}
	q, err := decode(body)
	w.language = q.Language
	if err != nil {
		return err
	}
	q.Fallback = acceptLanguage(r)
	ctx, cancel := context.WithTimeout(r.Context(), s.config.AskTimeout)
	defer cancel()
	work := func() (bot.Answer, error) { return s.asker.Ask(ctx, q) }
	var answer bot.Answer
	if !named {
		answer, err = work()
	} else {
		var replayed bool
		answer, replayed, err = s.once.do(ctx, key, contentDigest(r.Header.Get("Content-Type"), body), work)
		if replayed {
			w.Header().Set("Idempotent-Replayed", "true")
		}
	}
	if err != nil {
		return err
	}
	w.Header()["Content-Language"] = []string{answer.Language}
	return w.writeJSON(http.StatusOK, jsonType, answer)
}
