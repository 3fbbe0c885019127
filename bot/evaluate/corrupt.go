package evaluate

import (
	"fmt"
	"hash/fnv"
	"math/rand/v2"
	"slices"
	"strings"
	"unicode"
)

// A Corruption mistypes a question, in the same way each time for the same
// question id and seed. The six are those of the Turkish robustness protocol
// pusula-tr-robustness: all ASCII, some ASCII, capitals, typos, everyday
// spelling, phone typing. The rules and random choices are our own.
type Corruption struct {
	Name    string
	corrupt func(text, language string, r *rand.Rand) string
}

// Corruptions are the six, in the order of the tables.
func Corruptions() []Corruption {
	return []Corruption{
		{"ascii", func(s, _ string, _ *rand.Rand) string { return toASCII.Replace(s) }},
		{"ascii-partial", someASCII},
		{"upper", capitals},
		{"typo", typos},
		{"everyday", func(s, _ string, _ *rand.Rand) string { return everyday(s) }},
		{"phone", phone},
	}
}

// CorruptionsNamed is the corruption of that name, or all six for "all".
func CorruptionsNamed(name string) ([]Corruption, error) {
	all := Corruptions()
	if name == "all" {
		return all, nil
	}
	i := slices.IndexFunc(all, func(c Corruption) bool { return c.Name == name })
	if i < 0 {
		var names []string
		for _, c := range all {
			names = append(names, c.Name)
		}
		return nil, fmt.Errorf("no corruption %q: there are %s and all", name, strings.Join(names, ", "))
	}
	return all[i : i+1], nil
}

// Corrupt returns a copy of the set with every question mistyped. Turns which
// lead up to a question are left as they are.
func (s *Set) Corrupt(c Corruption, seed uint64) *Set {
	out := *s
	out.Items = slices.Clone(s.Items)
	for i := range out.Items {
		it := &out.Items[i]
		h := fnv.New64a()
		h.Write([]byte(c.Name + ":" + it.ID))
		it.Turns = slices.Clone(it.Turns)
		last := len(it.Turns) - 1
		it.Turns[last] = c.corrupt(it.Turns[last], it.Language, rand.New(rand.NewPCG(seed, h.Sum64())))
	}
	return &out
}

const turkishLetters = "abcçdefgğhıijklmnoöprsştuüvyz"

var toASCII = strings.NewReplacer(
	"ı", "i", "İ", "I", "ş", "s", "Ş", "S", "ğ", "g", "Ğ", "G", "ü", "u", "Ü", "U", "ö", "o", "Ö", "O", "ç", "c", "Ç", "C",
	"â", "a", "Â", "A", "î", "i", "Î", "I", "û", "u", "Û", "U")

// someASCII types each letter without its mark half of the time.
func someASCII(s, _ string, r *rand.Rand) string {
	var b strings.Builder
	for _, c := range s {
		letter := string(c)
		if r.IntN(2) == 0 {
			letter = toASCII.Replace(letter)
		}
		b.WriteString(letter)
	}
	return b.String()
}

// capitals is how people shout in the question's language.
func capitals(s, language string, _ *rand.Rand) string {
	if language == "en" {
		return strings.ToUpper(s)
	}
	return strings.ToUpperSpecial(unicode.TurkishCase, s)
}

// typos puts one edit into each of two words of five letters or more: two
// neighbours swapped, a letter dropped, or another in its place.
func typos(s, _ string, r *rand.Rand) string {
	return editWords(s, 5, 2, r, func(word []rune) []rune {
		i := r.IntN(len(word))
		switch r.IntN(3) {
		case 0:
			i = r.IntN(len(word) - 1)
			word[i], word[i+1] = word[i+1], word[i]
		case 1:
			word = slices.Delete(word, i, i+1)
		default:
			letters := []rune(turkishLetters)
			word[i] = letters[r.IntN(len(letters))]
		}
		return word
	})
}

// editWords puts edit through n words of at least length letters, chosen at
// random; an edit that changes nothing is tried again.
func editWords(s string, length, n int, r *rand.Rand, edit func([]rune) []rune) string {
	var words [][2]int // in runes
	text := []rune(s)
	for i := 0; i < len(text); i++ {
		from := i
		for i < len(text) && unicode.IsLetter(text[i]) {
			i++
		}
		if i-from >= length {
			words = append(words, [2]int{from, i})
		}
	}
	r.Shuffle(len(words), func(i, j int) { words[i], words[j] = words[j], words[i] })
	words = words[:min(n, len(words))]
	slices.SortFunc(words, func(a, b [2]int) int { return b[0] - a[0] })
	const tries = 50
	for _, w := range words {
		word := text[w[0]:w[1]]
		edited := word
		for t := 0; t < tries && slices.Equal(edited, word); t++ {
			edited = edit(slices.Clone(word))
		}
		text = slices.Concat(text[:w[0]], edited, text[w[1]:])
	}
	return string(text)
}
