package retrieval

import (
	"testing"

	"alinti/retrieval/corpus"
)

// A question in the text is never the answer; the sentence below it is, also
// when it shares no word with what was asked.
func TestQuestionsLeadToAnswers(t *testing.T) {
	d, err := corpus.New(corpus.Source{File: "faq.txt"}, `Destek

Sık sorulan sorular
Güncelleme ücretli mi? Hayır. Aboneden para alınmaz.
Pil kaç yıl dayanır? On iki yıl dayanır.

Hattı kim arayabilir?
Yalnızca kurumlar. Kişilere kapalıdır.

Gerekli belgeler:
- Kimlik fotokopisi

Sayaç dışarıya da takılabilir. Kışın donmaması için sarılmalıdır.
`)
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpus.NewCollection(d)
	if err != nil {
		t.Fatal(err)
	}
	x := New(c)
	for question, want := range map[string]string{
		"Güncelleme ücretli mi?":      "Hayır. Aboneden para alınmaz.",
		"Güncelleme ücretli mi acaba": "Hayır. Aboneden para alınmaz.",
		"Pil kaç yıl dayanır?":        "On iki yıl dayanır.",
		"Hattı kim arayabilir?":       "Yalnızca kurumlar.",
		"gerekli belgeler neler":      "Kimlik fotokopisi",
	} {
		r := x.Search(question, 12)
		if len(r.Hits) == 0 {
			t.Errorf("Search(%q) finds nothing", question)
			continue
		}
		if got := d.Slice(r.Hits[0].Sentence.Span); got != want {
			t.Errorf("Search(%q) = %q, want %q", question, got, want)
		}
		for _, h := range r.Hits {
			if h.Sentence.Leads {
				t.Errorf("Search(%q) finds %q, which only leads to others", question, d.Slice(h.Sentence.Span))
			}
		}
		r.Release()
	}
}
