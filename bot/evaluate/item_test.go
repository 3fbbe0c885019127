package evaluate

import (
	"testing"

	"golang.org/x/text/unicode/norm"

	"alinti/bot"
	"alinti/retrieval/corpus"
)

func TestGoldSubstrings(t *testing.T) {
	one := [][]string{{"en az 13 bin", "on üç bin"}}
	two := [][]string{{"hiçbir kanıt"}, {"teknoloji desteği", "teknoloji yardımı"}}
	for _, c := range []struct {
		name       string
		gold       [][]string
		quotes     []string
		hit1, full bool
	}{
		{"first alternative", one, []string{"Rusya'ya en az 13 bin asker gönderdi."}, true, true},
		{"second alternative", one, []string{"on üç bin kişi"}, true, true},
		{"only in the second quote", one, []string{"başka", "en az 13 bin"}, false, true},
		{"not whole", one, []string{"en az 13 asker"}, false, false},
		{"no quote", one, nil, false, false},
		{"one group of two", two, []string{"hiçbir kanıt yok"}, true, false},
		{"either group hits", two, []string{"teknoloji yardımı"}, true, false},
		{"both groups, two quotes", two, []string{"hiçbir kanıt yok", "teknoloji desteği"}, true, true},
		{"both groups, one quote", two, []string{"hiçbir kanıt ve teknoloji desteği"}, true, true},
		{"the third quote counts", two, []string{"hiçbir kanıt", "x", "teknoloji desteği"}, true, true},
		{"the fourth does not", two, []string{"hiçbir kanıt", "x", "y", "teknoloji desteği"}, true, false},
		{"decomposed letters", one, []string{norm.NFD.String("on üç bin kişi")}, true, true},
		{"case counts", one, []string{"En az 13 bin"}, false, false},
	} {
		it := Item{Gold: nfc(c.gold)}
		var quotes []bot.Quote
		for _, q := range c.quotes {
			quotes = append(quotes, bot.Quote{Text: q})
		}
		hit1 := len(quotes) > 0 && it.found(quotes[0])
		if full := it.covered(quotes); hit1 != c.hit1 || full != c.full {
			t.Errorf("%s: hit1 %v, full %v; want %v, %v", c.name, hit1, full, c.hit1, c.full)
		}
	}
}

func TestDecomposedGold(t *testing.T) {
	it := Item{Gold: nfc([][]string{{norm.NFD.String("yüzölçümü")}})}
	if !it.found(bot.Quote{Text: "Adanın yüzölçümü küçük."}) {
		t.Error("gold in NFD is not found in text in NFC")
	}
}

func TestGoldPlaces(t *testing.T) {
	d := &corpus.Document{Source: corpus.Source{ID: "a"}}
	it := Item{Places: []Place{{d, corpus.Span{Start: 10, End: 13}}, {d, corpus.Span{Start: 30, End: 33}}}}
	for _, c := range []struct {
		id         string
		start, end int
		want       bool
	}{
		{"a", 0, 10, false}, {"a", 0, 11, true}, {"a", 12, 20, true}, {"a", 13, 20, false},
		{"a", 32, 40, true}, {"b", 0, 40, false},
	} {
		q := bot.Quote{Source: bot.QuoteSource{ID: c.id}, Start: c.start, End: c.end}
		if got := it.found(q); got != c.want {
			t.Errorf("quote of %s from %d to %d is right: %v, want %v", c.id, c.start, c.end, got, c.want)
		}
		if got := it.covered([]bot.Quote{{}, q}); got != c.want {
			t.Errorf("quote of %s from %d to %d covers: %v, want %v", c.id, c.start, c.end, got, c.want)
		}
	}
}
