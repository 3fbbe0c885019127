package mcp

import (
	"context"
	"errors"
	"log/slog"

	"alinti/bot"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

const askDescription = `Answers a question about the articles, in Turkish or English, with sentences quoted word for word, each with its article, date, paragraph and byte positions. When "answered" is false the articles do not answer; "closest" then holds the nearest passages, which are not an answer.`

type askInput struct {
	Question string `json:"question" jsonschema:"what is asked, at most 1000 characters"`
	Quotes   int    `json:"quotes,omitempty" jsonschema:"the most quotes wanted, 1 to 10; 3 if left out"`
	Mode     string `json:"mode,omitempty" jsonschema:"auto, or retrieval, which never asks a model"`
	Language string `json:"language,omitempty" jsonschema:"of the reply, tr or en; the question's if left out"`
}

func (d *Door) ask(ctx context.Context, _ *sdk.CallToolRequest, in askInput) (*sdk.CallToolResult, bot.Answer, error) {
	ctx, cancel := context.WithTimeout(ctx, d.Timeout)
	defer cancel()
	a, err := d.Asker.Ask(ctx, bot.Question{Text: in.Question, Quotes: in.Quotes, Mode: in.Mode, Language: in.Language})
	if err != nil {
		return nil, bot.Answer{}, d.told(ctx, err)
	}
	return nil, a, nil
}

// told words an error for the caller; the log alone sees a cause.
func (d *Door) told(ctx context.Context, err error) error {
	var in *bot.InputError
	switch {
	case errors.As(err, &in):
		return errors.New(in.Message("en"))
	case errors.Is(err, context.DeadlineExceeded):
		return errors.New("the answer was not ready in time; try again")
	case errors.Is(err, bot.ErrBusy):
		return errors.New("there are too many requests just now; try again shortly")
	}
	d.Logger.LogAttrs(ctx, slog.LevelError, "mcp tool", slog.Any("err", err))
	return errors.New("the answer could not be made")
}
