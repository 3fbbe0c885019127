package render

import "unicode/utf8"

// texts is the reply in plain content: what no permission of a channel takes
// away. Block quotes, bold and small print are Markdown, which needs none.
func (d *discordWriter) texts() []DiscordMessage {
	var head string
	if q := d.question(); q != "" {
		head = "**" + fit(q, DiscordAuthor, EscapeMarkdown) + "**"
	}
	messages := []DiscordMessage{{Content: joinLines(head, d.lead())}}
	foot := "\n-# " + d.footer()
	room := DiscordContent - utf8.RuneCountInString(foot)
	for _, b := range d.blocks {
		for _, part := range b.parts(room) {
			m := &messages[len(messages)-1]
			joined := part.Text
			if m.Content != "" {
				joined = m.Content + "\n\n" + part.Text
			}
			if utf8.RuneCountInString(joined) > room {
				messages = append(messages, DiscordMessage{})
				m, joined = &messages[len(messages)-1], part.Text
			}
			m.Content = joined
			if part.Quote >= 0 {
				m.Quotes = append(m.Quotes, part.Quote)
			}
		}
	}
	for i := range messages {
		messages[i].Content += foot
	}
	return messages
}
