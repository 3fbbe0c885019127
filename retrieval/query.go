package retrieval

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"alinti/retrieval/english"
	"alinti/retrieval/evidence"
	"alinti/retrieval/gazetteer"
	"alinti/retrieval/quantity"
	"alinti/retrieval/synonyms"
	"alinti/retrieval/turkish"
	"alinti/retrieval/when"
)

// A query is a question as the index sees it.
type query struct {
	text     string
	words    []turkish.Word
	folds    []string  // of the words
	lexemes  []*lexeme // of the words
	english  bool
	empty    bool // it has no word that carries meaning
	places   []gazetteer.Match
	mentions []evidence.Mention // of the places
	numbers  []evidence.Number  // but those in dates
	dates    []when.Date        // those that say their year, and others
	phrases  []synonyms.Match   // of several words
	asked    evidence.Asked
	concepts []concept
	terms    []alternative // of all concepts, one after the other
	grams    []weighted
}

// A concept is one thing that a question speaks of: a word that carries
// meaning, with every stem of the collection that may stand for it.
type concept struct {
	word, last int // positions in query.words
	entity     bool
	strange    bool
	first, end int    // its alternatives, in query.terms
	mass       masses // how rare it is; among the sentences the highest when no alternative is known
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

// What a word counts when a synonym stands for it: one that is built in, one of
// the collection's own list, whose author knows what the texts say.
const (
	synonymWeight    = 0.7
	ownSynonymWeight = 0.9
)

// findPhrases finds the phrases of several words that have synonyms; in an English
// question none if all synonyms are the built-in ones, for those are Turkish.
func (x *Index) findPhrases(q *query) {
	q.phrases = q.phrases[:0]
	if q.english && x.builtin == x.synonyms.Len() {
		return
	}
	for i := 0; i < len(q.folds); {
		var longest int
		q.phrases, longest = x.synonyms.AppendLonger(q.phrases, &q.lexemes[i].begins, q.folds, i)
		i += max(1, longest)
	}
}

// appendSynonyms appends the groups of synonyms that a question's word is part
// of: those of the phrases that it stands in. Their last word says something
// alone, too, and so does a word that stands in none.
func (x *Index) appendSynonyms(terms []alternative, q *query, word int) []alternative {
	alone := true
	for _, m := range q.phrases {
		if word < m.First || m.Last < word {
			continue
		}
		alone = alone && word == m.Last
		if m.From {
			terms = x.appendSynonym(terms, m.Group, q.english)
		}
	}
	if l := q.lexemes[word]; alone {
		terms = append(terms, l.terms[l.synonyms:l.kin]...)
	}
	return terms
}

// appendSynonym appends a group of synonyms, if the collection has a word of it; in
// English none that is built in.
func (x *Index) appendSynonym(terms []alternative, group int, inEnglish bool) []alternative {
	id, own := x.groups[group], group >= x.builtin
	switch {
	case id < 0 || inEnglish && !own:
		return terms
	case own:
		return append(terms, alternative{id, ownSynonymWeight})
	}
	return append(terms, alternative{id, synonymWeight})
}

// typoWeight is what a word counts when it is taken for a mistyped one.
const typoWeight = 0.7

var enGram float32 = 0.1

// read analyses a question. Words that only ask or join are left out, unless
// nothing else is there.
func (x *Index) read(q *query, text string) {
	q.text = text
	q.words = turkish.AppendWords(q.words[:0], text)
	q.concepts, q.terms, q.grams = q.concepts[:0], q.terms[:0], q.grams[:0]
	x.lookUp(q)
	content := false
	for i := range q.words {
		content = content || !q.fills(i)
	}
	q.findPlaces()
	q.mentions = evidence.AppendMentions(q.mentions[:0], q.words, q.places, q.english)
	x.findPhrases(q)
	next := q.mentions
	q.empty = !content
	figures := quantity.HasFigures(text)
	q.dates = q.findDates(figures)
	q.numbers = q.findNumbers(figures)
	numbers, dates := q.numbers, q.dates
	q.asked = evidence.Ask(q.words, q.english, x.names.has)
	if x.without.has(Countries) {
		next = nil
	}
	if x.without.has(Numbers) {
		numbers = nil
	}
	if x.without.has(Dates) {
		dates = nil
	}
	for i := 0; i < len(q.words); i++ {
		for len(dates) > 0 && (dates[0].Resolved == "" || evidence.WordAt(q.words, dates[0].Start) < i) {
			dates = dates[1:]
		}
		if len(dates) > 0 && evidence.WordAt(q.words, dates[0].Start) == i {
			last := evidence.WordAt(q.words, dates[0].End-1)
			x.addDate(q, dates[0], i, last)
			i = last
			continue
		}
		if len(next) > 0 && next[0].First == i {
			x.addMention(q, next[0])
			i = next[0].Last
			next = next[1:]
			continue
		}
		for len(numbers) > 0 && numbers[0].First < i {
			numbers = numbers[1:]
		}
		if len(numbers) > 0 && numbers[0].First == i && isAmount(numbers[0]) {
			i = x.addNumber(q, numbers[0])
			continue
		}
		if !content || !q.fills(i) && !q.measures(i) || x.names.has(q.words, i) {
			x.addConcept(q, i)
			q.addGrams(i)
		}
	}
}

// addMention makes one concept of a country, under whatever name.
func (x *Index) addMention(q *query, m evidence.Mention) {
	c := concept{word: m.First, last: m.Last, first: len(q.terms), entity: true}
	if id, ok := x.stems.ids[mentionMark+m.Key]; ok {
		q.terms = append(q.terms, alternative{id, 1})
	}
	for i := m.First; i <= m.Last; i++ {
		q.addGrams(i)
	}
	q.terms = x.appendSynonyms(q.terms, q, m.First)
	x.add(q, c)
}

func (x *Index) addConcept(q *query, word int) {
	l := q.lexemes[word]
	c := concept{word: word, last: word, first: len(q.terms), mass: l.mass}
	q.terms = append(q.terms, l.terms[:l.synonyms]...)
	if !x.without.has(Compounds) {
		q.terms = x.appendJoined(q.terms, q.words, word)
	}
	q.terms = x.appendSynonyms(q.terms, q, word)
	q.terms = append(q.terms, l.terms[l.kin:]...)
	c.end = len(q.terms)
	c.strange = c.end == c.first && !l.known
	if !slices.Equal(q.terms[c.first:], l.terms) {
		c.mass = x.stems.masses(q.terms[c.first:c.end])
	}
	q.concepts = append(q.concepts, c)
}

// add adds a concept that the last terms, from c.first on, stand for.
func (x *Index) add(q *query, c concept) {
	c.end = len(q.terms)
	c.mass = x.stems.masses(q.terms[c.first:c.end])
	q.concepts = append(q.concepts, c)
}

func (q *query) addGrams(word int) { q.grams = append(q.grams, q.lexemes[word].grams...) }

// lookUp tells the language of the question and finds the lexemes of its words.
// A word that is not known yet is read in the language of the question alone.
func (x *Index) lookUp(q *query) {
	q.folds, q.lexemes = q.folds[:0], q.lexemes[:0]
	lean := 0.0
	for _, w := range q.words {
		l := x.lexemes[0].find(w.Fold)
		if l != nil {
			lean += l.lean
		} else if l = x.lexemes[1].find(w.Fold); l != nil {
			lean += l.lean
		} else {
			lean += english.Lean([]string{w.Fold})
		}
		q.folds, q.lexemes = append(q.folds, w.Fold), append(q.lexemes, l)
	}
	q.english = english.Leans(lean)
	for i, fold := range q.folds {
		if l := q.lexemes[i]; l == nil || l.english != q.english {
			q.lexemes[i] = x.lexeme(fold, q.english)
		}
	}
}

// fills reports whether a word carries no meaning to look for.
func (q *query) fills(word int) bool {
	return q.lexemes[word].fills && (q.english || turkish.Fills(q.text, q.words[word]))
}

// measures reports whether a word asks for an amount with others: the yüzde of
// "yüzde kaç", which a text need not say.
func (q *query) measures(word int) bool {
	return q.asked.Kind == evidence.Amount && q.asked.Word <= word && word <= q.asked.Last
}

// article reports whether a number is a "bir" that counts nothing: bir rapor.
func (q *query) article(n evidence.Number) bool {
	return n.First == n.Last && q.folds[n.First] == "bir" && !n.IsRange()
}

// findPlaces finds the places that the question names.
func (q *query) findPlaces() {
	q.places = q.places[:0]
	for i := 0; i < len(q.folds); i++ {
		if !q.lexemes[i].place {
			continue
		}
		if m, ok := gazetteer.At(q.folds, i); ok {
			q.places = append(q.places, m)
			i = m.Last
		}
	}
}

// findDates finds the dates that the question says, if it has figures or any word
// may be part of one.
func (q *query) findDates(figures bool) []when.Date {
	may := figures
	for i, w := range q.words {
		may = may || q.lexemes[i].dated || w.Suffix != "" && when.MayDate(w.Suffix)
	}
	if !may {
		return nil
	}
	return when.Find(q.text, when.Day{})
}

// findNumbers finds the numbers that the question says and that are no part of a
// date.
func (q *query) findNumbers(figures bool) []evidence.Number {
	may := figures
	for i, w := range q.words {
		may = may || q.lexemes[i].counts || w.Suffix != "" && quantity.MayCount(w.Suffix)
	}
	if !may {
		return nil
	}
	return slices.DeleteFunc(evidence.Numbers(q.text, q.words, q.english), func(n evidence.Number) bool { return inDate(q.dates, n) || q.article(n) })
}

// gramWeight keeps a long word from outweighing a short one by its number of pieces alone.
func gramWeight(n int) float32 { return float32(math.Sqrt(5 / float64(n))) }

// groupTerms are the terms of groups of synonyms, by their number; -1 for one
// that the collection has no word of.
func groupTerms(stems []string, groups int) []int32 {
	terms := make([]int32, groups)
	for n := range terms {
		terms[n] = -1
	}
	for id, stem := range stems {
		if number, ok := strings.CutPrefix(stem, groupMark); ok {
			if n, err := strconv.Atoi(number); err == nil {
				terms[n] = int32(id)
			}
		}
	}
	return terms
}
