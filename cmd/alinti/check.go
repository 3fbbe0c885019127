package main

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"text/tabwriter"

	"alinti/bot/config"
	"alinti/bot/discord"
	"alinti/retrieval/corpus"

	"github.com/spf13/cobra"
)

func (p *program) check() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Say what would run with these settings, and what is wrong with them",
		Long: `Load the settings and the articles, say what would run, and every problem with
its cure. Nothing is started and nothing is sent anywhere. Exits with 2 when the
settings would keep the program from starting, with 1 when it would start with a
part missing, else with 0.`,
		Example: `  alinti check
  alinti check --config alinti.yaml`,
		Args: needs("no arguments", 0, 0),
		RunE: func(*cobra.Command, []string) error { return ended(p.runCheck()) },
	}
}

func (p *program) runCheck() error {
	settings, err := p.settings()
	if err != nil {
		return err
	}
	articles, refused := articles(settings.Revealed())
	t := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	printSet(t, settings)
	printArticles(t, settings.Config, articles)
	printParts(t, settings.Config)
	if err := t.Flush(); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	listen := settings.Revealed().Webhook.CheckListen(settings.Listen)
	for _, note := range notes(settings) {
		fmt.Fprintln(p.stdout, "note:", note)
	}
	switch {
	case listen != nil || articles == nil:
		return wrong(errors.Join(listen, refused))
	case refused != nil:
		return failed(refused)
	}
	fmt.Fprintln(p.stdout, "no problem found")
	return nil
}

// printSet lists the settings that are not the default, and where they stand.
func printSet(w io.Writer, s *config.Settings) {
	file := s.File
	if file == "" {
		file = "no file (--config names one)"
	}
	fmt.Fprintf(w, "settings\t%s\n", file)
	for _, v := range s.List() {
		if v.Origin.Layer != config.LayerDefault {
			fmt.Fprintf(w, "\t%s = %v (%s)\n", v.Key, v.Value, v.Origin)
		}
	}
}

func printArticles(w io.Writer, c config.Config, articles *corpus.Collection) {
	from := c.Articles.Dir
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
		fmt.Fprintf(w, "\t%s: %s, %d paragraphs, %d sentences and headings\n", d.ID, d.Title, len(d.Paragraphs), len(d.Sentences))
	}
}

// printParts says what serve would start.
func printParts(w io.Writer, c config.Config) {
	fmt.Fprintf(w, "retrieval\t%s, strictness %g\n", c.Retrieval.Backend, c.Retrieval.Strictness)
	switch {
	case c.LLM.BaseURL == "":
		fmt.Fprintln(w, "model\tnone, retrieval only (llm.base_url names one)")
	default:
		fmt.Fprintf(w, "model\t%s; questions and the sentences found go to %s\n", c.LLM.Model, host(c.LLM.BaseURL))
	}
	guard := "no token is asked for"
	if c.Webhook.Token != "" {
		guard = "with a bearer token"
	}
	fmt.Fprintf(w, "webhook\thttp://%s, %s\n", c.Listen, guard)
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
		fmt.Fprintf(w, "store\t%s; Discord's questions and votes are kept for %v, without anybody's id\n", c.Store.Path, c.Store.Retention)
	}
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

// notes are things worth knowing that keep nothing from running.
func notes(s *config.Settings) []string {
	var notes []string
	if info, err := os.Stat(s.File); err == nil && s.HasSecrets() && info.Mode().Perm()&0o077 != 0 {
		notes = append(notes, fmt.Sprintf("%s holds a secret and others may read it; chmod 600 %s", s.File, s.File))
	}
	if s.LLM.BaseURL != "" && s.LLM.Model == "" {
		notes = append(notes, "llm.model is not set; most services want one")
	}
	return notes
}
