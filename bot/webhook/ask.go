package webhook

import (
	"context"
	"net/http"
	"time"

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
	q.Fallback = AcceptLanguage(r)
	q.Conversation = s.conversation(w, r, q.Conversation)
	if q.later {
		return s.askLater(w, r, q, key, named, contentDigest(r.Header.Get("Content-Type"), body))
	}
	ctx := &patience{Context: r.Context(), until: time.Now().Add(s.config.AskTimeout)}
	defer ctx.leave()
	streamed := wantsStream(r)
	if !named && !streamed {
		answer, err := s.asker.Ask(ctx, q.Question)
		return w.reply(&answer, err)
	}
	ask := s.asking(ctx, q.Question)
	if named {
		ask = s.askingOnce(ctx, key, contentDigest(r.Header.Get("Content-Type"), body), ask)
	}
	if streamed {
		return s.stream(w, r, ask)
	}
	result := ask(nil)
	result.mark(w)
	return w.reply(&result.answer, result.err)
}

// reply sends an answer, if there is one.
func (w *response) reply(a *bot.Answer, err error) error {
	if err != nil {
		return err
	}
	w.Header()["Content-Language"] = contentLanguage(a.Language)
	return w.writeAnswer(a)
}

// mark tells the caller that this is an earlier request's outcome.
func (o outcome) mark(w *response) {
	if o.replayed {
		w.Header().Set("Idempotent-Replayed", "true")
	}
}

// An asking is one question on its way to its outcome. It hands out the
// retrieval answer early if a model will be asked.
type asking func(early func(bot.Answer)) outcome

// asking puts a question to the Asker.
func (s *Service) asking(ctx context.Context, q bot.Question) asking {
	return func(early func(bot.Answer)) (o outcome) {
		if a, ok := s.asker.(bot.EarlyAsker); ok && early != nil {
			o.answer, o.err = a.AskEarly(ctx, q, early)
		} else {
			o.answer, o.err = s.asker.Ask(ctx, q)
		}
		return o
	}
}

// askingOnce does so unless the request has been seen before.
func (s *Service) askingOnce(ctx context.Context, key onceKey, content digest, ask asking) asking {
	return func(early func(bot.Answer)) outcome {
		return s.once.do(ctx, key, content, func() outcome { return ask(early) })
	}
}
