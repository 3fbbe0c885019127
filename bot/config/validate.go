package config

import (
	"errors"
	"fmt"
	"net"
	"net/url"
	"slices"
	"strconv"
	"strings"
)

// Validate checks what the types cannot: ranges, forms, known values. Each
// error it joins begins with the key it is about.
func (c Config) Validate() error {
	return errors.Join(
		validListen(c.Listen),
		within("retrieval", c.Retrieval.Validate()),
		within("llm", c.LLM.Validate()),
		within("discord", c.Discord.Validate()),
		within("webhook", c.Webhook.Validate()),
		within("callbacks", c.Callbacks.Validate()),
		within("web", c.Web.Validate()),
		within("store", c.Store.Validate()),
		within("log", c.Log.Validate()),
	)
}

// within puts a section's name before the key that each of its errors begins with.
func within(section string, err error) error {
	var errs []error
	for _, e := range Problems(err) {
		if !strings.HasPrefix(e.Error(), section+".") {
			e = fmt.Errorf("%s.%w", section, e)
		}
		errs = append(errs, e)
	}
	return errors.Join(errs...)
}

func validListen(addr string) error {
	_, port, err := net.SplitHostPort(addr)
	if err == nil {
		_, err = strconv.ParseUint(port, 10, 16)
	}
	if err != nil {
		return errors.New("listen: is not an address with a port; write it like 127.0.0.1:8080")
	}
	return nil
}

// Validate accepts the backends that exist, and a probability.
func (r Retrieval) Validate() error {
	err := oneOf("backend", r.Backend, BackendEmbedded)
	if !(r.Strictness > 0 && r.Strictness < 1) {
		err = errors.Join(err, errors.New("strictness: is not a probability between 0 and 1; write it like 0.5"))
	}
	return err
}

// Validate accepts an address that a browser can open.
func (w Web) Validate() error {
	u, err := url.Parse(w.PublicURL)
	if w.PublicURL == "" || err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != "" && u.User == nil && u.RawQuery == "" && u.Fragment == "" {
		return nil
	}
	return errors.New("public_url: is not the address of a page; write it like https://answers.example.org")
}

// Validate accepts the known levels and formats.
func (l Log) Validate() error {
	return errors.Join(
		oneOf("level", l.Level, "debug", "info", "warn", "error"),
		oneOf("format", l.Format, "text", "json"),
	)
}

func oneOf(key, value string, known ...string) error {
	if slices.Contains(known, value) {
		return nil
	}
	return fmt.Errorf("%s: is not one of the known values; write %s", key, strings.Join(known, " or "))
}

// source is the place of a key's value, for a problem.
func (l *loader) source(key string) string {
	if origin, read := l.set.origins[key]; read {
		return origin.String()
	}
	return l.origin(key).String()
}

// about is a problem with the value of a known key.
func (l *loader) about(key, message, cure string) *Problem {
	p := &Problem{Key: key, Source: l.source(key), Message: message, Cure: cure}
	text, _ := l.v.Get(key).(string)
	if v, ok := l.v.Get(key).(value); ok {
		text = v.Value
	}
	switch {
	case slices.Contains(secretKeys, key), strings.Contains(text, "@"): // an address may hold a password
		p.Value = Hidden
		if text != "" {
			p.Message = strings.ReplaceAll(message, text, Hidden)
		}
	case text != "" && !strings.HasPrefix(message, text+" ") && !strings.Contains(message, strconv.Quote(text)):
		p.Value = shown(text)
	}
	return p
}

// validate runs the checks of every section, and finds the key that each of
// their errors begins with.
func (l *loader) validate() {
	for _, err := range Problems(l.config.Validate()) {
		key, message, _ := strings.Cut(l.scrub(err.Error()), ": ")
		if !slices.Contains(l.keys, key) {
			l.problem(&Problem{Source: "settings", Message: l.scrub(err.Error())})
			continue
		}
		message, cure, _ := strings.Cut(message, "; ")
		l.problem(l.about(key, message, cure))
	}
}
