package llm_test

import (
	"strings"
	"testing"
	"time"

	"alinti/bot/llm"
)

func TestConfigValidate(t *testing.T) {
	tests := []struct {
		name   string
		change func(*llm.Config)
		want   string // in the error; empty: valid
	}{
		{"default", func(*llm.Config) {}, ""},
		{"host alone", func(c *llm.Config) { c.BaseURL = "http://127.0.0.1:8080" }, ""},
		{"no scheme", func(c *llm.Config) { c.BaseURL = "127.0.0.1:8080" }, "base_url"},
		{"other scheme", func(c *llm.Config) { c.BaseURL = "ftp://host/v1" }, "base_url"},
		{"password", func(c *llm.Config) { c.BaseURL = "https://u:hunter2@host/v1" }, "api_key"},
		{"query", func(c *llm.Config) { c.BaseURL = "https://host/v1?key=hunter2" }, "query"},
		{"timeout", func(c *llm.Config) { c.Timeout = time.Hour }, "timeout"},
		{"max_tokens", func(c *llm.Config) { c.MaxTokens = 0 }, "max_tokens"},
		{"max_concurrent", func(c *llm.Config) { c.MaxConcurrent = 0 }, "max_concurrent"},
		{"max_queue", func(c *llm.Config) { c.MaxQueue = -1 }, "max_queue"},
		{"cache_entries", func(c *llm.Config) { c.CacheEntries = -1 }, "cache_entries"},
		{"response_format", func(c *llm.Config) { c.ResponseFormat = "xml" }, "response_format"},
		{"input_price", func(c *llm.Config) { c.InputPrice = -1 }, "input_price"},
		{"output_price", func(c *llm.Config) { c.OutputPrice = -1 }, "output_price"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			c := llm.DefaultConfig()
			tt.change(&c)
			err := c.Validate()
			if (err == nil) != (tt.want == "") || err != nil && !strings.Contains(err.Error(), tt.want) {
				t.Errorf("Validate() = %v, want %q in it", err, tt.want)
			}
			if err != nil && strings.Contains(err.Error(), "hunter2") {
				t.Errorf("the error repeats a secret: %v", err)
			}
		})
	}
}

func TestNewNeedsAnAddress(t *testing.T) {
	if _, err := llm.New(llm.DefaultConfig(), llm.Options{}); err == nil {
		t.Error("New() of no address: no error")
	}
}
