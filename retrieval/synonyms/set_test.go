package synonyms_test

import (
	"fmt"
	"strings"
	"testing"

	"alinti/retrieval/synonyms"
)

func TestFind(t *testing.T) {
	groups, err := synonyms.Parse(strings.NewReader(`
mühimmat, cephane, savaş gereci
er, nefer => asker
Birleşmiş Milletler, BM
millet, ulus
saldırmak, hücum etmek
şehir, kent
asker, mehmetçik
`))
	if err != nil {
		t.Fatal(err)
	}
	set := synonyms.New(groups)
	tests := []struct{ words, want string }{
		{"cephanesi bitti", "0-0 0<>"},
		{"savas gereclerini", "0-1 0<>"},
		{"savas", ""},
		{"er sayisi", "0-0 1<"},
		{"erlerin", "0-0 1<"},
		{"erken", ""},
		{"askerler", "0-0 1> 0-0 6<>"},
		{"birlesmis milletlerin karari", "0-1 2<>"}, // and not millet
		{"milletler", "0-0 3<>"},
		{"bmnin", "0-0 2<>"},
		{"hucum etti", "0-0 4<>"},
		{"saldirdi", "0-0 4<>"},
		{"kentte kentsel", "0-0 5<>"},
		{"sehrin", ""}, // a vowel falls out: not found
		{"", ""},
		{"x \xff", ""},
	}
	for _, c := range tests {
		var got []string
		for _, m := range set.Find(strings.Fields(c.words)) {
			s := fmt.Sprintf("%d-%d %d", m.First, m.Last, m.Group)
			if m.From {
				s += "<"
			}
			if m.To {
				s += ">"
			}
			got = append(got, s)
		}
		if s := strings.Join(got, " "); s != c.want {
			t.Errorf("Find(%q) = %q, want %q", c.words, s, c.want)
		}
	}
}

func TestTurkish(t *testing.T) {
	groups := synonyms.Turkish()
	if len(groups) < 500 {
		t.Errorf("the built-in list has %d groups, want at least 500", len(groups))
	}
	lines := map[string]int{}
	for _, g := range groups {
		text := strings.Join(g.From, ", ") + " => " + strings.Join(g.To, ", ")
		if lines[text] > 0 {
			t.Errorf("line %d says what line %d says: %s", g.Line, lines[text], text)
		}
		lines[text] = g.Line
		if !g.Mutual() && len(g.From) == 1 && len(g.To) == 1 && g.From[0] == g.To[0] {
			t.Errorf("line %d leads nowhere: %s", g.Line, text)
		}
	}
	set := synonyms.New(groups)
	for _, c := range []struct{ asked, told string }{
		{"cephane", "muhimmat"}, {"ambargo", "yaptirim"}, {"nefer", "asker"}, {"bm", "birlesmis milletler"},
		{"sulh", "baris"}, {"kanun", "yasa"}, {"zelzele", "deprem"}, {"iha", "insansiz hava araci"},
	} {
		if !leads(set, c.asked, c.told) {
			t.Errorf("%q does not lead to %q", c.asked, c.told)
		}
	}
	if leads(set, "asker", "nefer") != leads(set, "nefer", "asker") {
		t.Error("asker and nefer do not stand for each other")
	}
}

func leads(set *synonyms.Set, asked, told string) bool {
	for _, a := range set.Find(strings.Fields(asked)) {
		for _, b := range set.Find(strings.Fields(told)) {
			if a.Group == b.Group && a.From && b.To {
				return true
			}
		}
	}
	return false
}

func BenchmarkTurkish(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		synonyms.New(synonyms.Turkish())
	}
}

func BenchmarkFind(b *testing.B) {
	set := synonyms.New(synonyms.Turkish())
	words := strings.Fields("birlesmis milletler guvenlik konseyi ambargo kararinda kac er ve ne kadar cephane saydi")
	var buf [16]synonyms.Match
	b.ReportAllocs()
	for b.Loop() {
		set.AppendFind(buf[:0], words)
	}
}
