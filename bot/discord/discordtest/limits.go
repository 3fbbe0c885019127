package discordtest

import (
	"encoding/json"
	"errors"
	"fmt"
	"regexp"
	"strings"
	"unicode/utf8"
)

// checkLimits holds a body against Discord's documented limits, all counted in
// code points, and against what a bot that is polite does: nobody is pinged,
// and links are not unfurled. It needs no description of the API, which leaves
// some of this out (it allows 4,000 characters of content).
func checkLimits(c Call) error {
	switch {
	case strings.HasSuffix(c.Path, "/callback"):
		return checkCallback(c.Body)
	case strings.HasSuffix(c.Path, "/threads"):
		var thread struct{ Name string }
		return errors.Join(read(c.Body, &thread), between("the thread's name", thread.Name, 1, 100))
	case strings.HasSuffix(c.Path, "/commands") && c.Method == "PUT":
		return checkCommands(c.Body)
	case c.Method != "GET" && (strings.Contains(c.Path, "/messages") || strings.HasPrefix(c.Path, "/webhooks/")):
		return checkMessage(c.Body)
	}
	return nil
}

func read(body json.RawMessage, into any) error {
	if err := json.Unmarshal(body, into); err != nil {
		return fmt.Errorf("the body cannot be read: %w", err)
	}
	return nil
}

func between(what, s string, least, most int) error {
	if n := utf8.RuneCountInString(s); n < least || n > most {
		return fmt.Errorf("%s has %d code points, Discord wants %d to %d", what, n, least, most)
	}
	return nil
}

func checkCallback(body json.RawMessage) error {
	var callback struct {
		Type int
		Data json.RawMessage
	}
	if err := read(body, &callback); err != nil {
		return err
	}
	switch callback.Type {
	case 4, 7:
		return checkMessage(callback.Data)
	case 5:
		var data struct{ Flags int }
		if err := read(callback.Data, &data); err != nil {
			return err
		}
		if data.Flags&^FlagEphemeral != 0 {
			return fmt.Errorf("flags %d on a deferred reply, which may be ephemeral and nothing else", data.Flags)
		}
	case 8:
		return checkChoices(callback.Data)
	default:
		return fmt.Errorf("a callback of type %d, which the bot has no use for", callback.Type)
	}
	return nil
}

func checkChoices(body json.RawMessage) error {
	var data struct {
		Choices []struct{ Name, Value string }
	}
	errs := []error{read(body, &data)}
	if len(data.Choices) > 25 {
		errs = append(errs, fmt.Errorf("%d choices, Discord allows 25", len(data.Choices)))
	}
	for _, c := range data.Choices {
		errs = append(errs, between("a choice's name", c.Name, 1, 100), between("a choice's value", c.Value, 1, 100))
	}
	return errors.Join(errs...)
}

// commandName is how Discord wants the names of slash commands and options, in
// lower case where a script has it.
var commandName = regexp.MustCompile(`^[-_'\p{L}\p{N}]{1,32}$`)

func checkCommands(body json.RawMessage) error {
	type option struct {
		Name, Description string
		Names             map[string]string `json:"name_localizations"`
		Descriptions      map[string]string `json:"description_localizations"`
		MaxLength         int               `json:"max_length"`
	}
	var commands []struct {
		option
		Type    int
		Options []option
	}
	errs := []error{read(body, &commands)}
	check := func(o option) {
		for _, name := range append([]string{o.Name}, values(o.Names)...) {
			if !commandName.MatchString(name) || strings.ToLower(name) != name {
				errs = append(errs, fmt.Errorf("the name %q is not one for a command or an option", name))
			}
		}
		for _, d := range append([]string{o.Description}, values(o.Descriptions)...) {
			errs = append(errs, between("a description", d, 1, 100))
		}
		if o.MaxLength > 6000 {
			errs = append(errs, fmt.Errorf("max_length %d, Discord allows 6,000", o.MaxLength))
		}
	}
	for _, c := range commands {
		if c.Type != 1 { // on a message or a user: any name, no description
			errs = append(errs, between("a name", c.Name, 1, 32))
			continue
		}
		check(c.option)
		for _, o := range c.Options {
			check(o)
		}
	}
	return errors.Join(errs...)
}

func values(m map[string]string) []string {
	var out []string
	for _, v := range m {
		out = append(out, v)
	}
	return out
}

func checkMessage(body json.RawMessage) error {
	var m struct {
		Content    *string
		Embeds     []limitedEmbed
		Components []component
		Flags      int
		Nonce      string
		Mentions   *struct {
			Parse []string `json:"parse"`
			Users []string `json:"users"`
			Roles []string `json:"roles"`
			Reply bool     `json:"replied_user"`
		} `json:"allowed_mentions"`
	}
	if err := read(body, &m); err != nil {
		return err
	}
	var errs []error
	if p := m.Mentions; p == nil || p.Parse == nil || len(p.Parse)+len(p.Users)+len(p.Roles) > 0 || p.Reply {
		errs = append(errs, errors.New("allowed_mentions does not forbid every ping"))
	}
	errs = append(errs, between("the nonce", m.Nonce, 0, 25))
	if m.Flags&FlagComponentsV2 != 0 {
		if m.Content != nil && *m.Content != "" || len(m.Embeds) > 0 {
			errs = append(errs, errors.New("content or embeds in a message of components v2"))
		}
		return errors.Join(append(errs, checkLayout(m.Components))...)
	}
	if m.Content != nil {
		errs = append(errs, between("the content", *m.Content, 0, 2000))
		if *m.Content != "" && len(m.Embeds) == 0 && m.Flags&FlagSuppressEmbeds == 0 {
			errs = append(errs, errors.New("links in the content would be unfurled"))
		}
	}
	return errors.Join(append(errs, checkEmbeds(m.Embeds), checkRows(m.Components))...)
}

type limitedEmbed struct {
	Embed
	URL string `json:"url"`
}

func checkEmbeds(embeds []limitedEmbed) error {
	var errs []error
	total := 0
	check := func(what, s string, least, most int) {
		total += utf8.RuneCountInString(s)
		errs = append(errs, between(what, s, least, most))
	}
	if len(embeds) > 10 {
		errs = append(errs, fmt.Errorf("%d embeds, Discord allows 10", len(embeds)))
	}
	for _, e := range embeds {
		check("an embed's title", e.Title, 0, 256)
		check("an embed's description", e.Description, 0, 4096)
		check("an embed's author", e.Author.Name, 0, 256)
		check("an embed's footer", e.Footer.Text, 0, 2048)
		if len(e.Fields) > 25 {
			errs = append(errs, fmt.Errorf("%d fields, Discord allows 25", len(e.Fields)))
		}
		for _, f := range e.Fields {
			check("a field's name", f.Name, 1, 256)
			check("a field's value", f.Value, 1, 1024)
		}
		if e.URL != "" {
			errs = append(errs, errors.New("an embed has an address of its own; two with the same would show as one"))
		}
	}
	if total > 6000 {
		errs = append(errs, fmt.Errorf("the embeds have %d code points together, Discord allows 6,000", total))
	}
	return errors.Join(errs...)
}
