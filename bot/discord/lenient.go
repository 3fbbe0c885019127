package discord

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// lenient reads JSON as Discord's API has it; what does not fit is read once
// more with everything put right that another server, or a newer Discord, may
// write differently: ids and permissions that are numbers, numbers that are
// texts, times in other forms, kinds of components that discordgo does not
// know.
func lenient(data []byte, into any) error {
	first := json.Unmarshal(data, into)
	if first == nil {
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.UseNumber()
	var v any
	if d.Decode(&v) != nil {
		return first
	}
	mended, err := json.Marshal(mend("", v))
	if err != nil || json.Unmarshal(mended, into) != nil {
		return first
	}
	return nil
}

// mend puts right a value that stands under a key.
func mend(key string, v any) any {
	switch v := v.(type) {
	case map[string]any:
		for k, inner := range v {
			switch {
			case slices.Contains(times, k):
				delete(v, k)
			case k == "accessory" && !isKnownComponent(inner):
				v[k] = map[string]any{"type": int(discordgo.ButtonComponent)}
			default:
				v[k] = mend(k, inner)
			}
		}
	case []any:
		for i, inner := range v {
			if key == "components" && !isKnownComponent(inner) {
				inner = map[string]any{"type": int(discordgo.SeparatorComponent)}
			}
			v[i] = mend(key, inner)
		}
	case json.Number:
		if isID(key) {
			return v.String()
		}
	case string:
		if n, err := strconv.ParseInt(v, 10, 64); err == nil && slices.Contains(counts, key) {
			return n
		}
	}
	return v
}

// times are of no use here, and discordgo reads them in one form only.
var times = []string{
	"timestamp", "edited_timestamp", "joined_at", "premium_since", "communication_disabled_until", "starts_at", "ends_at",
}

// counts are numbers in Discord's API.
var counts = []string{"type", "version", "flags", "context", "component_type", "position", "heartbeat_interval", "channel_type"}

// isID reports whether a text stands under the key in Discord's API.
func isID(key string) bool {
	return key == "id" || strings.HasSuffix(key, "_id") || strings.HasSuffix(key, "permissions") || key == "roles"
}

// isKnownComponent reports whether discordgo reads a component.
func isKnownComponent(v any) bool {
	raw, err := json.Marshal(v)
	if err != nil {
		return false
	}
	var kind struct {
		Type discordgo.ComponentType `json:"type"`
	}
	if json.Unmarshal(raw, &kind) != nil {
		return false
	}
	_, err = discordgo.MessageComponentFromJSON([]byte(`{"type":` + strconv.Itoa(int(kind.Type)) + `,"components":[],"accessory":{"type":2}}`))
	return err == nil
}
