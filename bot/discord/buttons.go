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

// under are the buttons of a message of an answer: for the quotes that begin
// in it the context, by index, and where the articles have an address the
// source; under the last message further quotes and the votes.
type under struct {
	contexts map[int]discordgo.Button
	links    []discordgo.MessageComponent
	ends     []discordgo.MessageComponent
}

func (d *Door) under(a bot.Answer, m render.DiscordMessage, last bool) under {
	w := wordsIn(a.Language)
	u := under{contexts: map[int]discordgo.Button{}}
	for _, i := range m.Quotes {
		q := a.Quotes[i]
		if d.article(articleKey(q.Source.SHA256)) != nil {
			u.contexts[i] = button(numbered(w.context, q.N, len(a.Quotes)), contextID(q), "📖")
		}
		if link := d.linkTo(q); link != "" {
			u.links = append(u.links, discordgo.Button{Label: numbered(w.source, q.N, len(a.Quotes)), Style: discordgo.LinkButton, URL: link})
		}
	}
	if last && a.Answered {
		if d.mayHaveMore(a) {
			u.ends = append(u.ends, button(w.more, customID{action: actionMore}, "➕"))
		}
		if d.keeper != nil {
			u.ends = append(u.ends, thumb(actionUp, a.ID, "👍"), thumb(actionDown, a.ID, "👎"))
		}
	}
	return u
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
