package corpus_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"alinti/retrieval/corpus"
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
