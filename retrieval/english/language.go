package english

import (
	_ "embed"
)

// Likely reports whether a question is English rather than Turkish, given its
// folded words. Function words decide; where there are none, as in "soldiers
// north korea", the look of the other words does. Nothing known, a bare name
// for instance, counts as Turkish.
func Likely(words []string) bool { return Leans(Lean(words)) }

// Leans is Likely for the sum of what [Lean] says of the words.
func Leans(lean float64) bool { return lean > turkishFirst }

// turkishFirst is how far a question must lean to English to be called so.
const turkishFirst = 0.5

// Lean is how far a question leans to English (above 0) or Turkish (below 0),
// summed over its folded words in units of log odds.
func Lean(words []string) float64 {
	sum := 0
	for _, w := range words {
		sum += lean(w)
	}
	return float64(sum) / leanScale
}

// A function word of one language weighs 4; a word that is one in both, or a
// function word in one and a plain word in the other, 1 to the likelier side;
// any other word what its letters say, at most 2.5. Chosen on the first 24
// articles of XQuAD, where every choice near it does as well.
const (
	leanScale   = 25
	leanMark    = 4 * leanScale
	leanWeak    = 1 * leanScale
	leanLetters = 5 * leanScale / 2
)

func lean(word string) int {
	switch word {
	case "a", "i", "is", "in", "on", "an", "at", "as":
		return leanWeak
	case "o", "ne", "en", "de", "da", "ve", "su", "var", "don":
		return -leanWeak
	case "her", "once", "son", "us", "so", "am", "may", "me", "go", "won", "due", "one", "name", "like", "can", "etc", "per", "via":
		return 0
	}
	switch {
	case IsStop(word):
		return leanMark
	case isTurkishMark(word):
		return -leanMark
	}
	return max(-leanLetters, min(leanLetters, leanOfLetters(word)))
}

// isTurkishMark reports whether a folded word is a Turkish function word and
// no English word.
func isTurkishMark(word string) bool {
	switch word {
	case "acaba", "ama", "ancak", "artik", "asla", "ayni", "ayrica", "az", "bana", "bazi", "belki", "ben", "bence", "beni",
		"benim", "beri", "bile", "bir", "bircok", "biri", "birkac", "biz", "bize", "bizi", "bizim", "boyle", "bu",
		"buna", "bunda", "bundan", "bunlar", "bunlari", "bunlarin", "bunu", "bunun", "burada", "buradan", "cok",
		"cunku", "daha", "dahi", "defa", "degil", "diger", "diye", "dolayi", "dolayisiyla", "edecek", "eden",
		"eder", "ederek", "edildi", "edilen", "edilir", "ediyor", "etmek", "etmektedir", "etmistir", "etti",
		"ettigi", "fakat", "gibi", "gore", "hakkinda", "halen", "hangi", "hangileri", "hangisi", "hani", "hatta",
		"hem", "henuz", "hep", "hepsi", "herhangi", "herkes", "hic", "hicbir", "icin", "ile", "ilgili", "ilk",
		"ise", "iste", "itibaren", "kac", "kaca", "kaci", "kacinci", "kadar", "karsi", "kendi", "kendine",
		"kendini", "ki", "kim", "kimdi", "kimdir", "kime", "kimi", "kimin", "kimler", "lakin", "lutfen", "mi",
		"midir", "misin", "misiniz", "miydi", "mu", "mudur", "muydu", "nasil", "nasildir", "neden", "nedeniyle",
		"nedir", "neler", "nelerdir", "nerede", "nereden", "neredeydi", "nerelerde", "neresi", "neresidir",
		"nereye", "neydi", "neye", "neyi", "neyin", "nicin", "niye", "olan", "olarak", "oldu", "oldugu",
		"oldugunu", "olduklari", "olmak", "olmasi", "olmayan", "olmus", "olmustur", "olsa", "olup", "olur", "ona",
		"ondan", "onlar", "onlari", "onlarin", "onu", "onun", "oysa", "peki", "ragmen", "sadece", "sana", "sanki",
		"senin", "siz", "size", "sizin", "sonra", "suna", "sunu", "tarafindan", "tum", "uzere", "vardi", "vardir",
		"veya", "ya", "yani", "yapan", "yapilan", "yapti", "yerine", "yine", "yok", "yoksa", "zaman", "zaten":
		return true
	}
	return false
}

// letterTable holds, for each three letters in a row, how far they lean to
// English, as a signed byte in units of 1/leanScale. The alphabet is the word's
// edge and a to z; the table is indexed in base 27. It was fitted by logistic
// regression on English and Turkish word lists (docs/data/letters.py).
//
//go:embed data/letters.bin
var letterTable string

const letterBase = 27

// leanOfLetters sums the table over a word's letters. A word with anything but
// a to z in it, such as a number, says nothing.
func leanOfLetters(word string) int {
	if len(word) < 2 {
		return 0
	}
	sum, a, b := 0, 0, 0
	for i := range len(word) + 1 {
		c := 0
		if i < len(word) {
			if word[i] < 'a' || word[i] > 'z' {
				return 0
			}
			c = int(word[i]-'a') + 1
		}
		if i > 0 {
			sum += int(int8(letterTable[(a*letterBase+b)*letterBase+c]))
		}
		a, b = b, c
	}
	return sum
}
