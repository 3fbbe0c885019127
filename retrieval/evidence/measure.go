package evidence

import (
	"alinti/retrieval/quantity"
	"alinti/retrieval/turkish"
)

// measures are the stems of the words that stand for an amount of one kind:
// what has a price is asked for in money, what has a length in kilometres.
var measures = stemSet(map[quantity.Kind]string{
	quantity.Money:    "fiyat fiyati ucret ucreti bedel bedeli maliyet maliyeti tutar tutari maas maasi butce butcesi price cost fee salary budget wage",
	quantity.Duration: "sure suresi vade vadesi yas yasi yasinda age duration",
	quantity.Percent:  "oran orani yuzde faiz faizi percentage percent share rate",
	quantity.Measure:  "agirlik agirligi uzunluk uzunlugu yukseklik yuksekligi mesafe mesafesi genislik genisligi derinlik derinligi sicaklik sicakligi weight length height distance width depth temperature",
})

func stemSet(kinds map[quantity.Kind]string) map[string]quantity.Kind {
	m := make(map[string]quantity.Kind)
	for kind, list := range kinds {
		for w := range wordSet(list) {
			m[w] = kind
		}
	}
	return m
}

// measured finds out in what an amount is asked for: the unit itself in "kaç
// lira", what has that unit in "fiyatı ne kadar". Asked for what a thing's
// price is, a question is one about an amount.
func (a Asked) measured(words []turkish.Word) Asked {
	at := a.Head
	if a.Kind == Topic { // keywords: "kredi tutarı"
		at = len(words) - 1
	}
	if at < 0 {
		return a
	}
	head := words[at].Fold
	switch a.Kind {
	case Count, Amount:
		if kind, ok := quantity.UnitKind(head); ok {
			a.Measure = kind
			return a
		}
	case Thing, Topic:
	default:
		return a
	}
	if kind, ok := measures[head]; ok {
		a.Kind, a.Measure = Amount, kind
	}
	return a
}

// fits reports whether a number is of the kind that an amount is asked for in.
func (a Asked) fits(n quantity.Kind) bool {
	switch a.Measure {
	case quantity.Plain:
		return counts(n, a.Kind == Count && a.Head > a.Word)
	case quantity.Percent:
		return n == quantity.Percent || n == quantity.Fraction
	}
	return n == a.Measure
}
