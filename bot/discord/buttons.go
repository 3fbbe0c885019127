package discord

import (
	"strconv"

	"github.com/bwmarrin/discordgo"

	"alinti/bot"
	"alinti/bot/render"
)

// Limits of buttons, in code points and in number.
const (
	maxLabel  = 80
	maxLink   = 512
	maxInARow = 5
	maxRows   = 5
)

// rows are the buttons under a message of an answer: a context and, where the
// articles have an address, a source for each quote that begins in it; under
// the last message, further quotes and the votes.
func (d *Door) rows(a bot.Answer, m render.DiscordMessage, last bool) []discordgo.MessageComponent {
	w := wordsIn(a.Language)
	var contexts, links, ends []discordgo.MessageComponent
	for _, i := range m.Quotes {
		q := a.Quotes[i]
		if d.article(articleKey(q.Source.SHA256)) != nil {
			contexts = append(contexts, button(numbered(w.context, q.N, len(a.Quotes)), contextID(q), "📖"))
		}
		if link := d.linkTo(q); link != "" {
			links = append(links, discordgo.Button{Label: numbered(w.source, q.N, len(a.Quotes)), Style: discordgo.LinkButton, URL: link})
		}
	}
	if last && a.Answered {
		if d.mayHaveMore(a) {
			ends = append(ends, button(w.more, customID{action: actionMore}, "➕"))
		}
		if d.keeper != nil {
			ends = append(ends, thumb(actionUp, a.ID, "👍"), thumb(actionDown, a.ID, "👎"))
		}
	}
	return inRows(contexts, links, ends)
}

// mayHaveMore reports whether the next quotes can be asked for: the question
// must stand on the message whole, since the button finds it there, and the
// answer must have been full, or chosen by a model from more.
func (d *Door) mayHaveMore(a bot.Answer) bool {
	whole := len([]rune(a.Question)) <= render.DiscordAuthor && render.Visible(a.Question) == a.Question
	return whole && (len(a.Quotes) >= bot.DefaultQuotes || a.Mode == bot.ModeLLM)
}

func contextID(q bot.Quote) customID {
	return customID{action: actionContext, args: []string{
		articleKey(q.Source.SHA256), strconv.Itoa(q.Paragraph), strconv.Itoa(q.Start), strconv.Itoa(q.End),
	}}
}

func (d *Door) linkTo(q bot.Quote) string {
	if d.link == nil {
		return ""
	}
	if link := d.link(q); len([]rune(link)) <= maxLink {
		return link
	}
	return ""
}

func numbered(label string, n, of int) string {
	if of > 1 {
		label += " " + strconv.Itoa(n)
	}
	return label
}

func button(label string, id customID, emoji string) discordgo.Button {
	return discordgo.Button{
		Label: label, Style: discordgo.SecondaryButton, CustomID: id.String(), Emoji: &discordgo.ComponentEmoji{Name: emoji},
	}
}

func thumb(action, answerID, emoji string) discordgo.Button {
	return discordgo.Button{
		Style: discordgo.SecondaryButton, CustomID: customID{action, []string{answerID}}.String(), Emoji: &discordgo.ComponentEmoji{Name: emoji},
	}
}

// inRows puts each group of buttons into rows of its own, as far as there is room.
func inRows(groups ...[]discordgo.MessageComponent) []discordgo.MessageComponent {
	var rows []discordgo.MessageComponent
	for _, g := range groups {
		for len(g) > 0 && len(rows) < maxRows {
			n := min(len(g), maxInARow)
			rows = append(rows, discordgo.ActionsRow{Components: g[:n]})
			g = g[n:]
		}
	}
	return rows
}
