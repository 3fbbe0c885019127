package openai

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strings"
	"unicode/utf8"

	"alinti/bot"
)

// chatRequest is what of a request is read. The rest steers models and means
// nothing here.
type chatRequest struct {
	Model          string    `json:"model"`
	Messages       []message `json:"messages"`
	N              *int      `json:"n"`
	Stream         bool      `json:"stream"`
	StreamOptions  *options  `json:"stream_options"`
	ResponseFormat *format   `json:"response_format"`
}

type options struct {
	IncludeUsage bool `json:"include_usage"`
}

type format struct {
	Type string `json:"type"`
}

type message struct {
	Role    string  `json:"role"`
	Content content `json:"content"`
}

// content is a text, or a list of parts of which the texts are read.
type content string

// UnmarshalJSON reads either form; null, as beside tool calls, is empty.
func (c *content) UnmarshalJSON(b []byte) error {
	var text string
	if b[0] != '[' {
		err := json.Unmarshal(b, &text)
		*c = content(text)
		return err
	}
	var parts []struct {
		Type string `json:"type"`
		Text string `json:"text"`
	}
	if err := json.Unmarshal(b, &parts); err != nil {
		return err
	}
	var texts []string
	for _, p := range parts {
		if p.Type == "text" {
			texts = append(texts, p.Text)
		}
	}
	*c = content(strings.Join(texts, "\n"))
	return nil
}

// readRequest reads and checks a chat request.
func readRequest(w http.ResponseWriter, r *http.Request) (chatRequest, error) {
	var req chatRequest
	if media, _, err := mime.ParseMediaType(r.Header.Get("Content-Type")); err != nil || media != "application/json" {
		return req, &apiError{status: http.StatusUnsupportedMediaType, code: "unsupported_media_type",
			tr: "Content-Type application/json olmalı.", en: "Content-Type must be application/json."}
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxBody))
	if err != nil {
		var tooLarge *http.MaxBytesError
		if errors.As(err, &tooLarge) {
			return req, err
		}
		return req, invalid("", "İstek okunamadı.", "The request could not be read.")
	}
	if !utf8.Valid(body) {
		return req, invalid("", "İstek geçerli UTF-8 değil.", "The request is not valid UTF-8.")
	}
	if err := json.Unmarshal(body, &req); err != nil || bytes.TrimSpace(body)[0] != '{' {
		return req, malformed(err)
	}
	if req.N != nil && *req.N != 1 {
		return req, invalid("n", "Yalnızca bir yanıt verilebilir: n 1 olmalı.", "There is one answer: n must be 1.")
	}
	if f := req.ResponseFormat; f != nil && f.Type != "" && f.Type != "text" {
		return req, invalid("response_format", "Yanıtın metni makalelerden alıntıdır; yalnızca text biçimi olur. JSON için POST /v1/ask.",
			"The text is quoted from articles; the format can only be text. For JSON use POST /v1/ask.")
	}
	return req, nil
}

// malformed tells a wrong type from broken JSON.
func malformed(err error) *apiError {
	var wrong *json.UnmarshalTypeError
	if errors.As(err, &wrong) {
		return invalid(wrong.Field, "Yanlış türde bir değer: "+wrong.Field, "A value of the wrong type: "+wrong.Field)
	}
	return invalid("", "İstek geçerli bir JSON nesnesi değil.", "The request is not a valid JSON object.")
}

// question is the last thing the user said, after what the user said before.
func (req chatRequest) question() (bot.Question, error) {
	for i := len(req.Messages) - 1; i >= 0; i-- {
		if m := req.Messages[i]; m.Role == "user" {
			q := bot.Question{Text: string(m.Content), After: said(req.Messages[:i])}
			if req.Model == modelRetrieval {
				q.Mode = bot.ModeRetrieval
			}
			return q, nil
		}
	}
	return bot.Question{}, invalid("messages", "messages içinde role değeri user olan bir ileti olmalı.", "messages must hold one with the role user.")
}

// said is what the user said, as far back as it counts.
func said(messages []message) []string {
	var all []string
	for _, m := range messages {
		if m.Role == "user" {
			all = append(all, string(m.Content))
		}
	}
	return all[max(0, len(all)-bot.MaxAfter):]
}
