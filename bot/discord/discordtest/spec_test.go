package discordtest

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
)

// What the fake would let through, no test of the bot could find: each limit
// at its edge and one beyond, without Discord's own description of its API
// and, where it is there, with it.
func TestCheckRefuses(t *testing.T) {
	long := func(n int) string { return strings.Repeat("ğ", n) }
	several := func(n int, one string) string { return strings.TrimSuffix(strings.Repeat(one+",", n), ",") }
	numbered := func(n int, format string) string {
		var out []string
		for i := range n {
			out = append(out, fmt.Sprintf(format, i))
		}
		return strings.Join(out, ",")
	}
	const silent = `"allowed_mentions":{"parse":[]},`
	message := func(body string) Call {
		return Call{Method: "POST", Path: "/channels/1/messages", Body: json.RawMessage("{" + silent + strings.TrimSuffix(body, ",") + "}")}
	}
	embeds := func(list string) Call { return message(`"embeds":[` + list + `]`) }
	buttons := func(list string) Call {
		return message(`"flags":4,"content":"a","components":[{"type":1,"components":[` + list + `]}]`)
	}
	layout := func(list string) Call { return message(`"flags":32768,"components":[` + list + `]`) }
	callback := func(body string) Call {
		return Call{Method: "POST", Path: "/interactions/1/t/callback", Body: json.RawMessage(body)}
	}
	commands := func(body string) Call {
		return Call{Method: "PUT", Path: "/applications/1/commands", Body: json.RawMessage(`[` + body + `]`)}
	}
	raw := func(body string) Call {
		return Call{Method: "POST", Path: "/channels/1/messages", Body: json.RawMessage(body)}
	}
	const link = `{"type":2,"style":5,"label":"a","url":"https://a.b/%d"}`
	button := func(label, id string) string {
		return `{"type":2,"style":2,"label":"` + label + `","custom_id":"` + id + `"}`
	}
	text := func(s string) string { return `{"type":10,"content":"` + s + `"}` }

	checks := map[string]func(Call) error{"alone": checkLimits, "with the description": checker(t)}
	for name, c := range map[string]struct{ good, bad Call }{
		"content":           {message(`"flags":4,"content":"` + long(2000) + `"`), message(`"flags":4,"content":"` + long(2001) + `"`)},
		"unfurled links":    {message(`"flags":4,"content":"a"`), message(`"content":"a"`)},
		"mentions":          {message(`"flags":4,"content":"a"`), raw(`{"flags":4,"content":"a"}`)},
		"users pinged":      {message(`"flags":4,"content":"a"`), raw(`{"flags":4,"content":"a","allowed_mentions":{"parse":["users"]}}`)},
		"the asker pinged":  {message(`"flags":4,"content":"a"`), raw(`{"flags":4,"content":"a","allowed_mentions":{"parse":[],"replied_user":true}}`)},
		"nonce":             {message(`"flags":4,"content":"a","nonce":"` + strings.Repeat("1", 25) + `"`), message(`"flags":4,"content":"a","nonce":"` + strings.Repeat("1", 26) + `"`)},
		"description":       {embeds(`{"description":"` + long(4096) + `"}`), embeds(`{"description":"` + long(4097) + `"}`)},
		"title":             {embeds(`{"title":"` + long(256) + `"}`), embeds(`{"title":"` + long(257) + `"}`)},
		"author":            {embeds(`{"author":{"name":"` + long(256) + `"}}`), embeds(`{"author":{"name":"` + long(257) + `"}}`)},
		"footer":            {embeds(`{"footer":{"text":"` + long(2048) + `"}}`), embeds(`{"footer":{"text":"` + long(2049) + `"}}`)},
		"fields":            {embeds(`{"fields":[` + several(25, `{"name":"a","value":"b"}`) + `]}`), embeds(`{"fields":[` + several(26, `{"name":"a","value":"b"}`) + `]}`)},
		"field name":        {embeds(`{"fields":[{"name":"` + long(256) + `","value":"b"}]}`), embeds(`{"fields":[{"name":"` + long(257) + `","value":"b"}]}`)},
		"field value":       {embeds(`{"fields":[{"name":"a","value":"` + long(1024) + `"}]}`), embeds(`{"fields":[{"name":"a","value":"` + long(1025) + `"}]}`)},
		"no field value":    {embeds(`{"fields":[{"name":"a","value":"b"}]}`), embeds(`{"fields":[{"name":"a","value":""}]}`)},
		"embeds":            {embeds(several(10, `{"title":"a"}`)), embeds(several(11, `{"title":"a"}`))},
		"all embeds":        {embeds(`{"description":"` + long(4000) + `"},{"description":"` + long(2000) + `"}`), embeds(`{"description":"` + long(4000) + `"},{"description":"` + long(2001) + `"}`)},
		"embed's address":   {embeds(`{"title":"x"}`), embeds(`{"title":"x","url":"https://a.b"}`)},
		"label":             {buttons(button(long(80), "x")), buttons(button(long(81), "x"))},
		"custom id":         {buttons(button("a", long(100))), buttons(button("a", long(101)))},
		"custom id twice":   {buttons(button("a", "x") + "," + button("a", "y")), buttons(button("a", "x") + "," + button("a", "x"))},
		"address":           {buttons(`{"type":2,"style":5,"label":"a","url":"https://a.b/` + strings.Repeat("c", 500) + `"}`), buttons(`{"type":2,"style":5,"label":"a","url":"https://a.b/` + strings.Repeat("c", 501) + `"}`)},
		"buttons in a row":  {buttons(numbered(5, link)), buttons(numbered(6, link))},
		"rows":              {message(`"flags":4,"content":"a","components":[` + numbered(5, `{"type":1,"components":[`+link+`]}`) + `]`), message(`"flags":4,"content":"a","components":[` + numbered(6, `{"type":1,"components":[`+link+`]}`) + `]`)},
		"flag of v2":        {layout(text("a")), message(`"components":[` + text("a") + `]`)},
		"content beside v2": {layout(text("a")), message(`"flags":32768,"content":"a","components":[` + text("a") + `]`)},
		"components":        {layout(several(40, text("a"))), layout(several(40, text("a")) + `,{"type":14}`)},
		"nested components": {layout(`{"type":17,"components":[` + several(39, text("a")) + `]}`), layout(`{"type":17,"components":[` + several(39, text("a")) + `]},{"type":14}`)},
		"displayed":         {layout(text(long(2000)) + "," + text(long(2000))), layout(text(long(2000)) + "," + text(long(2001)))},
		"empty text":        {layout(text("a")), layout(text(""))},
		"bare section":      {layout(`{"type":9,"components":[` + text("a") + `],"accessory":` + button("a", "x") + `}`), layout(`{"type":9,"components":[` + text("a") + `]}`)},
		"callback":          {callback(`{"type":4,"data":{"flags":4,"content":"a",` + silent + `"embeds":[]}}`), callback(`{"type":77,"data":{}}`)},
		"deferred flags":    {callback(`{"type":5,"data":{"flags":64}}`), callback(`{"type":5,"data":{"flags":32832}}`)},
		"choices":           {callback(`{"type":8,"data":{"choices":[` + several(25, `{"name":"a","value":"b"}`) + `]}}`), callback(`{"type":8,"data":{"choices":[` + several(26, `{"name":"a","value":"b"}`) + `]}}`)},
		"choice":            {callback(`{"type":8,"data":{"choices":[{"name":"` + long(100) + `","value":"b"}]}}`), callback(`{"type":8,"data":{"choices":[{"name":"` + long(101) + `","value":"b"}]}}`)},
		"command name":      {commands(`{"type":1,"name":"` + long(32) + `","description":"a"}`), commands(`{"type":1,"name":"` + long(33) + `","description":"a"}`)},
		"upper case":        {commands(`{"type":1,"name":"ask","description":"a"}`), commands(`{"type":1,"name":"Ask","description":"a"}`)},
		"about a command":   {commands(`{"type":1,"name":"ask","description":"` + long(100) + `"}`), commands(`{"type":1,"name":"ask","description":"` + long(101) + `"}`)},
	} {
		for with, check := range checks {
			if err := check(c.good); err != nil {
				t.Errorf("%s, %s: %v, want it to pass: %.200s", name, with, err, c.good.Body)
			}
			if check(c.bad) == nil {
				t.Errorf("%s, %s: passes, want an error: %.200s", name, with, c.bad.Body)
			}
		}
	}
}

func TestCheckKnowsDiscordsAddresses(t *testing.T) {
	s, err := theSpec()
	if err != nil {
		t.Skip(err) // checker has said so, and the fake knows the bot's addresses alone
	}
	if s.check(Call{Method: "POST", Path: "/channels/1/massages", Body: json.RawMessage(`{}`)}) == nil {
		t.Error("an address that is none passes")
	}
}
