package retrieval

import (
	"hash/maphash"
	"slices"
	"strings"
	"sync/atomic"

	"alinti/retrieval/english"
	"alinti/retrieval/related"
	"alinti/retrieval/synonyms"
	"alinti/retrieval/turkish"
	"alinti/retrieval/when"
)

// A lexeme is what the index makes of a word of a question, wherever it stands.
// It never changes.
type lexeme struct {
	fold   string
	lean   float64          // to English or Turkish, see english.Lean
	known  bool             // it is a word of the language, and so neither mistyped nor a name
	fills  bool             // it carries no meaning, as far as its folded letters tell
	dated  bool             // it may be the heart of a date
	begins []synonyms.Begin // of the synonyms
	own    []alternative    // the word's own stem, or those that it may be a slip of
	means  []alternative    // what it translates to
	mark   []alternative    // of the pairs of words that it is a compound of
	kin    []alternative    // what is related
	grams  []weighted       // its pieces
}

// lexemes keeps those of the words last asked for: questions share most of
// their words, and a word is read a hundred times slower than looked up. A word
// whose place is taken by another is read again; no number of words takes more
// places.
type lexemes struct {
	seed  maphash.Seed
	slots [lexemeSlots]atomic.Pointer[lexeme]
}

// lexemeSlots are some ten megabytes of lexemes when all are taken.
const lexemeSlots = 1 << 13

// lexeme is the word of a question in one language.
func (x *Index) lexeme(fold string, inEnglish bool) *lexeme {
	all := x.lexemes[0]
	if inEnglish {
		all = x.lexemes[1]
	}
	at := maphash.String(all.seed, fold) % lexemeSlots
	first, second := &all.slots[at], &all.slots[at^1] // either may hold it
	l := first.Load()
	if l != nil && l.fold == fold {
		return l
	}
	if o := second.Load(); o != nil && o.fold == fold {
		return o
	}
	if l != nil { // the word before gets the other place
		second.Store(l)
	}
	l = x.newLexeme(strings.Clone(fold), inEnglish)
	first.Store(l)
	return l
}

func (x *Index) newLexeme(fold string, inEnglish bool) *lexeme {
	l := &lexeme{fold: fold, lean: english.Lean([]string{fold}), dated: when.MayDate(fold)}
	stem := turkish.Stem(fold)
	id, ok := x.stems.ids[stem]
	if ok {
		l.own = append(l.own, alternative{id, 1})
	} else {
		id = -1
	}
	if l.known = inEnglish && english.Knows(fold) || !inEnglish && related.Has(stem); !ok && !l.known && !x.without.has(Typos) {
		for _, near := range x.speller.near(stem) {
			l.own = append(l.own, alternative{near, typoWeight})
		}
	}
	if inEnglish {
		l.fills = english.IsStop(fold)
		l.means = x.appendTranslations(nil, fold)
	} else {
		l.fills = turkish.IsStop(fold)
		l.kin = x.relations.append(nil, stem, id)
	}
	x.leaveOut(l)
	if mark := x.joins.of(stem, id); mark >= 0 && !x.without.has(Compounds) {
		l.mark = []alternative{{mark, 1}}
	}
	l.begins = slices.DeleteFunc(x.synonyms.AppendBegins(nil, fold), func(b synonyms.Begin) bool {
		group, from, ok := x.synonyms.Lone(b)
		return ok && (!from || x.groups[group] < 0) // it leads nowhere
	})
	if !x.without.has(Pieces) {
		l.grams = x.gramsOf(fold, inEnglish)
	}
	return l
}

// leaveOut takes from a lexeme what the index is made without.
func (x *Index) leaveOut(l *lexeme) {
	if x.without.has(StopWords) {
		l.fills = false
	}
	if x.without.has(Translations) {
		l.means = nil
	}
	if x.without.has(Related) {
		l.kin = nil
	}
}

// gramsOf are the pieces of a word that the index has.
func (x *Index) gramsOf(fold string, inEnglish bool) (found []weighted) {
	var scratch [32]gram
	grams := appendGrams(scratch[:0], fold)
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
