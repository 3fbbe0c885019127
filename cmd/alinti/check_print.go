package main

import (
	"cmp"
	"fmt"
	"io"
	"net/url"

	"alinti/bot/config"
	"alinti/bot/discord"
	"alinti/bot/render"
	"alinti/retrieval/corpus"
	"alinti/retrieval/synonyms"
)

// printSet lists the settings that are not the default, and where they stand.
func printSet(w io.Writer, s *config.Settings) {
	file := s.File
	if file == "" {
		file = "no file (--config names one)"
	}
	fmt.Fprintf(w, "settings\t%s\n", file)
	for _, v := range s.List() {
		if v.Origin.Layer != config.LayerDefault {
			fmt.Fprintf(w, "\t%s = %s (%s)\n", v.Key, render.Visible(fmt.Sprint(v.Value)), v.Origin)
		}
	}
}

func printArticles(w io.Writer, c config.Config, articles *corpus.Collection) {
	from := render.Visible(c.Articles.Dir)
	if from == "" {
		from = "inside the program"
	}
	if articles == nil {
		fmt.Fprintf(w, "articles\tnone in %s\n", from)
		return
	}
	fmt.Fprintf(w, "articles\t%d, %s\n", len(articles.Documents), from)
	const most = 10
	for i, d := range articles.Documents {
		if i == most {
			fmt.Fprintf(w, "\tand %d more\n", len(articles.Documents)-most)
			break
		}
		fmt.Fprintf(w, "\t%s: %s (%s), %s, %s\n", d.ID, render.Visible(d.Title), cmp.Or(d.Date, "no date"),
			counted(len(d.Paragraphs), "paragraph", "paragraphs"), counted(len(d.Sentences), "sentence or heading", "sentences and headings"))
	}
}

// counted is n with the word for one of them or for many.
func counted(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}

// printSynonyms says which synonyms are used.
func printSynonyms(w io.Writer, c config.Config, own []synonyms.Group, file string) {
	switch {
	case file != "" && c.Retrieval.BuiltinSynonyms:
		fmt.Fprintf(w, "synonyms\t%d groups of %s, and those inside the program\n", len(own), file)
	case file != "":
		fmt.Fprintf(w, "synonyms\t%d groups of %s\n", len(own), file)
	case c.Retrieval.BuiltinSynonyms:
		fmt.Fprintln(w, "synonyms\tthose inside the program (articles.synonyms adds some)")
	default:
		fmt.Fprintln(w, "synonyms\tnone")
	}
}

// printParts says what serve would start.
func printParts(w io.Writer, c config.Config) {
	fmt.Fprintf(w, "retrieval\t%s, strictness %g\n", c.Retrieval.Backend, c.Retrieval.Strictness)
	switch {
	case c.LLM.BaseURL == "":
		fmt.Fprintln(w, "model\tnone, retrieval only (llm.base_url names one)")
	case c.LLM.Model == "":
		fmt.Fprintf(w, "model\tthe service's own choice; questions and the sentences found go to %s\n", host(c.LLM.BaseURL))
	default:
		fmt.Fprintf(w, "model\t%s; questions and the sentences found go to %s\n", c.LLM.Model, host(c.LLM.BaseURL))
	}
	fmt.Fprintf(w, "webhook\thttp://%s, %s\n", c.Listen, guard(c))
	switch {
	case pageIsOn(c):
		fmt.Fprintln(w, "page\ton, for whoever reaches the webhook")
	default:
		fmt.Fprintln(w, "page\toff, because it asks for no token and the webhook does (web.public turns it on)")
	}
	switch {
	case len(c.Webhook.Secrets) == 0:
		fmt.Fprintln(w, "callbacks\toff (webhook.secrets, which sign them, turns them on)")
	case c.Store.Path == "":
		fmt.Fprintln(w, "callbacks\ton, kept in memory and lost when the process ends (store.path keeps them)")
	default:
		fmt.Fprintln(w, "callbacks\ton")
	}
	switch {
	case !c.Discord.Enabled():
		fmt.Fprintln(w, "discord\toff (discord.token turns it on)")
	default:
		fmt.Fprintf(w, "discord\ton, commands and buttons by the %s\n", c.Discord.Interactions)
		printDiscord(w, c.Discord)
	}
	switch {
	case c.Store.Path == "":
		fmt.Fprintln(w, "store\tnothing is kept")
	default:
		fmt.Fprintf(w, "store\t%s; questions and votes are kept for %v, without anybody's id\n", c.Store.Path, c.Store.Retention)
	}
}

// guard says what a caller of the webhook has to show.
func guard(c config.Config) string {
	switch signed := len(c.Webhook.Secrets) > 0; {
	case c.Webhook.Token != "" && signed:
		return "with a bearer token or a signature"
	case c.Webhook.Token != "":
		return "with a bearer token"
	case signed:
		return "with a signature"
	}
	return "no token is asked for"
}

// printDiscord says how to invite the bot and what of it needs a privilege.
func printDiscord(w io.Writer, c discord.Config) {
	if c.ApplicationID == "" {
		fmt.Fprintln(w, "\tset discord.application_id to see the addresses that invite the bot")
	} else {
		fmt.Fprintf(w, "\tinvite it to a server: %s\n\tadd it for yourself: %s\n", c.Invite(), c.InviteUser())
	}
	if c.Interactions == discord.InteractionsEndpoint {
		fmt.Fprintf(w, "\tthe Interactions Endpoint URL ends in %s\n", discord.InteractionsPath)
	}
	if c.MessageContent {
		fmt.Fprintln(w, "\tdiscord.message_content needs the privileged Message Content Intent, switched on in the developer portal")
	} else {
		fmt.Fprintln(w, "\tno privileged intent: messages are read where the bot is mentioned, replied to with a ping, or written to directly")
	}
}

// host is where a service's address leads.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return "its host"
	}
	return u.Host
}
