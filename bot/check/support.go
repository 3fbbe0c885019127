package check

import (
	"slices"
	"strings"

	"alinti/retrieval/turkish"
)

// How many words a statement may bring of its own: one in a short statement,
// and of a longer one a share.
const (
	freeWords  = 1
	ownShare   = 0.2
	leastShare = 0.5 // of its words that the quotes must carry
)

// checkSupport returns the words that the quotes do not carry, when they are
// too many.
func checkSupport(s reading, quotes []source) string {
	var own []string
	total, weight := 0, 0
	for i, t := range s.terms {
		if !s.counts(i) {
			continue
		}
		total++
		if !slices.ContainsFunc(quotes, func(q source) bool { return q.carries(t) }) {
			own = append(own, t.fold())
			if t.signed() || t.hard() || t.deniesDeed() || s.titled(i) || s.replaces(i, quotes) {
				weight++
			}
		}
	}
	if total == 0 {
		return "nothing to compare"
	}
	allowed := max(freeWords, int(ownShare*float64(total)))
	if len(own)+weight > allowed || float64(total-len(own)) < leastShare*float64(total) {
		return strings.Join(own, " ")
	}
	return ""
}

// deniesDeed reports whether the word denies a deed of its own; etmiyor denies
// that of the word before it, and aşmadı bounds a number.
func (t term) deniesDeed() bool {
	return t.denied && !t.is("exceed") && !lightVerb.MatchString(t.fold())
}

// replaces reports whether a word that the quotes do not hold stands before one
// that they do, in the place of another: "electricity prices" for "gas prices".
func (r reading) replaces(i int, quotes []source) bool {
	head := r.next(i)
	if head == nil || head.gap != " " || len(head.stands) == 0 || !r.counts(i+1) {
		return false
	}
	for _, q := range quotes {
		for j, u := range q.terms {
			if j == 0 || u.gap != " " || !overlap(head.stands, stretch{u}.keys()) || !q.counts(j-1) {
				continue
			}
			before := stretch{q.terms[j-1]}.keys()
			if !slices.ContainsFunc(r.terms, func(t term) bool { return overlap(stretch{t}.keys(), before) }) {
				return true
			}
		}
	}
	return false
}

// counts reports whether a term is one to compare: numbers, dates and names
// have checks of their own.
func (r reading) counts(i int) bool {
	t := r.terms[i]
	if t.first().Number || t.only(filler, denial, claimed, maybe, chance, name) || t.is("say", "year", "period") || monthOf(t) != 0 || r.inNumber(t) {
		return false
	}
	return len(t.fold()) > 1
}

// carries reports whether the source holds one of the ideas that the term may
// stand for, or the word itself.
func (q source) carries(t term) bool {
	if slices.ContainsFunc(t.senses, func(s sense) bool {
		return s.kind != idea || s.sign == 0 && q.hasIdea(s.name) || s.sign != 0 && slices.Contains(ends(s.name, []source{q}), s.sign)
	}) {
		return true
	}
	return len(t.stands) > 0 || q.holdsWords(t) || t.is("give", "receive") && (q.hasIdea("give") || q.hasIdea("receive")) || q.leans(t)
}

func (q source) holdsWords(t term) bool {
	return !slices.ContainsFunc(t.words, func(w turkish.Word) bool { return !q.holdsWord(w) })
}

// directions are scales on which one word often stands for another: weaker and
// harder, more and easier.
var directions = []string{"strength", "ease", "stable", "level", "size", "last"}

// leans reports whether the term and the source lean the same way on some of
// the directions.
func (q source) leans(t term) bool {
	return slices.ContainsFunc(t.senses, func(s sense) bool {
		return s.sign != 0 && slices.Contains(directions, s.name) && slices.ContainsFunc(directions, func(d string) bool {
			return slices.Contains(ends(d, []source{q}), s.sign)
		})
	})
}

func (t term) hard() bool {
	return slices.ContainsFunc(t.senses, func(s sense) bool { return s.hard })
}

// stemOf is what two forms of an unknown word share.
func stemOf(t term) string { return turkish.Stem(t.last().Fold) }
