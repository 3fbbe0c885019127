package render_test

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/render"
)

// constructs are what Discord makes more of than text.
var constructs = []string{
	"# a", "## a", "### a", "- a", "* a", "+ a", "1. a", "12) a", "> a", ">>> a", "-# a", "*a*", "**a**", "_a_", "__a__", "~~a~~", "||a||", "`a`", "``a``", "```go a```",
	"[a](https://b.c)", "[a](<https://b.c> 'd')", "<https://b.c>", "https://b.c/d_e_f", "http://b.c", "discord://b", "www.b.c", "a@b.c", "<a@b.c>", "<+905321234567>",
	"@everyone", "@here", "<@123456789012345678>", "<@!123456789012345678>", "<@&123456789012345678>", "<#123456789012345678>", "</a:123456789012345678>",
	"<t:1700000000>", "<t:1700000000:R>", "<:a:123456789012345678>", "<a:b:123456789012345678>", ":smile:", "<id:customize>", "<id:guide>",
	`\`, `\\`, `\*`, `\>`, "---", "===", "| a | b |", "$a$", "¯\\_(ツ)_/¯", "a*b*c", "snake_case_name", "2*3*4", "a:b", "12:30", "#12", "a#b", "&amp;", "<b>a</b>", "!a",
}

// Whatever a text is made of, Discord shows that text. The test reads Markdown
// as this package knows Discord to; .ci/discord-markdown.sh has the pairs that
// it writes read by a parser of others.
func TestMarkdownVectors(t *testing.T) {
	type vector struct{ Text, Escaped, Quote string }
	var vectors []vector
	add := func(text string, from, to int) {
		q := bot.Quote{Text: text, End: len(text), Highlights: []bot.Range{{Start: from, End: to}}}
		vectors = append(vectors, vector{text, render.EscapeMarkdown(text), "> " + render.MarkdownQuote(q)})
	}
	for _, c := range constructs {
		add(c, 0, 0)
		add(c+" sonra", 0, len(c))
		add("önce "+c+" sonra", len("önce "), len("önce "+c))
	}
	random := rand.New(rand.NewPCG(6, 1))
	for range 2000 {
		var parts []string
		for range 1 + random.IntN(4) {
			parts = append(parts, constructs[random.IntN(len(constructs))])
		}
		text := strings.Join(parts, []string{" ", "", "."}[random.IntN(3)])
		from := random.IntN(len(text))
		add(text, from, from+random.IntN(len(text)-from+1))
	}
	for _, v := range vectors {
		if got := backslash.ReplaceAllString(v.Escaped, "$1"); got != v.Text {
			t.Errorf("%q is escaped as %q, which reads %q", v.Text, v.Escaped, got)
		}
		if strings.Contains(v.Escaped, "<@") && !strings.Contains(v.Escaped, `\<`) || strings.Contains(v.Escaped, "](") && !strings.Contains(v.Escaped, `\](`) {
			t.Errorf("%q is escaped as %q", v.Text, v.Escaped)
		}
	}
	if file := os.Getenv("ALINTI_MARKDOWN_VECTORS"); file != "" {
		raw, err := json.Marshal(vectors)
		if err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, raw, 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

var backslash = regexp.MustCompile(`\\([!-/:-@\[-` + "`" + `{-~])`)
