package config

import (
	"bytes"
	"encoding/json"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"go.yaml.in/yaml/v3"
)

const sentinel = "s3cr3t-Value-0123456789"

// everySecret is a settings file in which each secret holds the sentinel.
func everySecret() string {
	var b strings.Builder
	for _, key := range secretKeys {
		if strings.HasSuffix(key, "s") {
			fmt.Fprintf(&b, "%s: [%s, %s]\n", key, sentinel, sentinel)
		} else {
			fmt.Fprintf(&b, "%s: %s\n", key, sentinel)
		}
	}
	return b.String()
}

// loadUnchecked is load without the checks of the sections.
func loadUnchecked(t *testing.T, text string) *Settings {
	t.Helper()
	l := newLoader(Source{File: "settings.yaml"})
	l.merge([]byte(text))
	l.fields()
	if len(l.problems) > 0 {
		t.Fatal(l.problems)
	}
	return l.settings()
}

func TestNoWayOfPrintingShowsASecret(t *testing.T) {
	s := loadUnchecked(t, everySecret())
	if !strings.Contains(fmt.Sprintf("%+v", s.Revealed()), sentinel) {
		t.Fatal("the secrets were not read at all")
	}
	type holder struct{ inside *Settings }
	var out bytes.Buffer
	for _, v := range []any{s, *s, s.Config, s.LLM, s.Discord, s.Webhook, s.List(), holder{s}} {
		for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
			fmt.Fprintf(&out, verb+"\n", v)
		}
		j, _ := json.Marshal(v)
		y, _ := yaml.Marshal(v)
		out.Write(j)
		out.Write(y)
		slog.New(slog.NewTextHandler(&out, nil)).Info("x", "settings", v)
		slog.New(slog.NewJSONHandler(&out, nil)).Info("x", "settings", v)
	}
	hex := fmt.Sprintf("%x", sentinel)
	if text := out.String(); strings.Contains(text, sentinel) || strings.Contains(text, hex) {
		t.Errorf("a secret shows in %s", text)
	}
	if !strings.Contains(out.String(), Hidden) {
		t.Errorf("%q shows nowhere", Hidden)
	}
}

func TestNoProblemShowsASecret(t *testing.T) {
	for _, text := range []string{
		everySecret() + "log.level: loud",
		everySecret() + everySecret(),
		"llm:\n  api_kye: " + sentinel,
		"llm: " + sentinel,
		"discord:\n  - " + sentinel,
		"discord.token: *" + sentinel,
		"discord.token: {" + sentinel + ": " + sentinel + "}",
		"discord.token: !" + sentinel + " x",
		"webhook.secrets: " + sentinel,
		"webhook.secrets: [[" + sentinel + "]]",
		"webhook.token: \"" + sentinel,
		"webhook.token: " + sentinel + ": " + sentinel,
		"webhook.token: " + sentinel + "\nwebhook.token_file: /nowhere",
		"discord.api_url: ftp://user:" + sentinel + "@127.0.0.1",
		"discord.token: white " + sentinel,
	} {
		_, err := Load(Source{File: write(t, "settings.yaml", text)})
		if err == nil || strings.Contains(err.Error(), sentinel) {
			t.Errorf("Load(%q) = %v, want a problem without the secret", text, err)
		}
	}
}

func TestEverySecretIsMarked(t *testing.T) {
	open := map[string]bool{"discord.public_key": true, "llm.max_tokens": true}
	for _, f := range fields() {
		for _, word := range []string{"key", "token", "secret", "password"} {
			if strings.Contains(f.key, word) && !open[f.key] && !contains(secretKeys, f.key) {
				t.Errorf("%s looks like a secret and is in neither list", f.key)
			}
		}
	}
}

func contains(list []string, s string) bool {
	return strings.Contains("\n"+strings.Join(list, "\n")+"\n", "\n"+s+"\n")
}

func TestSecretsFromFiles(t *testing.T) {
	one := write(t, "key", sentinel+"\n")
	two := write(t, "secrets", "\n first \n\nsecond")

	s := loadUnchecked(t, "llm: {api_key: '', api_key_file: "+one+"}\nwebhook: {secrets_file: "+two+"}")
	if c := s.Revealed(); c.LLM.APIKey != sentinel || fmt.Sprint(c.Webhook.Secrets) != "[first second]" {
		t.Errorf("from files: %+v", c)
	}
	if s.LLM.APIKey != Hidden || fmt.Sprint(s.Webhook.Secrets) != "[(hidden) (hidden)]" {
		t.Errorf("hidden: %+v", s.Config)
	}

	t.Setenv("ALINTI_LLM_API_KEY_FILE", one)
	if c := load(t, "llm: {api_key: lower}").Revealed(); c.LLM.APIKey != sentinel {
		t.Errorf("a file named in the environment gives way to the settings file: %q", c.LLM.APIKey)
	}
	t.Setenv("ALINTI_LLM_API_KEY", "higher")
	if _, err := Load(Source{}); err == nil || !strings.Contains(err.Error(), "ALINTI_LLM_API_KEY_FILE: llm.api_key_file = "+shown(one)+": is set beside llm.api_key; leave only one of them") {
		t.Errorf("both on one layer: %v", err)
	}
}

func TestSecretFilesThatDoNotServe(t *testing.T) {
	for text, want := range map[string]string{
		"":            "the file is empty; put the secret in it",
		"one\ntwo":    "the file holds more than one line; put the secret alone in it",
		"/nowhere/at": "the file cannot be read: no such file or directory; check the path and its permissions",
	} {
		path := text
		if !strings.HasPrefix(text, "/") {
			path = write(t, "key", text)
		}
		_, err := Load(Source{File: write(t, "settings.yaml", "llm.api_key_file: "+path)})
		if err == nil || !strings.HasSuffix(err.Error(), want) {
			t.Errorf("file %q: %v, want … %s", text, err, want)
		}
	}
}
