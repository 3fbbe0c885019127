package render_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/render"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// Every testdata/NAME.json is an answer; beside it stands what each medium shows.
func TestGolden(t *testing.T) {
	media := map[string]func(*bytes.Buffer, bot.Answer) error{
		"txt": func(b *bytes.Buffer, a bot.Answer) error { return render.Text(b, a, render.Style{}) },
		"term": func(b *bytes.Buffer, a bot.Answer) error {
			return render.Text(b, a, render.Style{Color: true, Width: 72})
		},
		"md": func(b *bytes.Buffer, a bot.Answer) error { // the quotes as the page has them for copying
			for _, q := range slices.Concat(a.Quotes, a.Closest) {
				b.WriteString(render.QuoteMarkdown(q, a.Language))
			}
			return nil
		},
	}
	for name, a := range answers(t) {
		for medium, write := range media {
			var got bytes.Buffer
			if err := write(&got, a); err != nil {
				t.Fatalf("%s as %s: %v", name, medium, err)
			}
			text := got.String()
			if medium == "md" && text == "" {
				continue
			}
			if medium == "term" {
				text = strings.ReplaceAll(text, "\x1b", "␛")
			}
			golden(t, filepath.Join("testdata", name+"."+medium), text)
		}
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s: got\n%s\nwant\n%s", file, got, want)
	}
}

// answers reads the fixtures.
func answers(t *testing.T) map[string]bot.Answer {
	t.Helper()
	files, err := filepath.Glob("testdata/*.json")
	if err != nil || len(files) == 0 {
		t.Fatalf("no fixtures: %v", err)
	}
	out := map[string]bot.Answer{}
	for _, f := range files {
		data, err := os.ReadFile(f)
		if err != nil {
			t.Fatal(err)
		}
		var a bot.Answer
		if err := json.Unmarshal(data, &a); err != nil {
			t.Fatalf("%s: %v", f, err)
		}
		out[strings.TrimSuffix(filepath.Base(f), ".json")] = a
	}
	return out
}
