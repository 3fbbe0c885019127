package corpus_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alinti/retrieval/corpus"
	"alinti/seeds"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// outline is one line a unit: what it is, where it is, what it says.
func outline(d *corpus.Document) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s · %s · %s · %s · %s\n", d.ID, d.File, d.Title, d.Date, d.Language)
	for _, s := range d.Sentences {
		kind := "sentence"
		if s.Heading {
			kind = "heading "
		}
		p := d.Paragraphs[s.Paragraph-1]
		above := "-"
		if p.Heading >= 0 {
			above = d.Sentences[p.Heading].ID
		}
		fmt.Fprintf(&b, "%s %s under %s [%d:%d] %s\n", kind, s.ID, above, s.Span.Start, s.Span.End, d.Slice(s.Span))
	}
	return b.String()
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("%s differs (rewrite with -update, then review the diff); got\n%s", file, got)
	}
}

func TestArticlesCut(t *testing.T) {
	c, err := corpus.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range c.Documents {
		golden(t, filepath.Join("testdata", "seeds", d.ID+".txt"), outline(d))
	}
}

func TestArticlesAgreeWithDesign(t *testing.T) {
	c, err := corpus.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	d := c.Document("naumann-raporu")
	first, last := d.Slice(d.Sentences[0].Span), d.Slice(d.Sentences[len(d.Sentences)-1].Span)
	if !strings.HasPrefix(first, "date 2025-09-19 Almanya merkezli") {
		t.Errorf("first sentence = %q", first)
	}
	if !strings.HasSuffix(last, "iddia edilmişti.") {
		t.Errorf("last sentence = %q, want it to end before the dateline", last)
	}
	for _, s := range d.Sentences {
		if s.ID != "naumann-raporu/4.1" {
			continue
		}
		if want := (corpus.Span{Start: 1690, End: 1888}); s.Span != want {
			t.Errorf("span of the agreement's sentence = %v, want %v", s.Span, want)
		}
		if a, b := d.RuneOffset(s.Span.Start), d.RuneOffset(s.Span.End); a != 1555 || b != 1739 {
			t.Errorf("RuneOffset = %d, %d, want 1555, 1739", a, b)
		}
	}
}

// Each file of testdata/cut beside what becomes of it.
func TestCut(t *testing.T) {
	files, err := filepath.Glob(filepath.Join("testdata", "cut", "*.*"))
	if err != nil {
		t.Fatal(err)
	}
	cut := 0
	for _, file := range files {
		if strings.HasSuffix(file, ".golden") {
			continue
		}
		cut++
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		d, err := corpus.New(corpus.Source{File: filepath.Base(file)}, string(text))
		if err != nil {
			t.Fatal(err)
		}
		checkDocument(t, d)
		golden(t, file+".golden", outline(d))
	}
	if cut < 5 {
		t.Errorf("%d files cut, want at least 5", cut)
	}
}

func BenchmarkLoadArticles(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := corpus.Load(seeds.FS); err != nil {
			b.Fatal(err)
		}
	}
}
