package retrieval

import (
	"math"
	"slices"

	"alinti/retrieval/english"
	"alinti/retrieval/turkish"
)

// A query is a question as the index sees it.
type query struct {
	words    []turkish.Word
	folds    []string // of the words
	english  bool
	concepts []concept
	terms    []alternative // of all concepts, one after the other
	grams    []weighted
}

// A concept is one thing that a question speaks of: a word that carries
// meaning, with every stem of the collection that may stand for it.
type concept struct {
	word       int     // position in query.words
	first, end int     // its alternatives, in query.terms
	idf        float32 // how rare it is among the sentences; the highest when no alternative is known
}

// An alternative is a stem of the collection that may stand for a concept.
type alternative struct {
	stem   int32
	weight float32 // 1 for the word's own stem, less for a stand-in
}

type weighted struct {
	term   int32
	weight float32
}

// typoWeight is what a word counts when it is taken for a mistyped one.
var typoWeight float32 = 0.8

// read analyses a question. Words that only ask or join are left out, unless
// nothing else is there.
func (x *Index) read(q *query, text string) {
	q.words = turkish.AppendWords(q.words[:0], text)
	q.concepts, q.terms, q.grams = q.concepts[:0], q.terms[:0], q.grams[:0]
	q.folds = q.folds[:0]
	for _, w := range q.words {
		q.folds = append(q.folds, w.Fold)
	}
	q.english = english.Likely(q.folds)
	stop := turkish.IsStop
	if q.english {
		stop = english.IsStop
	}
	content := slices.ContainsFunc(q.folds, func(w string) bool { return !stop(w) })
	for i, w := range q.words {
		if !content || !stop(w.Fold) {
			x.addConcept(q, i)
			x.addGrams(q, w.Fold)
		}
	}
}

func (x *Index) addConcept(q *query, word int) {
	c := concept{word: word, first: len(q.terms)}
	stem := turkish.Stem(q.words[word].Fold)
	if id, ok := x.stems.ids[stem]; ok {
		q.terms = append(q.terms, alternative{id, 1})
	} else {
		for _, id := range x.speller.near(stem) {
			q.terms = append(q.terms, alternative{id, typoWeight})
		}
	}
	q.terms = x.appendCompounds(q.terms, q.words, word, stem)
	c.end = len(q.terms)
	c.idf = x.stems.sentences.groupIDF(q.terms[c.first:c.end])
	q.concepts = append(q.concepts, c)
}

func (x *Index) addGrams(q *query, word string) {
	var scratch [32]gram
	grams := appendGrams(scratch[:0], word)
	weight := gramWeight(len(grams))
	for _, g := range grams {
		if id, ok := x.grams.ids[g]; ok {
			q.grams = append(q.grams, weighted{id, weight})
		}
	}
}

// gramWeight keeps a long word from outweighing a short one by its number of pieces alone.
func gramWeight(n int) float32 { return float32(math.Sqrt(5 / float64(n))) }
