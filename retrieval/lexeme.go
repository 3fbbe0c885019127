package retrieval

import (
	"hash/maphash"
	"slices"
	"strings"
	"sync/atomic"

	"alinti/retrieval/english"
	"alinti/retrieval/evidence"
	"alinti/retrieval/gazetteer"
	"alinti/retrieval/quantity"
	"alinti/retrieval/related"
	"alinti/retrieval/synonyms"
	"alinti/retrieval/turkish"
	"alinti/retrieval/when"
)

// A lexeme is what the index makes of a word of a question, wherever it stands.
// It never changes.
type lexeme struct {
	fold     string
	english  bool            // it is read as English, else as Turkish
	lean     float64         // to English or Turkish, see english.Lean
	known    bool            // the collection has it or the language, and so it is neither mistyped nor a name
	fills    bool            // it carries no meaning, as far as its folded letters tell
	dated    bool            // it may be the heart of a date
	counts   bool            // it may be a number or part of one
	place    bool            // a name of a place may begin with it
	coming   bool            // it speaks of what is to come
	synonyms int32           // where the synonyms begin among terms
	kin      int32           // where what is only related begins among terms
	own      int32           // its own stem, -1 if the index does not have it
	likes    []float32       // how like it is to each form of that
	mass     masses          // of terms, if nothing else stands for it
	terms    []alternative   // its own stem, or those that it may be a slip of; what it translates to, compounds, synonyms, kin
	grams    []weighted      // its pieces
	begins   synonyms.Begins // of the synonyms of several words
}

// lexemes keeps those of the words last asked for: questions share most of
// their words, and a word is read a hundred times slower than looked up. A word
// whose place is taken by another is read again; no number of words takes more
// places.
type lexemes struct {
	seed  maphash.Seed
	slots [lexemeSlots]atomic.Pointer[lexeme]
}

const (
	lexemeSlots = 1 << 13 // some ten megabytes of lexemes when all are taken
	lexemeWays  = 4       // slots that may hold a word; with two, some words of a thousand take turns in one
)

// row is where a word may stand.
func (all *lexemes) row(fold string) []atomic.Pointer[lexeme] {
	first := maphash.String(all.seed, fold) % lexemeSlots &^ (lexemeWays - 1)
	return all.slots[first : first+lexemeWays]
}

// find returns the lexeme of a word, nil if it is not there.
func (all *lexemes) find(fold string) *lexeme {
	row := all.row(fold)
	for i := range row {
		if l := row[i].Load(); l != nil && l.fold == fold {
			return l
		}
	}
	return nil
}

// keep puts a lexeme that is not there before the others of its row. The last
// falls out.
func (all *lexemes) keep(l *lexeme) {
	row := all.row(l.fold)
	for i := len(row) - 1; i > 0; i-- {
		row[i].Store(row[i-1].Load())
	}
	row[0].Store(l)
}

// lexeme is the word of a question in one language.
func (x *Index) lexeme(fold string, inEnglish bool) *lexeme {
	all := x.lexemes[0]
	if inEnglish {
		all = x.lexemes[1]
	}
	l := all.find(fold)
	if l == nil {
		l = x.newLexeme(strings.Clone(fold), inEnglish)
		all.keep(l)
	}
	return l
}

func (x *Index) newLexeme(fold string, inEnglish bool) *lexeme {
	l := &lexeme{fold: fold, english: inEnglish, lean: english.Lean([]string{fold}), dated: when.MayDate(fold), counts: quantity.MayCount(fold), place: gazetteer.MayBegin(fold), coming: evidence.IsComing(fold)}
	stem := turkish.Stem(fold)
	id, ok := x.stems.ids[stem]
	if !ok {
		id = -1
	}
	if inEnglish {
		l.known, l.fills = ok || english.Knows(fold), english.IsStop(fold)
	} else {
		l.known, l.fills = ok || related.Has(stem), turkish.IsStop(fold)
	}
	if l.own = id; ok {
		l.likes = x.likes(fold, id)
	}
	l.fills = l.fills && !x.without.has(StopWords)
	x.findTerms(l, stem, id, inEnglish)
	l.mass = x.stems.masses(l.terms)
	if !x.without.has(Pieces) {
		l.grams = x.gramsOf(fold, inEnglish)
	}
	return l
}

// findTerms finds what stands for a lexeme wherever it stands; id is that of its
// stem, or -1.
func (x *Index) findTerms(l *lexeme, stem string, id int32, inEnglish bool) {
	var room [64]alternative
	terms := room[:0]
	if id >= 0 {
		terms = append(terms, alternative{id, 1})
	} else if !l.known && !x.without.has(Typos) {
		for _, near := range x.speller.near(stem) {
			terms = append(terms, alternative{near, typoWeight})
		}
	}
	if inEnglish && !x.without.has(Translations) {
		share := float32(1)
		if len(terms) > 0 {
			share = besideOwn
		}
		own := len(terms)
		terms = x.appendTranslations(terms, l.fold)
		for i := range terms[own:] {
			terms[own+i].weight *= share
		}
	}
	if mark := x.pairs.of(stem, id); mark >= 0 && !x.without.has(Compounds) {
		terms = append(terms, alternative{mark, 1})
	}
	l.synonyms = int32(len(terms))
	var alone []int
	l.begins, alone = x.synonyms.Begins(l.fold)
	for _, group := range alone {
		terms = x.appendSynonym(terms, group, inEnglish)
	}
	l.kin = int32(len(terms))
	if !inEnglish && !x.without.has(Related) {
		terms = x.relations.append(terms, stem, id)
	}
	l.terms = slices.Clone(terms)
}

// gramsOf are the pieces of a word that the index has.
func (x *Index) gramsOf(fold string, inEnglish bool) (found []weighted) {
	var scratch [32]gram
	grams := appendGrams(scratch[:0], fold)
	found = make([]weighted, 0, len(grams))
	weight := gramWeight(len(grams))
	if inEnglish && !x.english {
		weight *= enGram
	}
	for _, g := range grams {
		if id, ok := x.grams.ids[g]; ok {
			found = append(found, weighted{id, weight})
		}
	}
	return found
}
