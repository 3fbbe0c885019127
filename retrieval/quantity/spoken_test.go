package quantity

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"alinti/retrieval/turkish"
)

var (
	trUnits = strings.Fields("- bir iki üç dört beş altı yedi sekiz dokuz")
	trTens  = strings.Fields("- on yirmi otuz kırk elli altmış yetmiş seksen doksan")
	enUnits = strings.Fields("- one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	enTens  = strings.Fields("- ten twenty thirty forty fifty sixty seventy eighty ninety")
	scales  = []struct {
		n      int64
		tr, en string
	}{{1e12, "trilyon", "trillion"}, {1e9, "milyar", "billion"}, {1e6, "milyon", "million"}, {1e3, "bin", "thousand"}}
)

// spellTurkish writes n in words.
func spellTurkish(n int64) []string {
	if n == 0 {
		return []string{"sıfır"}
	}
	var words []string
	for _, s := range scales {
		if k := n / s.n; k > 0 {
			if k > 1 || s.n > 1000 {
				words = append(words, spellTurkish(k)...)
			}
			words, n = append(words, s.tr), n%s.n
		}
	}
	if h := n / 100; h > 0 {
		if h > 1 {
			words = append(words, trUnits[h])
		}
		words = append(words, "yüz")
	}
	if t := n / 10 % 10; t > 0 {
		words = append(words, trTens[t])
	}
	if u := n % 10; u > 0 {
		words = append(words, trUnits[u])
	}
	return words
}

// spellEnglish writes n in words; and says whether "one hundred and five".
func spellEnglish(n int64, and bool) string {
	if n == 0 {
		return "zero"
	}
	var words []string
	for _, s := range scales {
		if k := n / s.n; k > 0 {
			words, n = append(words, spellEnglish(k, and), s.en), n%s.n
		}
	}
	if h := n / 100; h > 0 {
		words = append(words, enUnits[h], "hundred")
	}
	if n%100 > 0 && len(words) > 0 && and {
		words = append(words, "and")
	}
	switch u := n % 100; {
	case u == 0:
	case u < 20:
		words = append(words, enUnits[u])
	case u%10 == 0:
		words = append(words, enTens[u/10])
	default:
		words = append(words, enTens[u/10]+"-"+enUnits[u%10])
	}
	return strings.Join(words, " ")
}

// numbers calls f for every number to 2,500 and for random ones of all sizes.
func numbers(f func(n int64, r *rand.Rand)) {
	r := rand.New(rand.NewPCG(1, 2))
	for n := int64(0); n <= 2500; n++ {
		f(n, r)
	}
	for range 6000 {
		f(r.Int64N(1_000_000_000_000_000)>>r.IntN(48), r)
	}
}

// wantOne checks that text, read in the given language, is one quantity from
// start to end with the value n.
func wantOne(t *testing.T, text, language string, n int64) {
	t.Helper()
	sentence := text + " asker"
	if language == "en" {
		sentence = text + " soldiers"
	}
	found := FindIn(sentence, language)
	if len(found) != 1 || found[0].Value.String() != strconv.FormatInt(n, 10) || found[0].IsRange() || sentence[found[0].Start:found[0].End] != text {
		t.Fatalf("FindIn(%q, %q) = %+v, want %d", sentence, language, found, n)
	}
}

func TestTurkishWordsReadBack(t *testing.T) {
	numbers(func(n int64, r *rand.Rand) {
		words := spellTurkish(n)
		if n == 1 {
			words = append([]string{"tek"}, words...) // bir alone is an article
		}
		text := strings.Join(words, " ")
		if n == 1 {
			if q := Find(text + " asker"); len(q) != 1 {
				t.Fatalf("tek bir asker: %v", q)
			}
			return
		}
		joined := strings.Join(words, "")
		if len(joined) > maxWord {
			joined = text
		}
		for _, s := range []string{
			text, joined, norm.NFD.String(text), turkish.Fold(text), turkish.Fold(joined), turkish.Upper(text), strings.ToUpper(text),
			turkish.Upper(turkish.Fold(text)), strings.ToUpper(joined),
		} {
			wantOne(t, s, "tr", n)
		}
	})
}

func TestEnglishWordsReadBack(t *testing.T) {
	numbers(func(n int64, r *rand.Rand) {
		for _, and := range []bool{false, true} {
			text := spellEnglish(n, and)
			wantOne(t, text, "en", n)
			wantOne(t, strings.ToUpper(text[:1])+text[1:], "en", n)
			wantOne(t, strings.ToUpper(text), "en", n)
			wantOne(t, strings.ReplaceAll(text, "-", " "), "en", n)
		}
	})
}

func TestDigitsReadBack(t *testing.T) {
	numbers(func(n int64, r *rand.Rand) {
		plain := strconv.FormatInt(n, 10)
		wantOne(t, plain, "tr", n)
		for _, sep := range []string{".", ",", "\u00a0", "\u202f"} {
			wantOne(t, group(plain, sep), "tr", n)
		}
		wantOne(t, group(plain, ","), "en", n)
	})
}

func group(digits, sep string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + sep + digits[i:]
	}
	return digits
}

// Endings by the last vowel and letter of the number: the accusative, dative,
// locative, ablative, genitive, possessive and ordinal.
func inflect(word string) []string {
	letters, back, high := []rune(word), false, "i"
	for _, c := range letters {
		switch c {
		case 'a', 'ı':
			back, high = true, "ı"
		case 'e', 'i':
			back, high = false, "i"
		case 'o', 'u':
			back, high = true, "u"
		case 'ö', 'ü':
			back, high = false, "ü"
		}
	}
	low := "e"
	if back {
		low = "a"
	}
	last := letters[len(letters)-1]
	d := "d"
	if strings.ContainsRune("çfhkpsşt", last) {
		d = "t"
	}
	y, s, n, i := "", "", "", high
	if strings.ContainsRune("aeıioöuü", last) {
		y, s, n, i = "y", "s", "n", ""
	}
	stem := word
	if strings.HasSuffix(word, "dört") {
		stem = strings.TrimSuffix(word, "t") + "d"
	}
	forms := []string{
		stem + y + high, word + d + low, word + d + low + "n", stem + n + high + "n", stem + s + high + "n" + low,
		stem + s + high + "nd" + low + "n", stem + i + "nc" + high, stem + i + "nc" + high + "s" + high,
	}
	if !strings.HasSuffix(word, "on") || word == "milyon" {
		forms = append(forms, stem+y+low)
	}
	return forms
}

func TestInflectedTurkishWordsReadBack(t *testing.T) {
	numbers(func(n int64, r *rand.Rand) {
		words := spellTurkish(n)
		if len(words) < 2 {
			return // some forms of one word are other words
		}
		for _, form := range inflect(words[len(words)-1]) {
			text := strings.Join(words[:len(words)-1], " ") + " " + form
			for _, s := range []string{text, turkish.Fold(text), turkish.Upper(text)} {
				found := FindIn(s+".", "tr")
				if len(found) != 1 || found[0].Value.String() != strconv.FormatInt(n, 10) || found[0].End != len(s) {
					t.Fatalf("FindIn(%q) = %+v, want %d", s, found, n)
				}
			}
		}
	})
}
