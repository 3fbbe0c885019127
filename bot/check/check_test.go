package check_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"alinti/bot/check"
)

const (
	sent   = "İki ülke anlaşma sonrasında karşılıklı iş birliğini geliştirirken, Kuzey Kore Ukrayna'ya karşı yürüttüğü savaşa destek olmak amacıyla Rusya'ya en az 13 bin asker göndermişti."
	signed = "Kuzey Kore lideri Kim Jong-Un ve Rusya Devlet Başkanı Vladimir Putin, geçtiğimiz yılın haziran ayında Pyongyang'da bir araya gelerek, Kapsamlı Stratejik Ortaklık Anlaşması imzalamıştı."
	aided  = `Buna rağmen Rusya'nın Kuzey Kore'ye en fazla 1,2 milyar dolar tutarında yardımda bulunduğu aktarılan raporda, bunun büyük oranda gıda ve petrol yardımı ile "az sayıda" hava savunma sistemi, sinyal karıştırıcı ve bazı savaş uçaklarından oluştuğu belirtildi.`
	alleg  = "Rusya'nın ise bunun karşılığında Kuzey Kore'nin savunma sanayisine teknoloji desteği sağlayacağı iddia edilmişti."
	ruled  = `Putin, anlaşmayla ilgili yaptığı ilk açıklamada, "Rusya bugün imzalanan anlaşma uyarınca Kuzey Kore ile askeri-teknik iş birliğini göz ardı etmemektedir" ifadelerini kullanmıştı.`
	weaker = "Enerji ve lojistik desteği, Pyongyang’ın daha agresif bir politika izlemesini kolaylaştırırken, Washington’ın Kuzey Kore üzerindeki baskı araçlarını zayıflatıyor."
)

// Each check is the one that fails, so that taking it out is seen.
func TestStatement(t *testing.T) {
	tests := []struct{ quote, statement, reason string }{
		{sent, "Kuzey Kore Rusya'ya en az 13.000 asker gönderdi.", ""},
		{sent, "North Korea sent at least thirteen thousand soldiers to Russia.", ""},
		{sent, "Kuzey Kore Rusya'ya en az 12 bin asker gönderdi.", check.Number},
		{sent, "Kuzey Kore Rusya'ya en fazla 13 bin asker gönderdi.", check.Number},
		{aided, "Russia's aid did not exceed 1.2 billion dollars.", ""},
		{aided, "Russia's aid exceeded 1.2 billion dollars.", check.Number},
		{aided, "Russia gave North Korea at most 1.2 billion euros in aid.", check.Number},

		{signed, "The agreement was signed in June 2024.", ""},
		{signed, "The agreement was signed in July 2024.", check.Date},
		{signed, "Anlaşma Haziran 2023'te imzalandı.", check.Date},
		{signed, "The agreement was signed on 19 June 2024.", check.Date},
		{sent, "Kuzey Kore geçen yıl Rusya'ya asker gönderdi.", check.Date},

		{signed, "Kim Jong Un ile Putin Pyongyang'da buluştu.", ""},
		{signed, "Kim Jong-Un ile Putin Moskova'da buluştu.", check.Name},
		{signed, "Kim Jong-il and Putin signed the agreement.", check.Name},
		{signed, "Lavrov signed the agreement.", check.Name},
		{sent, "Pyongyang sent Russia at least 13,000 troops.", ""},
		{sent, "Çin Rusya'ya en az 13 bin asker gönderdi.", check.Name},

		{"Yunanistan limanlarını genişletti.", "Greece expanded its ports.", ""},
		{"Yunanistan limanlarını genişletti.", "Portugal expanded its ports.", check.Name},

		{sent, "Kuzey Kore Rusya'ya asker göndermedi.", check.Denial},
		{sent, "North Korea never sent soldiers to Russia.", check.Denial},
		{ruled, "Russia does not rule out military-technical cooperation with North Korea.", ""},
		{ruled, "Russia rules out military-technical cooperation with North Korea.", check.Denial},

		{alleg, "Rusya'nın Kuzey Kore'nin savunma sanayisine teknoloji desteği sağlayacağı öne sürüldü.", ""},
		{alleg, "Rusya, Kuzey Kore'nin savunma sanayisine teknoloji desteği sağladı.", check.Certain},

		{weaker, "The support weakens Washington's means of pressure on North Korea.", ""},
		{weaker, "The support strengthens Washington's means of pressure on North Korea.", check.Scale},

		{sent, "Rusya, Kuzey Kore'ye en az 13 bin asker gönderdi.", check.Role},
		{sent, "At least 13,000 soldiers were sent by Russia to North Korea.", check.Role},
		{alleg, "Kuzey Kore'nin Rusya'nın savunma sanayisine teknoloji desteği sağlayacağı iddia edildi.", check.Role},
		{signed, "Russian President Kim Jong-un and North Korean leader Vladimir Putin signed an agreement.", check.Role},

		{sent, "Kuzey Kore Rusya'ya tank ve asker gönderdi.", check.Added},
		{aided, "Russia's aid helped North Korean farmers rebuild villages.", check.Added},
		{sent, "", check.Added},
	}
	tests = append(tests, otherSubjects...)
	tests = append(tests, otherLeaders...)
	for _, tt := range tests {
		v := check.Statement(tt.statement, []check.Quote{{Text: tt.quote, Date: "2025-09-19"}})
		if v.Reason != tt.reason || v.Carried != (tt.reason == "") {
			t.Errorf("Statement(%q) = %+v, want %q", tt.statement, v, tt.reason)
		}
	}
}

const (
	beaten  = "Göztepe, Altay'ı deplasmanda 3-1 mağlup etti."
	loan    = "Belediye, bankadan 20 milyon lira kredi aldığını açıkladı."
	lesson  = "Yangının ardından dört okulda derslere beş gün ara verildi."
	maybe   = "Yeni köprü, trafiği yarı yarıya azaltabilir."
	accused = "Komşular, müteahhidin ruhsatsız kat çıktığını öne sürdü."
	under   = "İşsizliğin yüzde 9'un altına inmesi bekleniyor."
)

// The same mechanisms on words that the lexicon was not made for.
var otherSubjects = []struct{ quote, statement, reason string }{
	{beaten, "Göztepe, Altay'ı 3-1 yendi.", ""},
	{beaten, "Altay, Göztepe'ye 3-1 yenildi.", ""},
	{beaten, "Altay, Göztepe'yi 3-1 mağlup etti.", check.Role},
	{beaten, "Altay beat Göztepe 3-1.", check.Role},
	{beaten, "Göztepe, Altay'a deplasmanda 3-1 mağlup oldu.", check.Scale},
	{loan, "Belediye, bankadan 20 milyon lira kredi aldığını duyurdu.", ""},
	{lesson, "Dört okulda eğitime 5 gün ara verildi.", ""},
	{lesson, "Beş okulda derslere ara verildi.", check.Number},
	{lesson, "Yangının ardından tam beş gün derslere ara verildi.", ""},
	{maybe, "The new bridge could halve traffic.", ""},
	{maybe, "Yeni köprü trafiği azalttı.", check.Certain},
	{maybe, "Yeni köprü trafiği artırabilir.", check.Scale},
	{accused, "Müteahhidin ruhsatsız kat çıktığı ileri sürüldü.", ""},
	{accused, "Müteahhit ruhsatsız kat çıktı.", check.Certain},
	{under, "Unemployment is expected to fall below 9 percent.", ""},
	{under, "İşsizliğin yüzde 9'un üzerine çıkması bekleniyor.", check.Number},
	{"Dernek, yaklaşık 300 fidan dikti.", "Dernek tam olarak 300 fidan dikti.", check.Number},
	{"Dernek, en az 300 fidan dikti.", "Dernek 300'den az olmayan sayıda fidan dikti.", ""},
	{"Doktorlar, ilacın işe yaramadığını bildirdi.", "Doktorlar ilacın işe yaradığını bildirdi.", check.Denial},
	{"Otobüs seferleri kar nedeniyle iptal edildi.", "Bus services were cancelled because of snow.", ""},
	{"Otobüs seferleri kar yağışına rağmen sürdü.", "Otobüs seferleri kar yağışı nedeniyle sürdü.", check.Scale},
	{"Benzin fiyatlarında indirim yapılacak.", "Ekmek fiyatlarında indirim yapılacak.", check.Added},
	{"Kaptan, Mersin'den Rodos'a gitti.", "Kaptan Rodos'tan Mersin'e gitti.", check.Role},
}

const (
	sharing = `Fransa Cumhurbaşkanı Emmanuel Macron, "Fransa, Almanya ile ortak tank projesini göz ardı etmiyor" dedi.`
	pledged = "Fransa Cumhurbaşkanı Macron, Almanya Başbakanı Merz ile görüşmesinde Ukrayna'ya 20 savaş uçağı verdi."
	visited = "Hindistan Başbakanı Narendra Modi ile İngiltere Başbakanı Keir Starmer Londra'da bir araya geldi."
	typed   = "Zelenskinin Almanyaya gönderdiği 40 uzman, Berlinde eğitim verdi."
)

// Leaders of whom the articles say nothing: what one does their country does.
var otherLeaders = []struct{ quote, statement, reason string }{
	{sharing, "Fransa, Almanya ile ortak tank projesini göz ardı etmiyor.", ""},
	{sharing, "Macron, Almanya ile ortak tank projesini göz ardı etmiyor.", ""},
	{sharing, "Almanya, Fransa ile ortak tank projesini göz ardı etmiyor.", check.Role},
	{pledged, "Macron Ukrayna'ya 20 savaş uçağı verdi.", ""},
	{pledged, "Emmanuel Macron gave Ukraine 20 fighter jets.", ""},
	{pledged, "Fransa Ukrayna'ya 20 savaş uçağı verdi.", ""},
	{pledged, "Almanya Ukrayna'ya 20 savaş uçağı verdi.", check.Role},
	{pledged, "Merz Ukrayna'ya 20 savaş uçağı verdi.", check.Role},
	{pledged, "Almanya lideri Macron Ukrayna'ya 20 savaş uçağı verdi.", check.Role},
	{pledged, "Scholz Ukrayna'ya 20 savaş uçağı verdi.", check.Name},
	{visited, "Modi and Starmer met in London.", ""},
	{typed, "Zelensky sent 40 experts to Germany.", ""},
	{typed, "Almanya Zelenskiye 40 uzman gönderdi.", check.Role},
}

// A name that a quote only points at may come from what stands before it.
func TestStatementReadsTheContext(t *testing.T) {
	q := check.Quote{Text: "İki ülke arasındaki resmî ticaret hacmi düşük."}
	if v := check.Statement("Rusya'nın ticaret hacmi düşük.", []check.Quote{q}); v.Carried {
		t.Error("a name from nowhere passed")
	}
	q.Context = "Rusya, Kuzey Kore'ye destek sağladı."
	if v := check.Statement("Rusya'nın ticaret hacmi düşük.", []check.Quote{q}); !v.Carried {
		t.Errorf("the name in the context was refused: %+v", v)
	}
}

type judged struct {
	ID        string   `json:"id"`
	Statement string   `json:"statement"`
	Quotes    []string `json:"quotes"`
	Faithful  bool     `json:"faithful"`
	Lang      string   `json:"lang"`
	Kind      string   `json:"kind"`
}

func load(t *testing.T, file string) []judged {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	var list []judged
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var j judged
		if err := json.Unmarshal(lines.Bytes(), &j); err != nil {
			t.Fatal(err)
		}
		list = append(list, j)
	}
	return list
}

func (j judged) verdict() check.Verdict {
	var quotes []check.Quote
	for _, q := range j.Quotes {
		quotes = append(quotes, check.Quote{Text: q, Date: "2025-09-19"})
	}
	return check.Statement(j.Statement, quotes)
}

// The judged statements: hardly a faithful one lost, hardly a hostile one kept.
// With -v it prints the table of docs/statements.md and what went wrong.
func TestJudgedStatements(t *testing.T) {
	for file, floor := range map[string]struct{ kept, withheld float64 }{
		"before.jsonl": {0.97, 0.97},
		"free.jsonl":   {0.85, 0.90},
		"plain.jsonl":  {0.95, 0.97},

		// Written by someone who had not seen the checker.
		"independent.jsonl": {0.95, 0.97},
		// On other subjects and on the articles, by the checker's writer: docs/statements.md.
		"elsewhere.jsonl": {0.93, 0.96},
		"later.jsonl":     {0.90, 0.94},
	} {
		t.Run(file, func(t *testing.T) {
			type count struct{ right, all int }
			table := make(map[string]count)
			for _, j := range load(t, "testdata/statements/"+file) {
				v := j.verdict()
				for _, key := range []string{fmt.Sprintf("%-9s %s", j.Kind, j.Lang), fmt.Sprint(j.Faithful)} {
					c := table[key]
					c.all++
					if v.Carried == j.Faithful {
						c.right++
					} else if strings.Contains(key, " ") {
						t.Logf("%s wrong: %q, %+v", j.ID, j.Statement, v)
					}
					table[key] = c
				}
			}
			for _, key := range slices.Sorted(maps.Keys(table)) {
				t.Logf("| %s | %d | %d |", key, table[key].right, table[key].all)
			}
			share := func(key string) float64 { return float64(table[key].right) / float64(table[key].all) }
			if share("true") < floor.kept || share("false") < floor.withheld {
				t.Errorf("kept %.3f of the faithful, withheld %.3f of the hostile; want %.2f and %.2f", share("true"), share("false"), floor.kept, floor.withheld)
			}
		})
	}
}

// A quote carries itself.
func TestQuotesCarryThemselves(t *testing.T) {
	seen := make(map[string]bool)
	for _, j := range load(t, "testdata/statements/before.jsonl") {
		for _, q := range j.Quotes {
			if seen[q] {
				continue
			}
			seen[q] = true
			if v := check.Statement(q, []check.Quote{{Text: q}}); !v.Carried {
				t.Errorf("%+v: %s", v, q)
			}
		}
	}
}

func FuzzStatement(f *testing.F) {
	f.Add(sent, "North Korea sent 13,000 soldiers to Russia in June 2024, not to Kim Jong-il's Moscow.")
	f.Add("", "Rusya'nın Kuzey Kore üzerindeki")
	f.Add("of X's", "degil 1,2 milyar’")
	f.Fuzz(func(t *testing.T, quote, statement string) {
		v := check.Statement(statement, []check.Quote{{Text: quote, Date: statement, Context: statement}})
		if v.Carried != (v.Reason == "") {
			t.Fatalf("Statement(%q) = %+v", statement, v)
		}
	})
}

func BenchmarkStatement(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		check.Statement("North Korea sent at least 13,000 soldiers to Russia.", []check.Quote{{Text: sent}})
	}
}
