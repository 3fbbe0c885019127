package discord

import (
	"bytes"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"github.com/bwmarrin/discordgo"

	"alinti/bot"
)

// Names of commands and options, as interactions carry them whatever language
// a person sees.
const (
	commandAsk      = "ask"
	commandArticles = "articles"
	commandHelp     = "help"
	optionQuestion  = "question"
	commandVerify   = "verify"
	commandReport   = "unanswered"
	commandForget   = "forget-me"
	commandAskThis  = "Ask this"
	commandCheck    = "Check quotes"
	optionText      = "text"
	optionPrivate   = "private"
	optionArticle   = "article"
)

// maxOption is the longest text that an option may have, in code points.
const maxOption = 6000

// manageGuild is the permission that sees /unanswered, unless a guild's admin
// grants the command to others.
const manageGuild = 1 << 5

// keptCommands are there only when something is kept.
func keptCommands() []*discordgo.ApplicationCommand {
	report := slash(commandReport, "yanıtsızlar", "What was asked here, and what found no answer", "Burada neler soruldu, neler yanıtsız kaldı")
	permission := int64(manageGuild)
	report.DefaultMemberPermissions = &permission
	report.Contexts = &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild}
	report.IntegrationTypes = &[]discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall}
	return []*discordgo.ApplicationCommand{
		report,
		slash(commandForget, "beni-unut", "Delete what is kept about you", "Sizinle ilgili saklananları sil"),
	}
}

// commands are what is registered with Discord. Names and descriptions are
// English, with a Turkish translation.
func commands() []*discordgo.ApplicationCommand {
	return []*discordgo.ApplicationCommand{
		slash(commandAsk, "sor",
			"Ask about the articles; the answer is quoted word for word", "Makalelere sor; yanıt sözcüğü sözcüğüne alıntıdır",
			&discordgo.ApplicationCommandOption{
				Type: discordgo.ApplicationCommandOptionString, Name: optionQuestion, Required: true, MaxLength: bot.MaxQuestionRunes, Autocomplete: true,
				NameLocalizations:        turkishName("soru"),
				Description:              "What do you want to know?",
				DescriptionLocalizations: turkishName("Neyi bilmek istiyorsun?"),
			},
			&discordgo.ApplicationCommandOption{
				Type: discordgo.ApplicationCommandOptionBoolean, Name: optionPrivate,
				NameLocalizations:        turkishName("gizli"),
				Description:              "Only you see the answer",
				DescriptionLocalizations: turkishName("Yanıtı yalnızca sen görürsün"),
			}),
		slash(commandArticles, "makaleler", "Read the articles that answers are quoted from", "Yanıtların alıntılandığı makaleleri oku",
			&discordgo.ApplicationCommandOption{
				Type: discordgo.ApplicationCommandOptionString, Name: optionArticle, MaxLength: 100, Autocomplete: true,
				NameLocalizations:        turkishName("makale"),
				Description:              "Which one; without it, a list",
				DescriptionLocalizations: turkishName("Hangisi; yazılmazsa liste"),
			}),
		slash(commandVerify, "doğrula", "Are these quotes in the articles, word for word?", "Bu alıntılar makalelerde sözcüğü sözcüğüne var mı?",
			&discordgo.ApplicationCommandOption{
				Type: discordgo.ApplicationCommandOptionString, Name: optionText, Required: true, MaxLength: maxOption,
				NameLocalizations:        turkishName("metin"),
				Description:              "A text with quotes in it",
				DescriptionLocalizations: turkishName("İçinde alıntı olan bir metin"),
			}),
		command(discordgo.MessageApplicationCommand, commandAskThis, "Bunu sor"),
		command(discordgo.MessageApplicationCommand, commandCheck, "Alıntıyı doğrula"),
		slash(commandHelp, "yardım", "What can be asked, and how", "Ne sorulabilir, nasıl sorulur"),
	}
}

func slash(name, tr, about, aboutTR string, options ...*discordgo.ApplicationCommandOption) *discordgo.ApplicationCommand {
	c := command(discordgo.ChatApplicationCommand, name, tr)
	descriptions := turkishName(aboutTR)
	c.Description, c.DescriptionLocalizations, c.Options = about, &descriptions, options
	return c
}

// command may be used in guilds, in direct messages and, by those who
// installed it for themselves, everywhere.
func command(kind discordgo.ApplicationCommandType, name, tr string) *discordgo.ApplicationCommand {
	names := turkishName(tr)
	return &discordgo.ApplicationCommand{
		Type: kind, Name: name, NameLocalizations: &names,
		Contexts:         &[]discordgo.InteractionContextType{discordgo.InteractionContextGuild, discordgo.InteractionContextBotDM, discordgo.InteractionContextPrivateChannel},
		IntegrationTypes: &[]discordgo.ApplicationIntegrationType{discordgo.ApplicationIntegrationGuildInstall, discordgo.ApplicationIntegrationUserInstall},
	}
}

func turkishName(s string) map[discordgo.Locale]string {
	return map[discordgo.Locale]string{discordgo.Turkish: s}
}

// registerCommands makes Discord's list of commands what it should be: for
// each guild of the settings, or else globally. Where it is so already,
// nothing is written.
func (d *Door) registerCommands(ctx context.Context) {
	app := d.learnApp(ctx)
	if app == "" {
		d.log.Error("discord: the application's id is not known; set discord.application_id")
		return
	}
	scopes := d.config.Guilds
	if len(scopes) == 0 {
		scopes = []string{""}
	}
	for _, guild := range scopes {
		want := commands()
		if d.teller != nil {
			want = append(want, keptCommands()...)
		}
		if guild != "" {
			for _, c := range want {
				c.Contexts, c.IntegrationTypes = nil, nil // only global commands have them
			}
		}
		if err := d.register(ctx, app, guild, want); err != nil {
			d.log.Error("discord: commands are not registered", "guild", guild, "cause", err)
		}
	}
}

func (d *Door) register(ctx context.Context, app, guild string, want []*discordgo.ApplicationCommand) error {
	have, err := d.rest.commands(ctx, app, guild)
	if err == nil && sameCommands(have, want) {
		d.log.Info("discord: commands are as they should be", "guild", guild)
		return nil
	}
	if err := d.rest.setCommands(ctx, app, guild, want); err != nil {
		return err
	}
	d.log.Info("discord: commands registered", "guild", guild, "commands", len(want))
	return nil
}

// sameCommands compares what a person would notice, whatever the order.
func sameCommands(a, b []*discordgo.ApplicationCommand) bool {
	return bytes.Equal(canonical(a), canonical(b))
}

func canonical(cs []*discordgo.ApplicationCommand) []byte {
	var out []discordgo.ApplicationCommand
	for _, c := range cs {
		c := *c
		c.ID, c.ApplicationID, c.GuildID, c.Version = "", "", "", ""
		//lint:ignore SA1019 Discord still sends it, so it is taken out
		c.DefaultPermission, c.DMPermission, c.NSFW = nil, nil, nil
		if c.Type == 0 {
			c.Type = discordgo.ChatApplicationCommand
		}
		if c.NameLocalizations != nil && len(*c.NameLocalizations) == 0 {
			c.NameLocalizations = nil
		}
		if c.DescriptionLocalizations != nil && len(*c.DescriptionLocalizations) == 0 {
			c.DescriptionLocalizations = nil
		}
		c.Options = append([]*discordgo.ApplicationCommandOption{}, c.Options...)
		for i, o := range c.Options {
			o := *o
			o.ChannelTypes, o.Choices, o.Options = nil, nil, nil // none of ours has any
			c.Options[i] = &o
		}
		out = append(out, c)
	}
	slices.SortFunc(out, func(a, b discordgo.ApplicationCommand) int {
		if a.Type != b.Type {
			return int(a.Type) - int(b.Type)
		}
		return strings.Compare(a.Name, b.Name)
	})
	raw, err := json.Marshal(out)
	if err != nil {
		return nil
	}
	return raw
}
