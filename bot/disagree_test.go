package bot_test

import (
	"context"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/retrieval/corpus"
)

// articles makes a bot of one article for each text, a month apart, the first
// of 1 March 2025.
func articles(t testing.TB, texts ...string) *bot.Bot {
	t.Helper()
	files := fstest.MapFS{}
	for i, text := range texts {
		head := fmt.Sprintf("---\ntitle: Haber %d\ndate: 2025-%02d-01\n---\n\n", i+1, i+3)
		files[fmt.Sprintf("%d.md", i+1)] = &fstest.MapFile{Data: []byte(head + text + "\n\nHava bugün güneşli, deniz durgun geçti.\n")}
	}
	c, err := corpus.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return bottest.Bot(t, c)
}

func TestDisagreement(t *testing.T) {
	for _, c := range []struct {
		question, a, b string
		want           string // about: value/value; empty: none
	}{
		{"Belediye sahile kaç ağaç dikti?", "Belediye sahile 300 ağaç dikti.", "Belediye sahile 450 ağaç dikti.", "number: 300/450"},
		{"Belediye sahile kaç ağaç dikti?", "Belediye sahile 300 ağaç dikti.", "Belediye sahile en az 1,2 bin ağaç dikti.", "number: 300/1200"},
		{"Belediye sahile kaç ağaç dikti?", "Belediye sahile 300 ağaç dikti.", "Belediye sahile üç yüz ağaç dikti.", ""},
		{"Belediye sahile kaç ağaç dikti?", "Belediye sahile yaklaşık 300 ağaç dikti.", "Belediye sahile 305 ağaç dikti.", ""},
		{"Belediye sahile kaç ağaç dikti?", "Belediye sahile 200-400 ağaç dikti.", "Belediye sahile 300 ağaç dikti.", ""},
		{"Belediye sahile kaç ağaç dikti?", "Belediye sahile 300 ağaç dikti.", "Belediye sahile 450 çiçek dikti.", ""},
		{"Belediye sahile kaç ağaç dikti?", "Belediye 2023'te sahile 300 ağaç dikti.", "Belediye 2024'te sahile 450 ağaç dikti.", ""},
		{"Köprü kaç liraya mal oldu?", "Köprü 3 milyon liraya mal oldu.", "Köprü 5 milyon liraya mal oldu.", "number: 3000000 TRY/5000000 TRY"},
		{"Seçmenin yüzde kaçı oy kullandı?", "Seçmenin yüzde ellisi oy kullandı.", "Seçmenin %62'si oy kullandı.", "number: 50 %/62 %"},
		{"Seçmenin yüzde kaçı oy kullandı?", "Seçmenin yüzde ellisi oy kullandı.", "Seçmenin yarısı oy kullandı.", ""},
		{"Köprü ne zaman açıldı?", "Köprü 4 Mayıs 2024'te açıldı.", "Köprü Haziran 2024'te açıldı.", "date: 2024-05-04/2024-06"},
		{"Köprü ne zaman açıldı?", "Köprü 4 Mayıs 2024'te açıldı.", "Köprü geçen yılın mayıs ayında açıldı.", ""},
		{"Belediye köprüyü onardı mı?", "Belediye köprüyü onardı.", "Belediye köprüyü onarmadı.", "claim: stated/denied"},
		{"Belediye köprüyü onardı mı?", "Belediye köprüyü onardı.", "Belediyenin köprüyü onardığına dair hiçbir kanıt bulunmadığı bildirildi.", "claim: stated/denied"},
		{"Belediye köprüyü onardı mı?", "Belediyenin köprüyü onardığı iddia edildi.", "Belediye, köprüyü onardığı iddiasını yalanladı.", "claim: alleged/denied"},
		{"Belediye köprüyü onardı mı?", "Belediye köprüyü onardı.", "Belediye köprüyü geçen yıl onardı.", ""},
		{"Did the city repair the bridge?", "The city repaired the old bridge last year.", "The city did not repair the old bridge.", "claim: stated/denied"},
		{"How many trees did the city plant?", "The city planted 300 trees on the shore.", "The city planted 450 trees on the shore.", "number: 300/450"},
	} {
		for _, texts := range [][]string{{c.a, c.b}, {c.b, c.a}} {
			a, err := articles(t, texts...).Ask(context.Background(), bot.Question{Text: c.question})
			if err != nil || !a.Answered {
				t.Errorf("Ask(%q) of %q: %q, %v", c.question, texts, a.Text, err)
				continue
			}
			if got := about(t, a); got != c.want && got != turned(c.want) {
				t.Errorf("Ask(%q) of %q differs in %q, want %q:\n%s", c.question, texts, got, c.want, a.Text)
			}
		}
	}
}

// about is a disagreement in short; its sides must stand in their quotes.
func about(t *testing.T, a bot.Answer) string {
	t.Helper()
	if a.Disagreement == nil {
		return ""
	}
	var values []string
	for _, s := range a.Disagreement.Sides {
		values = append(values, s.Value)
		q := a.Quotes[s.Quote-1]
		if s.Start < q.Start || s.End > q.End || q.Text[s.Start-q.Start:s.End-q.Start] != s.Text || s.Text == "" || s.Date != q.Source.Date {
			t.Errorf("side %+v does not stand in quote %+v", s, q)
		}
	}
	return a.Disagreement.About + ": " + strings.Join(values, "/")
}

// turned is the same with its two values the other way round.
func turned(want string) string {
	what, values, _ := strings.Cut(want, ": ")
	x, y, _ := strings.Cut(values, "/")
	return what + ": " + y + "/" + x
}

// What differs is never told as the same fact from a second source.
func TestOtherNumberIsNoSecondSource(t *testing.T) {
	b := articles(t, "Belediye sahile 300 ağaç dikti.", "Belediye sahile 450 ağaç dikti.", "Belediye sahile 300 ağaç dikti.")
	a, err := b.Ask(context.Background(), bot.Question{Text: "Belediye sahile kaç ağaç dikti?"})
	if err != nil || len(a.Quotes) != 2 || len(a.Quotes[0].Also) != 1 && len(a.Quotes[1].Also) != 1 {
		t.Fatalf("Ask = %+v, %v; want two quotes, one with a second source", a, err)
	}
	if got := about(t, a); got != "number: 300/450" && got != "number: 450/300" {
		t.Errorf("differs in %q", got)
	}
}

func TestBothSidesOfTheSeeds(t *testing.T) {
	b := seedBot(t)
	for _, question := range []string{
		"Rusya Kuzey Kore'ye teknoloji desteği verdi mi?",
		"Rusya Kuzey Kore'nin modernizasyonuna destek sağladı mı?",
		"Has Russia helped North Korea modernise its technology?",
	} {
		a, err := b.Ask(context.Background(), bot.Question{Text: question})
		if got := about(t, a); err != nil || !strings.HasPrefix(got, "claim: ") || !strings.Contains(got, "denied") || strings.Contains(got, "denied/denied") {
			t.Errorf("Ask(%q) differs in %q, %v", question, got, err)
		}
	}
}
