package llm

import (
	"context"
	"errors"
	"net/http"

	openai "github.com/sashabaranov/go-openai"
)

// judge says what a failed attempt means. The library's error may hold the
// service's text, and its text may hold the key or the prompt, so none of it is kept.
func judge(ctx context.Context, status int, err error) error {
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		return &fault{kind: ErrUnavailable, what: "the asker left"}
	case ctx.Err() != nil:
		return &fault{kind: ErrUnavailable, what: "no reply within the deadline", trips: true}
	case errors.Is(err, errRedirect):
		return &fault{kind: ErrUnavailable, what: errRedirect.Error()}
	case status == http.StatusTooManyRequests:
		return &fault{kind: ErrUnavailable, what: "the service wants fewer requests", status: status, retry: true, trips: true}
	case status >= 500:
		return &fault{kind: ErrUnavailable, what: "the service failed", status: status, retry: true, trips: true}
	case status == http.StatusUnauthorized || status == http.StatusForbidden:
		return &fault{kind: ErrUnavailable, what: "the service refuses the key; check llm.api_key", status: status}
	case status == http.StatusNotFound:
		return &fault{kind: ErrUnavailable, what: "no such model or address; check llm.model and llm.base_url", status: status}
	case status >= 400:
		return &fault{kind: ErrUnavailable, what: "the service refuses the request", status: status}
	case status != 0:
		return brokenBody(err)
	}
	return &fault{kind: ErrUnavailable, what: "the service cannot be reached", retry: true, trips: true}
}

// brokenBody is for a 2xx response that could not be read as JSON: one that the
// network broke off is the service failing, anything else is nonsense.
func brokenBody(err error) error {
	switch {
	case errors.Is(err, errBroke):
		return &fault{kind: ErrUnavailable, what: errBroke.Error(), retry: true, trips: true}
	case errors.Is(err, errTooLong):
		return &fault{kind: ErrUnusable, what: errTooLong.Error()}
	}
	return &fault{kind: ErrUnusable, what: "the reply is not what the protocol says"}
}

// read takes the text out of a response. Only a reply that says it has come to
// its end counts: one that was cut, filtered or is of a tool is no answer.
func (c *Client) read(res openai.ChatCompletionResponse) (Reply, error) {
	prompt, completion := max(0, res.Usage.PromptTokens), max(0, res.Usage.CompletionTokens)
	c.counters.add(func(s *Stats) {
		s.PromptTokens += uint64(prompt)
		s.CompletionTokens += uint64(completion)
	})
	if len(res.Choices) == 0 {
		return Reply{}, &fault{kind: ErrUnusable, what: "the reply holds no choice"}
	}
	choice := res.Choices[0]
	switch choice.FinishReason {
	case openai.FinishReasonStop:
	case openai.FinishReasonLength:
		return Reply{}, &fault{kind: ErrUnusable, what: "the reply reached llm.max_tokens before its end"}
	default:
		return Reply{}, &fault{kind: ErrUnusable, what: "the reply does not say that it is finished"}
	}
	if choice.Message.Content == "" {
		return Reply{}, &fault{kind: ErrUnusable, what: "the reply is empty"}
	}
	return Reply{Text: choice.Message.Content, PromptTokens: prompt, CompletionTokens: completion, Model: res.Model}, nil
}
