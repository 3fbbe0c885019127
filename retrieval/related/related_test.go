package related

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alinti/retrieval/turkish"
)

func TestAppend(t *testing.T) {
	for _, c := range []struct {
		stem, other string
		form        bool
	}{
		{"evi", "evler", true},
		{"gitti", "giden", true},
		{"kitap", "kitab", true},
		{"sehir", "sehri", true},
		{"deste", "yardi", false},
		{"savas", "harp", false},
		{"lider", "onder", false},
	} {
		found := false
		for _, r := range Append(nil, c.stem) {
			found = found || r.Stem == c.other && r.Form == c.form
		}
		if !found {
			t.Errorf("Append(%q) lacks %q as form %v", c.stem, c.other, c.form)
		}
	}
	for _, s := range []string{"", "zzzzz", "\xff", "evlerinden", "ve"} {
		if got := Append(nil, s); len(got) != 0 {
			t.Errorf("Append(%q) = %v, want nothing", s, got)
		}
	}
}

func TestTableIsWellFormed(t *testing.T) {
	if !strings.HasPrefix(data, magic) {
		t.Fatalf("the table begins with %q, want %q", data[:len(magic)], magic)
	}
	tab, links := openTable(), 0
	for n := range tab.stems {
		s := tab.stem(n)
		if s == "" || strings.Trim(s, "abcdefghijklmnopqrstuvwxyz0123456789") != "" {
			t.Errorf("stem %d is %q, want letters", n, s)
		}
		if n > 0 && tab.stem(n-1) >= s {
			t.Errorf("stem %q follows %q", s, tab.stem(n-1))
		}
		if got := tab.find(s); got != n {
			t.Errorf("find(%q) = %d, want %d", s, got, n)
		}
		all, last := Append(nil, s), 1.0
		if len(all) > Most {
			t.Errorf("%q has %d related stems, want at most %d", s, len(all), Most)
		}
		for _, r := range all {
			if r.ID < 0 || r.ID >= Len() || ByID(r.ID) != r.Stem || r.Stem == s || r.Weight <= 0 || r.Weight > last {
				t.Errorf("%q has %+v after weight %v", s, r, last)
			}
			last = r.Weight
		}
		links += len(all)
	}
	if got, want := tab.link+linkLength*links, len(data); got != want || links != u32(len(magic)+4) {
		t.Errorf("the links end at byte %d of %d", got, want)
	}
}

func TestAppendAllocatesNothing(t *testing.T) {
	var buf [Most]Stem
	if n := testing.AllocsPerRun(100, func() { Append(buf[:0], "evi") }); n != 0 {
		t.Errorf("Append allocates %v times, want 0", n)
	}
}

func FuzzAppend(f *testing.F) {
	f.Add("evi")
	f.Add("\x00\xff")
	f.Fuzz(func(t *testing.T, stem string) { Append(nil, stem) })
}

func BenchmarkAppend(b *testing.B) {
	var buf [Most]Stem
	b.ReportAllocs()
	for b.Loop() {
		Append(buf[:0], "deste")
	}
}

// TestRelatedOnXQuAD asks the Turkish questions of XQuAD of its 240 paragraphs:
// BM25 over five-letter stems, with a stem and its related ones as one term. It
// runs where ALINTI_XQUAD names the data set's folder; the figures are in
// docs/data.md.
func TestRelatedOnXQuAD(t *testing.T) {
	dir := os.Getenv("ALINTI_XQUAD")
	if dir == "" {
		t.Skip("ALINTI_XQUAD does not name the folder of xquad.tr.json")
	}
	ix, questions := readXQuAD(t, filepath.Join(dir, "xquad.tr.json"))
	var plain float64
	for _, c := range []struct{ form, near float64 }{{0, 0}, {1, 0}, {.6, .2}, {.6, .3}, {1, .3}} {
		var all, held, n, m float64
		for _, q := range questions {
			first := 0.0
			if ix.first(q.words, q.paragraph, c.form, c.near) {
				first = 1
			}
			all, n = all+first, n+1
			if q.paragraph >= 24*5 {
				held, m = held+first, m+1
			}
		}
		t.Logf("forms %.1f, near words %.1f: recall@1 %.1f, first 24 articles %.1f, the other 24 %.1f",
			c.form, c.near, 100*all/n, 100*(all-held)/(n-m), 100*held/m)
		if c.form == 0 {
			plain = all / n
		} else if all/n < plain+.005 {
			t.Errorf("forms %.1f, near words %.1f: recall@1 is %.3f, without them %.3f", c.form, c.near, all/n, plain)
		}
	}
}

type question struct {
	words     []string
	paragraph int
}

// An index counts stems, a row each with a column a paragraph.
type index struct {
	counts  map[string][]float64
	lengths []float64
	mean    float64
}

func readXQuAD(t *testing.T, file string) (ix index, questions []question) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var set struct {
		Data []struct {
			Paragraphs []struct {
				Context string
				QAs     []struct{ Question string }
			}
		}
	}
	if err := json.Unmarshal([]byte(strings.TrimPrefix(string(text), "\ufeff")), &set); err != nil {
		t.Fatal(err)
	}
	ix.counts = map[string][]float64{}
	for _, a := range set.Data {
		for _, p := range a.Paragraphs {
			at := len(ix.lengths)
			for _, q := range p.QAs {
				questions = append(questions, question{fold(q.Question), at})
			}
			ix.lengths = append(ix.lengths, 0)
			for _, w := range fold(p.Context) {
				s := turkish.Stem(w)
				if ix.counts[s] == nil {
					ix.counts[s] = make([]float64, 240)
				}
				ix.counts[s][at]++
				ix.lengths[at]++
				ix.mean += 1.0 / 240
			}
		}
	}
	return ix, questions
}

func fold(text string) []string {
	var words []string
	for _, w := range turkish.Words(text) {
		words = append(words, w.Fold)
	}
	return words
}

// first reports whether the paragraph scores above all others.
func (ix index) first(words []string, paragraph int, form, near float64) bool {
	scores := make([]float64, len(ix.lengths))
	for _, w := range words {
		if !turkish.IsStop(w) {
			ix.score(scores, turkish.Stem(w), form, near)
		}
	}
	for i, s := range scores {
		if s > scores[paragraph] || s == scores[paragraph] && i < paragraph {
			return false
		}
	}
	return true
}

func (ix index) score(scores []float64, stem string, form, near float64) {
	n := float64(len(scores))
	tf, df := make([]float64, len(scores)), 0.0
	count := func(stem string, weight float64) {
		for i, c := range ix.counts[stem] {
			if c > 0 {
				tf[i] += weight * c
				df += weight
			}
		}
	}
	count(stem, 1)
	for _, r := range Append(nil, stem) {
		if r.Form {
			count(r.Stem, form*r.Weight)
		} else {
			count(r.Stem, near*r.Weight)
		}
	}
	df = min(df, n)
	idf := math.Log(1 + (n-df+.5)/(df+.5))
	for i := range scores {
		scores[i] += idf * tf[i] * 2.2 / (tf[i] + 1.2*(.25+.75*ix.lengths[i]/ix.mean))
	}
}
