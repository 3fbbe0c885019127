package turkish

import "strings"

// Inflects reports whether the folded s is a usual row of suffixes after a noun:
// plural, possessive of the third person, case. It does not look at the vowels
// of the noun.
func Inflects(s string) bool {
	switch s {
	case "", "i", "u", "yi", "yu", "si", "su", "e", "a", "ye", "ya", "in", "un", "nin", "nun",
		"de", "da", "te", "ta", "den", "dan", "ten", "tan", "le", "la", "yle", "yla",
		"ini", "unu", "sini", "sunu", "ine", "una", "sine", "suna", "inin", "unun", "sinin", "sunun",
		"inde", "unda", "sinde", "sunda", "inden", "undan", "sinden", "sundan", "iyle", "uyla", "siyle", "suyla",
		"inda", "indan", "sinda", "sindan", "ina", "sina", "iyla", "siyla", "unde", "unden", "une", "sune", "sunde", "sunden", "uyle", "suyle",
		"ler", "lar", "leri", "lari", "lere", "lara", "lerin", "larin", "lerde", "larda", "lerden", "lardan", "lerle", "larla",
		"lerini", "larini", "lerine", "larina", "lerinin", "larinin", "lerinde", "larinda", "lerinden", "larindan", "leriyle", "lariyla",
		"dir", "tir", "dur", "tur", "deki", "daki", "teki", "taki":
		return true
	}
	return false
}

// A suffix is how a finite verb, a participle or a verbal noun goes on after its
// root. In begin, E stands for e or a, I for i or u, D for d or t, and ~ for the
// y that parts two vowels.
type suffix struct {
	begin string
	then  []string // what may follow to the end of the word; with * anything may follow that
}

var (
	persons  = strings.Fields("k m n niz nuz ler lar ydi* ysa*")
	anything = []string{"*"}
	suffixes = []suffix{
		{"DI", persons},
		{"DIg", anything},
		{"mIs", anything},
		{"Iyor", anything},
		{"mIyor", anything},
		{"~EcEk", anything},
		{"~EcEg", anything},
		{"mEk", strings.Fields("te* ta* le la si*")},
		{"mE", strings.Fields("n si* sin* y* nin* ler* lar* li* de da den* dan* di* z* m*")},
		{"~En", strings.Fields("ler* lar* i in ini inin ine ina inde inda inden indan e a de den da dan le la")},
		{"Ir", strings.Fields("se* sa* ken* di* mis* sin* iz im ler* lar*")},
		{"Er", strings.Fields("se* sa* ken* di* mis* sin* iz im ler* lar*")},
		{"r", strings.Fields("se* sa* ken* di* mis* sin* iz im ler* lar*")},
		{"~EbIl", anything},
		{"~Ip", nil},
		{"~ErEk", anything},
		{"~IncE", anything},
		{"sE", persons},
	}
)

// Conjugates reports whether the folded s is a row of suffixes after a verb that ends in
// the letter last; vowel is the one of its suffixes, e or a.
func Conjugates(s string, last, vowel byte) bool {
	for _, x := range suffixes {
		if x.begin == "r" && !isVowel(last) || x.begin == "Iyor" && isVowel(last) {
			continue
		}
		if rest, ok := x.cut(s, last, vowel); ok && x.ends(rest) {
			return true
		}
	}
	return false
}

// cut cuts how a suffix begins from s.
func (x suffix) cut(s string, last, vowel byte) (string, bool) {
	for i := range len(x.begin) {
		c := x.begin[i]
		if c == '~' {
			if isVowel(last) {
				if s == "" || s[0] != 'y' {
					return "", false
				}
				s = s[1:]
			}
			continue
		}
		if s == "" {
			return "", false
		}
		ok := s[0] == c
		switch c {
		case 'E':
			ok = s[0] == vowel
		case 'I':
			ok = s[0] == 'i' || s[0] == 'u'
		case 'D':
			ok = s[0] == 'd' && !strings.ContainsRune("ptkfh", rune(last)) || s[0] == 't' && strings.ContainsRune("pctkfhs", rune(last))
		}
		if !ok {
			return "", false
		}
		s = s[1:]
	}
	return s, true
}

func (x suffix) ends(rest string) bool {
	if rest == "" {
		return true
	}
	for _, t := range x.then {
		if begin, ok := strings.CutSuffix(t, "*"); rest == t || ok && strings.HasPrefix(rest, begin) {
			return true
		}
	}
	return false
}

func isVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}
