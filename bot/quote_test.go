package bot

import (
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"alinti/retrieval/corpus"
	"alinti/seeds"
)

// articles are the two articles in every way that a file may be written.
func variants(t testing.TB) []*corpus.Document {
	t.Helper()
	c, err := corpus.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	docs := c.Documents
	for _, d := range c.Documents {
		for _, text := range []string{
			"\ufeff" + d.Text, strings.ReplaceAll(d.Text, "\n", "\r\n"), norm.NFD.String(d.Text), strings.TrimSpace(d.Text),
		} {
			v, err := corpus.New(corpus.Source{ID: d.ID, File: d.File}, text)
			if err != nil {
				t.Fatal(err)
			}
			docs = append(docs, v)
		}
	}
	return docs
}

func TestQuotesAreTheFile(t *testing.T) {
	for _, d := range variants(t) {
		for i := range d.Sentences {
			q := newQuote(d, &d.Sentences[i])
			if q.Text != d.Text[q.Start:q.End] || !strings.HasSuffix(d.Text[:q.Start], q.Prefix) || !strings.HasPrefix(d.Text[q.End:], q.Suffix) {
				t.Errorf("%s: quote %+v is not the file's", d.ID, q)
			}
			runes := []rune(d.Text)
			if string(runes[q.StartRune:q.EndRune]) != q.Text {
				t.Errorf("%s: runes %d:%d are %q, want %q", d.ID, q.StartRune, q.EndRune, string(runes[q.StartRune:q.EndRune]), q.Text)
			}
			for name, context := range map[string]string{"prefix": q.Prefix, "suffix": q.Suffix} {
				if n := utf8.RuneCountInString(context); !utf8.ValidString(context) || n > 32 {
					t.Errorf("%s of %q is %q, %d code points", name, q.Text, context, n)
				}
			}
			if full := min(32, q.StartRune); utf8.RuneCountInString(q.Prefix) != full {
				t.Errorf("prefix of %q has %d code points, want %d", q.Text, utf8.RuneCountInString(q.Prefix), full)
			}
			if q.Source.SHA256 != d.SHA256 || q.Source.ID != d.ID || q.Source.File != d.File || q.Paragraph != d.Sentences[i].Paragraph {
				t.Errorf("quote %+v does not name its place in %s", q, d.ID)
			}
		}
	}
}

func TestQuoteAsInDesign(t *testing.T) {
	for _, d := range variants(t) {
		for i := range d.Sentences {
			q := newQuote(d, &d.Sentences[i])
			if d.SHA256[:4] != "8234" || !strings.HasPrefix(q.Text, "Kuzey Kore lideri") {
				continue
			}
			if q.Heading != "Kuzey Kore ve Rusya askeri iş birliğini güçlendirmişti" || q.Paragraph != 4 || q.Start != 1690 || q.End != 1888 ||
				q.StartRune != 1555 || q.EndRune != 1739 || q.Prefix != "ri iş birliğini güçlendirmişti\n\n" || q.Suffix != " Putin, anlaşmayla ilgili yaptığ" {
				t.Errorf("newQuote = %+v", q)
			}
			return
		}
	}
	t.Error("the sentence of the design is not there")
}

func TestHeadingHasNoHeading(t *testing.T) {
	d := variants(t)[0]
	for i, s := range d.Sentences {
		if s.Heading {
			if q := newQuote(d, &d.Sentences[i]); q.Heading != "" || q.Paragraph != s.Paragraph {
				t.Errorf("newQuote(heading) = %+v", q)
			}
		}
	}
}

func BenchmarkNewQuote(b *testing.B) {
	d := variants(b)[0]
	last := &d.Sentences[len(d.Sentences)-1]
	b.ReportAllocs()
	for b.Loop() {
		if q := newQuote(d, last); q.EndRune == 0 {
			b.Fatal(q)
		}
	}
}
