package webhook_test

import (
	"strings"
	"testing"
	"time"

	"alinti/bot/webhook"
)

func TestDefaultConfigIsValid(t *testing.T) {
	if err := webhook.DefaultConfig().Validate(); err != nil {
		t.Error(err)
	}
}

func TestValidateNamesTheKey(t *testing.T) {
	tests := map[string]func(*webhook.Config){
		"webhook.token: must have":         func(c *webhook.Config) { c.Token = "short" },
		"webhook.token: must be":           func(c *webhook.Config) { c.Token = "sixteen chars and spaces" },
		"webhook.admin_token: must have":   func(c *webhook.Config) { c.AdminToken = "short" },
		"webhook.admin_token: is the same": func(c *webhook.Config) { c.Token, c.AdminToken = testToken, testToken },
		"webhook.max_body_bytes":           func(c *webhook.Config) { c.MaxBodyBytes = 0 },
		"webhook.max_header_bytes":         func(c *webhook.Config) { c.MaxHeaderBytes = 2 << 20 },
		"webhook.max_in_flight":            func(c *webhook.Config) { c.MaxInFlight = 0 },
		"webhook.rate_address":             func(c *webhook.Config) { c.RateAddress = -1 },
		"webhook.rate_authorized":          func(c *webhook.Config) { c.RateAuthorized = -1 },
		"webhook.trusted_proxies":          func(c *webhook.Config) { c.TrustedProxies = []string{"10.0.0.1"} },
		"webhook.cors_origins":             func(c *webhook.Config) { c.CORSOrigins = []string{"https://a.example/path"} },
		"webhook.ask_timeout":              func(c *webhook.Config) { c.AskTimeout = c.WriteTimeout },
		"webhook.stream_heartbeat":         func(c *webhook.Config) { c.StreamHeartbeat = 0 },
		"webhook.read_header_timeout":      func(c *webhook.Config) { c.ReadHeaderTimeout = 0 },
		"webhook.read_timeout":             func(c *webhook.Config) { c.ReadTimeout = -1 },
		"webhook.write_timeout":            func(c *webhook.Config) { c.WriteTimeout = 0 },
		"webhook.idle_timeout":             func(c *webhook.Config) { c.IdleTimeout = 0 },
		"webhook.lame_duck":                func(c *webhook.Config) { c.LameDuck = time.Hour },
		"webhook.shutdown_timeout":         func(c *webhook.Config) { c.ShutdownTimeout = -time.Second },
	}
	for key, change := range tests {
		c := webhook.DefaultConfig()
		change(&c)
		err := c.Validate()
		if err == nil || !strings.Contains(err.Error(), key) {
			t.Errorf("Validate() = %v, want %s", err, key)
		}
		if c.Token != "" && strings.Contains(err.Error(), c.Token) {
			t.Errorf("Validate() shows the token: %v", err)
		}
	}
}

func TestCheckListen(t *testing.T) {
	tests := []struct {
		address   string
		token     string
		allowOpen bool
		ok        bool
	}{
		{"127.0.0.1:8080", "", false, true},
		{"127.8.9.1:8080", "", false, true},
		{"[::1]:8080", "", false, true},
		{"[::ffff:127.0.0.1]:8080", "", false, true},
		{"localhost:8080", "", false, true},
		{":8080", "", false, false},
		{"0.0.0.0:8080", "", false, false},
		{"[::]:8080", "", false, false},
		{"192.168.1.4:8080", "", false, false},
		{"localhost.example.com:8080", "", false, false},
		{"0.0.0.0:8080", testToken, false, true},
		{"0.0.0.0:8080", "", true, true},
		{"127.0.0.1", "", false, false},
		{"", "", true, false},
	}
	for _, tt := range tests {
		c := webhook.DefaultConfig()
		c.Token, c.AllowOpen = tt.token, tt.allowOpen
		if err := c.CheckListen(tt.address); (err == nil) != tt.ok {
			t.Errorf("CheckListen(%q), token %t, allow_open %t = %v, want ok %t", tt.address, tt.token != "", tt.allowOpen, err, tt.ok)
		}
	}
}
