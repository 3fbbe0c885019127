package discord

import (
	"strings"
	"testing"
)

func TestDefaultConfigIsValidAndShut(t *testing.T) {
	c := DefaultConfig()
	if err := c.Validate(); err != nil {
		t.Errorf("DefaultConfig().Validate() = %v, want nil", err)
	}
	if c.Enabled() {
		t.Error("DefaultConfig().Enabled() = true, want false: nothing was set")
	}
}

func TestConfigValidate(t *testing.T) {
	key := strings.Repeat("ab", 32)
	for _, c := range []struct {
		name   string
		change func(*Config)
		want   string // part of the error; empty: valid
	}{
		{"token alone", func(c *Config) { c.Token = "abc.def.ghi" }, ""},
		{"token with its prefix", func(c *Config) { c.Token = "Bot abc" }, "token:"},
		{"application id", func(c *Config) { c.ApplicationID = "12345" }, "application_id:"},
		{"short key", func(c *Config) { c.PublicKey = "abcd" }, "public_key:"},
		{"not hex", func(c *Config) { c.PublicKey = strings.Repeat("xy", 32) }, "public_key:"},
		{"key", func(c *Config) { c.PublicKey = key }, ""},
		{"api without scheme", func(c *Config) { c.APIURL = "discord.com" }, "api_url:"},
		{"api with a password", func(c *Config) { c.APIURL = "https://a:b@discord.com" }, "api_url:"},
		{"api with a path", func(c *Config) { c.APIURL = "http://127.0.0.1:3001/api/v9" }, ""},
		{"unknown entrance", func(c *Config) { c.Interactions = "both" }, "interactions:"},
		{"endpoint without a key", func(c *Config) { c.Interactions = InteractionsEndpoint; c.ApplicationID = "123456789012345678" }, "public_key:"},
		{"endpoint without an application", func(c *Config) { c.Interactions = InteractionsEndpoint; c.PublicKey = key }, "application_id:"},
		{"channels without the intent", func(c *Config) { c.Channels = []string{"123456789012345678"} }, "channels:"},
		{"id list", func(c *Config) { c.DenyUsers = []string{"@someone"} }, "deny_users:"},
		{"negative limit", func(c *Config) { c.PerGuild = -1 }, "per_guild:"},
	} {
		t.Run(c.name, func(t *testing.T) {
			cfg := DefaultConfig()
			c.change(&cfg)
			err := cfg.Validate()
			if c.want == "" && err != nil || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
				t.Errorf("Validate() = %v, want an error holding %q", err, c.want)
			}
		})
	}
}

func TestConfigNamesEveryProblemAtOnce(t *testing.T) {
	err := Config{Token: "a b", APIURL: "x", Interactions: "y", PublicKey: "z"}.Validate()
	for _, key := range []string{"token:", "api_url:", "interactions:", "public_key:"} {
		if err == nil || !strings.Contains(err.Error(), key) {
			t.Errorf("Validate() = %v, want it to name %s", err, key)
		}
	}
}

func TestErrorsDoNotHoldTheToken(t *testing.T) {
	c := DefaultConfig()
	c.Token = "very secret"
	if err := c.Validate(); err == nil || strings.Contains(err.Error(), "secret") {
		t.Errorf("Validate() = %v, want an error without the token in it", err)
	}
}
