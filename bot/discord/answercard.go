package discord

import (
	"github.com/bwmarrin/discordgo"

	"alinti/bot/render"
)

// answerCard puts a message of an answer and its buttons together. Components
// have the context's button beside its quote and the others in the last
// container; elsewhere all buttons are in rows below.
func answerCard(form render.DiscordForm, m render.DiscordMessage, u under) card {
	if form == render.FormComponents {
		return card{form: form, layout: containers(m, u)}
	}
	c := cardOf(m)
	c.form = form
	var contexts []discordgo.MessageComponent
	for _, i := range m.Quotes {
		if b, ok := u.contexts[i]; ok {
			contexts = append(contexts, b)
		}
	}
	c.rows = inRows(contexts, u.links, u.ends)
	return c
}

func containers(m render.DiscordMessage, u under) []discordgo.MessageComponent {
	var out []discordgo.MessageComponent
	for n, c := range m.Containers {
		box := discordgo.Container{AccentColor: &c.Color}
		for _, p := range c.Parts {
			if p.Ruled {
				box.Components = append(box.Components, discordgo.Separator{})
			}
			box.Components = append(box.Components, part(p, u))
		}
		if n == len(m.Containers)-1 {
			box.Components = append(box.Components, inRows(u.links, u.ends)...)
		}
		out = append(out, box)
	}
	return out
}

// part is a text, with the button of its quote beside it if there is one: a
// section cannot be without.
func part(p render.DiscordPart, u under) discordgo.MessageComponent {
	text := discordgo.TextDisplay{Content: p.Text}
	if b, ok := u.contexts[p.Quote]; ok {
		return discordgo.Section{Components: []discordgo.MessageComponent{text}, Accessory: b}
	}
	return text
}
