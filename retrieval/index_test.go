package retrieval_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"alinti/retrieval"
	"alinti/retrieval/corpus"
	"alinti/seeds"
)

// A small town's news: nothing in it is about the seed articles.
const town = `Belediye Başkanı Ayşe Yılmaz, 12 Mart 2024’te yeni köprüyü açtı. Köprünün yapımı 3,5 milyon lira tuttu. Törene 13 bin kişi katıldı.

Türkiye ile Japonya arasında imzalanan anlaşma uyarınca Japonya Türkiye’ye 20 otobüs gönderdi. İki ülkenin iş birliği sürecek.

Çiftçiler kuraklıktan yakındı. Mühimmat fabrikası geçen ay kapandı. Cephede değil, tarlada savaş verdiklerini söylediler.
`

func index(t testing.TB, text string) *retrieval.Index {
	t.Helper()
	d, err := corpus.New(corpus.Source{ID: "town", File: "town.txt", Language: "tr", Date: "2024-05-02"}, text)
	if err != nil {
		t.Fatal(err)
	}
	return retrieval.New(&corpus.Collection{Documents: []*corpus.Document{d}})
}

func best(r retrieval.Result) string {
	if len(r.Hits) == 0 {
		return ""
	}
	return r.Hits[0].Document.Slice(r.Hits[0].Sentence.Span)
}

func TestSearchFinds(t *testing.T) {
	x := index(t, town)
	for _, c := range []struct{ how, question, want string }{
		{"plain", "Köprüyü kim açtı?", "Ayşe Yılmaz"},
		{"ASCII", "kopruyu kim acti", "Ayşe Yılmaz"},
		{"capitals", "KÖPRÜYÜ KİM AÇTI?", "Ayşe Yılmaz"},
		{"apostrophe left out", "japonya türkiyeye kaç otobüs gönderdi", "20 otobüs"},
		{"compound written as one", "işbirliği sürecek mi?", "iş birliği sürecek"},
		{"a letter swapped", "Çifçtiler neden yakındı?", "Çiftçiler kuraklıktan"},
		{"a letter left out", "kurakıktan kim yakındı", "Çiftçiler kuraklıktan"},
		{"a synonym", "Cephane fabrikası ne zaman kapandı?", "Mühimmat fabrikası"},
		{"a number in digits", "13.000 kişi nereye katıldı", "13 bin kişi"},
		{"a number in words", "on üç bin kişi nereye katıldı", "13 bin kişi"},
		{"English", "How many people attended the ceremony?", "13 bin kişi"},
		{"another name of a country", "Tokyo kaç otobüs yolladı?", "20 otobüs"},
	} {
		if got := best(x.Search(c.question, 3)); !strings.Contains(got, c.want) {
			t.Errorf("%s: Search(%q) found %q, want a sentence with %q", c.how, c.question, got, c.want)
		}
	}
}

// TestEvidenceTellsApart holds pairs of questions that share their words: the
// sentence answers the first and not the second.
func TestEvidenceTellsApart(t *testing.T) {
	x := index(t, town)
	for _, c := range []struct{ answered, not string }{
		{"Japonya Türkiye'ye kaç otobüs gönderdi?", "Türkiye Japonya'ya kaç otobüs gönderdi?"},
		{"Törene kaç kişi katıldı?", "Törene kaç bakan katıldı?"},
		{"Japonya Türkiye'ye kaç otobüs gönderdi?", "Çin Türkiye'ye kaç otobüs gönderdi?"},
		{"Köprünün yapımı kaç lira tuttu?", "Köprünün boyu kaç metre?"},
	} {
		yes, no := x.Search(c.answered, 1).Hits[0].Probability(), 0.0
		if hits := x.Search(c.not, 1).Hits; len(hits) > 0 {
			no = hits[0].Probability()
		}
		if yes <= no+0.2 {
			t.Errorf("%q gets %.2f and %q %.2f, want them further apart", c.answered, yes, c.not, no)
		}
	}
}

func TestSearchIsDeterministic(t *testing.T) {
	c, err := corpus.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	questions := []string{"Kuzey Kore Rusya'ya kaç asker gönderdi?", "yaptırımlar", "Who signed the treaty?", "", "ve", "???", strings.Repeat("Rusya ", 150)}
	a, b := retrieval.New(c), retrieval.New(c)
	for _, q := range questions {
		if x, y := found(a, q), found(b, q); x != y {
			t.Errorf("Search(%.40q) differs between two indexes of one collection:\n%s\n%s", q, x, y)
		}
	}
	want := found(a, questions[0])
	var wg sync.WaitGroup
	for range 8 {
		wg.Go(func() {
			for _, q := range questions {
				found(a, q)
				if got := found(a, questions[0]); got != want {
					t.Errorf("Search(%q) differs under load:\n%s\n%s", questions[0], got, want)
				}
			}
		})
	}
	wg.Wait()
}

// found is all that can be seen of a search, whose memory the next one gets.
func found(x *retrieval.Index, question string) string {
	r := x.Search(question, 12)
	defer r.Release()
	var b strings.Builder
	fmt.Fprintln(&b, r.English, r.Asked, r.Words, r.Parts)
	for i := range r.Hits {
		h := &r.Hits[i]
		fmt.Fprintln(&b, h.Sentence.ID, h.Score, h.Probability(), h.Alone(), *h.Features, h.Dates, h.Highlights())
	}
	return b.String()
}

func TestRank(t *testing.T) {
	x := index(t, town)
	paragraphs, sentences := x.Rank("Çiftçiler neden yakındı?", 2)
	if len(paragraphs) == 0 || paragraphs[0].ID != "town/3" {
		t.Errorf("Rank put %+v first, want town/3", paragraphs)
	}
	if len(sentences) != 2 || sentences[0].ID != "town/3.1" || sentences[0].Score < sentences[1].Score {
		t.Errorf("Rank gave sentences %+v, want town/3.1 first", sentences)
	}
}

func TestWordAfterSignCounts(t *testing.T) {
	x := index(t, town)
	for _, q := range []string{"Kira 50 ₺ arttı mı?", "Kira 50₺ arttı mı?", "Kira $50 arttı mı?", "Kira 50 lira arttı mı?", "Kira %20 arttı mı?", "Kira 20% arttı mı?"} {
		if n := x.Search(q, 1).Words; n != 3 {
			t.Errorf("Search(%q) looks for %d things, want kira, the number and arttı", q, n)
		}
	}
}

func FuzzSearch(f *testing.F) {
	x := index(f, town)
	for _, q := range []string{"Köprüyü kim açtı?", "How many, and where?", "\xff’'", "İ\u0307 9,8 milyar", "@JP +isbir ~12", "¾"} {
		f.Add(q)
	}
	f.Fuzz(func(t *testing.T, question string) {
		for _, h := range x.Search(question, 5).Hits {
			if p := h.Probability(); !(p >= 0 && p <= 1) {
				t.Fatalf("Search(%q): probability %v", question, p)
			}
			for _, s := range h.Highlights() {
				if !h.Sentence.Span.Contains(s) || s.Len() <= 0 {
					t.Fatalf("Search(%q): highlight %v outside of %v", question, s, h.Sentence.Span)
				}
			}
		}
	})
}
