package quantity

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
