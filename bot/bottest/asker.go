// Package bottest holds fakes for the interfaces of bot, for the tests of the
// packages that use them. They are small and deterministic.
package bottest

import (
	"context"

	"alinti/bot"
)

// Asker is a [bot.Asker] that answers from a func.
type Asker func(ctx context.Context, q bot.Question) (bot.Answer, error)

// Ask calls the func.
func (f Asker) Ask(ctx context.Context, q bot.Question) (bot.Answer, error) { return f(ctx, q) }
