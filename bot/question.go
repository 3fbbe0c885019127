package bot

import (
	"context"

	"alinti/bot/dialogue"
)

// Limits of a question.
const (
	MaxQuestionRunes = 1000              // code points of a question as it was sent, the white space around it left out
	MaxQuotes        = 10                // quotes that may be asked for
	MaxAfter         = dialogue.MaxTurns // earlier questions that may complete one
	DefaultQuotes    = 3                 // quotes at most, unless more are asked for
)

// A Question is what a door hands to [Bot.Ask].
type Question struct {
	Text         string   // the asker's words; bounded and normalised by Ask
	Quotes       int      // quotes at most, 1 to MaxQuotes; 0 means DefaultQuotes
	Mode         string   // ModeAuto (also if empty) or ModeRetrieval, which never asks a model
	Language     string   // language of the reply, "tr" or "en"; empty: the question's own, else Fallback
	Fallback     string   // language of the reply when the question does not tell its own (Accept-Language, Discord locale); empty is Turkish
	Conversation string   // key of a conversation whose earlier turns may complete the question; empty: the question stands alone
	After        []string // those turns, as they were asked and oldest first, from a door that keeps them itself; the latest [MaxAfter] count
}

// ModeAuto lets a configured model choose among the sentences that retrieval found.
const ModeAuto = "auto"

// An Asker answers questions. *Bot is one; wrappers (limits, caches) are others.
// The error is of a [Kind]; a refusal is an Answer, not an error.
type Asker interface {
	Ask(ctx context.Context, q Question) (Answer, error)
}

// An EarlyAsker also hands out the retrieval answer as soon as it is known,
// when a model will be asked and may change it. early is called at most once,
// before AskEarly returns and from the same goroutine.
type EarlyAsker interface {
	AskEarly(ctx context.Context, q Question, early func(Answer)) (Answer, error)
}
