package llm

import (
	"errors"
	"fmt"
	"net/url"
	"strings"
	"time"
)

// Config says which service to ask and how long to put up with it.
type Config struct {
	BaseURL        string        `mapstructure:"base_url"`        // of an OpenAI-compatible service, such as http://127.0.0.1:11434/v1; empty: no model
	APIKey         string        `mapstructure:"api_key"`         // secret; local servers mostly need none
	Model          string        `mapstructure:"model"`           // as the service names it; a llama.cpp server ignores it
	Timeout        time.Duration `mapstructure:"timeout"`         // of one call, waiting and the second attempt included; 100ms to 5m
	MaxTokens      int           `mapstructure:"max_tokens"`      // of a reply; 16 to 32768
	MaxConcurrent  int           `mapstructure:"max_concurrent"`  // calls at a time; 1 to 1000
	MaxQueue       int           `mapstructure:"max_queue"`       // calls that may wait for one of those; 0 to 1000
	CacheEntries   int           `mapstructure:"cache_entries"`   // replies kept in memory; 0 keeps none; to 100000
	ResponseFormat string        `mapstructure:"response_format"` // auto, json_schema, json_object or text
	InputPrice     float64       `mapstructure:"input_price"`     // of a million prompt tokens, in any currency; for the metrics
	OutputPrice    float64       `mapstructure:"output_price"`    // of a million reply tokens
}

// DefaultConfig asks no model, for it has no address, and is ready for one.
func DefaultConfig() Config {
	return Config{
		Timeout:        20 * time.Second,
		MaxTokens:      1024,
		MaxConcurrent:  4,
		MaxQueue:       16,
		CacheEntries:   512,
		ResponseFormat: FormatAuto,
	}
}

// Validate reports every setting that cannot work, each with its cure. An
// empty base address is valid: it means that there is no model.
func (c Config) Validate() error {
	var errs []error
	fail := func(key, format string, args ...any) {
		errs = append(errs, fmt.Errorf("%s: %s", key, fmt.Sprintf(format, args...)))
	}
	if c.BaseURL != "" {
		if _, err := baseURL(c.BaseURL); err != nil {
			fail("base_url", "%v", err)
		}
	}
	if c.Timeout < 100*time.Millisecond || c.Timeout > 5*time.Minute {
		fail("timeout", "%v is not between 100ms and 5m", c.Timeout)
	}
	whole := func(key string, n, low, high int) {
		if n < low || n > high {
			fail(key, "%d is not between %d and %d", n, low, high)
		}
	}
	whole("max_tokens", c.MaxTokens, 16, 32768)
	whole("max_concurrent", c.MaxConcurrent, 1, 1000)
	whole("max_queue", c.MaxQueue, 0, 1000)
	whole("cache_entries", c.CacheEntries, 0, 100000)
	if formatRank(c.ResponseFormat) < 0 && c.ResponseFormat != FormatAuto {
		fail("response_format", "%q is none of auto, json_schema, json_object, text", c.ResponseFormat)
	}
	if !(c.InputPrice >= 0) {
		fail("input_price", "%v is negative", c.InputPrice)
	}
	if !(c.OutputPrice >= 0) {
		fail("output_price", "%v is negative", c.OutputPrice)
	}
	return errors.Join(errs...)
}

// baseURL is the address as the library wants it: no slash at the end, and
// /v1 when only a host was given, as every such service has it there. Its
// errors never repeat the address, which may hold a password.
func baseURL(s string) (string, error) {
	u, err := url.Parse(strings.TrimSpace(s))
	if err != nil {
		return "", errors.New("not a URL; write it like http://127.0.0.1:8080/v1")
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return "", errors.New("write it with http:// or https:// and a host, like http://127.0.0.1:8080/v1")
	}
	if u.User != nil {
		return "", errors.New("it holds a user name; put the key into api_key")
	}
	if u.RawQuery != "" || u.Fragment != "" {
		return "", errors.New("it holds a query or a fragment; leave them out")
	}
	u.Path = strings.TrimRight(u.Path, "/")
	if u.Path == "" {
		u.Path = "/v1"
	}
	return u.String(), nil
}
