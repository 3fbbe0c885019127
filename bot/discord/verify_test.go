package discord_test

import (
	"fmt"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/discord/discordtest"
	"alinti/bot/render"
)

// onMessage is a message command as Discord delivers it.
func onMessage(id int, name string, message map[string]any) map[string]any {
	return interaction(id, 2, "tr", map[string]any{
		"id": "1", "name": name, "type": 3, "target_id": "400000000000000005",
		"resolved": map[string]any{"messages": map[string]any{"400000000000000005": message}},
	})
}

func said(content string) map[string]any {
	return map[string]any{"id": "400000000000000005", "channel_id": channel, "content": content, "author": map[string]any{"id": user}}
}

func TestVerify(t *testing.T) {
	w := open(t, asker(echo), withArticles(t))
	doc := bottest.Seeds(t).Documents[1]
	quote := doc.Slice(doc.Sentences[0].Span)
	wrong := strings.Replace(quote, "9,8", "8,9", 1)
	for n, c := range []struct {
		text  string
		color int
		want  []string
	}{
		{"“" + quote + "”", render.ColorAnswered, []string{"1 / 1", "✅", "1. paragraf"}},
		{"> " + quote + "\n\nve “" + wrong + "”", render.ColorContradicted, []string{"1 / 2", "✅", "❌", "8,9", "9,8"}},
		{"“bunu hiç kimse hiçbir yerde söylemedi zaten”", render.ColorContradicted, []string{"0 / 1", "❌"}},
		{"alıntı yok", render.ColorRefused, []string{"Alıntı bulunamadı"}},
		{strings.Repeat("“bu cümle makalelerde hiçbir zaman geçmedi” ", 120), render.ColorContradicted, []string{"alıntı daha"}},
	} {
		w.Send("INTERACTION_CREATE", slash(2*n+1, "verify", "tr", map[string]any{"name": "text", "type": 3, "value": c.text}))
		w.Send("INTERACTION_CREATE", onMessage(2*n+2, "Check quotes", said(c.text)))
		for id := 2*n + 1; id <= 2*n+2; id++ {
			m := w.AwaitMessage(token(id), shown)
			all := fmt.Sprint(m.Embeds)
			for _, want := range c.want {
				if !strings.Contains(all, want) {
					t.Errorf("%.60q: says %s, want %q in it", c.text, all, want)
				}
			}
			if m.Embeds[0].Color != c.color || !m.Private() {
				t.Errorf("%.60q: colour %x, flags %d; want %x, 64", c.text, m.Embeds[0].Color, m.Flags, c.color)
			}
		}
	}
}

// The bot's own answer, as Discord shows it after its trimming, holds: on
// Discord by the message command, and for `alinti verify` as a text.
func TestOwnAnswersVerify(t *testing.T) {
	w, m := asked(t, sentences(t))
	var embeds []map[string]any
	var text []string
	for _, e := range m.Embeds {
		embeds = append(embeds, map[string]any{"title": e.Title, "description": e.Description})
		text = append(text, e.Author.Name, e.Title, e.Description, e.Footer.Text)
		for _, f := range e.Fields {
			text = append(text, f.Name, f.Value)
		}
	}
	answer := said("")
	answer["embeds"] = embeds
	w.Send("INTERACTION_CREATE", onMessage(2, "Check quotes", answer))
	if got := w.AwaitMessage(token(2), shown); !strings.Contains(got.Embeds[0].Title, "3 / 3") {
		t.Errorf("own answer: %+v, want three quotes that hold", got.Embeds)
	}
	got, err := bot.NewVerifier(bottest.Seeds(t)).Text(strings.Join(text, "\n\n"))
	if err != nil || !got.OK() || len(got.Verdicts) != 3 {
		t.Errorf("the whole message as a text: %+v, %v; want three quotes that hold", got, err)
	}
}

func TestAskThis(t *testing.T) {
	w := open(t, earlyAsker(instant))
	w.Send("INTERACTION_CREATE", onMessage(1, "Ask this", said("<@123> kaç asker?")))
	m := w.AwaitMessage(token(1), shown)
	if m.Embeds[0].Author.Name != "kaç asker?" || m.Flags != 0 {
		t.Errorf("asked %q with flags %d, want the message's text, for all", m.Embeds[0].Author.Name, m.Flags)
	}
	gone := interaction(2, 2, "tr", map[string]any{"id": "1", "name": "Ask this", "type": 3, "target_id": "1"})
	w.Send("INTERACTION_CREATE", gone)
	w.AwaitMessage(token(2), func(m discordtest.Message) bool { return !m.Waiting })
}
