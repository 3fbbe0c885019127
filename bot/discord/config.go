package discord

import (
	"encoding/hex"
	"errors"
	"fmt"
	"net/url"
	"strings"
)

// Config steers the Discord door. The zero value of a list is "not limited".
type Config struct {
	Token          string   `mapstructure:"token"`           // the bot's token; secret; empty: no gateway
	ApplicationID  string   `mapstructure:"application_id"`  // snowflake; empty: taken from the gateway's READY
	PublicKey      string   `mapstructure:"public_key"`      // 64 hex digits; needed by the interactions endpoint
	APIURL         string   `mapstructure:"api_url"`         // where the API, and so the gateway, is; CDN addresses move too
	Interactions   string   `mapstructure:"interactions"`    // InteractionsGateway or InteractionsEndpoint
	Components     string   `mapstructure:"components"`      // how answers are shown: a Components constant
	Guilds         []string `mapstructure:"guilds"`          // register the commands in these guilds at once, not globally
	MessageContent bool     `mapstructure:"message_content"` // ask for the privileged intent: replies without a ping, Channels
	Channels       []string `mapstructure:"channels"`        // channels where every message is a question; needs MessageContent
	Threads        bool     `mapstructure:"threads"`         // answer a mention in a thread of its own
	PerUser        int      `mapstructure:"per_user"`        // questions a minute from one user; 0: no limit
	PerChannel     int      `mapstructure:"per_channel"`     // questions a minute in one channel; 0: no limit
	PerGuild       int      `mapstructure:"per_guild"`       // questions a minute in one guild; 0: no limit
	AllowGuilds    []string `mapstructure:"allow_guilds"`    // if set, only these guilds and direct messages are answered
	AllowChannels  []string `mapstructure:"allow_channels"`  // if set, only these channels and direct messages are answered
	AllowUsers     []string `mapstructure:"allow_users"`     // if set, only these users are answered
	DenyGuilds     []string `mapstructure:"deny_guilds"`     // never answered
	DenyChannels   []string `mapstructure:"deny_channels"`   // never answered
	DenyUsers      []string `mapstructure:"deny_users"`      // never answered
}

// Where interactions (commands, buttons) come from.
const (
	InteractionsGateway  = "gateway"  // over the gateway's websocket
	InteractionsEndpoint = "endpoint" // as POST requests to the webhook server; no gateway is opened
)

// How answers are shown.
const (
	ComponentsAuto   = "auto"   // as components v2 on Discord itself, as embeds on another server
	ComponentsV2     = "v2"     // as components v2
	ComponentsEmbeds = "embeds" // as embeds
)

// DefaultAPIURL is where Discord is.
const DefaultAPIURL = "https://discord.com"

// DefaultConfig is the Config that holds when nothing is set. Without a token
// the door stays shut.
func DefaultConfig() Config {
	return Config{
		APIURL:       DefaultAPIURL,
		Interactions: InteractionsGateway,
		Components:   ComponentsAuto,
	}
}

// Enabled reports whether the settings ask for Discord at all.
func (c Config) Enabled() bool {
	return c.Token != "" || c.Interactions == InteractionsEndpoint
}

// Validate reports everything that is wrong with the settings, each with its
// key (below "discord.") and the cure.
func (c Config) Validate() error {
	var errs []error
	bad := func(format string, a ...any) { errs = append(errs, fmt.Errorf(format, a...)) }

	if strings.ContainsAny(c.Token, " \t\r\n") {
		bad("token: has white space in it; give the token alone, without \"Bot \"")
	}
	if c.ApplicationID != "" && !c.isID(c.ApplicationID) {
		bad("application_id: %q is not a Discord id, which is 15 to 20 digits", c.ApplicationID)
	}
	if c.PublicKey != "" && !isPublicKey(c.PublicKey) {
		bad("public_key: %q is not 64 hex digits; copy it from General Information of the developer portal", c.PublicKey)
	}
	if err := checkAPIURL(c.APIURL); err != nil {
		bad("api_url: %w", err)
	}
	switch c.Interactions {
	case InteractionsGateway:
	case InteractionsEndpoint:
		if c.PublicKey == "" {
			bad("public_key: is needed when interactions is %q", InteractionsEndpoint)
		}
		if c.ApplicationID == "" {
			bad("application_id: is needed when interactions is %q", InteractionsEndpoint)
		}
	default:
		bad("interactions: %q is neither %q nor %q", c.Interactions, InteractionsGateway, InteractionsEndpoint)
	}
	if c.Components != ComponentsAuto && c.Components != ComponentsV2 && c.Components != ComponentsEmbeds {
		bad("components: %q is neither %q, %q nor %q", c.Components, ComponentsAuto, ComponentsV2, ComponentsEmbeds)
	}
	if len(c.Channels) > 0 && !c.MessageContent {
		bad("channels: needs message_content, and the Message Content intent in the developer portal")
	}
	for _, l := range c.idLists() {
		for _, id := range l.ids {
			if !c.isID(id) {
				bad("%s: %q is not a Discord id, which is 15 to 20 digits", l.key, id)
			}
		}
	}
	for _, n := range []struct {
		key string
		n   int
	}{{"per_user", c.PerUser}, {"per_channel", c.PerChannel}, {"per_guild", c.PerGuild}} {
		if n.n < 0 {
			bad("%s: %d is negative; 0 means no limit", n.key, n.n)
		}
	}
	return errors.Join(errs...)
}

type idList struct {
	key string
	ids []string
}

func (c Config) idLists() []idList {
	return []idList{
		{"guilds", c.Guilds}, {"channels", c.Channels},
		{"allow_guilds", c.AllowGuilds}, {"allow_channels", c.AllowChannels}, {"allow_users", c.AllowUsers},
		{"deny_guilds", c.DenyGuilds}, {"deny_channels", c.DenyChannels}, {"deny_users", c.DenyUsers},
	}
}

func checkAPIURL(s string) error {
	u, err := url.Parse(s)
	if err != nil {
		return fmt.Errorf("%q is not a URL", s)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return fmt.Errorf("%q is not an http or https address; Discord's is %s", s, DefaultAPIURL)
	}
	if u.User != nil || u.RawQuery != "" || u.Fragment != "" {
		return fmt.Errorf("%q has more than scheme, host and path", s)
	}
	return nil
}

// isID reports whether s is a Discord id: a 64-bit number, of which the
// shortest one given out has 17 digits. Another server may count from one.
func (c Config) isID(s string) bool {
	least := 15
	if !c.isDiscord() {
		least = 1
	}
	return len(s) >= least && len(s) <= 20 && strings.Trim(s, "0123456789") == ""
}

// isPublicKey reports whether s is an Ed25519 public key in hex.
func isPublicKey(s string) bool {
	b, err := hex.DecodeString(s)
	return err == nil && len(b) == 32
}
