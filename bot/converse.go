package bot

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"alinti/bot/dialogue"
	"alinti/bot/llm"
	"alinti/prompts"
)

// recall returns the earlier questions of the question's conversation: those it
// brings along, else those that are remembered under its key.
func (b *Bot) recall(q Question) []string {
	if len(q.After) > 0 {
		return retold(q.After)
	}
	return b.memory.Recall(q.Conversation)
}

// remember keeps the question as it was understood; asked is what was typed. A
// greeting is no turn.
func (b *Bot) remember(asked string, q Question) {
	if q.Conversation != "" && !greets(folded(asked)) {
		b.memory.Add(q.Conversation, q.Text)
	}
}

// understand notes what was asked, and how it was understood.
func (a *Answer) understand(asked, understood string) {
	a.Question = asked
	if understood != asked {
		a.Resolved = understood
	}
}

// rewritten is the follow-up as the model has it; the rules' reading stands when
// the model fails. The error is nil unless the service cannot be reached, when
// it is no use to ask it a second time for the same question.
func (b *Bot) rewritten(ctx context.Context, history []string, asked string, q Question) (string, error) {
	byRules := q.Text
	q.Text = asked
	text, err := rewrite(ctx, b.model, history, q)
	if err == nil {
		return text, nil
	}
	b.log.WarnContext(ctx, "follow-up resolved by rules", "err", err)
	if errors.Is(err, llm.ErrUnusable) && ctx.Err() == nil {
		err = nil
	}
	return byRules, err
}

// A timed model says how long a question may take of its time, however often it
// is asked for it.
type timed interface{ Timeout() time.Duration }

// modelTime bounds what the model may take for one question: a follow-up is put
// to it twice.
func (b *Bot) modelTime(ctx context.Context) (context.Context, context.CancelFunc) {
	if m, ok := b.model.(timed); ok {
		return context.WithTimeout(ctx, m.Timeout())
	}
	return context.WithCancel(ctx)
}

// retold is what [dialogue.Memory] would hold had these questions been asked in
// a row, of rules alone. What is no question is passed over.
func retold(asked []string) []string {
	var history []string
	for _, text := range asked[max(0, len(asked)-MaxAfter):] {
		q, err := checked(Question{Text: text})
		if err != nil || greets(folded(q.Text)) {
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
