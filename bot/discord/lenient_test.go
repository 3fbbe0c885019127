package discord

import (
	"encoding/json"
	"testing"

	"github.com/bwmarrin/discordgo"
)

func TestLenient(t *testing.T) {
	for name, raw := range map[string]string{
		"as Discord has it":    `{"id":"7","type":2,"token":"t","channel_id":"5","app_permissions":"0","member":{"user":{"id":"3"}},"data":{"id":"1","name":"ask","type":1,"options":[{"name":"question","type":3,"value":"2024"}]}}`,
		"ids are numbers":      `{"id":7,"type":2,"token":"t","channel_id":5,"member":{"user":{"id":3},"roles":[8]},"data":{"id":1,"name":"ask","type":1,"options":[{"name":"question","type":3,"value":"2024"}]}}`,
		"numbers are texts":    `{"id":"7","type":"2","version":"1","token":"t","channel_id":"5","member":{"user":{"id":"3"}},"data":{"id":"1","name":"ask","type":"1","options":[{"name":"question","type":"3","value":"2024"}]}}`,
		"permissions a number": `{"id":"7","type":2,"token":"t","channel_id":"5","app_permissions":19456,"member":{"user":{"id":"3"},"permissions":2048},"data":{"id":"1","name":"ask","type":1,"options":[{"name":"question","type":3,"value":"2024"}]}}`,
		"odd times":            `{"id":"7","type":2,"token":"t","channel_id":"5","member":{"user":{"id":"3"},"joined_at":1700000000},"message":{"timestamp":"","edited_timestamp":0},"data":{"id":"1","name":"ask","type":1,"options":[{"name":"question","type":3,"value":"2024"}]}}`,
		"unknown components":   `{"id":"7","type":2,"token":"t","channel_id":"5","member":{"user":{"id":"3"}},"message":{"components":[{"type":99,"x":1},{"type":17,"components":[{"type":21},{"type":9,"components":[],"accessory":{"type":77}}]}]},"data":{"id":"1","name":"ask","type":1,"options":[{"name":"question","type":3,"value":"2024"}]}}`,
	} {
		var i discordgo.Interaction
		if err := lenient([]byte(raw), &i); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		data, ok := i.Data.(discordgo.ApplicationCommandInteractionData)
		if !ok || i.ID != "7" || i.ChannelID != "5" || userOf(&i) != "3" || data.Name != "ask" || option(data, "question") != "2024" {
			t.Errorf("%s: read as %+v", name, i)
		}
	}
	var into struct{ ID string }
	for _, raw := range []string{``, `{`, `[]`, `{"id":{}}`, `5`} {
		if lenient([]byte(raw), &into) == nil {
			t.Errorf("%q is read", raw)
		}
	}
}

func FuzzLenient(f *testing.F) {
	f.Add([]byte(`{"id":7,"type":"2","components":[{"type":99}],"accessory":5,"data":{}}`))
	f.Fuzz(func(t *testing.T, raw []byte) {
		var strict, got discordgo.Interaction
		first := json.Unmarshal(raw, &strict)
		if err := lenient(raw, &got); first == nil && err != nil {
			t.Errorf("%q is Discord's, and not read: %v", raw, err)
		}
	})
}
