package evidence

import (
	"testing"

	"alinti/retrieval/turkish"
)

func TestNumbers(t *testing.T) {
	for _, c := range []struct {
		text, first, last string
	}{
		{"Ordu 13 bin asker gönderdi.", "13", "bin"},
		{"Fatura 50 ₺ tuttu.", "50", "50"},
		{"Bakiye 50₺ kaldı.", "50", "50"},
		{"Oran 20% arttı.", "20", "20"},
		{"Oran %20 arttı.", "20", "20"},
		{"Bilet $50 oldu.", "50", "50"},
		{"Hava 30 °C sıcaktı.", "30", "30"},
		{"Kira 20 lira arttı.", "20", "20"},
	} {
		words := turkish.Words(c.text)
		found := Numbers(c.text, words, false)
		if len(found) != 1 {
			t.Errorf("Numbers(%q) = %+v, want one", c.text, found)
			continue
		}
		if first, last := words[found[0].First].Fold, words[found[0].Last].Fold; first != c.first || last != c.last {
			t.Errorf("Numbers(%q): from %q to %q, want from %q to %q", c.text, first, last, c.first, c.last)
		}
	}
}
