package render_test

import (
	"bytes"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"alinti/bot"
	"alinti/bot/render"
)

// A pipe gets every quote on one line, byte for byte, between marks.
func TestPipedQuotesAreWhole(t *testing.T) {
	for name, a := range answers(t) {
		got := text(t, a, render.Style{})
		for _, q := range slices.Concat(a.Quotes, a.Closest) {
			lines := strings.Split(got, "\n")
			if !slices.ContainsFunc(lines, func(l string) bool {
				return strings.HasPrefix(l, "«"+q.Text+"»") || strings.HasPrefix(l, "“"+q.Text+"”") || l == "> "+q.Text
			}) {
				t.Errorf("%s: no line holds the quote %q:\n%s", name, q.Text, got)
			}
		}
	}
}

// Whoever reads a pipe may take anything between marks for a quote: nothing
// but quotes stands there.
func TestOnlyQuotesStandInMarks(t *testing.T) {
	for name, a := range answers(t) {
		got := text(t, a, render.Style{})
		for _, q := range slices.Concat(a.Quotes, a.Closest) {
			got = strings.ReplaceAll(got, q.Text, "")
		}
		got = strings.NewReplacer("«»", "", "“”", "").Replace(got)
		if strings.ContainsAny(got, "«»“”\"") {
			t.Errorf("%s: quotation marks around what is not a quote:\n%s", name, got)
		}
	}
}

var ownCommands = regexp.MustCompile("\x1b\\[[0-9;]*m")

// Nothing from an article, a question or a model steers the terminal.
func TestTerminalGetsNoForeignCommands(t *testing.T) {
	a := answers(t)["hostile"]
	for _, s := range []render.Style{{Color: true, Width: 80}, {Width: 80}, {Color: true}} {
		got := ownCommands.ReplaceAllString(text(t, a, s), "")
		if strings.ContainsAny(got, "\x1b\x07\u202e\u202c\u200b") {
			t.Errorf("style %+v: %q", s, got)
		}
		if !strings.Contains(strings.ReplaceAll(got, "\n ", " "), "<U+001B>[31mkırmızı") {
			t.Errorf("style %+v: the control characters are not shown: %q", s, got)
		}
	}
	if got := text(t, a, render.Style{Width: 80}); strings.Contains(got, "\x1b") {
		t.Errorf("without colour there are commands: %q", got)
	}
}

func TestWrapKeepsToTheWidth(t *testing.T) {
	for name, a := range answers(t) {
		for _, width := range []int{40, 72, 120} {
			for line := range strings.Lines(text(t, a, render.Style{Width: width})) {
				line = strings.TrimSuffix(line, "\n")
				if utf8.RuneCountInString(line) > width && strings.Contains(strings.TrimSpace(line), " ") {
					t.Errorf("%s at %d: line of %d columns: %q", name, width, utf8.RuneCountInString(line), line)
				}
			}
		}
	}
}

func TestJSON(t *testing.T) {
	a := answers(t)["one"]
	var one, indented bytes.Buffer
	if err := render.JSON(&one, a, false); err != nil {
		t.Fatal(err)
	}
	if err := render.JSON(&indented, a, true); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(one.String(), "\n"); n != 1 || !strings.HasSuffix(one.String(), "}\n") {
		t.Errorf("JSON on one line has %d line feeds: %q", n, one.String())
	}
	if !strings.Contains(one.String(), "Ukrayna'ya") || !strings.Contains(one.String(), `"text":"İki ülke`) {
		t.Errorf("JSON escapes letters: %s", one.String())
	}
	var compact bytes.Buffer
	if err := json.Compact(&compact, indented.Bytes()); err != nil || compact.String() != strings.TrimSuffix(one.String(), "\n") {
		t.Errorf("indented JSON differs (%v):\n%s\n%s", err, compact.String(), one.String())
	}
}

// A copied quote is what the whole answer shows of it, but for its number.
func TestCopiedQuote(t *testing.T) {
	for name, a := range answers(t) {
		for _, q := range a.Closest {
			if c := render.QuoteText(q, a.Language); !strings.Contains(text(t, a, render.Style{}), c) {
				t.Errorf("%s: the answer does not hold %q", name, c)
			}
		}
	}
}

func TestDate(t *testing.T) {
	for _, c := range []struct{ language, iso, want string }{
		{"tr", "2025-09-19", "19 Eylül 2025"},
		{"en", "2024-06", "June 2024"},
		{"tr", "2024-06", "Haziran 2024"},
		{"tr", "2023", "2023"},
		{"tr", "2024/2025", "2024–2025"},
		{"en", "2024-06-01/2024-06-30", "1 June 2024–30 June 2024"},
		{"tr", "2024-13", "2024-13"},
		{"tr", "2024-02-99", "2024-02-99"},
		{"tr", "dün", "dün"},
		{"tr", "", ""},
	} {
		if got := render.In(c.language).Date(c.iso); got != c.want {
			t.Errorf("Date(%q, %q) = %q, want %q", c.iso, c.language, got, c.want)
		}
	}
}

func TestVisible(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"İstanbul'da ığdır", "İstanbul'da ığdır"},
		{"a\x1b[2Jb", "a<U+001B>[2Jb"},
		{"a\tb\r", "a<U+0009>b<U+000D>"},
		{"\u202eabc\u2066", "<U+202E>abc<U+2066>"},
		{"a\u200b\ufeff\u00ad", "a<U+200B><U+FEFF><U+00AD>"},
		{"\U000E0041", "<U+E0041>"},
		{"\u009b31m", "<U+009B>31m"},
		{"\ufe0f\u3164", "<U+FE0F><U+3164>"},
		{"a\xffb\ufffd", "a<FF>b\ufffd"},
		{"e\u0301", "e\u0301"},
	} {
		if got := render.Visible(c.in); got != c.want {
			t.Errorf("Visible(%q) = %q, want %q", c.in, got, c.want)
		}
	}
}

func TestSegments(t *testing.T) {
	for _, c := range []struct {
		name  string
		marks []bot.Range
		want  string
	}{
		{"none", nil, "şubat ayı"},
		{"one", []bot.Range{{Start: 100, End: 106}}, "[şubat] ayı"},
		{"two, unsorted", []bot.Range{{Start: 107, End: 111}, {Start: 100, End: 106}}, "[şubat] [ayı]"},
		{"overlapping", []bot.Range{{Start: 100, End: 104}, {Start: 102, End: 106}}, "[şubat] ayı"},
		{"touching", []bot.Range{{Start: 100, End: 104}, {Start: 104, End: 106}}, "[şubat] ayı"},
		{"outside", []bot.Range{{Start: 90, End: 99}, {Start: 111, End: 120}, {Start: 99, End: 103}, {Start: 108, End: 112}}, "şubat ayı"},
		{"inside a code point", []bot.Range{{Start: 101, End: 103}}, "şubat ayı"},
		{"empty and reversed", []bot.Range{{Start: 103, End: 103}, {Start: 105, End: 102}}, "şubat ayı"},
		{"all", []bot.Range{{Start: 100, End: 111}}, "[şubat ayı]"},
	} {
		var got string
		for _, s := range render.Segments(bot.Quote{Text: "şubat ayı", Start: 100, End: 111, Highlights: c.marks}) {
			if s.Marked {
				got += "[" + s.Text + "]"
			} else {
				got += s.Text
			}
		}
		if got != c.want {
			t.Errorf("%s: %s, want %s", c.name, got, c.want)
		}
	}
}

func text(t *testing.T, a bot.Answer, s render.Style) string {
	t.Helper()
	var b bytes.Buffer
	if err := render.Text(&b, a, s); err != nil {
		t.Fatal(err)
	}
	return b.String()
}
