package discord

import (
	"regexp"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// questionOn is the question that stands above the first quote of an answer.
func questionOn(m *discordgo.Message) string {
	if m == nil {
		return ""
	}
	if texts := displayed(m.Components); len(texts) > 0 {
		line, _, _ := strings.Cut(texts[0], "\n")
		question, ok := strings.CutPrefix(line, headingMark)
		if !ok {
			return ""
		}
		return escaped.ReplaceAllString(question, "$1")
	}
	if len(m.Embeds) > 0 && m.Embeds[0].Author != nil {
		return m.Embeds[0].Author.Name
	}
	line, _, _ := strings.Cut(m.Content, "\n")
	question, ok := strings.CutPrefix(line, "**")
	if question, ok2 := strings.CutSuffix(question, "**"); ok && ok2 {
		return escaped.ReplaceAllString(question, "$1")
	}
	return ""
}

// headingMark begins the question above an answer of components.
const headingMark = "### "

// escaped matches what Markdown shows without its backslash.
var escaped = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)

// quotesOn are the custom ids of the buttons on a message, among them the
// context's for each quote that it shows.
func quotesOn(m *discordgo.Message) map[string]bool {
	ids := map[string]bool{}
	walk(m.Components, func(c discordgo.MessageComponent) {
		if b, ok := c.(*discordgo.Button); ok {
			ids[b.CustomID] = true
		}
	})
	return ids
}

// textOf is all that a message says: its own text, that of embeds, and that of
// components, in which the bot's own answers quote. A question above an answer
// is not said by it.
func textOf(m *discordgo.Message) string {
	parts := []string{m.Content}
	for _, e := range m.Embeds {
		parts = append(parts, e.Description)
	}
	for i, text := range displayed(m.Components) {
		if line, rest, _ := strings.Cut(text, "\n"); i == 0 && strings.HasPrefix(line, headingMark) {
			text = rest
		}
		parts = append(parts, text)
	}
	return strings.TrimSpace(strings.Join(parts, "\n\n"))
}

// displayed are the texts of components, from the top down.
func displayed(cs []discordgo.MessageComponent) []string {
	var out []string
	walk(cs, func(c discordgo.MessageComponent) {
		if t, ok := c.(*discordgo.TextDisplay); ok {
			out = append(out, t.Content)
		}
	})
	return out
}

// walk visits components as Discord delivers them, those inside others too.
func walk(cs []discordgo.MessageComponent, visit func(discordgo.MessageComponent)) {
	for _, c := range cs {
		visit(c)
		switch c := c.(type) {
		case *discordgo.ActionsRow:
			walk(c.Components, visit)
		case *discordgo.Container:
			walk(c.Components, visit)
		case *discordgo.Section:
			walk(c.Components, visit)
			walk([]discordgo.MessageComponent{c.Accessory}, visit)
		}
	}
}
