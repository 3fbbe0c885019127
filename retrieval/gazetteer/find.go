package gazetteer

import (
	"strings"
	"sync"
)

// A Kind says how a name stands for its place.
type Kind uint8

// The kinds of names.
const (
	Country      Kind = iota // Rusya, Russia
	People                   // Rus, Russian; also the adjective and the language
	Capital                  // Moskova, which in the news stands for its government
	Seat                     // Kremlin
	City                     // Vladivostok; its key is its country
	Region                   // Avrupa, Orta Doğu
	Organisation             // NATO, Birleşmiş Milletler
)

// A Match is a place named in a row of words.
type Match struct {
	First, Last int    // positions of its words, Last inclusive
	Key         string // which place, see the package comment
	Kind        Kind
	Name        string // the name as the table has it, folded and without suffix: "kuzey kore"
}

// A place is one name of a place.
type place struct {
	name   string // folded; its words are parted by one space
	key    string
	first  uint8 // length of its first word
	kind   Kind
	ending ending
}

// Find returns the places named in words, in order and without overlaps, the
// longest name first: "kuzey kore" is never Kore.
func Find(words []string) (found []Match) {
	for i := 0; i < len(words); {
		m, ok := At(words, i)
		if !ok {
			i++
			continue
		}
		found = append(found, m)
		i = m.Last + 1
	}
	return found
}

// MayBegin reports whether a name may begin with a folded word, whatever stands
// after it. [At] finds none at other words.
func MayBegin(word string) bool {
	first, found := pair(word)
	if !found || !begins()[first].may(word) {
		return false
	}
	for n := firsts[first]; n < firsts[first+1]; n++ {
		if p := &places[n]; strings.HasPrefix(word, p.name[:p.first]) {
			return true
		}
	}
	return false
}

// At returns the longest name that begins at words[i].
func At(words []string, i int) (best Match, ok bool) {
	first, found := pair(words[i])
	if !found || !begins()[first].may(words[i]) {
		return best, false
	}
	for n := firsts[first]; n < firsts[first+1]; n++ {
		p := &places[n]
		if p.skip(words, i) {
			continue
		}
		last, kind, found := p.match(words, i)
		if found && p.ending&english != 0 && !amongEnglish(words, i) {
			continue
		}
		if found && (!ok || last > best.Last || last == best.Last && len(p.name) > len(best.Name)) {
			best, ok = Match{i, last, p.key, kind, p.name}, true
		}
	}
	return best, ok
}

// thirds are the third letters of names, a bit each, and another for names of
// two letters.
type thirds uint32

const noThird = 1 << 31

// may reports whether a name may stand at the beginning of a word.
func (t thirds) may(word string) bool {
	return t&noThird != 0 || len(word) > 2 && t>>(word[2]&31)&1 == 1
}

// begins are the thirds of the names by their first two letters; see pair.
var begins = sync.OnceValue(func() *[len(firsts)]thirds {
	var all [len(firsts)]thirds
	for i := range places {
		p := &places[i]
		n, _ := pair(p.name)
		if p.first > 2 {
			all[n] |= 1 << (p.name[2] & 31)
		} else {
			all[n] |= noThird
		}
	}
	return &all
})

// skip reports whether a look at single letters shows that the name does not
// stand at words[i], as most do not.
func (p *place) skip(words []string, i int) bool {
	w, n := words[i], int(p.first)
	if len(w) < n || w[n-1] != p.name[n-1] || w[n/2] != p.name[n/2] {
		return true
	}
	if n == len(p.name) {
		return false
	}
	return i+1 == len(words) || words[i+1] == "" || words[i+1][0] != p.name[n+1]
}

// pair is the number of a word's first two letters, if it begins with a to z
// and has two; a second sign that is no letter counts as 0.
func pair(word string) (n int, ok bool) {
	if len(word) < 2 || word[0] < 'a' || word[0] > 'z' {
		return 0, false
	}
	n = int(word[0]-'a') * 27
	if c := word[1]; c >= 'a' && c <= 'z' {
		n += int(c-'a') + 1
	}
	return n, true
}

// match reports whether the name stands at words[i], its last word with
// suffixes or without, and where it ends.
func (p *place) match(words []string, i int) (last int, kind Kind, ok bool) {
	name, length := p.name, int(p.first)
	for length < len(name) {
		if words[i] != name[:length] || i+1 == len(words) {
			return 0, 0, false
		}
		i++
		name = name[length+1:]
		if length = strings.IndexByte(name, ' '); length < 0 {
			break
		}
	}
	if !strings.HasPrefix(words[i], name) {
		return 0, 0, false
	}
	kind, ok = p.suffixed(words[i][len(name):])
	return i, kind, ok
}

// amongEnglish reports whether a name that is an everyday Turkish word when
// folded (us is üs, gaza a case of gaz) is meant as English: other words are, and
// it is neither the pronoun, as in "tell us", nor part of Kim Jong Un.
func amongEnglish(words []string, i int) bool {
	if i > 0 {
		switch words[i-1] {
		case "tell", "give", "show", "let", "help", "remind", "teach", "send", "of", "for", "all", "both", "jong":
			return false
		}
	}
	for _, w := range words {
		switch w {
		case "the", "what", "who", "whom", "whose", "which", "when", "where", "why", "how", "did", "does", "are", "were",
			"have", "will", "would", "from", "by", "with", "about", "that", "this":
			return true
		}
	}
	return false
}
