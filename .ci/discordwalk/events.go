package main

import (
	"encoding/json"
	"fmt"
	"regexp"
	"strings"
	"time"

	"alinti/bot/discord/discordtest"
)

const (
	token   = "walked.secret.token"
	guild   = "600000000000000001"
	channel = "600000000000000002"
	user    = "600000000000000003"
	admin   = "600000000000000004"
	denied  = "600000000000000005"
	me      = "<@" + discordtest.Self + ">"
)

func (w *walker) id() int { w.last++; return w.last }

func tokenOf(id int) string { return fmt.Sprintf("token-%d", id) }

func interaction(id, kind int, who, locale string, data map[string]any) map[string]any {
	return map[string]any{
		"id": fmt.Sprintf("7%017d", id), "application_id": discordtest.App, "type": kind, "token": tokenOf(id), "version": 1,
		"guild_id": guild, "channel_id": channel, "locale": locale, "context": 0, "app_permissions": "2251799813685247",
		"member": map[string]any{"user": map[string]any{"id": who, "username": "ada"}, "permissions": "32"}, "data": data,
	}
}

// slash uses a command and waits for what it shows.
func (w *walker) slash(who, name, locale string, options ...map[string]any) discordtest.Message {
	id := w.id()
	w.discord.Send("INTERACTION_CREATE", interaction(id, 2, who, locale, map[string]any{"id": "1", "name": name, "type": 1, "options": options}))
	return w.shown(id)
}

func (w *walker) ask(text string) discordtest.Message {
	return w.slash(user, "ask", "tr", value("question", text))
}

func value(name, text string) map[string]any {
	return map[string]any{"name": name, "type": 3, "value": text}
}

func (w *walker) shown(id int) discordtest.Message {
	return w.discord.AwaitMessage(tokenOf(id), func(m discordtest.Message) bool { return !m.Waiting })
}

// complete types into an option and gives the choices.
func (w *walker) complete(command, name, typed string) []string {
	id := w.id()
	o := value(name, typed)
	o["focused"] = true
	w.discord.Send("INTERACTION_CREATE", interaction(id, 4, user, "tr", map[string]any{"id": "1", "name": command, "type": 1, "options": []any{o}}))
	call := w.discord.Await(fmt.Sprintf("POST /interactions/7%017d/*", id))
	var got struct {
		Data struct{ Choices []struct{ Name string } }
	}
	if err := json.Unmarshal(call.Body, &got); err != nil {
		w.Fatalf("autocomplete: %v", err)
	}
	var out []string
	for _, c := range got.Data.Choices {
		out = append(out, c.Name)
	}
	return out
}

// on uses a message command.
func (w *walker) on(command string, m map[string]any) discordtest.Message {
	id := w.id()
	w.discord.Send("INTERACTION_CREATE", interaction(id, 2, user, "tr", map[string]any{
		"id": "1", "name": command, "type": 3, "target_id": "5", "resolved": map[string]any{"messages": map[string]any{"5": m}},
	}))
	return w.shown(id)
}

// wire is a message as Discord hands it on.
func wire(m discordtest.Message) map[string]any {
	var embeds []map[string]any
	for _, e := range m.Embeds {
		embeds = append(embeds, map[string]any{"author": map[string]any{"name": e.Author.Name}, "title": e.Title, "description": e.Description})
	}
	return map[string]any{
		"id": m.ID, "channel_id": channel, "content": m.Content, "embeds": embeds, "components": m.Rows, "flags": m.Flags,
		"author": map[string]any{"id": discordtest.Self},
	}
}

// A button is one on a message, wherever it stands.
type button struct {
	Label    string
	CustomID string `json:"custom_id"`
	URL      string
	Disabled bool
	Emoji    struct{ Name string }
}

func buttons(m discordtest.Message) []button {
	var out []button
	var find func(raw json.RawMessage)
	find = func(raw json.RawMessage) {
		var list []struct {
			button
			Components json.RawMessage
			Accessory  json.RawMessage
		}
		if json.Unmarshal(raw, &list) != nil {
			return
		}
		for _, c := range list {
			if c.CustomID != "" || c.URL != "" {
				out = append(out, c.button)
			}
			find(c.Components)
			if c.Accessory != nil {
				find(json.RawMessage("[" + string(c.Accessory) + "]"))
			}
		}
	}
	find(m.Rows)
	return out
}

// press presses the button that has a label or an emoji.
func (w *walker) press(who string, m discordtest.Message, label string) discordtest.Message {
	for _, b := range buttons(m) {
		if strings.HasPrefix(b.Label, label) && label != "" || b.Emoji.Name == label {
			id := w.id()
			i := interaction(id, 3, who, "tr", map[string]any{"custom_id": b.CustomID, "component_type": 2})
			i["message"] = wire(m)
			w.discord.Send("INTERACTION_CREATE", i)
			return w.shown(id)
		}
	}
	w.Fatalf("no button %q among %+v", label, buttons(m))
	return discordtest.Message{}
}

// post writes a message in a channel and waits for the reply to it.
func (w *walker) post(content string, change func(map[string]any)) discordtest.Message {
	id := fmt.Sprintf("5%017d", w.id())
	m := map[string]any{
		"id": id, "channel_id": channel, "guild_id": guild, "content": content, "type": 0,
		"author": map[string]any{"id": user, "username": "ada"}, "mentions": []any{},
	}
	if change != nil {
		change(m)
	}
	where := m["channel_id"].(string)
	before := len(w.discord.Messages(where))
	w.discord.Send("MESSAGE_CREATE", m)
	w.discord.Await("POST /channels/" + where + "/messages")
	for range 1000 {
		if all := w.discord.Messages(where); len(all) > before {
			return all[len(all)-1]
		}
		time.Sleep(10 * time.Millisecond)
	}
	w.Fatalf("no reply to %q", content)
	return discordtest.Message{}
}

// text is all that a message shows.
func text(m discordtest.Message) string {
	parts := append([]string{m.Content}, m.Displayed()...)
	for _, e := range m.Embeds {
		parts = append(parts, e.Author.Name, e.Title, e.Description, e.Footer.Text)
		for _, f := range e.Fields {
			parts = append(parts, f.Name, f.Value)
		}
	}
	return strings.TrimSpace(strings.Join(parts, "\n"))
}

var marks = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])|\*\*`)

// read is a message as a person reads it, without Markdown's marks.
func read(m discordtest.Message) string { return marks.ReplaceAllString(text(m), "$1") }

// quotes are the block quotes of a message as a person reads them.
func quotes(m discordtest.Message) []string {
	var out []string
	for _, line := range strings.Split(text(m), "\n") {
		if q, ok := strings.CutPrefix(line, "> "); ok {
			out = append(out, marks.ReplaceAllString(q, "$1"))
		}
	}
	return out
}
