package evidence

import (
	"strings"

	"alinti/retrieval/quantity"
	"alinti/retrieval/turkish"
)

// A measure is what a number is asked for in.
type measure struct {
	Kind quantity.Kind // Plain if that is not said
	Of   string        // what is measured: length, weight; empty if any will do
}

// measures are the stems of the words that stand for an amount of one kind:
// what has a price is asked for in money, what has a length in kilometres.
var measures = measureSet(map[measure]string{
	{quantity.Money, ""}: "fiyat fiyati ucret ucreti bedel bedeli maliyet maliyeti tutar tutari maas maasi butce butcesi tazminat tazminati borc borcu kira kirasi " +
		"para parasi ciro cirosu aidat aidati masraf masrafi price cost fee salary budget wage rent debt money revenue",
	{quantity.Duration, ""}:      "sure suresi vade vadesi zaman surdu suruyor surecek surer surmus duration",
	{quantity.Duration, "age"}:   "yas yasi yasinda yasindaydi yasindadir age old",
	{quantity.Percent, ""}:       "oran orani yuzde faiz faizi yuzdesi percentage percent share rate",
	{quantity.Measure, "weight"}: "agirlik agirligi weight",
	{quantity.Measure, "length"}: "uzunluk uzunlugu yukseklik yuksekligi mesafe mesafesi uzaklik uzakligi genislik genisligi derinlik derinligi length height distance width depth",
	{quantity.Measure, "heat"}:   "sicaklik sicakligi temperature",
	{quantity.Measure, "area"}:   "alani yuzolcum yuzolcumu area",
})

// costs are the stems of what is done for money: kaça mal oldu, kaça satıldı.
var costs = wordSet("mal satil satti satis satin satiy aldi alind alini aliyo aliri gitti")

func measureSet(of map[measure]string) map[string]measure {
	m := make(map[string]measure)
	for what, list := range of {
		for w := range strings.FieldsSeq(list) {
			m[w] = what
		}
	}
	return m
}

// measurable is what a unit measures; empty if that is not known.
func measurable(unit string) string {
	switch unit {
	case "km", "m", "cm", "mm", "nm", "mile", "ft", "inch", "yd", "light year":
		return "length"
	case "kg", "g", "ton", "lb", "oz", "pound":
		return "weight"
	case "km²", "m²", "hectare", "acre", "dönüm", "cm²":
		return "area"
	case "L", "m³", "gallon", "barrel":
		return "volume"
	case "°C", "°F", "°", "K":
		return "heat"
	case "byte", "kB", "MB", "GB", "TB":
		return "data"
	case "W", "kW", "MW", "GW":
		return "power"
	}
	return ""
}

// measured finds out in what an amount is asked for: the unit itself in "kaç
// lira", what has that unit in "fiyatı ne kadar". Asked for what a thing's
// price is, a question is one about an amount.
func (a Asked) measured(words []turkish.Word) Asked {
	at := a.Head
	if next := a.Word + 1; a.Kind == Count && next > 0 && next < len(words) && words[a.Word].Fold == "kaca" && costs[turkish.Stem(words[next].Fold)] {
		a.Measure.Kind = quantity.Money
	}
	if a.Kind == Topic { // keywords: "kredi tutarı"
		at = len(words) - 1
	}
	if a.Measure.Kind != quantity.Plain || at < 0 {
		return a
	}
	head := words[at].Fold
	switch a.Kind {
	case Count, Amount:
		if m, ok := measures[head]; ok && m.Of == "age" {
			a.Measure = m
			return a
		}
		if name, kind := quantity.UnitOf(head); name != "" {
			a.Measure = measure{kind, measurable(name)}
			return a
		}
	case Thing, Topic:
	default:
		return a
	}
	if m, ok := measures[head]; ok {
		a.Kind, a.Measure = Amount, m
	}
	return a
}

// fits reports whether a number of the sentence is of the kind that an amount
// is asked for in.
func (f *Facts) fits(n *Number, a *Asked) bool {
	if n.dated {
		return false
	}
	switch a.Measure.Kind {
	case quantity.Plain:
		return counts(n.Kind, a.Kind == Count && a.Head > a.Word)
	case quantity.Percent:
		return n.Kind == quantity.Percent || n.Kind == quantity.Fraction
	}
	if n.Kind != a.Measure.Kind {
		return false
	}
	switch of := a.Measure.Of; of {
	case "":
		return true
	case "age":
		return f.isAge(n)
	default:
		its := measurable(n.Quantity.Unit)
		return its == "" || its == of
	}
}

// isAge reports whether a duration is how old someone or something is: 48
// yaşında, 12 years old.
func (f *Facts) isAge(n *Number) bool {
	if n.Unit < 0 {
		return false
	}
	next := min(n.Unit+1, len(f.Words)-1)
	return strings.HasPrefix(f.Words[n.Unit].Fold, "yas") || f.Words[next].Fold == "old"
}
