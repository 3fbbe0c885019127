package evidence

import (
	"strings"
	"testing"

	"alinti/retrieval/turkish"
)

func TestAsk(t *testing.T) {
	for _, c := range []struct {
		question string
		english  bool
		kind     Kind
		about    string // the word that is asked about
	}{
		{"Belediye kaç ağaç dikti?", false, Count, "agac"},
		{"Bütçenin ne kadarı harcandı?", false, Amount, ""},
		{"yüzde kaçı geldi", false, Amount, ""},
		{"Köprü hangi yıldan beri açık?", false, Time, ""},
		{"ne zaman bitecek", false, Time, ""},
		{"Raporu kim yazdı?", false, Person, ""},
		{"vakfın başkanı kim", false, Person, "baskani"},
		{"hangi şehirde buluştular", false, Place, ""},
		{"Bunu niçin yaptılar?", false, Reason, ""},
		{"Gecikmeyi neye bağladı?", false, Reason, "gecikmeyi"},
		{"Cezanın nedeni nedir?", false, Reason, "nedeni"},
		{"servis gecikme nedeni", false, Reason, ""},
		{"burs son başvuru tarihi", false, Time, ""},
		{"üye sayısı", false, Count, ""},
		{"Anahtar kimde?", false, Person, "anahtar"},
		{"Kaç Rus askeri geldi?", false, Count, "askeri"},
		{"Kaç yeni kişi alınacak?", false, Count, "kisi"},
		{"Kaç tanesi satıldı?", false, Count, ""},
		{"Hava nasıl?", false, Manner, "hava"},
		{"Hangi anlaşma imzalandı?", false, Which, "anlasma"},
		{"Köprünün rengi nedir?", false, Thing, "rengi"},
		{"Köprü açıldı mı?", false, YesNo, ""},
		{"köprü açılışı", false, Topic, ""},
		{"How many trees were planted?", true, Count, "trees"},
		{"How much did it cost?", true, Amount, "cost"},
		{"Who wrote it?", true, Person, ""},
		{"Did it rain?", true, YesNo, ""},
		{"bridge opening", true, Topic, ""},
		{"", false, Topic, ""},
	} {
		words := turkish.Words(c.question)
		got, about := Ask(words, c.english, nil), ""
		if got.Head >= 0 {
			about = words[got.Head].Fold
		}
		if got.Kind != c.kind || about != c.about {
			t.Errorf("Ask(%q) = %v about %q, want %v about %q", c.question, got.Kind, about, c.kind, c.about)
		}
	}
}

func TestIsComing(t *testing.T) {
	for word, want := range map[string]bool{
		"bitecek": true, "yapacagi": true, "olacaklar": true, "gelecegi": true, "acak": true, "will": true,
		"bitecekti": false, "": false, "aca": false, "bacak": true, // a leg looks like it too
		"ecak": false, "bitti": false, "willing": false, "ocak": false,
	} {
		if IsComing(word) != want {
			t.Errorf("IsComing(%q) = %v", word, !want)
		}
	}
}

func TestSort(t *testing.T) {
	for question, want := range map[string]string{
		"Yarış hangi tarihte başlıyor?": "hangi tarihte",
		"Maça kaç kişi geldi?":          "kac kisi",
		"Maça kaç otobüs geldi?":        "kac",
		"Cezanın nedeni nedir?":         "nedeni nedir",
		"Kişi başına ne kadar düşüyor?": "ne kadar",
		"Tarihi köprü kimin?":           "kimin",
	} {
		words, got := turkish.Words(question), []string(nil)
		asked := Ask(words, false, nil)
		for i, w := range words {
			if asked.sort(words, i) {
				got = append(got, w.Fold)
			}
		}
		if got := strings.Join(got, " "); got != want {
			t.Errorf("of %q, %q only says what sort of thing is asked for; want %q", question, got, want)
		}
	}
}
