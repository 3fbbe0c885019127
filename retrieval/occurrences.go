package retrieval

import (
	"slices"

	"alinti/retrieval/turkish"
)

// Occurrences are where each term stands in the sentences. A question has few
// terms, and most stand in few places: to go through those is quicker than to go
// through all words of the sentences that are looked at.
type occurrences struct {
	spans     []int32 // by term: where its own begin in list; one more at the end
	list      []occurrence
	formSpans []int32  // by term: where its own begin in forms; one more at the end
	forms     []string // the folded words that have a term for their stem
}

// An occurrence is a word of a sentence that a term stands for. Those of a term
// are in the order of the sentences.
type occurrence struct {
	sentence, word int32
	order          int32 // in the sentence: the words by their stems, then its marks
	form           int32 // which of the term's forms it is, -1 for a mark
}

func newOccurrences(terms int, sentences []sentence) occurrences {
	o := occurrences{spans: make([]int32, terms+1), formSpans: make([]int32, terms+1)}
	forms := make(map[string]int32) // each among those of its stem
	for i := range sentences {
		s := &sentences[i]
		for j, stem := range s.stems {
			o.spans[stem+1]++
			if fold := s.words[j].Fold; !has(forms, fold) {
				forms[fold] = o.formSpans[stem+1]
				o.formSpans[stem+1]++
			}
		}
		for _, m := range s.marks {
			o.spans[m.term+1]++
		}
	}
	for t := range terms {
		o.spans[t+1] += o.spans[t]
		o.formSpans[t+1] += o.formSpans[t]
	}
	o.list, o.forms = make([]occurrence, o.spans[terms]), make([]string, o.formSpans[terms])
	next := slices.Clone(o.spans)
	add := func(term int32, at occurrence) {
		o.list[next[term]] = at
		next[term]++
	}
	for i := range sentences {
		s := &sentences[i]
		for j, stem := range s.stems {
			fold := s.words[j].Fold
			o.forms[o.formSpans[stem]+forms[fold]] = fold
			add(stem, occurrence{int32(i), int32(j), int32(j), forms[fold]})
		}
		for j, m := range s.marks {
			add(m.term, occurrence{int32(i), m.word, int32(len(s.stems) + j), -1})
		}
	}
	return o
}

func has(forms map[string]int32, fold string) bool {
	_, ok := forms[fold]
	return ok
}

func (o *occurrences) of(term int32) []occurrence { return o.list[o.spans[term]:o.spans[term+1]] }

// formsOf are the forms of a term.
func (o *occurrences) formsOf(term int32) []string {
	return o.forms[o.formSpans[term]:o.formSpans[term+1]]
}

// translationLikeness is how like an English word is to its best translation,
// which its letters do not tell: it says the same in other words, as a synonym
// does.
const translationLikeness = synonymWeight

// likeness is how like the word of a question is to a form of what stands for
// it. A mark is like nothing else, and a stand-in like any other.
func (x *Index) likeness(asked *lexeme, t alternative, form int32) float32 {
	switch {
	case t.weight < 1 || form < 0:
		return 1
	case t.stem == asked.own:
		return asked.likes[form]
	case asked.english:
		return translationLikeness
	}
	return likeness(asked.fold, x.occurrences.formsOf(t.stem)[form])
}

// likes are how like a word is to each form of its stem.
func (x *Index) likes(fold string, stem int32) []float32 {
	forms := x.occurrences.formsOf(stem)
	likes := make([]float32, len(forms))
	for i, form := range forms {
		likes[i] = likeness(fold, form)
	}
	return likes
}

// likeness tells words that only share a stem from forms of one word: from 0.6
// to 0.8 for toplam and toplantı, 1 for askeri and askerler.
func likeness(a, b string) float32 {
	n := shared(a, b)
	short := min(len(a), len(b))
	switch {
	case n == short: // one is the other with a suffix
		return 1
	case n > 0 && inflects(a[n:], a[n-1]) && inflects(b[n:], b[n-1]):
		return 1
	}
	return 0.6 + 0.2*float32(n)/float32(short)
}

// shared is how many bytes two words begin with in common.
func shared(a, b string) (n int) {
	for n < len(a) && n < len(b) && a[n] == b[n] {
		n++
	}
	return n
}

// inflects reports whether s are suffixes after the letter last, of a noun or a
// verb.
func inflects(s string, last byte) bool {
	return turkish.Inflects(s) || turkish.Conjugates(s, last, 'e') || turkish.Conjugates(s, last, 'a')
}
