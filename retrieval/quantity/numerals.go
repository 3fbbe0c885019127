package quantity

import "bytes"

// A class says what part a number word plays in a number.
type class uint8

const (
	none     class = iota
	zero           // sıfır
	unit           // bir … dokuz, first … ninth
	teen           // eleven … nineteen; Turkish has none
	ten            // on, yirmi … ninety
	hundred        // yüz
	scale          // bin, milyon …; n is the power of ten
	dozen          // düzine: twelve of what stands before it
	plusHalf       // buçuk: half of what stands before it
	half           // yarım, yarısı, half
	quarter        // çeyrek, quarter
	twice          // twice, thrice; n is how often
)

// A numeral is what one number word says.
type numeral struct {
	class   class
	n       int64
	lang    language
	ordinal bool // first, hundredth; Turkish ordinals are told by their ending
	plural  bool // thousands
}

// A root is a Turkish number word without its endings.
type root struct {
	text    string // folded
	class   class
	n       int64
	marks   uint64  // the letters that carry a mark when it is spelled in full
	harmony harmony // the vowels its endings take
}

// vowel reports whether the word ends in a vowel.
func (r root) vowel() bool { return r.text[len(r.text)-1] == 'i' }

// The vowel harmonies, by the last vowel of the root.
var (
	backFlat   = harmony{'a', 'i'} // altı
	backRound  = harmony{'a', 'u'} // on
	frontFlat  = harmony{'e', 'i'} // bir
	frontRound = harmony{'e', 'u'} // üç
)

// roots returns the Turkish number words that begin with a letter. dört softens
// before a vowel (dördü), and so does çeyrek.
func roots(first byte) []root {
	switch first {
	case 'a':
		return aRoots
	case 'b':
		return bRoots
	case 'd':
		return dRoots
	case 'i':
		return iRoots
	case 'k':
		return kRoots
	case 'm':
		return mRoots
	case 's':
		return sRoots
	case 'y':
		return yRoots
	case 'c', 'e', 'o', 't', 'u':
		return otherRoots
	}
	return nil
}

var (
	aRoots = []root{{"altmis", ten, 60, 1 << 5, backFlat}, {"alti", unit, 6, 0, backFlat}}
	bRoots = []root{
		{"bir", unit, 1, 0, frontFlat}, {"bin", scale, 3, 0, frontFlat}, {"bes", unit, 5, 1 << 2, frontFlat},
		{"bucuk", plusHalf, 0, 1 << 2, backRound},
	}
	dRoots = []root{
		{"dort", unit, 4, 1 << 1, frontRound}, {"dord", unit, 4, 1 << 1, frontRound}, {"dokuz", unit, 9, 0, backRound},
		{"doksan", ten, 90, 0, backFlat}, {"duzine", dozen, 0, 1 << 1, frontFlat},
	}
	iRoots = []root{{"iki", unit, 2, 0, frontFlat}}
	kRoots = []root{{"kirk", ten, 40, 0, backFlat}, {"katrilyon", scale, 15, 0, backRound}}
	mRoots = []root{{"milyon", scale, 6, 0, backRound}, {"milyar", scale, 9, 0, backFlat}}
	sRoots = []root{{"sekiz", unit, 8, 0, frontFlat}, {"seksen", ten, 80, 0, frontFlat}, {"sifir", zero, 0, 0, backFlat}}
	yRoots = []root{
		{"yuz", hundred, 0, 1 << 1, frontRound}, {"yirmi", ten, 20, 0, frontFlat}, {"yedi", unit, 7, 0, frontFlat},
		{"yetmis", ten, 70, 1 << 5, frontFlat}, {"yarim", half, 0, 0, backFlat}, {"yari", half, 0, 0, backFlat},
	}
	otherRoots = []root{
		{"on", ten, 10, 0, backRound}, {"uc", unit, 3, 1<<0 | 1<<1, frontRound}, {"elli", ten, 50, 0, frontFlat},
		{"otuz", ten, 30, 0, backRound}, {"trilyon", scale, 12, 0, backRound},
		{"ceyrek", quarter, 0, 1 << 0, frontFlat}, {"ceyreg", quarter, 0, 1<<0 | 1<<5, frontFlat},
	}
)

// rootOf returns the Turkish number word that the folded word begins with.
func rootOf(word []byte) (root, bool) {
	if len(word) < 2 {
		return root{}, false
	}
	for _, r := range roots(word[0]) {
		if word[1] == r.text[1] && len(word) >= len(r.text) && string(word[:len(r.text)]) == r.text {
			return r, true
		}
	}
	return root{}, false
}

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
