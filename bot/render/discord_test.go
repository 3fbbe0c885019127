package render_test

import (
	"encoding/json"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"alinti/bot"
	"alinti/bot/render"
)

// Each form of each answer, as it goes to Discord: testdata/*.discord has the
// embeds, *.components the containers, *.plain the content alone.
func TestDiscordGolden(t *testing.T) {
	for name, a := range answers(t) {
		for extension, form := range map[string]render.DiscordForm{".discord": render.FormEmbeds, ".components": render.FormComponents} {
			got, err := json.MarshalIndent(render.Discord(a, render.DiscordStyle{Form: form, Question: true}), "", " ")
			if err != nil {
				t.Fatal(err)
			}
			golden(t, filepath.Join("testdata", name+extension), string(got)+"\n")
		}
		var plain strings.Builder
		for _, m := range render.Discord(a, render.DiscordStyle{Form: render.FormText, Question: true}) {
			plain.WriteString(m.Content + "\n")
		}
		golden(t, filepath.Join("testdata", name+".plain"), plain.String())
	}
}

var forms = map[string]render.DiscordForm{"embeds": render.FormEmbeds, "components": render.FormComponents, "text": render.FormText}

// A reply is within every limit, and its block quotes, read as Discord reads
// them, are the quotes, whatever the texts are made of and how long they are.
func TestDiscordLimitsAndQuotes(t *testing.T) {
	texts := map[string]string{
		"short":    "Kuzey Kore en az 13 bin asker göndermişti.",
		"markup":   "*a* _b_ `c` ~~d~~ ||e|| [f](https://x.y/z_1) <@123> @everyone :g: #h > i \\ j",
		"list":     "1. birinci - ikinci",
		"long":     strings.TrimSpace(strings.Repeat("sözcük, ", 2000)),
		"no space": strings.Repeat("ğ", 9001),
		"stars":    strings.Repeat("*", 9001),
		"emoji":    strings.Repeat("😀", 4100),
	}
	for name, text := range texts {
		for _, quotes := range []int{1, 3, bot.MaxQuotes} {
			for formName, form := range forms {
				a := answerOf(text, quotes)
				a.Statements = []bot.Statement{{Text: text, Quotes: []int{1}}, {Text: text}}
				a.Disagreement = sidesOf(a)
				a.Resolved, a.Warnings = text, []string{bot.WarningLLMUnusable, bot.WarningLLMUnavailable, bot.WarningStatementWithheld}
				messages := render.Discord(a, render.DiscordStyle{Form: form, Question: true, Note: text})
				for _, m := range messages {
					checkLimits(t, name+" in "+formName, m)
				}
				if got, want := blockQuotes(messages), strings.Repeat(text, quotes); got != want {
					t.Errorf("%s × %d in %s: the block quotes read %.200q, want %.200q", name, quotes, formName, got, want)
				}
				if n := begun(messages); len(n) != quotes {
					t.Errorf("%s × %d in %s: the quotes %v begin, want each once", name, quotes, formName, n)
				}
			}
		}
	}
}

func TestDiscordEveryEmbedHasTheAnswersID(t *testing.T) {
	for name, a := range answers(t) {
		for _, m := range render.Discord(a, render.DiscordStyle{}) {
			for _, e := range m.Embeds {
				if !strings.HasSuffix(e.Footer, " "+a.ID) {
					t.Errorf("%s: footer %q, want it to end in %s", name, e.Footer, a.ID)
				}
			}
		}
	}
}

func TestDiscordNumbersTheQuotesOfAMessage(t *testing.T) {
	messages := render.Discord(answerOf(strings.Repeat("uzun ", 500), 4), render.DiscordStyle{})
	var got []int
	for _, m := range messages {
		got = append(got, m.Quotes...)
	}
	if len(messages) < 2 || len(got) != 4 || got[0] != 0 || got[3] != 3 {
		t.Errorf("%d messages with the quotes %v, want several with 0 1 2 3", len(messages), got)
	}
}

func TestDiscordPassageKeepsItsLines(t *testing.T) {
	text := "Birinci satır.\r\n1. ikinci *satır*\n\nson"
	q := bot.Quote{Text: text, Start: 10, End: 10 + len(text), Source: bot.QuoteSource{File: "a.txt"}, Highlights: []bot.Range{{Start: 10, End: 17}}}
	got := render.DiscordPassage(q, "tr", "2/5")
	want := "> **Birinci** satır.\n> 1\\. ikinci \\*satır\\*\n> \n> son"
	if len(got) != 1 || got[0].Embeds[0].Description != want || got[0].Embeds[0].Footer != "2/5" {
		t.Errorf("got %+v, want one embed with %q", got, want)
	}
	long := strings.Repeat("satır\n", 3000)
	for _, m := range render.DiscordPassage(bot.Quote{Text: long, End: len(long)}, "tr", long) {
		checkLimits(t, "long passage", m)
	}
}

func FuzzDiscord(f *testing.F) {
	f.Add("Bir *cümle*.", "başlık", 3, 7)
	f.Add("1. <@1> @everyone https://a.b/c_d", "#", 0, 5)
	f.Fuzz(func(t *testing.T, text, title string, from, to int) {
		if !utf8.ValidString(text) || strings.ContainsAny(text, "\r\n") || strings.TrimSpace(text) != text || text == "" {
			t.Skip("no quote looks like this")
		}
		a := answerOf(text, 1)
		a.Question, a.Quotes[0].Source.Title = title, title
		a.Quotes[0].Highlights = []bot.Range{{Start: from, End: to}}
		for formName, form := range forms {
			messages := render.Discord(a, render.DiscordStyle{Form: form, Question: true, Note: title})
			for _, m := range messages {
				checkLimits(t, formName, m)
			}
			if got := blockQuotes(messages); got != text {
				t.Errorf("%s: the block quotes read %q, want %q", formName, got, text)
			}
		}
	})
}

// answerOf is an answer with the same text in every place.
func answerOf(text string, quotes int) bot.Answer {
	a := bot.Answer{ID: strings.Repeat("f", 32), Question: text, Language: "tr", Answered: true, Mode: bot.ModeRetrieval}
	source := bot.QuoteSource{ID: "a", File: text, Title: text, Date: text}
	for n := 1; n <= quotes; n++ {
		a.Quotes = append(a.Quotes, bot.Quote{
			N: n, Text: text, End: len(text), Source: source, Heading: text, Paragraph: n,
			Dates: []bot.Date{{Text: text, Resolved: "2024-06"}},
			Also:  []bot.Place{{Source: source, Paragraph: 1}},
		})
	}
	return a
}

// sidesOf is a disagreement of all quotes.
func sidesOf(a bot.Answer) *bot.Disagreement {
	d := &bot.Disagreement{About: bot.AboutNumber}
	for _, q := range a.Quotes {
		d.Sides = append(d.Sides, bot.Side{Quote: q.N, Text: q.Text, Value: q.Text, Date: q.Source.Date})
	}
	return d
}

func checkLimits(t *testing.T, name string, m render.DiscordMessage) {
	t.Helper()
	total := 0
	check := func(what, s string, limit int) {
		t.Helper()
		n := utf8.RuneCountInString(s)
		if total += n; n > limit {
			t.Errorf("%s: %s has %d code points, limit %d", name, what, n, limit)
		}
	}
	check("content", m.Content, render.DiscordContent)
	checkComponents(t, name, m)
	total = 0
	for _, e := range m.Embeds {
		check("author", e.Author, render.DiscordAuthor)
		check("title", e.Title, render.DiscordTitle)
		check("description", e.Description, render.DiscordDescription)
		check("footer", e.Footer, render.DiscordFooter)
		if len(e.Fields) > render.DiscordFields {
			t.Errorf("%s: %d fields, limit %d", name, len(e.Fields), render.DiscordFields)
		}
		for _, f := range e.Fields {
			if f.Name == "" || f.Value == "" {
				t.Errorf("%s: field %q: %q, want neither empty", name, f.Name, f.Value)
			}
			check("field name", f.Name, render.DiscordFieldName)
			check("field value", f.Value, render.DiscordFieldValue)
		}
	}
	if total > render.DiscordTotal {
		t.Errorf("%s: %d code points over all embeds, limit %d", name, total, render.DiscordTotal)
	}
	if len(m.Embeds) > render.DiscordEmbeds {
		t.Errorf("%s: %d embeds, limit %d", name, len(m.Embeds), render.DiscordEmbeds)
	}
}

var discordMarks = regexp.MustCompile(`\\([^0-9A-Za-z\s])|\*\*`)

// blockQuotes reads Markdown as Discord does: lines that begin with > are a
// block quote, a backslash before what is neither letter, digit nor space
// disappears, and so do the marks of bold.
func blockQuotes(messages []render.DiscordMessage) string {
	var b strings.Builder
	read := func(text string) {
		for line := range strings.Lines(text) {
			if quote, ok := strings.CutPrefix(strings.TrimSuffix(line, "\n"), "> "); ok {
				b.WriteString(discordMarks.ReplaceAllString(quote, "$1"))
			}
		}
	}
	for _, m := range messages {
		read(m.Content)
		for _, e := range m.Embeds {
			read(e.Description)
		}
		for _, c := range m.Containers {
			for _, p := range c.Parts {
				read(p.Text)
			}
		}
	}
	return b.String()
}

// begun are the quotes that begin in messages, each once.
func begun(messages []render.DiscordMessage) map[int]bool {
	out := map[int]bool{}
	for _, m := range messages {
		for _, i := range m.Quotes {
			out[i] = true
		}
	}
	return out
}

// checkComponents counts what a message is made of, with a button for each
// quote and, below, a link for each, further quotes and two votes.
func checkComponents(t *testing.T, name string, m render.DiscordMessage) {
	t.Helper()
	if len(m.Containers) == 0 {
		return
	}
	if m.Content != "" || len(m.Embeds) > 0 {
		t.Errorf("%s: content or embeds beside components", name)
	}
	count, displayed, quotes := len(m.Containers), 0, 0
	for _, c := range m.Containers {
		for i, p := range c.Parts {
			if p.Text == "" || p.Ruled && i == 0 {
				t.Errorf("%s: part %+v at the top of a container", name, p)
			}
			count++
			displayed += utf8.RuneCountInString(p.Text)
			if p.Ruled {
				count++
			}
			if p.Quote >= 0 {
				count += 2
				quotes++
			}
		}
	}
	count += quotes + (quotes+4)/5 + 4
	if count > render.DiscordComponents || displayed > render.DiscordDisplayed-200 {
		t.Errorf("%s: %d components with %d code points, limits %d and %d", name, count, displayed, render.DiscordComponents, render.DiscordDisplayed)
	}
}
