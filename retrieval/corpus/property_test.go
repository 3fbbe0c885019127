package corpus_test

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"alinti/retrieval/corpus"
	"alinti/seeds"
)

// checkDocument holds everything that must be true of any document.
func checkDocument(t *testing.T, d *corpus.Document) {
	t.Helper()
	ids := map[string]bool{}
	end := 0
	for i, s := range d.Sentences {
		text := d.Slice(s.Span)
		if s.Span.Start < end || s.Span.End <= s.Span.Start {
			t.Fatalf("sentence %d %v begins before %d or is empty", i, s.Span, end)
		}
		end = s.Span.End
		if !utf8.ValidString(text) {
			t.Errorf("sentence %s %q is not UTF-8", s.ID, text)
		}
		if strings.TrimSpace(text) != text || strings.Trim(text, "\ufeff\u200b") != text {
			t.Errorf("sentence %s %q has white space at an end", s.ID, text)
		}
		if strings.ContainsAny(text, "\n\r\v\f\u0085\u2028\u2029\x1c\x1d\x1e") {
			t.Errorf("sentence %s %q holds a line break", s.ID, text)
		}
		if strings.IndexFunc(text, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) < 0 {
			t.Errorf("sentence %s %q holds nothing to read", s.ID, text)
		}
		if ids[s.ID] {
			t.Errorf("id %s is used twice", s.ID)
		}
		ids[s.ID] = true
		if s.Paragraph < 1 || s.Paragraph > len(d.Paragraphs) {
			t.Fatalf("sentence %s is of paragraph %d of %d", s.ID, s.Paragraph, len(d.Paragraphs))
		}
		if a, want := d.RuneOffset(s.Span.Start), utf8.RuneCountInString(d.Text[:s.Span.Start]); a != want {
			t.Errorf("RuneOffset(%d) = %d, want %d", s.Span.Start, a, want)
		}
	}
	next := 0
	for i, p := range d.Paragraphs {
		if p.N != i+1 || p.First > p.End || p.End > len(d.Sentences) || p.First < next {
			t.Fatalf("paragraph %d = %+v, want N %d and sentences from %d", i, p, i+1, next)
		}
		for _, h := range d.Sentences[next:p.First] {
			if !h.Heading || h.Paragraph != p.N {
				t.Errorf("%+v stands before paragraph %d and is no heading of it", h, p.N)
			}
		}
		for _, s := range d.Sentences[p.First:p.End] {
			if s.Heading || s.Paragraph != p.N || !p.Span.Contains(s.Span) {
				t.Errorf("sentence %+v does not lie in paragraph %+v", s, p)
			}
		}
		if p.Heading >= p.First || p.Heading >= 0 && !d.Sentences[p.Heading].Heading {
			t.Errorf("heading of paragraph %+v is none", p)
		}
		next = p.End
	}
	if next != len(d.Sentences) {
		t.Errorf("%d sentences after the last paragraph", len(d.Sentences)-next)
	}
}

// The articles are cut alike however the file is written, and spans count the
// bytes of the file as it is.
func TestVariantsAreCutAlike(t *testing.T) {
	c, err := corpus.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range c.Documents {
		for name, text := range map[string]string{
			"BOM":              "\ufeff" + d.Text,
			"CRLF":             strings.ReplaceAll(d.Text, "\n", "\r\n"),
			"CR":               strings.ReplaceAll(d.Text, "\n", "\r"),
			"line separators":  strings.ReplaceAll(d.Text, "\n", "\u2028"),
			"next line":        strings.ReplaceAll(d.Text, "\n", "\u0085"),
			"NFD":              norm.NFD.String(d.Text),
			"no final newline": strings.TrimRight(d.Text, "\n"),
			"final newlines":   d.Text + "\n\n\n",
			"indented":         "\t" + strings.ReplaceAll(d.Text, "\n", " \n\u00a0\t"),
		} {
			v, err := corpus.New(corpus.Source{ID: d.ID, File: d.File}, text)
			if err != nil {
				t.Fatalf("%s of %s: %v", name, d.ID, err)
			}
			checkDocument(t, v)
			if len(v.Sentences) != len(d.Sentences) || len(v.Paragraphs) != len(d.Paragraphs) || v.Language != "tr" {
				t.Errorf("%s of %s: %d sentences in %d paragraphs (%s), want %d in %d", name, d.ID,
					len(v.Sentences), len(v.Paragraphs), v.Language, len(d.Sentences), len(d.Paragraphs))
				continue
			}
			for i, s := range v.Sentences {
				want := d.Sentences[i]
				if norm.NFC.String(v.Slice(s.Span)) != d.Slice(want.Span) || s.ID != want.ID || s.Heading != want.Heading {
					t.Errorf("%s of %s: sentence %s = %q, want %s %q", name, d.ID, s.ID, v.Slice(s.Span), want.ID, d.Slice(want.Span))
				}
			}
		}
	}
}

// So are lists of questions, manuals and date lines.
func TestCutFilesAreCutAlike(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "cut", "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, ".golden") || strings.HasPrefix(filepath.Base(file), "breaks") {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		text := string(data)
		src := corpus.Source{File: filepath.Base(file)}
		d, err := corpus.New(src, text)
		if err != nil {
			t.Fatal(err)
		}
		for name, variant := range map[string]string{
			"BOM": "\ufeff" + text, "CRLF": strings.ReplaceAll(text, "\n", "\r\n"), "NFD": norm.NFD.String(text), "final newlines": text + "\n\n",
		} {
			v, err := corpus.New(src, variant)
			if err != nil {
				t.Fatalf("%s of %s: %v", name, file, err)
			}
			checkDocument(t, v)
			if norm.NFC.String(v.Title) != d.Title || v.Date != d.Date {
				t.Errorf("%s of %s: %q of %q, want %q of %q", name, file, v.Title, v.Date, d.Title, d.Date)
			}
			if got, want := quoted(v), quoted(d); !slices.Equal(got, want) {
				t.Errorf("%s of %s:\n got %q\nwant %q", name, file, got, want)
			}
		}
	}
}

// quoted is what a document's sentences and headings say, composed.
func quoted(d *corpus.Document) []string {
	var out []string
	for _, s := range d.Sentences {
		out = append(out, s.ID+" "+norm.NFC.String(d.Slice(s.Span)))
	}
	return out
}

func TestParagraphsAreKeptWhole(t *testing.T) {
	given := []string{"Başlık gibi", "# Bir. İki.\n\nÜç.", "- SEUL", "\ufeff Dört.\r\n", "***", "Beş. - SEUL"}
	d, err := corpus.Paragraphs(corpus.Source{ID: "squad", Title: "T"}, given)
	if err != nil {
		t.Fatal(err)
	}
	checkDocument(t, d)
	if d.Text != strings.Join(given, "\n\n") || len(d.Paragraphs) != len(given) {
		t.Fatalf("text %q in %d paragraphs, want %d joined by empty lines", d.Text, len(d.Paragraphs), len(given))
	}
	want := [][]string{{"Başlık gibi"}, {"# Bir.", "İki.", "Üç."}, {"- SEUL"}, {"Dört."}, nil, {"Beş."}}
	for i, p := range d.Paragraphs {
		var got []string
		for _, s := range d.Sentences[p.First:p.End] {
			got = append(got, d.Slice(s.Span))
		}
		if !slices.Equal(got, want[i]) {
			t.Errorf("sentences of paragraph %d = %q, want %q", p.N, got, want[i])
		}
	}
	if d.Title != "T" || d.File != "squad" || d.Language != "tr" {
		t.Errorf("source = %+v", d.Source)
	}
	if _, err := corpus.Paragraphs(corpus.Source{ID: "x"}, nil); !errors.Is(err, corpus.ErrEmpty) {
		t.Errorf("Paragraphs of nothing = %v, want ErrEmpty", err)
	}
}

func TestNewCollection(t *testing.T) {
	a, err := corpus.New(corpus.Source{ID: "a", File: "1.txt"}, "Bir.")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := corpus.NewCollection(a, a); !errors.Is(err, corpus.ErrDuplicate) {
		t.Errorf("NewCollection(a, a) = %v, want ErrDuplicate", err)
	}
	if _, err := corpus.NewCollection(); !errors.Is(err, corpus.ErrEmpty) {
		t.Errorf("NewCollection() = %v, want ErrEmpty", err)
	}
	c, err := corpus.NewCollection(a)
	if err != nil || c.Document("a") != a || c.Document("b") != nil {
		t.Errorf("NewCollection(a) = %+v, %v", c, err)
	}
}

func TestRuneOffset(t *testing.T) {
	text := strings.Repeat("ağ€😀", 400)
	d, err := corpus.New(corpus.Source{ID: "r"}, text)
	if err != nil {
		t.Fatal(err)
	}
	bare := &corpus.Document{Text: text}
	n := 0
	for i := range text + "." {
		if got, also := d.RuneOffset(i), bare.RuneOffset(i); got != n || also != n {
			t.Fatalf("RuneOffset(%d) = %d, without index %d, want %d", i, got, also, n)
		}
		n++
	}
}

func FuzzNew(f *testing.F) {
	for _, s := range []string{
		" date 2025-09-19 Bir iki. Üç dört. - SEUL", "# Başlık\n\nMetin. \"Bir. İki.\" dedi.\n", "a\r\nb\rc\u2028d\u0085e",
		"Başlık\n===\n- bir\n- iki\n> alıntı\n> sürer\n", "---\ntitle: T\n---\nMetin.", "```\nkod 1.\n\nkod\n```\nson", "((((\"“.", "1.1.1. A. B. vb. Bu 2. Dünya",
	} {
		f.Add(s, true)
		f.Add(s, false)
	}
	f.Fuzz(func(t *testing.T, text string, markdown bool) {
		file := "a.txt"
		if markdown {
			file = "a.md"
		}
		d, err := corpus.New(corpus.Source{File: file}, text)
		if err != nil {
			return
		}
		checkDocument(t, d)
		if p, err := corpus.Paragraphs(corpus.Source{ID: "p"}, strings.SplitAfter(text, ".")); err == nil {
			checkDocument(t, p)
		}
	})
}
