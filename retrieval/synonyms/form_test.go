package synonyms_test

import (
	"strings"
	"testing"

	"alinti/retrieval/synonyms"
)

// TestForms asks which words are taken for a form of a listed one.
func TestForms(t *testing.T) {
	tests := []struct{ listed, forms, others string }{
		{"düşmek", "dustu dusuyor dusen dusecek dusmesi dusmedi dusmus dusmekte duserse dusup dustugu", "dusman dusmani dusundu dusunce dus dusuncesi"},
		{"inmek", "indi iniyor inecek inmesi", "insan insaat intikam inen indirim"},
		{"anmak", "andi anildi anilan anarak aniyor", "antik antalya ani aninda"},
		{"yenmek", "yendi yenildi yenilen yenen", "yeni yenilik yeniden yenge"},
		{"kanmak", "kandi kanmis kanar", "kanser kanun kandil kani kanal"},
		{"üremek", "uredi ureyen uriyor", "uretim uretti urun"},
		{"sormak", "sordu soruldu soran sorarak", "sorun sorunlar soru"},
		{"alışmak", "alisti alismis alisiyor", "alisveris"},
		{"bulmak", "buldu bulundu bulunan buluyor", "bulut bulvar"},
		{"gitmek", "gitti gidiyor giden gidecek gitmesi", "gider gidere giderleri"},
		{"affetmek", "affetti affediyor affedildi", "affan"},
		{"gelmek", "geldi gelen geliyor gelecek gelmesi gelirse", "gelir gelirler gelenek gelin"},
		{"aramak", "aradi ariyor arayan aranan aramak", "araba arac aralik"},
		{"başlamak", "basladi basliyor baslayan baslamasi", "basli baskan"},
		{"kaymak", "kaydi kayiyor kayan", "kaymakam kayip kayseri"},
		{"belirsiz", "belirsiz belirsizlik", "belirtti belirledi"},
		{"cevap", "cevap cevabi cevaplar", "cevabsiz"},
		{"uçak", "ucak ucaktan ucagi ucaginin", "ucaga1 ucuncu"},
		{"istek", "istek istegi isteginin", "isteyen"},
		{"yok etmek", "", "yok var"},
	}
	for _, c := range tests {
		groups, err := synonyms.Parse(strings.NewReader(c.listed + ", başkası"))
		if err != nil {
			t.Fatal(err)
		}
		set := synonyms.New(groups)
		for _, w := range strings.Fields(c.forms) {
			if len(set.Find([]string{w})) == 0 {
				t.Errorf("%s is not taken for a form of %s", w, c.listed)
			}
		}
		for _, w := range strings.Fields(c.others) {
			if len(set.Find([]string{w})) > 0 {
				t.Errorf("%s is taken for a form of %s", w, c.listed)
			}
		}
	}
}

func TestPhrasesOfVerbs(t *testing.T) {
	groups, err := synonyms.Parse(strings.NewReader("yok etmek, ortadan kaldırmak\ndile almak, söylemek"))
	if err != nil {
		t.Fatal(err)
	}
	set := synonyms.New(groups)
	for _, text := range []string{"yok etti", "yok edildi", "yok eden", "ortadan kaldirdi", "ortadan kaldirilan", "dile aldi", "dile alan", "soyluyor"} {
		if len(set.Find(strings.Fields(text))) != 1 {
			t.Errorf("%q is not found", text)
		}
	}
	for _, text := range []string{"yok", "yok olan", "ortadan", "dile", "dile gelen", "alan"} {
		if len(set.Find(strings.Fields(text))) != 0 {
			t.Errorf("%q is found", text)
		}
	}
}
