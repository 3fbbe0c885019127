package bot_test

import (
	"bytes"
	"context"
	"slices"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/render"
	"alinti/retrieval/corpus"
)

// hostileArticle holds all that Markdown, a terminal or a finder of quotes
// could trip over.
const hostileArticle = "Başlık «gibi» **bir** şey\n\n" +
	"Birinci \"tırnaklı «iç içe» ve “eğri” söz\" burada *durur*. 2. Dünya Savaşı > barış \\ ters \\* bölü ve `kod` ile [bağ](http://a.b) vardı.\n\n" +
	"- Madde ‘tek’ tırnak \"açık kalan ve **kalın ** söz. #kanal @everyone <b>kalın</b> &amp; www.ornek.com :smile: | boru ~~çizik~~ da var.\n\n" +
	"1) Sırada ilk olan \"üç sözcük var\" diyor. + artı 1. eksi - yıldız * alt_çizgi_li söz.\n\n" +
	"> Bölünmez\u00a0boşluk ve sıfır\u200bgenişlik ile sekme\tvar, ayrıca » tek kapanan.\n"

// Whatever the program shows, it can check.
func TestRenderedAnswersVerify(t *testing.T) {
	hostile, err := corpus.New(corpus.Source{ID: "hostile", File: "hostile.md", Title: "Bir \"tuzak olan başlık\" «daha da»"}, hostileArticle)
	if err != nil {
		t.Fatal(err)
	}
	articles := bottest.Seeds(t)
	c, err := corpus.NewCollection(append(articles.Documents, hostile)...)
	if err != nil {
		t.Fatal(err)
	}
	b, err := bot.New(bot.Options{Collection: c, Strictness: 0.001})
	if err != nil {
		t.Fatal(err)
	}
	v := bot.NewVerifier(c)
	for _, d := range c.Documents {
		for _, s := range d.Sentences {
			a, err := b.Ask(context.Background(), bot.Question{Text: d.Slice(s.Span), Quotes: bot.MaxQuotes})
			if err != nil {
				t.Fatal(err)
			}
			want := len(a.Quotes) + len(a.Closest)
			if want == 0 {
				t.Errorf("nothing quoted for %q", d.Slice(s.Span))
			}
			for name, shown := range shown(t, a) {
				got, err := v.Verify([]byte(shown))
				if err != nil || !got.OK() || len(got.Verdicts) != want {
					t.Errorf("%s of %q: %v, %d verdicts, want %d good ones\n%s\n%+v", name, a.Question, err, len(got.Verdicts), want, shown, got)
				}
			}
		}
	}
}

// shown is the answer in each medium that can be checked.
func shown(t *testing.T, a bot.Answer) map[string]string {
	t.Helper()
	out := map[string]string{}
	for name, write := range map[string]func(*bytes.Buffer) error{
		"JSON":          func(w *bytes.Buffer) error { return render.JSON(w, a, false) },
		"indented JSON": func(w *bytes.Buffer) error { return render.JSON(w, a, true) },
		"Markdown": func(w *bytes.Buffer) error {
			for _, q := range slices.Concat(a.Quotes, a.Closest) {
				w.WriteString(render.QuoteMarkdown(q, a.Language))
			}
			return nil
		},
		"text": func(w *bytes.Buffer) error { return render.Text(w, a, render.Style{}) },
	} {
		var w bytes.Buffer
		if err := write(&w); err != nil {
			t.Fatal(err)
		}
		out[name] = w.String()
	}
	return out
}
