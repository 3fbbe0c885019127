package quantity

import "bytes"

// english returns what an English number word says; its class is none when the
// folded word is not one.
func english(word []byte) numeral {
	plural := false
	n := englishWord(word)
	if n.class == none {
		word, plural = bytes.CutSuffix(word, []byte("s"))
		if !plural {
			return numeral{}
		}
		n = englishWord(word)
		if !n.ordinal && n.class != hundred && n.class != scale && n.class != dozen && n.class != quarter && n.n != 10 {
			return numeral{} // sixes, nineties
		}
		n.plural = true
	}
	n.lang = englishText
	return n
}

// englishWord looks a word up as it stands.
func englishWord(word []byte) numeral {
	if len(word) < 3 || len(word) > 11 {
		return numeral{}
	}
	if n := englishCardinal(word); n.class != none {
		return n
	}
	return englishOrdinal(word)
}

func englishCardinal(word []byte) numeral {
	switch string(word) {
	case "zero":
		return numeral{class: zero}
	case "one":
		return numeral{class: unit, n: 1}
	case "two":
		return numeral{class: unit, n: 2}
	case "three":
		return numeral{class: unit, n: 3}
	case "four":
		return numeral{class: unit, n: 4}
	case "five":
		return numeral{class: unit, n: 5}
	case "six":
		return numeral{class: unit, n: 6}
	case "seven":
		return numeral{class: unit, n: 7}
	case "eight":
		return numeral{class: unit, n: 8}
	case "nine":
		return numeral{class: unit, n: 9}
	case "ten":
		return numeral{class: ten, n: 10}
	case "eleven":
		return numeral{class: teen, n: 11}
	case "twelve":
		return numeral{class: teen, n: 12}
	case "thirteen":
		return numeral{class: teen, n: 13}
	case "fourteen":
		return numeral{class: teen, n: 14}
	case "fifteen":
		return numeral{class: teen, n: 15}
	case "sixteen":
		return numeral{class: teen, n: 16}
	case "seventeen":
		return numeral{class: teen, n: 17}
	case "eighteen":
		return numeral{class: teen, n: 18}
	case "nineteen":
		return numeral{class: teen, n: 19}
	case "twenty":
		return numeral{class: ten, n: 20}
	case "thirty":
		return numeral{class: ten, n: 30}
	case "forty":
		return numeral{class: ten, n: 40}
	case "fifty":
		return numeral{class: ten, n: 50}
	case "sixty":
		return numeral{class: ten, n: 60}
	case "seventy":
		return numeral{class: ten, n: 70}
	case "eighty":
		return numeral{class: ten, n: 80}
	case "ninety":
		return numeral{class: ten, n: 90}
	case "hundred":
		return numeral{class: hundred}
	case "thousand":
		return numeral{class: scale, n: 3}
	case "million":
		return numeral{class: scale, n: 6}
	case "billion":
		return numeral{class: scale, n: 9}
	case "trillion":
		return numeral{class: scale, n: 12}
	case "dozen":
		return numeral{class: dozen}
	case "half", "halves":
		return numeral{class: half}
	case "quarter":
		return numeral{class: quarter}
	case "twice":
		return numeral{class: twice, n: 2}
	case "thrice":
		return numeral{class: twice, n: 3}
	}
	return numeral{}
}

func englishOrdinal(word []byte) numeral {
	switch string(word) {
	case "first":
		return numeral{class: unit, n: 1, ordinal: true}
	case "second":
		return numeral{class: unit, n: 2, ordinal: true}
	case "third":
		return numeral{class: unit, n: 3, ordinal: true}
	case "fifth":
		return numeral{class: unit, n: 5, ordinal: true}
	case "eighth":
		return numeral{class: unit, n: 8, ordinal: true}
	case "ninth":
		return numeral{class: unit, n: 9, ordinal: true}
	case "twelfth":
		return numeral{class: teen, n: 12, ordinal: true}
	}
	stem, ok := bytes.CutSuffix(word, []byte("th"))
	if !ok {
		return numeral{}
	}
	if tens, ok := bytes.CutSuffix(stem, []byte("ie")); ok { // twentieth
		return englishTenth(tens)
	}
	n := englishCardinal(stem)
	if n.class == half || n.class == quarter || n.class == dozen || n.class == zero {
		return numeral{}
	}
	n.ordinal = n.class != none
	return n
}

// englishTenth reads what is left of an ordinal in -ieth.
func englishTenth(stem []byte) numeral {
	var n int64
	switch string(stem) {
	case "twent":
		n = 20
	case "thirt":
		n = 30
	case "fort":
		n = 40
	case "fift":
		n = 50
	case "sixt":
		n = 60
	case "sevent":
		n = 70
	case "eight":
		n = 80
	case "ninet":
		n = 90
	default:
		return numeral{}
	}
	return numeral{class: ten, n: n, ordinal: true}
}
