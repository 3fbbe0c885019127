package discord

import (
	"cmp"
	"context"

	"github.com/bwmarrin/discordgo"

	"alinti/bot"
)

// interaction answers a command or a button, once. It reports false when it
// does not.
func (d *Door) interaction(i *discordgo.Interaction, respond responder) bool {
	if i.AppID == "" {
		i.AppID = cmp.Or(d.appID(), d.selfID())
	}
	if i.Data == nil || !d.seen.first("interaction "+i.ID) {
		return false
	}
	d.metrics.events.WithLabelValues(kindOf(i.Type)).Inc()
	respond = d.timed(respond)
	return d.start(func(ctx context.Context) {
		switch i.Type {
		case discordgo.InteractionApplicationCommand:
			d.command(ctx, i, respond)
		case discordgo.InteractionApplicationCommandAutocomplete:
			d.autocomplete(ctx, i, respond)
		case discordgo.InteractionMessageComponent:
			d.component(ctx, i, respond)
		default:
			d.log.Warn("discord: an interaction of an unknown kind", "type", int(i.Type))
		}
	})
}

// timed measures how long the first reply takes from now on.
func (d *Door) timed(respond responder) responder {
	begin := d.now()
	return func(ctx context.Context, i *discordgo.Interaction, resp *discordgo.InteractionResponse) error {
		err := respond(ctx, i, resp)
		if err == nil {
			d.metrics.acknowledged(d.now().Sub(begin))
		}
		return err
	}
}

func kindOf(t discordgo.InteractionType) string {
	switch t {
	case discordgo.InteractionApplicationCommand:
		return "command"
	case discordgo.InteractionApplicationCommandAutocomplete:
		return "autocomplete"
	case discordgo.InteractionMessageComponent:
		return "button"
	}
	return "other"
}

func (d *Door) command(ctx context.Context, i *discordgo.Interaction, respond responder) {
	data := i.ApplicationCommandData()
	r := &interactionReply{rest: d.rest, forms: d.forms, i: i, respond: respond}
	language := languageOf(i.Locale)
	if excuse := d.excuse(i, data.Name == commandAsk || data.Name == commandAskThis); excuse != "" {
		d.failed(r.tell(ctx, excuse))
		return
	}
	switch data.Name {
	case commandAsk:
		r.private, _ = option(data, optionPrivate).(bool)
		text, _ := option(data, optionQuestion).(string)
		d.ask(ctx, bot.Question{Text: text, Fallback: language}, r, placeOf(i))
	case commandAskThis:
		d.ask(ctx, bot.Question{Text: questionIn(target(data).Content), Fallback: language}, r, placeOf(i))
	case commandVerify:
		r.private = true
		text, _ := option(data, optionText).(string)
		d.verify(ctx, r, text, language)
	case commandCheck:
		r.private = true
		d.verify(ctx, r, textOf(target(data)), language)
	case commandReport:
		r.private = true
		d.unanswered(ctx, r, language)
	case commandForget:
		r.private = true
		d.forget(ctx, r, language)
	case commandArticles:
		r.private = true
		key, _ := option(data, optionArticle).(string)
		d.articles(ctx, r, key, language)
	case commandHelp:
		r.private = true
		d.failed(r.tell(ctx, wordsIn(language).help))
	default:
		d.log.Warn("discord: an unknown command", "name", data.Name)
		d.failed(r.tell(ctx, wordsIn(language).help))
	}
}

// excuse is why an interaction is not answered, empty if it is. A question
// counts against the limits.
func (d *Door) excuse(i *discordgo.Interaction, isQuestion bool) string {
	w := wordsIn(languageOf(i.Locale))
	if !d.config.isAllowed(placeOf(i)) {
		return w.notHere
	}
	if isQuestion {
		if ok, _ := d.quotas.take(placeOf(i)); !ok {
			d.metrics.replies.WithLabelValues("limited").Inc()
			return w.slower
		}
	}
	return ""
}

// option is the value of a command's option, nil if it was not given.
func option(data discordgo.ApplicationCommandInteractionData, name string) any {
	if o := data.GetOption(name); o != nil {
		return o.Value
	}
	return nil
}

// userOf is the id of the one who used a command or a button.
func userOf(i *discordgo.Interaction) string {
	switch {
	case i.Member != nil && i.Member.User != nil:
		return i.Member.User.ID
	case i.User != nil:
		return i.User.ID
	}
	return ""
}
