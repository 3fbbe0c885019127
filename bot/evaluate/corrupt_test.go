package evaluate

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestCorruptions(t *testing.T) {
	set := &Set{Items: []Item{{ID: "q1", Turns: []string{"Önce?", "İki ülke arasında yapılacak anlaşma nerede imzalanıyor, Rusya'nın değil mi?"}}}}
	want := map[string]string{
		"ascii":    "Iki ulke arasinda yapilacak anlasma nerede imzalaniyor, Rusya'nin degil mi?",
		"upper":    "İKİ ÜLKE ARASINDA YAPILACAK ANLAŞMA NEREDE İMZALANIYOR, RUSYA'NIN DEĞİL Mİ?",
		"everyday": "İki ülke arasında yapılcak anlaşma nerde imzalanıyo, Rusyanın diil mi?",
	}
	for _, c := range Corruptions() {
		got := set.Corrupt(c, 1)
		if again := set.Corrupt(c, 1); again.Items[0].Question() != got.Items[0].Question() {
			t.Errorf("%s is not the same twice", c.Name)
		}
		q := got.Items[0].Question()
		if w, ok := want[c.Name]; ok && q != w {
			t.Errorf("%s: %q, want %q", c.Name, q, w)
		}
		if q == set.Items[0].Question() || got.Items[0].Turns[0] != "Önce?" || !utf8.ValidString(q) {
			t.Errorf("%s: %q after %q", c.Name, q, got.Items[0].Turns[0])
		}
	}
	if _, err := CorruptionsNamed("none"); err == nil || !strings.Contains(err.Error(), "ascii-partial") {
		t.Errorf("an unknown corruption: %v", err)
	}
}

func TestCapitalsOfEnglish(t *testing.T) {
	upper, err := CorruptionsNamed("upper")
	if err != nil {
		t.Fatal(err)
	}
	set := &Set{Items: []Item{{ID: "a", Language: "en", Turns: []string{"Which side?"}}}}
	if got := set.Corrupt(upper[0], 1).Items[0].Question(); got != "WHICH SIDE?" {
		t.Errorf("capitals: %q", got)
	}
}

func TestTyposAreTwoWords(t *testing.T) {
	const question = "Kuzey Kore askerleri nereye gönderildi, kim söyledi?"
	set := &Set{}
	for i := range 200 {
		set.Items = append(set.Items, Item{ID: strings.Repeat("x", i), Turns: []string{question}})
	}
	typo, err := CorruptionsNamed("typo")
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, it := range set.Corrupt(typo[0], 7).Items {
		changed := 0
		words := strings.Fields(it.Question())
		for i, w := range strings.Fields(question) {
			if words[i] != w {
				changed++
				if n := utf8.RuneCountInString(strings.Trim(w, ",?")); n < 5 {
					t.Errorf("a word of %d letters was edited: %q", n, it.Question())
				}
			}
		}
		if changed != 2 {
			t.Errorf("%d words differ in %q, want 2", changed, it.Question())
		}
		seen[it.Question()] = true
	}
	if len(seen) < 100 {
		t.Errorf("only %d different questions came of 200 ids", len(seen))
	}
}

func TestPhone(t *testing.T) {
	phone, err := CorruptionsNamed("phone")
	if err != nil {
		t.Fatal(err)
	}
	q := (&Set{Items: []Item{{ID: "a", Turns: []string{"Rusya'ya kaç IŞIK ve ne kadar su gitti?"}}}}).Corrupt(phone[0], 1).Items[0].Question()
	if want := "rusyaya kac isik ve ne kdr su gitti"; len(q) != len(want) || q[7:] != want[7:] {
		t.Errorf("phone: %q, want %q but for one letter of the first word", q, want)
	}
}

func TestEveryday(t *testing.T) {
	for in, want := range map[string]string{
		"Nerede buluştular?":  "Nerde buluştular?",
		"Kimdir bu?":          "Kim bu?",
		"Bir şey söylüyorlar": "Bişey söylüyolar",
		"Bir ülke":            "Bi ülke",
		"olacaklar mı":        "olcaklar mı",
		"Rusya’nın":           "Rusyanın",
		"iyor, 12 — ok":       "iyor, 12 — ok",
		"Yapmıştır, müştür":   "Yapmış, müş",
		"Herkes nasıl?":       "Herkez nası?",
	} {
		if got := everyday(in); got != want {
			t.Errorf("everyday(%q) = %q, want %q", in, got, want)
		}
	}
}
