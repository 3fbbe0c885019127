package quantity

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
