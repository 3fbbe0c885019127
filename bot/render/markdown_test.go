package render_test

import (
	"regexp"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/render"
)

var escaped = regexp.MustCompile(`\\([!-/:-@[-` + "`" + `{-~])`)

// unescape takes bold marks, then backslashes away, as a reader of Markdown does.
func unescape(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		switch {
		case s[i] == '\\' && i+1 < len(s) && escaped.MatchString(s[i:i+2]):
			b.WriteByte(s[i+1])
			i++
		case strings.HasPrefix(s[i:], "**"):
			i++
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

func TestMarkdownQuote(t *testing.T) {
	for _, c := range []struct{ text, marked, want string }{
		{"en az 13 bin asker", "13 bin", "en az **13 bin** asker"},
		{"'13 bin'", "13 bin", "'**13 bin**'"},
		{"a*b_c", "", `a\*b\_c`},
		{"1. madde", "", `1\. madde`},
		{"9,8 milyar. Sonra", "", "9,8 milyar. Sonra"},
		{"# başlık", "", `\# başlık`},
		{"- madde", "", `\- madde`},
		{"[a](http://b)", "", `\[a\](http\://b)`},
		{"www.a.b", "", `www\.a.b`},
		{"a :smile: 10:30", "", `a \:smile: 10:30`},
		{"<@1> @everyone", "", `\<\@1\> \@everyone`},
		{"x(y)z", "(y)", "x(y)z"},
		{"x y ", " y ", "x y "},
	} {
		q := bot.Quote{Text: c.text, End: len(c.text)}
		if i := strings.Index(c.text, c.marked); c.marked != "" {
			q.Highlights = []bot.Range{{Start: i, End: i + len(c.marked)}}
		}
		if got := render.MarkdownQuote(q); got != c.want {
			t.Errorf("MarkdownQuote(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzMarkdownQuoteComesBack(f *testing.F) {
	f.Add(`a*b**c\*d`, 1, 4)
	f.Add("**", 0, 2)
	f.Add("1) #x www.a [b] :c: \\", 0, 3)
	f.Fuzz(func(t *testing.T, text string, from, to int) {
		q := bot.Quote{Text: text, End: len(text), Highlights: []bot.Range{{Start: from, End: to}}}
		md := render.MarkdownQuote(q)
		if got := unescape(md); got != text {
			t.Errorf("MarkdownQuote(%q) = %q, which reads as %q", text, md, got)
		}
		var joined string
		for _, s := range render.Segments(q) {
			joined += s.Text
		}
		if joined != text {
			t.Errorf("Segments(%q) joined are %q", text, joined)
		}
	})
}
