package evidence_test

import (
	"strings"
	"testing"

	"alinti/retrieval"
	"alinti/retrieval/corpus"
)

func TestHighlights(t *testing.T) {
	doc, err := corpus.New(corpus.Source{ID: "a", File: "a.txt", Language: "tr"},
		"Belediye geçen yıl en az 13 bin fidan dikti. Köprüyü Ankara’da Mimar Ayşe Yılmaz tasarladı. Yol haziran ayında açıldı.\n")
	if err != nil {
		t.Fatal(err)
	}
	x := retrieval.New(&corpus.Collection{Documents: []*corpus.Document{doc}})
	for question, want := range map[string]string{
		"Belediye kaç fidan dikti?":  "en az 13 bin",
		"Köprüyü kim tasarladı?":     "Ankara|Mimar Ayşe Yılmaz",
		"Köprü nerede tasarlandı?":   "Ankara",
		"Yol ne zaman açıldı?":       "haziran ayında",
		"Belediye fidan dikti mi?":   "Belediye|fidan dikti",
		"How many saplings, fidan?!": "en az 13 bin",
	} {
		h := x.Search(question, 1).Hits
		if len(h) == 0 {
			t.Errorf("Search(%q) found nothing", question)
			continue
		}
		var got []string
		for _, s := range h[0].Highlights() {
			got = append(got, h[0].Document.Slice(s))
		}
		if g := strings.Join(got, "|"); g != want {
			t.Errorf("Search(%q) highlights %s, want %s", question, g, want)
		}
	}
}
