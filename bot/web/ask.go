package web

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"alinti/bot"
	"alinti/bot/render"
)

// ask answers GET /: the empty page, or the answer to ?q=.
func (s *site) ask(w http.ResponseWriter, r *http.Request) {
	v := s.view(r)
	query := r.URL.Query()
	v.Here, v.Question, v.Title = "ask", query.Get("q"), v.Words.Name
	if strings.TrimSpace(v.Question) == "" {
		s.welcome(v)
		s.page(w, r, http.StatusOK, "welcome", v)
		return
	}
	v.Title = render.Visible(v.Question) + " – " + v.Words.Name
	early := false
	asked := bot.Question{Text: v.Question, Fallback: v.Language, Language: v.Chosen, After: v.After}
	answer, err := s.askEarly(r, asked, func(a bot.Answer) {
		early = true
		v.speak(r, a.Language)
		begin(w, v)
		s.part(w, r, "head", v)
		s.part(w, r, "early", v.early(a, s.options.Collection()))
		flush(w)
	})
	status := http.StatusOK
	if err != nil {
		status = s.failed(r, v, err)
		if r.Context().Err() != nil {
			return // the reader left
		}
	} else {
		v.speak(r, answer.Language)
		v.Answer = v.answer(answer, query.Get("id"), query.Get("open"), s.options.Collection())
		v.Article = s.beside(v, answer, query.Get("open"))
	}
	if early {
		s.part(w, r, "final", v)
		s.part(w, r, "foot", v)
		return
	}
	if status == http.StatusServiceUnavailable {
		w.Header().Set("Retry-After", "5")
	}
	s.page(w, r, status, "final", v)
}

// askEarly asks, and hands out the retrieval answer early if there is a model
// to wait for.
func (s *site) askEarly(r *http.Request, q bot.Question, early func(bot.Answer)) (bot.Answer, error) {
	ctx := r.Context()
	if s.options.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, s.options.Timeout)
		defer cancel()
	}
	if asker, ok := s.options.Asker.(bot.EarlyAsker); ok {
		return asker.AskEarly(ctx, q, early)
	}
	return s.options.Asker.Ask(ctx, q)
}

// failed puts an error into the reader's words and returns its status.
func (s *site) failed(r *http.Request, v *view, err error) int {
	var input *bot.InputError
	switch {
	case errors.As(err, &input):
		v.Problem = input.Message(v.Language)
		return http.StatusBadRequest
	case errors.Is(err, bot.ErrInvalid):
		v.Problem = v.Words.Invalid
		return http.StatusBadRequest
	case errors.Is(err, bot.ErrBusy):
		v.Problem = v.Words.Busy
		return http.StatusServiceUnavailable
	}
	s.options.Logger.WarnContext(r.Context(), "a question was not answered", "error", err)
	v.Problem = v.Words.Unavailable
	if errors.Is(err, bot.ErrUnavailable) || errors.Is(err, context.DeadlineExceeded) {
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

func (s *site) welcome(v *view) {
	for _, q := range s.options.Examples()[v.Language] {
		v.Examples = append(v.Examples, example{q, v.link("/", "q", q)})
	}
}

// flush sends what was written so far, if the writer can.
func flush(w http.ResponseWriter) {
	// A writer that cannot flush sends everything at the end, which is right too.
	_ = http.NewResponseController(w).Flush()
}
