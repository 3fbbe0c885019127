package openai

import (
	"log/slog"
	"net/http"
	"time"

	"alinti/bot"
)

// Options are what the door is made of. Only the Asker is needed.
type Options struct {
	Asker    bot.Asker
	Link     func(r *http.Request, q bot.Quote) string // where a quote can be read; default: its article on this service
	Language func(r *http.Request) string              // the reply's when the question does not tell: "tr", "en" or ""; default: ""
	Timeout  time.Duration                             // for one answer; default: 30 s
	Logger   *slog.Logger                              // default: nothing is logged
	Now      func() time.Time                          // default: time.Now
}

// maxBody bounds a request, in bytes: front ends send the whole conversation.
const maxBody = 1 << 20

type door struct{ Options }

// New is the handler of the paths under /v1/chat and /v1/models.
func New(o Options) http.Handler {
	if o.Link == nil {
		o.Link = articleLink
	}
	if o.Language == nil {
		o.Language = func(*http.Request) string { return "" }
	}
	if o.Timeout == 0 {
		o.Timeout = 30 * time.Second
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	d := &door{o}
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/chat/completions", d.chat)
	mux.HandleFunc("GET /v1/models", d.models)
	mux.HandleFunc("GET /v1/models/{id}", d.model)
	mux.HandleFunc("/", d.other)
	return mux
}

// Paths are what the handler is to be mounted under.
func Paths() []string { return []string{"/v1/chat/completions", "/v1/models", "/v1/models/{id}"} }

// other answers another method.
func (d *door) other(w http.ResponseWriter, r *http.Request) {
	allow := "GET"
	if r.URL.Path == "/v1/chat/completions" {
		allow = "POST"
	}
	w.Header().Set("Allow", allow)
	d.fail(w, r, &apiError{status: http.StatusMethodNotAllowed, code: "method_not_allowed", tr: "Bu adres yalnızca " + allow + " kabul eder.", en: "This address takes " + allow + " only."})
}

// articleLink is the article's text on the service that was asked.
func articleLink(r *http.Request, q bot.Quote) string {
	scheme := "http"
	if r.TLS != nil {
		scheme = "https"
	}
	return scheme + "://" + r.Host + "/v1/articles/" + q.Source.ID
}
