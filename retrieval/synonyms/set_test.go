package synonyms_test

import (
	"fmt"
	"slices"
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
	set := synonyms.Turkish()
	if set.Len() < 500 {
		t.Errorf("the built-in lists have %d groups, want at least 500", set.Len())
	}
	for _, c := range []struct{ asked, told string }{
		{"cephane", "muhimmat"}, {"ambargo", "yaptirim"}, {"nefer", "asker"}, {"bm", "birlesmis milletler"},
		{"sulh", "baris"}, {"kanun", "yasa"}, {"zelzele", "deprem"}, {"iha", "insansiz hava araci"},
		{"sanayi tesisi", "tersane"}, {"rutbeli asker", "albay"}, {"kaca mal oldu", "maliyeti"}, {"oldu", "hayatini kaybetti"},
		{"sevkiyat", "gonderildi"}, {"isinden oldu", "isten cikarilan"}, {"baliga cikmak", "avlanmasi"},
	} {
		if !leads(set, c.asked, c.told) {
			t.Errorf("%q does not lead to %q", c.asked, c.told)
		}
	}
	for _, c := range []struct{ asked, told string }{
		// A word that folds to the forms of another stands for nothing in a text.
		{"hayatini kaybetti", "oldugu"}, {"ilave", "kadar"}, {"yuksekogretim kurulu", "yok"}, {"merdiven", "basardi"},
		{"tersane", "sanayi tesisi"}, {"albay", "rutbeli asker"}, {"maliyeti", "kaca mal oldu"}, // one way only
		{"cephe hatti", "guzergah"},
	} {
		if leads(set, c.asked, c.told) {
			t.Errorf("%q leads to %q", c.asked, c.told)
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

func BenchmarkFind(b *testing.B) {
	set := synonyms.Turkish()
	words := strings.Fields("birlesmis milletler guvenlik konseyi ambargo kararinda kac er ve ne kadar cephane saydi")
	var buf [16]synonyms.Match
	b.ReportAllocs()
	for b.Loop() {
		set.AppendFind(buf[:0], words)
	}
}

// TestBegins reads rows by what is known of each word beforehand, and finds
// what is found without: but no word alone on the right side of a group.
func TestBegins(t *testing.T) {
	set := synonyms.Turkish()
	for _, row := range []string{"yardim etti", "destek verdi", "hizmet aldi ve rapor yazdi", "er", "anlasma imzalandi", "ilgi gosterdi", "x", "ates actilar", "savas gerecleri", "yok etti"} {
		words := strings.Fields(row)
		for i, w := range words {
			want, longest := set.AppendAt(nil, set.AppendBegins(nil, w), words, i)
			begins, alone := set.Begins(w)
			got, n := set.AppendLonger(nil, &begins, words, i)
			if longest < 2 { // then each group that was found is of the word alone
				want = slices.DeleteFunc(want, func(m synonyms.Match) bool { return !m.From })
				longest = 0
				for j, m := range want {
					if len(alone) != len(want) || alone[j] != m.Group {
						t.Errorf("%q at %d: alone in groups %v, want %+v", row, i, alone, want)
					}
				}
				want = nil
			}
			if !slices.Equal(got, want) || n != longest {
				t.Errorf("%q at %d: found %+v in %d words, want %+v in %d", row, i, got, n, want, longest)
			}
		}
	}
}

func BenchmarkTurkish(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		synonyms.Turkish()
	}
}
