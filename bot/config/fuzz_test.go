package config

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"unicode"
)

// FuzzLoad reads any text as a settings file: it never panics, its problems
// are single lines fit for a log, and what it accepts can be printed without
// showing a secret.
func FuzzLoad(f *testing.F) {
	example, err := os.ReadFile(exampleFile)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(example))
	for _, seed := range []string{everySecret(), "a: &a [*a]", "a: *b", "<<: {a: b}", "? [a]\n: b", "listen: !x y", "\xff", "log: {level: debug}\n--- x"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		l := newLoader(Source{File: "settings.yaml"})
		l.merge([]byte(text))
		s, err := l.finish()
		for _, p := range Problems(err) {
			if i := strings.IndexFunc(p.Error(), unicode.IsControl); i >= 0 {
				t.Errorf("a problem of %q holds a control character at %d: %q", text, i, p)
			}
		}
		if err != nil {
			return
		}
		for _, v := range s.List() {
			if !contains(secretKeys, v.Key) {
				continue
			}
			if shown := strings.ReplaceAll(fmt.Sprint(v.Value), Hidden, ""); strings.Trim(shown, "[ ]") != "" {
				t.Errorf("%q shows a secret: %s = %v", text, v.Key, v.Value)
			}
		}
	})
}
