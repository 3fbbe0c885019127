package discordtest

import (
	"encoding/json"
	"strings"
	"testing"
)

// What the fake would let through, no test of the bot could find.
func TestCheckRefuses(t *testing.T) {
	check := checker(t)
	_, err := theSpec()
	hasSpec := err == nil
	silent := `"allowed_mentions":{"parse":[]}`
	long := func(n int) string { return strings.Repeat("ğ", n) }
	for _, c := range []struct {
		name, path, body string
		bad, bySpec      bool
	}{
		{"a message", "/channels/1/messages", `{"content":"a",` + silent + `}`, false, false},
		{"2,000 code points", "/channels/1/messages", `{"content":"` + long(2000) + `",` + silent + `}`, false, false},
		{"2,001 code points", "/channels/1/messages", `{"content":"` + long(2001) + `",` + silent + `}`, true, false},
		{"mentions not forbidden", "/channels/1/messages", `{"content":"a"}`, true, false},
		{"a user may be pinged", "/channels/1/messages", `{"content":"a","allowed_mentions":{"parse":["users"]}}`, true, false},
		{"the author of the question is pinged", "/channels/1/messages", `{"content":"a","allowed_mentions":{"parse":[],"replied_user":true}}`, true, false},
		{"6,001 over all embeds", "/channels/1/messages", `{"embeds":[{"description":"` + long(4000) + `"},{"description":"` + long(2001) + `"}],` + silent + `}`, true, false},
		{"an embed with an address", "/channels/1/messages", `{"embeds":[{"url":"https://a.b","title":"x"}],` + silent + `}`, true, false},
		{"a description of 4,097", "/channels/1/messages", `{"embeds":[{"description":"` + long(4097) + `"}],` + silent + `}`, true, true},
		{"eleven embeds", "/channels/1/messages", `{"embeds":[` + strings.TrimSuffix(strings.Repeat(`{"title":"a"},`, 11), ",") + `],` + silent + `}`, true, true},
		{"a callback of an unknown type", "/interactions/1/t/callback", `{"type":77}`, true, true},
		{"an address that is none", "/channels/1/massages", `{}`, true, true},
	} {
		if c.bySpec && !hasSpec {
			continue // checker has said so
		}
		err := check(Call{Method: "POST", Path: c.path, Body: json.RawMessage(c.body)})
		if (err != nil) != c.bad {
			t.Errorf("%s: %v, want an error: %v", c.name, err, c.bad)
		}
	}
}
