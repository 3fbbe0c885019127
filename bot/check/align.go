package check

import (
	"slices"
	"strings"

	"alinti/retrieval/english"
	"alinti/retrieval/related"
	"alinti/retrieval/synonyms"
	"alinti/retrieval/turkish"
)

// A statement says things in other words than its quotes. Before anything is
// checked, each of its terms is set beside the terms of the quotes that it may
// stand for: by an idea of the lexicon, as a form of the same word, as a synonym
// of the thesaurus, as a translation. What the checks then compare holds for
// words that the lexicon has never seen.

const (
	leastSure = 0.3 // weight from which on a translation counts
	leastForm = 0.3 // weight from which on a related stem is a form of the word
)

// A member says that a term begins a phrase of a group of synonyms.
type member struct {
	group    int
	from, to bool // on which sides of it
}

// markSynonyms finds the thesaurus groups of a Turkish reading.
func (r *reading) markSynonyms() {
	if r.english {
		return
	}
	var folds []string
	var at []int // the term of each word
	for i, t := range r.terms {
		for _, w := range t.words {
			folds, at = append(folds, w.Fold), append(at, i)
		}
	}
	mark := func(m synonyms.Match, begin int) {
		for i := at[begin+m.First]; i <= at[begin+m.Last]; i++ {
			r.terms[i].groups = append(r.terms[i].groups, member{m.Group, m.From, m.To})
		}
	}
	set := synonyms.Turkish()
	for _, m := range set.Find(folds) {
		mark(m, 0)
		for begin := m.First; m.First < m.Last && begin <= m.Last; begin++ { // and its words alone
			for _, one := range set.Find(folds[begin : begin+1]) {
				mark(one, begin)
			}
		}
	}
}

// align notes at each term of the statement what the terms of the quotes that
// it stands for are called.
func (r *reading) align(quotes []source) {
	for i := range r.terms {
		t := &r.terms[i]
		sure, asserted := false, false
		for _, q := range quotes {
			for j, u := range q.terms {
				if meets(*t, u, r.english, q.english) {
					t.open, sure = t.open || u.may, sure || !u.may
					t.refused, asserted = t.refused || u.denied, asserted || !u.denied
					t.stands = append(t.stands, stretch{u}.keys()...)
					if u.only(denial) { // iptal: a word that denies, and a deed
						t.stands = append(t.stands, stemOf(u))
					}
					t.verb = t.verb || q.closes(j)
				}
			}
		}
		t.open, t.refused = t.open && !sure, t.refused && !asserted
		slices.Sort(t.stands)
		t.stands = slices.Compact(t.stands)
	}
}

// closes reports whether the term at i is a verb, or the noun of one made with
// etmek or olmak: mağlup etti.
func (r reading) closes(i int) bool {
	if next := r.next(i); next != nil && lightVerb.MatchString(next.fold()) {
		return true
	}
	return verbal.MatchString(r.terms[i].last().Fold)
}

var lightVerb = newPattern(`^(et|ed|ol|edil|yap)([dmt]|iy|uy|ec|ac|il|em|am)`)

// meets reports whether the term t of a statement may stand for the term u of
// a quote.
func meets(t, u term, tEnglish, uEnglish bool) bool {
	if _, ok := u.known(); ok || u.first().Number {
		return false
	}
	if u.only(filler) { // su is water, and şu spelt without its cedilla
		return tEnglish && !uEnglish && slices.Contains(t.turkish, u.fold())
	}
	if samePole(t, u) {
		return true
	}
	if slices.ContainsFunc(t.words, func(w turkish.Word) bool {
		return slices.ContainsFunc(u.words, func(v turkish.Word) bool { return sameWord(w.Fold, v.Fold) })
	}) {
		return true
	}
	switch {
	case !tEnglish && !uEnglish:
		return synonymous(t, u) || formOf(stemOf(t), stemOf(u))
	case tEnglish && !uEnglish:
		return translates(t, u)
	case uEnglish && !tEnglish:
		return translates(u, t)
	}
	return false
}

// synonymous reports whether the thesaurus lets t stand for u. Where a group
// leads one way, from soldier to troops, the statement may say the wider word.
func synonymous(t, u term) bool {
	return slices.ContainsFunc(t.groups, func(m member) bool {
		return m.to && slices.ContainsFunc(u.groups, func(n member) bool { return n.group == m.group && n.from })
	})
}

func formOf(a, b string) bool {
	return slices.ContainsFunc(related.Append(nil, a), func(s related.Stem) bool { return s.Form && s.Weight >= leastForm && s.Stem == b })
}

// spelling writes the letters alike that the two languages write the sounds of
// a borrowed word with: media and medya, fax and faks.
var spelling = strings.NewReplacer("ph", "f", "x", "ks", "q", "k", "ck", "k", "c", "k", "y", "i", "w", "v", "th", "t", "ss", "s", "ll", "l", "mm", "m")

func borrowed(english, turk string) bool {
	a, b := spelling.Replace(english), spelling.Replace(turk)
	return len(a) >= 5 && len(b) >= 5 && a[:5] == b[:5]
}

// translates reports whether the Turkish term u may stand for the English t.
func translates(t, u term) bool {
	return slices.ContainsFunc(u.words, func(v turkish.Word) bool { return slices.Contains(t.turkish, turkish.Stem(v.Fold)) }) ||
		slices.ContainsFunc(t.words, func(w turkish.Word) bool { return borrowed(w.Fold, u.last().Fold) })
}

// markTranslations notes the Turkish stems that an English reading's terms may
// stand for.
func (r *reading) markTranslations() {
	if !r.english {
		return
	}
	for i := range r.terms {
		t := &r.terms[i]
		for _, w := range t.words {
			for _, tr := range english.Translate(w.Fold) {
				if tr.Weight >= leastSure {
					t.turkish = append(t.turkish, tr.Stem)
				}
			}
		}
	}
}
