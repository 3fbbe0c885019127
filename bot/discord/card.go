package discord

import (
	"strings"

	"github.com/bwmarrin/discordgo"

	"alinti/bot/render"
)

// A card is one message of the bot, in one form.
type card struct {
	form    render.DiscordForm
	content string
	embeds  []*discordgo.MessageEmbed
	layout  []discordgo.MessageComponent // containers and texts; only where form is FormComponents
	rows    []discordgo.MessageComponent // buttons under everything else
}

// A content is what to say, as cards in the form that is asked for or, where
// it has no such form, in one that shows less.
type content func(render.DiscordForm) []card

// nobody is the set of people that any message of the bot may ping.
func nobody() *discordgo.MessageAllowedMentions {
	return &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}
}

// say is one sentence of the bot's own.
func say(text string) content {
	return func(form render.DiscordForm) []card {
		if form == render.FormComponents {
			return []card{{form: form, layout: []discordgo.MessageComponent{discordgo.TextDisplay{Content: text}}}}
		}
		return []card{{form: render.FormText, content: text}}
	}
}

// asEmbeds is what has no form of its own but embeds.
func asEmbeds(cards ...card) content {
	return func(form render.DiscordForm) []card {
		if form != render.FormText {
			return cards
		}
		out := make([]card, len(cards))
		for i, c := range cards {
			out[i] = card{form: form, content: plain(c), rows: c.rows}
		}
		return out
	}
}

// plain is a card's embeds as content.
func plain(c card) string {
	var lines []string
	add := func(prefix, text, suffix string) {
		if text != "" {
			lines = append(lines, prefix+text+suffix)
		}
	}
	add("", c.content, "")
	for _, e := range c.embeds {
		add("**", e.Title, "**")
		add("", e.Description, "")
		for _, f := range e.Fields {
			add("-# ", f.Name+": "+oneLine(f.Value), "")
		}
		if e.Footer != nil {
			add("-# ", e.Footer.Text, "")
		}
	}
	return cut(strings.Join(lines, "\n"), render.DiscordContent)
}

// cardOf is a message with embeds as a card.
func cardOf(m render.DiscordMessage) card {
	c := card{form: render.FormEmbeds, content: m.Content}
	for _, e := range m.Embeds {
		c.embeds = append(c.embeds, embed(e))
	}
	return c
}

// oneEmbed is a card of one embed.
func oneEmbed(e render.DiscordEmbed) card {
	return cardOf(render.DiscordMessage{Embeds: []render.DiscordEmbed{e}})
}

// embed has no address: Discord shows only the first of several embeds with
// the same one.
func embed(e render.DiscordEmbed) *discordgo.MessageEmbed {
	out := &discordgo.MessageEmbed{
		Type: discordgo.EmbedTypeRich, Color: e.Color, Title: e.Title, Description: e.Description,
	}
	if e.Author != "" {
		out.Author = &discordgo.MessageEmbedAuthor{Name: e.Author}
	}
	if e.Footer != "" {
		out.Footer = &discordgo.MessageEmbedFooter{Text: e.Footer}
	}
	for _, f := range e.Fields {
		out.Fields = append(out.Fields, &discordgo.MessageEmbedField{Name: f.Name, Value: f.Value, Inline: f.Beside || len(f.Value) <= 60})
	}
	return out
}

// flags are those that the form of the card needs. Links in content are not
// unfurled; beside embeds the flag would hide those.
func (c card) flags() discordgo.MessageFlags {
	switch {
	case c.form == render.FormComponents:
		return discordgo.MessageFlagsIsComponentsV2
	case len(c.embeds) == 0:
		return discordgo.MessageFlagsSuppressEmbeds
	}
	return 0
}

func (c card) send() *discordgo.MessageSend {
	return &discordgo.MessageSend{Content: c.content, Embeds: c.embeds, Components: c.components(), AllowedMentions: nobody(), Flags: c.flags()}
}

func (c card) response(flags discordgo.MessageFlags) *discordgo.InteractionResponse {
	data := &discordgo.InteractionResponseData{
		Content: c.content, Components: c.components(), AllowedMentions: nobody(), Flags: flags | c.flags(),
	}
	if c.form != render.FormComponents {
		data.Embeds = c.embedList()
	}
	return &discordgo.InteractionResponse{Type: discordgo.InteractionResponseChannelMessageWithSource, Data: data}
}

func (c card) followUp(flags discordgo.MessageFlags) *discordgo.WebhookParams {
	return &discordgo.WebhookParams{
		Content: c.content, Embeds: c.embeds, Components: c.components(), AllowedMentions: nobody(), Flags: flags | c.flags(),
	}
}

// An edit changes a message, or the reply to an interaction. discordgo's types
// for these lack the flags of the one and send keys of their own with the
// other.
type edit struct {
	Content         *string                           `json:"content,omitempty"`
	Embeds          *[]*discordgo.MessageEmbed        `json:"embeds,omitempty"`
	Components      []discordgo.MessageComponent      `json:"components"`
	AllowedMentions *discordgo.MessageAllowedMentions `json:"allowed_mentions"`
	Flags           discordgo.MessageFlags            `json:"flags,omitempty"`
}

// edit takes away what was there before and is not any more; a message of
// components has neither content nor embeds, not even empty ones.
func (c card) edit() edit {
	e := edit{Components: c.components(), AllowedMentions: nobody(), Flags: c.flags()}
	if c.form != render.FormComponents {
		embeds := c.embedList()
		e.Content, e.Embeds = &c.content, &embeds
	}
	return e
}

// An empty list, unlike null, also takes away what was there before an edit.
func (c card) embedList() []*discordgo.MessageEmbed {
	return append([]*discordgo.MessageEmbed{}, c.embeds...)
}

func (c card) components() []discordgo.MessageComponent {
	return append(append([]discordgo.MessageComponent{}, c.layout...), c.rows...)
}
