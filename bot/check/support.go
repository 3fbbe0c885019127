package check

import (
	"slices"
	"strings"

	"alinti/retrieval/english"
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
			if t.signed() || t.hard() {
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

// counts reports whether a term is one to compare: numbers, dates and names
// have checks of their own.
func (r reading) counts(i int) bool {
	t := r.terms[i]
	if t.first().Number || t.only(filler, denial, claimed, maybe, name) || t.is("say") || monthOf(t) != 0 || r.inNumber(t) {
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
	return q.holdsWords(t) || q.translates(t) || t.is("give", "receive") && (q.hasIdea("give") || q.hasIdea("receive")) || q.leans(t)
}

// leastSure is the weight from which on a translation counts. It is a guess: the
// judged statements come out the same from 0.05 to 0.8, for the lexicon knows
// most of their words. The list is there for articles on other subjects.
const leastSure = 0.5

// translates reports whether the source holds a Turkish word for an English one
// that the lexicon does not know.
func (q source) translates(t term) bool {
	if len(t.senses) > 0 || q.english {
		return false
	}
	for _, tr := range english.Translate(t.first().Fold) {
		if tr.Weight >= leastSure && slices.ContainsFunc(q.terms, func(u term) bool { return turkish.Stem(u.last().Fold) == tr.Stem }) {
			return true
		}
	}
	return false
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
