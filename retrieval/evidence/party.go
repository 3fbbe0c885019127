package evidence

import (
	"strings"

	"alinti/retrieval/turkish"
)

// A Party is a name in a text, of a country or of anyone and anything else:
// words with capitals in a row, up to the first that has a suffix.
type Party struct {
	First, Last int // positions of its words
	Case        turkish.Case
	Same        int    // the first party of the text that bears the same name
	Head        string // stem of the word that it owns, or ""
}

// AppendParties appends the names of a text: its countries, and the words that
// is says are names, each with those after it that goesOn says belong to it.
func AppendParties(to []Party, words []turkish.Word, countries []Mention, english bool, is, goesOn func(i int) bool) []Party {
	first := len(to)
	for i := 0; i < len(words); i++ {
		if len(countries) > 0 && countries[0].First == i {
			m := &countries[0]
			to = append(to, Party{First: i, Last: m.Last, Case: m.Case})
			countries, i = countries[1:], m.Last
			continue
		}
		if !is(i) {
			continue
		}
		p := Party{First: i, Last: i}
		for adjoin(words, i) && words[i].Suffix == "" && goesOn(i+1) && (len(countries) == 0 || countries[0].First > i+1) {
			i++
		}
		p.Last = i
		p.Case = partyCase(words, p, english)
		to = append(to, p)
	}
	coordinateCases(words, to[first:])
	for i := first; i < len(to); i++ {
		p := &to[i]
		p.Same = i - first
		for j := first; j < i; j++ {
			if sameName(words, p, &to[j]) {
				p.Same = to[j].Same
				break
			}
		}
		if p.Case == turkish.Genitive {
			p.Head = stemAfter(words, p.Last)
		}
	}
	return to
}

// Name finds the names of a sentence. proper tells whether its first word is
// one that the collection never writes without a capital.
func (f *Facts) Name(english, proper bool) {
	w := f.Words
	is := func(i int) bool {
		return w[i].Capital && (i > 0 || proper || w[0].Suffix != "" || adjoin(w, 0) && w[1].Capital && !turkish.IsStop(w[0].Fold))
	}
	f.Parties = AppendParties(nil, w, f.Mentions, english, is, func(i int) bool { return w[i].Capital })
}

// adjoin reports whether only a space stands after the i-th word, and then another.
func adjoin(words []turkish.Word, i int) bool {
	return i+1 < len(words) && words[i].Tail+1 == words[i+1].Start
}

// sameName reports whether one of the names is all of the other or part of it.
func sameName(words []turkish.Word, a, b *Party) bool {
	if a.Last-a.First > b.Last-b.First {
		a, b = b, a
	}
	for i := a.First; i <= a.Last; i++ {
		j := b.First
		for j <= b.Last && words[i].Fold != words[j].Fold {
			j++
		}
		if j > b.Last {
			return false
		}
	}
	return true
}

func partyCase(words []turkish.Word, p Party, english bool) turkish.Case {
	w := &words[p.Last]
	suffix := w.Suffix
	switch {
	case english && suffix == "s":
		return turkish.Genitive
	case english:
		return englishCase(words, p.First)
	case suffix == "" && p.Last > p.First:
		suffix = grown(w.Fold)
	}
	return placed(turkish.CaseOf(suffix), words, p.Last)
}

// grown is the suffix after a possessive that no apostrophe sets off, as none
// does after the names of institutions: na of Bakanlığına and Komisyonuna.
func grown(fold string) string {
	for _, s := range [...]string{"nin", "nun", "na", "ne", "ni", "nu", "nda", "nde", "ndan", "nden", "yla", "yle"} {
		if name, ok := strings.CutSuffix(fold, s); ok {
			for _, end := range [...]string{"si", "su", "gi", "gu", "leri", "lari"} {
				if strings.HasSuffix(name, end) {
					return s
				}
			}
		}
	}
	return ""
}

// coordinateCases gives a bare name the case of the one that "and" joins it to:
// both are dative in "Hırvatistan ve Macaristan'a".
func coordinateCases(words []turkish.Word, ps []Party) {
	for i := len(ps) - 2; i >= 0; i-- {
		a, b := &ps[i], &ps[i+1]
		if a.Case == turkish.Bare && b.First == a.Last+2 && ands[words[a.Last+1].Fold] {
			a.Case = b.Case
		}
	}
}
