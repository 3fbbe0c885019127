package config

import (
	"slices"
	"testing"
)

func TestChanged(t *testing.T) {
	a, b := Default(), Default()
	if got := Changed(a, b); got != nil {
		t.Errorf("Changed of equals = %v", got)
	}
	b.Listen, b.Webhook.Secrets, b.LLM.APIKey = "127.0.0.1:1", []string{"one"}, "two"
	if got, want := Changed(a, b), []string{"listen", "llm.api_key", "webhook.secrets"}; !slices.Equal(got, want) {
		t.Errorf("Changed = %v, want %v", got, want)
	}
}
