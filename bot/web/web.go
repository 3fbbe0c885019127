package web

import (
	"bytes"
	"errors"
	"html/template"
	"io"
	"log/slog"
	"net/http"
	"time"

	"alinti/bot"
	"alinti/retrieval/corpus"
)

// Options are what the page is made of. Asker and Collection are needed.
type Options struct {
	Asker      bot.Asker
	Collection func() *corpus.Collection  // the articles now served; may change between calls
	Examples   func() map[string][]string // questions to begin with, by language; may change between calls. Default: none
	Timeout    time.Duration              // for one answer; 0: as long as the reader waits
	Logger     *slog.Logger               // default: nothing is logged
}

// New is the handler of everything in the package comment, to be mounted under
// [Patterns].
func New(o Options) (http.Handler, error) {
	if o.Asker == nil || o.Collection == nil {
		return nil, errors.New("web: an Asker and a Collection are needed")
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Examples == nil {
		o.Examples = func() map[string][]string { return nil }
	}
	s := &site{options: o, assets: readAssets(), templates: readTemplates()}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /{$}", s.ask)
	mux.HandleFunc("GET /a/{$}", s.articles)
	mux.HandleFunc("GET /a/{id}", s.article)
	mux.HandleFunc("GET /a/{id}/{passage}", s.article)
	mux.HandleFunc("GET /assets/{name}", s.assets.serve)
	mux.HandleFunc("GET /", s.notFound)
	return secured(compressed(mux)), nil
}

type site struct {
	options   Options
	assets    assets
	templates *template.Template
}

// policy lets a page load only what this package embeds: no inline script or
// style, no frame, no address but our own.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; " +
	"form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'"

// secured sets the headers which every page has.
func secured(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		next.ServeHTTP(w, r)
	})
}

// begin sets the headers of a page in the view's language.
func begin(w http.ResponseWriter, v *view) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Language", v.Language)
	h.Add("Vary", "Accept-Language")
	h.Set("Cache-Control", "private, no-cache")
}

// page writes a whole page: a template between head and foot.
func (s *site) page(w http.ResponseWriter, r *http.Request, status int, name string, v *view) {
	var b bytes.Buffer
	for _, part := range []string{"head", name, "foot"} {
		if err := s.templates.ExecuteTemplate(&b, part, v); err != nil {
			s.options.Logger.ErrorContext(r.Context(), "rendering a page", "template", part, "error", err)
			http.Error(w, http.StatusText(http.StatusInternalServerError), http.StatusInternalServerError)
			return
		}
	}
	begin(w, v)
	w.WriteHeader(status)
	if _, err := b.WriteTo(w); err != nil {
		s.options.Logger.DebugContext(r.Context(), "the reader left", "error", err)
	}
}

// part writes a template in the middle of a page that is sent as it becomes known.
func (s *site) part(w io.Writer, r *http.Request, name string, data any) {
	if err := s.templates.ExecuteTemplate(w, name, data); err != nil {
		s.options.Logger.ErrorContext(r.Context(), "rendering a page", "template", name, "error", err)
	}
}

func (s *site) notFound(w http.ResponseWriter, r *http.Request) {
	v := s.view(r)
	v.Title, v.Problem = v.Words.NotFound, v.Words.NotFoundText
	s.page(w, r, http.StatusNotFound, "problem", v)
}
