package discord

import (
	"github.com/bwmarrin/discordgo"

	"alinti/bot/render"
)

// A card is one message of the bot.
type card struct {
	content string
	embeds  []*discordgo.MessageEmbed
	rows    []discordgo.MessageComponent
}

// nobody is the set of people that any message of the bot may ping.
func nobody() *discordgo.MessageAllowedMentions {
	return &discordgo.MessageAllowedMentions{Parse: []discordgo.AllowedMentionType{}}
}

// say is a card with one sentence of the bot's own.
func say(text string) []card { return []card{{content: text}} }

func cardOf(m render.DiscordMessage) card {
	c := card{content: m.Content}
	for _, e := range m.Embeds {
		c.embeds = append(c.embeds, embed(e))
	}
	return c
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
		out.Fields = append(out.Fields, &discordgo.MessageEmbedField{Name: f.Name, Value: f.Value, Inline: len(f.Value) <= 60})
	}
	return out
}

func (c card) send() *discordgo.MessageSend {
	return &discordgo.MessageSend{Content: c.content, Embeds: c.embedList(), Components: c.rowList(), AllowedMentions: nobody()}
}

func (c card) response(flags discordgo.MessageFlags) *discordgo.InteractionResponse {
	return &discordgo.InteractionResponse{
		Type: discordgo.InteractionResponseChannelMessageWithSource,
		Data: &discordgo.InteractionResponseData{
			Content: c.content, Embeds: c.embedList(), Components: c.rowList(), AllowedMentions: nobody(), Flags: flags,
		},
	}
}

func (c card) followUp(flags discordgo.MessageFlags) *discordgo.WebhookParams {
	return &discordgo.WebhookParams{
		Content: c.content, Embeds: c.embeds, Components: c.rowList(), AllowedMentions: nobody(), Flags: flags,
	}
}

func (c card) webhookEdit() *discordgo.WebhookEdit {
	embeds, rows := c.embedList(), c.rowList()
	return &discordgo.WebhookEdit{Content: &c.content, Embeds: &embeds, Components: &rows, AllowedMentions: nobody()}
}

func (c card) edit(channel, id string) *discordgo.MessageEdit {
	embeds, rows := c.embedList(), c.rowList()
	return &discordgo.MessageEdit{
		Channel: channel, ID: id, Content: &c.content, Embeds: &embeds, Components: &rows, AllowedMentions: nobody(),
	}
}

// An empty list, unlike null, also takes away what was there before an edit.
func (c card) embedList() []*discordgo.MessageEmbed {
	return append([]*discordgo.MessageEmbed{}, c.embeds...)
}

func (c card) rowList() []discordgo.MessageComponent {
	return append([]discordgo.MessageComponent{}, c.rows...)
}
