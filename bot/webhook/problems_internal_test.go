package webhook

import (
	"regexp"
	"slices"
	"testing"
)

// TestTable holds the error table together: every kind once, both languages,
// the same values in both details.
func TestTable(t *testing.T) {
	verbs := regexp.MustCompile(`%[a-z]`)
	names := map[string]bool{}
	for _, k := range kinds() {
		if names[k.name] {
			t.Errorf("%s is there twice", k.name)
		}
		names[k.name] = true
		if k.status < 400 || k.status > 599 {
			t.Errorf("%s has status %d", k.name, k.status)
		}
		for _, s := range []string{k.tr.title, k.tr.detail, k.en.title, k.en.detail} {
			if s == "" {
				t.Errorf("%s lacks words", k.name)
			}
		}
		tr, en := verbs.FindAllString(k.tr.detail, -1), verbs.FindAllString(k.en.detail, -1)
		if !slices.Equal(tr, en) {
			t.Errorf("%s: %v in Turkish, %v in English", k.name, tr, en)
		}
	}
}
