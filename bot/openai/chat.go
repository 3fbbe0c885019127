package openai

import (
	"bytes"
	"context"
	"encoding/json"
	"net/http"
	"strings"

	"alinti/bot"
)

// chatResponse is a chat completion or, when streamed, a chunk of one.
type chatResponse struct {
	ID      string      `json:"id"`
	Object  string      `json:"object"`
	Created int64       `json:"created"`
	Model   string      `json:"model"`
	Choices []choice    `json:"choices"`
	Usage   *usage      `json:"usage,omitempty"`
	Alinti  *bot.Answer `json:"alinti,omitempty"`
}

type choice struct {
	Index        int     `json:"index"`
	Message      *reply  `json:"message,omitempty"`
	Delta        *reply  `json:"delta,omitempty"`
	FinishReason *string `json:"finish_reason"`
}

type reply struct {
	Role        string       `json:"role,omitempty"`
	Content     *string      `json:"content,omitempty"`
	Annotations []annotation `json:"annotations,omitempty"`
}

// usage is of tokens. Retrieval uses none, and what a model used for its
// choice is not the caller's, so all are 0; clients want them to be there.
type usage struct {
	Prompt     int `json:"prompt_tokens"`
	Completion int `json:"completion_tokens"`
	Total      int `json:"total_tokens"`
}

// chat answers POST /v1/chat/completions.
func (d *door) chat(w http.ResponseWriter, r *http.Request) {
	req, err := readRequest(w, r)
	if err != nil {
		d.fail(w, r, err)
		return
	}
	q, err := req.question()
	if err != nil {
		d.fail(w, r, err)
		return
	}
	q.Fallback = d.Language(r)
	ctx, cancel := context.WithTimeout(r.Context(), d.Timeout)
	defer cancel()
	answer, err := d.Asker.Ask(ctx, q)
	if err != nil {
		d.fail(w, r, err)
		return
	}
	base := chatResponse{ID: "chatcmpl-" + answer.ID, Created: d.Now().Unix(), Model: modelAuto}
	if req.Model == modelRetrieval {
		base.Model = modelRetrieval
	}
	if req.Stream {
		d.stream(w, r, base, answer, req.StreamOptions != nil && req.StreamOptions.IncludeUsage)
		return
	}
	stop := "stop"
	base.Object, base.Usage, base.Alinti = "chat.completion", &usage{}, &answer
	base.Choices = []choice{{Message: &reply{Role: "assistant", Content: &answer.Text, Annotations: d.annotations(r, answer)}, FinishReason: &stop}}
	d.reply(w, base)
}

// stream sends the answer in the chunks of a streamed completion, a line of
// text each. It is known whole before the first: what has been quoted is never
// taken back.
func (d *door) stream(w http.ResponseWriter, r *http.Request, base chatResponse, answer bot.Answer, withUsage bool) {
	h := w.Header()
	h.Set("Content-Type", "text/event-stream")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Accel-Buffering", "no")
	flush := http.NewResponseController(w)
	base.Object = "chat.completion.chunk"
	send := func(c chatResponse) {
		_, _ = w.Write([]byte("data: "))
		_, _ = w.Write(encode(c))
		_, _ = w.Write([]byte("\n"))
		_ = flush.Flush()
	}
	chunk := func(delta reply, finish *string) chatResponse {
		c := base
		c.Choices = []choice{{Delta: &delta, FinishReason: finish}}
		return c
	}
	empty, stop := "", "stop"
	send(chunk(reply{Role: "assistant", Content: &empty}, nil))
	for line := range strings.SplitAfterSeq(answer.Text, "\n") {
		send(chunk(reply{Content: &line}, nil))
	}
	last := chunk(reply{Annotations: d.annotations(r, answer)}, &stop)
	last.Alinti = &answer
	send(last)
	if withUsage {
		c := base
		c.Choices, c.Usage = []choice{}, &usage{}
		send(c)
	}
	_, _ = w.Write([]byte("data: [DONE]\n\n"))
	_ = flush.Flush()
}

// reply answers with JSON.
func (d *door) reply(w http.ResponseWriter, v any) {
	h := w.Header()
	h.Set("Content-Type", "application/json")
	h.Set("Cache-Control", "no-store")
	_, _ = w.Write(encode(v))
}

// encode is JSON on one line; the types here cannot fail to encode.
func encode(v any) []byte {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	_ = e.Encode(v)
	return b.Bytes()
}
