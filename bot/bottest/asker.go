// Package bottest holds fakes for the interfaces of bot, and the bot as it is
// on its two articles, for the tests of the packages that use them. All are
// small and deterministic.
package bottest

import (
	"context"

	"alinti/bot"
)

// Asker is a [bot.Asker] that answers from a func.
type Asker func(ctx context.Context, q bot.Question) (bot.Answer, error)

// Ask calls the func.
func (f Asker) Ask(ctx context.Context, q bot.Question) (bot.Answer, error) { return f(ctx, q) }
