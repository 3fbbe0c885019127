package render

import (
	"slices"
	"unicode/utf8"
)

// embeds is the reply with an embed for each block, the answer's id under
// every one, in as few messages as the limits allow.
func (d *discordWriter) embeds() []DiscordMessage {
	messages := []DiscordMessage{{Content: d.lead()}}
	total := 0
	for i, b := range d.blocks {
		e := b.embed()
		e.Footer = d.footer()
		if i == 0 {
			e.Author = fit(d.question(), DiscordAuthor, keep)
		}
		m := &messages[len(messages)-1]
		if len(m.Embeds) == DiscordEmbeds || total+e.size() > DiscordTotal {
			messages, total = append(messages, DiscordMessage{}), 0
			m = &messages[len(messages)-1]
		}
		total += e.size()
		m.Embeds = append(m.Embeds, e)
		m.begins(b)
	}
	return messages
}

func (b *discordBlock) embed() DiscordEmbed {
	title := b.title + b.piece
	if b.marker != "" {
		title = b.marker + " " + title
	}
	return DiscordEmbed{Color: b.color, Title: title, Description: b.text, Fields: slices.Concat(b.sides, b.facts, b.notes)}
}

// begins notes the quote that begins in a block of the message.
func (m *DiscordMessage) begins(b discordBlock) {
	if b.quote >= 0 {
		m.Quotes = append(m.Quotes, b.quote)
	}
}

// size is what counts against DiscordTotal.
func (e DiscordEmbed) size() int {
	n := utf8.RuneCountInString(e.Author + e.Title + e.Description + e.Footer)
	for _, f := range e.Fields {
		n += utf8.RuneCountInString(f.Name + f.Value)
	}
	return n
}
