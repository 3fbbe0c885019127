package discord

import (
	"context"

	"github.com/bwmarrin/discordgo"

	"alinti/bot/render"
)

// autocomplete answers while a person types.
func (d *Door) autocomplete(ctx context.Context, i *discordgo.Interaction, respond responder) {
	data := i.ApplicationCommandData()
	choices := []*discordgo.ApplicationCommandOptionChoice{}
	for _, o := range data.Options {
		typed, _ := o.Value.(string)
		switch {
		case !o.Focused || !d.config.isAllowed(placeOf(i)):
		case data.Name == commandAsk && o.Name == optionQuestion:
			choices = append(choices, d.questionChoices(typed, languageOf(i.Locale))...)
		case data.Name == commandArticles && o.Name == optionArticle:
			choices = append(choices, d.articleChoices(typed)...)
		}
	}
	d.failed(respond(ctx, i, &discordgo.InteractionResponse{
		Type: discordgo.InteractionApplicationCommandAutocompleteResult,
		Data: &discordgo.InteractionResponseData{Choices: choices, AllowedMentions: nobody()},
	}))
}

func (d *Door) questionChoices(typed, language string) []*discordgo.ApplicationCommandOptionChoice {
	d.learn()
	var out []*discordgo.ApplicationCommandOptionChoice
	for _, text := range d.suggester.suggest(typed, language) {
		out = append(out, &discordgo.ApplicationCommandOptionChoice{Name: render.Visible(text), Value: text})
	}
	return out
}

// articleChoices are articles whose title holds what was typed.
func (d *Door) articleChoices(typed string) []*discordgo.ApplicationCommandOptionChoice {
	var out []*discordgo.ApplicationCommandOptionChoice
	for _, doc := range d.collection().Documents {
		if len(out) < maxChoices && holds(title(doc), typed) {
			out = append(out, &discordgo.ApplicationCommandOptionChoice{Name: cut(render.Visible(title(doc)), maxChoice), Value: articleKey(doc.SHA256)})
		}
	}
	return out
}

// learn makes suggestions for the articles now served, if there are none yet.
func (d *Door) learn() {
	if c := d.collection(); d.suggester.stale(c) {
		d.start(func(ctx context.Context) { d.suggester.learn(ctx, c) })
	}
}
