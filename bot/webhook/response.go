package webhook

import (
	"bytes"
	"net/http"
	"strconv"
	"sync"

	"alinti/bot"
)

// A response is what a handler writes to. It remembers what the log and the
// counters want to know, and in which language an error is to be worded.
type response struct {
	http.ResponseWriter
	id        string // the request's
	language  string // "tr", "en", or "" as long as nothing is known
	status    int    // sent; 0 while nothing has been
	bytes     int64  // of the body sent
	webhookID string // of a signed request, verified
	gzip      bool   // the caller takes it
	draining  bool   // the service is about to stop
	cause     error  // what the log should say about an error

	values [2]string // of headers that each reply has its own of
}

// own makes a header of the reply's own value, in the i-th place for them.
func (w *response) own(h http.Header, i int, name, value string) {
	w.values[i] = value
	h[name] = w.values[i : i+1 : i+1]
}

// WriteHeader remembers the first final status.
func (w *response) WriteHeader(status int) {
	if w.status == 0 && status >= 200 {
		w.status = status
	}
	w.ResponseWriter.WriteHeader(status)
}

func (w *response) Write(b []byte) (int, error) {
	if w.status == 0 {
		w.status = http.StatusOK
	}
	n, err := w.ResponseWriter.Write(b)
	w.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach what is wrapped.
func (w *response) Unwrap() http.ResponseWriter { return w.ResponseWriter }

// Flush sends what has been written so far.
func (w *response) Flush() { _ = http.NewResponseController(w.ResponseWriter).Flush() }

// Header values that are sent as they are. A header map holds them without a
// new slice each time; nobody writes to them.
var (
	jsonType        = []string{"application/json"}
	problemJSONType = []string{"application/problem+json"}
	noStore         = []string{"no-store"}
	noSniff         = []string{"nosniff"}
	gzipCoding      = []string{"gzip"}
	closing         = []string{"close"}
	turkish         = []string{"tr"}
	english         = []string{"en"}
)

// contentLanguage is the header's value for the language of an answer.
func contentLanguage(language string) []string {
	if language == "en" {
		return english
	}
	return turkish
}

// buffers holds the memory of replies between requests.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// maxPooled is the most memory of a buffer that is kept.
const maxPooled = 64 << 10

// writeJSON sends v with a status. Nothing is written when v cannot be encoded.
func (w *response) writeJSON(status int, contentType []string, v any) error {
	b := buffers.Get().(*bytes.Buffer)
	defer func() {
		if b.Cap() <= maxPooled {
			b.Reset()
			buffers.Put(b)
		}
	}()
	if err := encodeJSON(b, v); err != nil {
		return internal.because(err)
	}
	return w.writeBytes(status, contentType, b.Bytes())
}

// answers holds the memory of answers as JSON between requests.
var answers = sync.Pool{New: func() any { return new([]byte) }}

// writeAnswer sends an answer.
func (w *response) writeAnswer(a *bot.Answer) error {
	room := answers.Get().(*[]byte)
	body, err := a.AppendJSON((*room)[:0])
	if err != nil {
		return internal.because(err)
	}
	err = w.writeBytes(http.StatusOK, jsonType, append(body, '\n'))
	if *room = body; cap(body) <= maxPooled {
		answers.Put(room)
	}
	return err
}

// writeBytes sends a body with a status.
func (w *response) writeBytes(status int, contentType []string, body []byte) error {
	h := w.Header()
	h["Content-Type"] = contentType
	if w.gzip {
		h.Add("Vary", "Accept-Encoding")
		if len(body) >= minGzip {
			body = compress(body)
			h["Content-Encoding"] = gzipCoding
		}
	}
	w.own(h, 1, "Content-Length", strconv.Itoa(len(body)))
	if h["Cache-Control"] == nil {
		h["Cache-Control"] = noStore
	}
	w.WriteHeader(status)
	if _, err := w.Write(body); err != nil {
		return clientGone.because(err)
	}
	return nil
}
