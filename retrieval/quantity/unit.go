package quantity

import "bytes"

// A unitMatch is a unit found in the text.
type unitMatch struct {
	name       string // empty when there is none
	kind       Kind
	from, to   int // tokens
	start, end int // bytes
	rest       string
}

// A unitWord is the front of a word, folded, that names a unit. Units without
// open take no ending; English plurals are words of their own front.
type unitWord struct {
	front string
	name  string
	kind  Kind
	open  bool // endings may follow
}

// unitWords lists the units by first letter of the word.
func unitWords(first byte) []unitWord {
	switch first {
	case 'a', 'b', 'c':
		return unitsAC
	case 'd', 'e', 'f', 'g':
		return unitsDG
	case 'h', 'i', 'j', 'k':
		return unitsHK
	case 'l', 'm', 'n', 'o', 'p', 'r':
		return unitsLR
	}
	return unitsSZ
}

var (
	unitsAC = []unitWord{
		{"avro", "EUR", Money, true}, {"acre", "acre", Measure, true}, {"akre", "acre", Measure, true}, {"ay", "month", Duration, true},
		{"asir", "century", Duration, true}, {"asr", "century", Duration, true}, {"byte", "byte", Measure, true}, {"bayt", "byte", Measure, true},
		{"barrel", "barrel", Measure, true}, {"celsius", "°C", Measure, false}, {"cm", "cm", Measure, false}, {"century", "century", Duration, false},
		{"centuries", "century", Duration, false}, {"cent", "cent", Money, true}, {"centimeter", "cm", Measure, true}, {"centimetre", "cm", Measure, true},
	}
	unitsDG = []unitWord{
		{"dolar", "USD", Money, true}, {"dollar", "USD", Money, true}, {"euro", "EUR", Money, true}, {"eur", "EUR", Money, false}, {"gbp", "GBP", Money, false},
		{"dakika", "minute", Duration, true}, {"dk", "minute", Duration, false}, {"day", "day", Duration, true}, {"decade", "decade", Duration, true},
		{"derece", "°", Measure, true}, {"degree", "°", Measure, true}, {"donum", "dönüm", Measure, true}, {"gun", "day", Duration, true}, {"defa", "times", Multiple, true},
		{"feet", "ft", Measure, false}, {"foot", "ft", Measure, false}, {"ft", "ft", Measure, false}, {"fit", "ft", Measure, false}, {"gram", "g", Measure, true},
		{"gallon", "gallon", Measure, true}, {"galon", "gallon", Measure, true}, {"gigawatt", "GW", Measure, true}, {"gw", "GW", Measure, false},
		{"gb", "GB", Measure, false}, {"gigabayt", "GB", Measure, true}, {"gigabyte", "GB", Measure, true}, {"ghz", "GHz", Measure, false}, {"fold", "times", Multiple, false},
	}
	unitsHK = []unitWord{
		{"hour", "hour", Duration, true}, {"hafta", "week", Duration, true}, {"hektar", "hectare", Measure, true}, {"hectare", "hectare", Measure, true}, {"ha", "hectare", Measure, false},
		{"hz", "Hz", Measure, false}, {"hertz", "Hz", Measure, false}, {"inch", "inch", Measure, true}, {"inc", "inch", Measure, true}, {"joule", "J", Measure, true}, {"jpy", "JPY", Money, false},
		{"krw", "KRW", Money, false}, {"krone", "krone", Money, true}, {"kron", "krone", Money, true}, {"km", "km", Measure, false}, {"kilometre", "km", Measure, true},
		{"kilometer", "km", Measure, true}, {"kilometrekare", "km²", Measure, true}, {"kilogram", "kg", Measure, true}, {"kilo", "kg", Measure, true}, {"kg", "kg", Measure, false},
		{"kilovat", "kW", Measure, true}, {"kilowatt", "kW", Measure, true}, {"kw", "kW", Measure, false}, {"kwh", "kWh", Measure, false}, {"kb", "kB", Measure, false}, {"khz", "kHz", Measure, false},
		{"kat", "times", Multiple, true}, {"kez", "times", Multiple, true}, {"kere", "times", Multiple, true}, {"kelvin", "K", Measure, false}, {"kpa", "kPa", Measure, false},
	}
	unitsLR = []unitWord{
		{"lira", "TRY", Money, true}, {"litre", "L", Measure, true}, {"liter", "L", Measure, true}, {"lb", "lb", Measure, false}, {"lbs", "lb", Measure, false}, {"metre", "m", Measure, true}, {"meter", "m", Measure, true},
		{"metrekare", "m²", Measure, true}, {"metrekup", "m³", Measure, true}, {"milimetre", "mm", Measure, true}, {"millimetre", "mm", Measure, true}, {"millimeter", "mm", Measure, true},
		{"mil", "mile", Measure, true}, {"mile", "mile", Measure, true}, {"mi", "mile", Measure, false}, {"mm", "mm", Measure, false}, {"m", "m", Measure, false},
		{"minute", "minute", Duration, true}, {"month", "month", Duration, true}, {"megawatt", "MW", Measure, true}, {"megavat", "MW", Measure, true}, {"mw", "MW", Measure, false},
		{"mb", "MB", Measure, false}, {"megabayt", "MB", Measure, true}, {"megabyte", "MB", Measure, true}, {"mhz", "MHz", Measure, false}, {"mph", "mph", Measure, false},
		{"misli", "times", Multiple, true}, {"misl", "times", Multiple, true}, {"ounce", "oz", Measure, true}, {"ons", "oz", Measure, true}, {"oz", "oz", Measure, false},
		{"peso", "peso", Money, true}, {"pound", "pound", Measure, true}, {"paund", "pound", Measure, true}, {"ruble", "RUB", Money, true}, {"rub", "RUB", Money, false}, {"rupi", "INR", Money, true}, {"rupee", "INR", Money, true},
		{"riyal", "riyal", Money, true}, {"mpa", "MPa", Measure, false}, {"pa", "Pa", Measure, false}, {"nm", "nm", Measure, false},
	}
	unitsSZ = []unitWord{
		{"sterlin", "GBP", Money, true}, {"saniye", "second", Duration, true}, {"sn", "second", Duration, false}, {"second", "second", Duration, true}, {"saat", "hour", Duration, true},
		{"santimetre", "cm", Measure, true}, {"santim", "cm", Measure, true}, {"sene", "year", Duration, true}, {"santigrat", "°C", Measure, true},
		{"tl", "TRY", Money, false}, {"try", "TRY", Money, false}, {"ton", "ton", Measure, true}, {"tonne", "ton", Measure, true}, {"terabayt", "TB", Measure, true}, {"tb", "TB", Measure, false},
		{"times", "times", Multiple, false}, {"usd", "USD", Money, false}, {"varil", "barrel", Measure, true}, {"volt", "V", Measure, true}, {"watt", "W", Measure, true}, {"vat", "W", Measure, true},
		{"week", "week", Duration, true}, {"won", "KRW", Money, true}, {"yard", "yd", Measure, true}, {"yarda", "yd", Measure, true}, {"year", "year", Duration, true}, {"yil", "year", Duration, true}, {"yas", "year", Duration, true},
		{"yuzyil", "century", Duration, true}, {"yen", "JPY", Money, true}, {"yuan", "CNY", Money, true}, {"zloti", "PLN", Money, true}, {"zloty", "PLN", Money, true},
	}
)

// unitAt reads the unit that token i begins with. Before it the name of a
// country may stand (ABD doları), and square or cubic.
func (p *parser) unitAt(i int) unitMatch {
	if i >= len(p.toks) {
		return unitMatch{}
	}
	if p.toks[i].kind == sign {
		return p.degree(i)
	}
	from := i
	square := ""
	switch string(p.folded(i)) {
	case "abd", "amerikan", "us", "turk", "rus", "euro", "canadian", "australian", "kanada", "avustralya", "ingiliz", "metrik", "metric", "long", "short", "light", "isik":
		i++
	case "square", "sq":
		square, i = "²", i+1
	case "cubic":
		square, i = "³", i+1
	}
	u := p.unitWordAt(i)
	if u.name == "" && i > from {
		i, square = from, ""
		u = p.unitWordAt(i)
	}
	if u.name == "" {
		return u
	}
	u.from, u.start = from, p.toks[from].start
	if i > from && u.kind == Duration {
		u.name, u.kind = "light year", Measure
	}
	if square == "" {
		square = p.power(&u)
	}
	u.name = squared(u.name, square)
	return u
}

// unitWordAt looks token i up.
func (p *parser) unitWordAt(i int) unitMatch {
	b := p.folded(i)
	if len(b) == 0 {
		return unitMatch{}
	}
	best := lookupUnit(b)
	if best.name == "" || best.front == "won" && p.lang == englishText && !(i > 0 && p.toks[i-1].num.class == scale) {
		return unitMatch{}
	}
	if len(b) == 1 && (i == 0 || p.toks[i-1].kind != digits) {
		return unitMatch{} // m
	}
	t := &p.toks[i]
	return unitMatch{name: best.name, kind: best.kind, from: i, to: i + 1, start: t.start, end: t.end}
}

// lookupUnit returns the unit that a folded word names, without a name when it
// names none.
func lookupUnit(b []byte) unitWord {
	best := unitWord{}
	if len(b) == 0 {
		return best
	}
	for _, u := range unitWords(b[0]) {
		if u.front[0] == b[0] && len(u.front) > len(best.front) && bytes.HasPrefix(b, []byte(u.front)) && unitEnding(b[len(u.front):], u.open) {
			best = u
		}
	}
	return best
}

// unitEnding reports whether rest is an ending that a unit takes.
func unitEnding(rest []byte, open bool) bool {
	if len(rest) == 0 {
		return true
	}
	if !open {
		return false
	}
	switch string(rest) {
	case "s", "es", "li", "lu", "luk", "lik", "ki", "dir", "dur", "tir", "tur":
		return true
	case "k", "n", "m":
		return false
	}
	if e, ok := endingOf(rest, true, harmony{}); ok {
		return !e.ordinal && !e.each
	}
	return false
}

// power reads what makes a unit of length one of area or volume, or of speed:
// m², metre kare, km/h.
func (p *parser) power(u *unitMatch) string {
	i := u.to
	if i >= len(p.toks) {
		return ""
	}
	t := &p.toks[i]
	switch {
	case t.kind == sign && !t.spaced && (t.r == '²' || t.r == '³'):
		u.to, u.end = i+1, t.end
		return string(t.r)
	case t.kind == digits && !t.spaced && (p.text[t.start:t.stem] == "2" || p.text[t.start:t.stem] == "3"):
		u.to, u.end = i+1, t.end
		return map[string]string{"2": "²", "3": "³"}[p.text[t.start:t.stem]]
	case p.is(i, "kare"):
		u.to, u.end = i+1, t.end
		return "²"
	case p.is(i, "kup"):
		u.to, u.end = i+1, t.end
		return "³"
	case p.glued(i, '/') && i+1 < len(p.toks) && p.toks[i+1].kind == word && !p.toks[i+1].spaced:
		u.to, u.end = i+2, p.toks[i+1].end
		switch string(p.folded(i + 1)) {
		case "h", "s", "sa", "saat":
			return "/h"
		case "sn":
			return "/s"
		}
	}
	return ""
}

// squared is the name of a unit with its power.
func squared(name, power string) string {
	if power == "" {
		return name
	}
	switch name + power {
	case "km²":
		return "km²"
	case "m²":
		return "m²"
	case "m³":
		return "m³"
	case "mile²":
		return "mile²"
	case "km/h":
		return "km/h"
	case "ft²":
		return "ft²"
	}
	return name + power
}

// degree reads °C, ° and the signs of money after a number.
func (p *parser) degree(i int) unitMatch {
	t := &p.toks[i]
	if t.r != '°' && t.r != '℃' && t.r != '″' {
		return unitMatch{}
	}
	u := unitMatch{name: "°", kind: Measure, from: i, to: i + 1, start: t.start, end: t.end}
	if i+1 < len(p.toks) && !p.toks[i+1].spaced {
		switch string(p.folded(i + 1)) {
		case "c":
			u.name, u.to, u.end = "°C", i+2, p.toks[i+1].end
		case "f":
			u.name, u.to, u.end = "°F", i+2, p.toks[i+1].end
		}
	}
	return u
}

// currency is the ISO 4217 code of a sign, or empty.
func currency(r rune) string {
	switch r {
	case '$':
		return "USD"
	case '€':
		return "EUR"
	case '₺':
		return "TRY"
	case '£':
		return "GBP"
	case '¥':
		return "JPY"
	case '₽':
		return "RUB"
	case '₩':
		return "KRW"
	}
	return ""
}

func (p *parser) currencySign(i int) bool {
	return i >= 0 && i < len(p.toks) && p.toks[i].kind == sign && currency(p.toks[i].r) != ""
}

// currencyAt reports whether token i is a sign or word of money.
func (p *parser) currencyAt(i int) bool {
	return p.currencySign(i) || p.unitAt(i).kind == Money
}

// currencyAfter reads the sign of 100$ and 9,8 milyar €.
func (p *parser) currencyAfter(a *amount) bool {
	i := a.to
	if !p.currencySign(i) || i+1 < len(p.toks) && p.toks[i+1].kind == digits && !p.toks[i+1].spaced {
		return false
	}
	a.kind, a.unit, a.end, a.year = Money, currency(p.toks[i].r), p.toks[i].end, false
	a.to++
	p.signEnding(a)
	return true
}
