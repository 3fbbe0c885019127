package english_test

import (
	"testing"

	"alinti/retrieval/english"
)

func TestTranslate(t *testing.T) {
	tests := []struct{ word, stem string }{
		{"sanctions", "yapti"},
		{"missiles", "fuze"},
		{"border", "sinir"},
		{"foundations", "vakif"},
		{"treaties", "antla"},
		{"deterrence", "caydi"},
		{"ammunition", "muhim"},
		{"shrank", "kucul"},   // irregular
		{"children", "cocuk"}, // a line of its own
		{"stopping", "durdu"}, // doubled letter
		{"houses", "evi"},     // a short word has many stems
		{"germany", "alman"},  // a country
		{"russian", "rus"},    // a people
		{"moscow", "mosko"},   // a capital
		{"carried", "tasim"},  // y
		{"creating", "yarat"}, // e
		{"quickly", "hizli"},  // derived
		{"kremlin", ""},       // a name: not the list's business
		{"qwertyuiop", ""},    //
		{"", ""},              //
		{"x", ""},             //
		{"2024", ""},          //
		{"şehir", ""},         // not folded
		{"ss", ""},            //
		{"ing", ""},           //
		{"a\xff", ""},         //
		{string(make([]byte, 500)), ""},
	}
	for _, c := range tests {
		got := english.Translate(c.word)
		if c.stem == "" {
			if len(got) > 0 {
				t.Errorf("Translate(%q) = %v, want nothing", c.word, got)
			}
			continue
		}
		if !has(got, c.stem) {
			t.Errorf("Translate(%q) = %v, want %q among them", c.word, got, c.stem)
		}
	}
}

func has(ts []english.Translation, stem string) bool {
	for _, t := range ts {
		if t.Stem == stem {
			return true
		}
	}
	return false
}

func TestTranslationsAreRankedAndBounded(t *testing.T) {
	for id := range english.Stems() {
		if s := english.Stem(id); len(s) == 0 || len(s) > 5 {
			t.Fatalf("Stem(%d) = %q, want one to five letters", id, s)
		}
	}
	for _, word := range []string{"give", "president", "hand", "time"} {
		last := 1.0
		for _, got := range english.Translate(word) {
			if got.Weight <= 0 || got.Weight > last || english.Stem(got.ID) != got.Stem {
				t.Errorf("Translate(%q) holds %+v after weight %v; its ID stands for %q", word, got, last, english.Stem(got.ID))
			}
			last = got.Weight
		}
	}
}

func TestAppendTranslationsAllocatesNothing(t *testing.T) {
	var buf [32]english.Translation
	if n := testing.AllocsPerRun(100, func() {
		for _, w := range []string{"president", "went", "stopping", "unknownword"} {
			english.AppendTranslations(buf[:0], w)
		}
	}); n != 0 {
		t.Errorf("AppendTranslations allocates %v times, want 0", n)
	}
}

func FuzzTranslate(f *testing.F) {
	for _, w := range []string{"", "ies", "stopped", "zz", "\xff\xff", "ağaç"} {
		f.Add(w)
	}
	f.Fuzz(func(t *testing.T, word string) {
		for _, tr := range english.Translate(word) {
			if tr.Stem == "" || tr.Weight <= 0 || tr.Weight > 1 {
				t.Errorf("Translate(%q) holds %+v", word, tr)
			}
		}
	})
}

func BenchmarkAppendTranslations(b *testing.B) {
	var buf [32]english.Translation
	for _, word := range []string{"president", "stopping", "ctenophora"} {
		b.Run(word, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				english.AppendTranslations(buf[:0], word)
			}
		})
	}
}
