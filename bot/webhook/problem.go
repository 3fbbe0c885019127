package webhook

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"

	"alinti/bot"
)

// A kind is one row of the error table: what went wrong, the status it has,
// and its words in both languages. The name is the last part of the problem's
// type URI and never changes.
type kind struct {
	name   string
	status int
	tr, en words
}

// words are the title, which is the same for every problem of a kind, and a
// detail, a format for what is known about this one.
type words struct{ title, detail string }

// A problem is an error for the caller. The cause is for the log alone.
type problem struct {
	*kind
	field   string          // the request's key it is about, if any
	args    []any           // for the detail
	detail  *bot.InputError // words the detail instead, if set
	headers http.Header     // to send with it
	cause   error
}

func (p *problem) Error() string {
	if p.cause != nil {
		return p.name + ": " + p.cause.Error()
	}
	return p.name
}

func (p *problem) Unwrap() error { return p.cause }

// about makes a problem of this kind about a key of the request.
func (k *kind) about(field string, args ...any) *problem {
	return &problem{kind: k, field: field, args: args}
}

// because makes a problem of this kind with a cause for the log.
func (k *kind) because(cause error, args ...any) *problem {
	return &problem{kind: k, cause: cause, args: args}
}

// with adds a header to the response.
func (p *problem) with(name, value string) *problem {
	if p.headers == nil {
		p.headers = http.Header{}
	}
	p.headers.Set(name, value)
	return p
}

// asProblem maps any error of a handler to a row of the table.
func asProblem(err error) *problem {
	var p *problem
	var in *bot.InputError
	var tooLarge *http.MaxBytesError
	switch {
	case errors.As(err, &p):
		return p
	case errors.As(err, &in):
		return &problem{kind: inputKind(in.Code), field: in.Field, detail: in, cause: err}
	case errors.As(err, &tooLarge):
		return bodyTooLarge.because(err, tooLarge.Limit).with("Connection", "close")
	case errors.Is(err, context.Canceled):
		return clientGone.because(err)
	case errors.Is(err, context.DeadlineExceeded):
		return tooSlow.because(err)
	case errors.Is(err, bot.ErrBusy):
		return busy.because(err).with("Retry-After", "1")
	case errors.Is(err, bot.ErrUnavailable):
		return unavailable.because(err).with("Retry-After", "5")
	case errors.Is(err, bot.ErrInvalid):
		return badRequest.because(err)
	}
	return internal.because(err)
}

func inputKind(code string) *kind {
	switch code {
	case bot.InputEmpty:
		return emptyQuestion
	case bot.InputTooLong:
		return questionTooLong
	case bot.InputEncoding:
		return badEncoding
	case bot.InputRange:
		return outOfRange
	}
	return unknownValue
}

// problemJSON is the body of a problem (RFC 9457, section 3.1) with two
// extension members.
type problemJSON struct {
	Type      string `json:"type"`
	Title     string `json:"title"`
	Status    int    `json:"status"`
	Detail    string `json:"detail"`
	Field     string `json:"field,omitempty"`
	RequestID string `json:"request_id,omitempty"`
}

// problemType is where [Service.problemPage] explains a kind: a relative
// reference, so that it leads somewhere wherever the service runs.
func problemType(name string) string { return "/problems/" + name }

// body words the problem in a language.
func (p *problem) body(language, requestID string) problemJSON {
	w := p.in(language)
	b := problemJSON{Type: problemType(p.name), Title: w.title, Status: p.status, Field: p.field, RequestID: requestID}
	switch {
	case p.detail != nil:
		b.Detail = p.detail.Message(language)
	case len(p.args) > 0:
		b.Detail = fmt.Sprintf(w.detail, p.args...)
	default:
		b.Detail = w.detail
	}
	return b
}

// in is the kind's words in a language; Turkish unless it is English.
func (k *kind) in(language string) words {
	if language == "en" {
		return k.en
	}
	return k.tr
}

// writeProblem sends the problem as application/problem+json.
func writeProblem(w *response, p *problem, language string) {
	h := w.Header()
	for name, values := range p.headers {
		h[name] = values
	}
	h.Set("Content-Language", language)
	w.writeJSON(p.status, problemJSONType, p.body(language, w.id))
}

// encodeJSON writes v as JSON without escaping <, > and &: what is quoted is
// readable in a terminal, and nothing of this is ever inside HTML.
func encodeJSON(b *bytes.Buffer, v any) error {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	return e.Encode(v)
}
