package bot

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"alinti/bot/dialogue"
	"alinti/bot/llm"
	"alinti/prompts"
)

// understood returns the question in a form that stands alone, by the earlier
// turns of its conversation: as the model has it if there is one, else, and
// whenever the model fails, by rules.
func (b *Bot) understood(ctx context.Context, q Question) string {
	if q.Conversation == "" && len(q.After) == 0 {
		return q.Text
	}
	history := b.memory.Recall(q.Conversation)
	if len(q.After) > 0 {
		history = retold(q.After)
	}
	text, leans := dialogue.Resolve(history, q.Text)
	if leans && b.model != nil && q.Mode != ModeRetrieval {
		if better, err := rewrite(ctx, b.model, history, q); err == nil {
			text = better
		} else {
			b.log.WarnContext(ctx, "follow-up resolved by rules", "err", err)
		}
	}
	if !greets(q.Text) {
		b.memory.Add(q.Conversation, text)
	}
	return text
}

// retold is what [dialogue.Memory] would hold had these questions been asked in
// a row, of rules alone. What is no question is passed over.
func retold(asked []string) []string {
	var history []string
	for _, text := range asked[max(0, len(asked)-MaxAfter):] {
		q, err := checked(Question{Text: text})
		if err != nil || greets(q.Text) {
			continue
		}
		resolved, _ := dialogue.Resolve(history, q.Text)
		history = append(history, resolved)
	}
	return history
}

// rewrite asks the model for the question in a form that stands alone. What it
// returns is searched for and shown as what was understood, never quoted.
func rewrite(ctx context.Context, m Model, history []string, q Question) (string, error) {
	p := prompts.Rewrite{Question: q.Text, Language: q.Language, Turns: history}.Prompt()
	var got struct {
		Question string `json:"question"`
	}
	_, err := m.Complete(ctx, llm.Request{
		System: p.System, User: p.User, Schema: p.Schema, SchemaName: p.SchemaName,
		Accept: func(text string) error {
			if err := json.Unmarshal(jsonObject(text), &got); err != nil {
				return llm.Unusable("the reply is not the JSON asked for")
			}
			got.Question = prompts.Clean(got.Question)
			if n := utf8.RuneCountInString(got.Question); n == 0 || n > MaxQuestionRunes || !strings.ContainsFunc(got.Question, unicode.IsLetter) {
				return llm.Unusable("the rewritten question is empty or too long")
			}
			return nil
		},
	})
	if err != nil {
		return "", fmt.Errorf("rewrite the follow-up: %w", err)
	}
	return got.Question, nil
}
