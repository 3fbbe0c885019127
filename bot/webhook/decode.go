package webhook

import (
	"bytes"
	"errors"
	"io"
	"mime"
	"net/http"
	"net/url"
	"os"
	"strings"
	"unicode/utf8"

	"alinti/bot"
)

// askKeys are the keys of a question in JSON, in the order the documentation
// lists them.
const askKeys = "question, quotes, mode, language, conversation, callback, callback_url, collection"

// askTypes are the content types of a question.
const askTypes = "application/json, text/plain, application/x-www-form-urlencoded"

// A request is what is asked and where the answer is to go.
type request struct {
	bot.Question
	later    bool   // the answer goes to callback, else it is the response
	callback string // address, or with endpoint the name of one
	endpoint bool   // callback is the name of one in the settings
}

// decoderFor is how to read a question of the request's content type.
func decoderFor(r *http.Request) (func([]byte) (request, error), error) {
	switch mediaType(r) {
	case "application/json":
		return decodeJSON, nil
	case "text/plain":
		return decodePlain, nil
	case "application/x-www-form-urlencoded":
		return decodeForm, nil
	}
	return nil, unsupportedType.about("", askTypes).with("Accept-Post", askTypes)
}

// mediaType is the request's content type, or "" when the body cannot be read
// as UTF-8 text of some type.
func mediaType(r *http.Request) string {
	h := r.Header.Get("Content-Type")
	if c := r.Header.Get("Content-Encoding"); c != "" && !strings.EqualFold(c, "identity") {
		return ""
	}
	if h == "application/json" {
		return h
	}
	media, params, err := mime.ParseMediaType(h)
	if err != nil {
		return ""
	}
	switch strings.ToLower(params["charset"]) {
	case "", "utf-8", "utf8", "us-ascii":
		return media
	}
	return ""
}

// readBody reads the request's body up to the limit.
func (s *Service) readBody(w *response, r *http.Request) ([]byte, error) {
	limit := s.config.MaxBodyBytes
	if r.ContentLength > limit {
		return nil, &http.MaxBytesError{Limit: limit}
	}
	var body []byte
	var err error
	if r.ContentLength > 0 { // net/http gives no more than that
		body = make([]byte, r.ContentLength)
		_, err = io.ReadFull(r.Body, body)
	} else {
		r.Body = http.MaxBytesReader(w.ResponseWriter, r.Body, limit)
		body, err = io.ReadAll(r.Body)
	}
	var tooLarge *http.MaxBytesError
	switch {
	case err == nil, errors.As(err, &tooLarge):
		return body, err
	case errors.Is(err, os.ErrDeadlineExceeded), errors.Is(err, io.ErrUnexpectedEOF):
		return nil, bodyTimeout.because(err).with("Connection", "close")
	}
	return nil, badRequest.because(err).with("Connection", "close")
}

// decodePlain takes the whole body as the question.
func decodePlain(body []byte) (q request, err error) {
	if !utf8.Valid(body) {
		return q, badEncoding.about("question")
	}
	q.Text = string(body)
	return q, nil
}

// decodeForm reads `text` of a form and nothing else: what sends forms (a
// slash command of a chat, say) sends many keys that mean nothing here.
func decodeForm(body []byte) (q request, err error) {
	values, err := url.ParseQuery(string(body))
	if err != nil {
		return q, malformedForm.because(err)
	}
	texts := values["text"]
	switch {
	case len(texts) == 0 && bytes.HasPrefix(body, []byte("{")):
		return q, jsonAsForm.about("") // curl -d without a header
	case len(texts) == 0:
		return q, &bot.InputError{Code: bot.InputEmpty, Field: "text"}
	case len(texts) > 1:
		return q, duplicateKey.about("text", "text")
	case !utf8.ValidString(texts[0]):
		return q, badEncoding.about("text")
	}
	q.Text = texts[0]
	return q, nil
}

// decodeJSON reads the request of the JSON contract. Language comes first, so
// that whatever else is wrong is said in it.
func decodeJSON(body []byte) (q request, err error) {
	fields, err := object(body)
	if err != nil {
		return q, err
	}
	for _, f := range fields {
		if f.key == "language" {
			if q.Language, err = choice(f, "tr", "en"); err != nil {
				return q, err
			}
		}
	}
	asked := false
	for _, f := range fields {
		switch f.key {
		case "question":
			q.Text, err = stringOf(f)
			asked = true
		case "quotes":
			q.Quotes, err = quotesOf(f)
		case "mode":
			q.Mode, err = choice(f, bot.ModeAuto, bot.ModeRetrieval)
		case "language":
		case "conversation":
			q.Conversation, err = conversationOf(f)
		case "callback", "callback_url":
			if q.later {
				return q, twoCallbacks.about(f.key)
			}
			q.later, q.endpoint = true, f.key == "callback"
			q.callback, err = stringOf(f)
		case "collection":
			err = notAvailable.about(f.key, f.key)
		default:
			err = unknownKey.about(cut(f.key), cut(f.key), askKeys)
		}
		if err != nil {
			return q, err
		}
	}
	if !asked {
		return q, &bot.InputError{Code: bot.InputEmpty, Field: "question"}
	}
	return q, nil
}

// cut shortens a key that somebody made up to 64 code points.
func cut(key string) string {
	n := 0
	for i := range key {
		if n++; n > 64 {
			return key[:i] + "…"
		}
	}
	return key
}

func stringOf(f field) (string, error) {
	if f.raw[0] != '"' {
		return "", wrongType.about(f.key, f.key, "string")
	}
	s, ok := text(f.raw)
	if !ok {
		return "", badEncoding.about(f.key)
	}
	return s, nil
}

func quotesOf(f field) (int, error) {
	n, ok := integer(f.raw)
	if !ok {
		return 0, wrongType.about(f.key, f.key, "integer")
	}
	if n < 1 || n > bot.MaxQuotes {
		return 0, &bot.InputError{Code: bot.InputRange, Field: f.key, Limit: bot.MaxQuotes}
	}
	return n, nil
}

// conversationOf is the key of a conversation as the caller chose it.
func conversationOf(f field) (string, error) {
	s, err := stringOf(f)
	if err == nil && !saneID(s) {
		err = badConversation.about(f.key, maxRequestID)
	}
	return s, err
}

// choice is a string that must be one of two.
func choice(f field, a, b string) (string, error) {
	s, err := stringOf(f)
	if err == nil && s != a && s != b {
		return "", &bot.InputError{Code: bot.InputValue, Field: f.key}
	}
	return s, err
}
