package bot_test

import (
	"testing"

	"alinti/bot"
)

// Turns that a door keeps itself complete a question as those that the bot
// remembers do.
func TestAfterIsAConversation(t *testing.T) {
	b := seedBot(t)
	turns := []string{"Anlaşmayı kim imzaladı?", "ne zaman?", "Merhaba", " ", "peki nerede?"}
	var remembered bot.Answer
	for i, text := range turns {
		if text == " " {
			continue
		}
		var err error
		if remembered, err = b.Ask(t.Context(), bot.Question{Text: text, Conversation: "one"}); err != nil {
			t.Fatal(err)
		}
		told, err := b.Ask(t.Context(), bot.Question{Text: text, After: turns[:i]})
		if err != nil || told.Resolved != remembered.Resolved || told.ID != remembered.ID {
			t.Errorf("%q after %q: %q %s, %v; remembered %q %s", text, turns[:i], told.Resolved, told.ID, err, remembered.Resolved, remembered.ID)
		}
	}
	if remembered.Resolved != "Anlaşmayı nerede imzaladı?" {
		t.Errorf("the last is understood as %q", remembered.Resolved)
	}
	many := append([]string{"Ticaret ne durumda?"}, make([]string, bot.MaxAfter)...)
	if a, err := b.Ask(t.Context(), bot.Question{Text: "peki ekonomi?", After: many}); err != nil || a.Resolved != "" {
		t.Errorf("a turn that is too long ago counts: %q, %v", a.Resolved, err)
	}
}
