package check

import (
	"slices"
	"strings"

	"alinti/retrieval/english"
	"alinti/retrieval/gazetteer"
	"alinti/retrieval/turkish"
)

// checkNames returns the first name of the statement that the quotes do not
// hold. A country's capital may stand for the country, but not as a place: who
// met in Pyongyang did not meet in Moscow.
func checkNames(s reading, quotes []source) string {
	for i, t := range s.terms {
		if n, ok := t.known(); ok {
			if !nameHeld(t, n, quotes) {
				return t.fold()
			}
			continue
		}
		if s.unknownName(i) && !slices.ContainsFunc(quotes, func(q source) bool { return q.holdsName(t.first()) || q.holdsPlace(t) }) {
			return t.fold()
		}
	}
	return ""
}

func nameHeld(t term, n sense, quotes []source) bool {
	if t.location && n.city {
		return slices.ContainsFunc(quotes, func(q source) bool {
			return slices.ContainsFunc(q.terms, func(u term) bool {
				m, ok := u.known()
				return ok && m.city && m.name == n.name
			})
		})
	}
	return slices.ContainsFunc(quotes, func(q source) bool {
		if q.names(n.name) {
			return true
		}
		return q.Context != "" && q.pointsBack() && read(q.Context).names(n.name)
	})
}

// names reports whether the reading holds the name in any form.
func (r reading) names(who string) bool {
	return slices.ContainsFunc(r.terms, func(t term) bool {
		n, ok := t.known()
		return ok && n.name == who
	})
}

// pointsBack reports whether the quote leans on what stands before it: "the
// two countries", "the parties", "this".
func (q source) pointsBack() bool {
	return slices.ContainsFunc(q.terms, func(t term) bool {
		switch t.fold() {
		case "bu", "bunun", "buna", "bunlar", "this", "these", "it", "they", "two countries", "both countries":
			return true
		}
		return strings.HasPrefix(t.fold(), "iki ulke") || t.is("side", "cooperate", "relation")
	})
}

// unknownName reports whether a term reads as a name that the lexicon does not
// know: a capital inside a sentence, or joined by a hyphen to a name.
func (r reading) unknownName(i int) bool {
	t := r.terms[i]
	if len(t.senses) > 0 || len(t.stands) > 0 || r.inNumber(t) || r.english && commonWord(t.first().Fold) {
		return false
	}
	if t.gap == "-" && i > 0 && r.terms[i-1].last().Capital {
		return true
	}
	if !t.first().Capital || t.first().Number {
		return false
	}
	if !r.opens(i) || t.first().Suffix != "" || r.english && len(places(t.words)) > 0 {
		return true
	}
	if i+1 == len(r.terms) {
		return false
	}
	if !r.english && strings.HasPrefix(r.terms[i+1].gap, ",") {
		return true // "Şoygu, …": a subject set off
	}
	return r.unknownName(i+1) || r.english && !manyOf.MatchString(t.fold()) && r.terms[i+1].is("say", "give", "receive", "sign", "meet")
}

// manyOf matches words for people in the plural, which open a sentence as names do.
var manyOf = newPattern(`(men|ers|ors|ists|ians|ants|ees|people)$`)

// commonWord reports whether an English word has a meaning in Turkish other
// than itself, so that a capital makes it no name: Mayor, Council, but not Minsk.
func commonWord(fold string) bool {
	list := english.Translate(fold)
	return len(list) > 0 && !strings.HasPrefix(fold, list[0].Stem[:min(4, len(list[0].Stem))])
}

// titled reports whether the term has a capital inside a sentence.
func (r reading) titled(i int) bool { return r.terms[i].first().Capital && !r.opens(i) }

// opens reports whether the term opens a sentence or a quotation.
func (r reading) opens(i int) bool {
	return i == 0 || strings.ContainsAny(r.terms[i].gap, ".!?:\"“”«")
}

// holdsPlace reports whether the source names the same country, people, region
// or organisation in another language: Greece and Yunanistan.
func (q source) holdsPlace(t term) bool {
	here, there := places(t.words), places(nil)
	for _, u := range q.terms {
		there = append(there, places(u.words)...)
	}
	return slices.ContainsFunc(here, func(key string) bool { return slices.Contains(there, key) })
}

// places are the keys of the places that the words name; a city is not its
// country here.
func places(words []turkish.Word) []string {
	var keys []string
	for _, m := range gazetteer.Find(foldsOf(words)) {
		if m.Kind != gazetteer.City && m.Kind != gazetteer.Capital && m.Kind != gazetteer.Seat {
			keys = append(keys, m.Key)
		}
	}
	return keys
}

// holdsName reports whether the source holds the name: names share more than
// the beginning that is enough for a word.
func (q source) holdsName(w turkish.Word) bool {
	return slices.ContainsFunc(q.terms, func(t term) bool {
		return slices.ContainsFunc(t.words, func(v turkish.Word) bool {
			n := commonPrefix(w.Fold, v.Fold)
			return w.Fold == v.Fold || n >= 4 && 4*n >= 3*min(len(w.Fold), len(v.Fold)) && 2*n > len(w.Fold)
		})
	})
}

func commonPrefix(a, b string) int {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n
}

// holdsWord reports whether the source holds the word as it is or inflected.
func (q source) holdsWord(w turkish.Word) bool {
	return slices.ContainsFunc(q.terms, func(t term) bool {
		return slices.ContainsFunc(t.words, func(v turkish.Word) bool { return sameWord(w.Fold, v.Fold) })
	})
}

// sameWord reports whether two folded words are forms of one, as far as their
// beginnings tell: suffixes change the end of a word. Names and loans meet so
// across the two languages too.
func sameWord(a, b string) bool {
	if a == b {
		return true
	}
	short, long := a, b
	if len(short) > len(long) {
		short, long = long, short
	}
	if len(short) < 4 {
		return false
	}
	if strings.HasPrefix(long, short) {
		return true
	}
	return len(short) >= 6 && turkish.Stem(a) == turkish.Stem(b)
}
