package evidence

import (
	"slices"

	"alinti/retrieval/gazetteer"
	"alinti/retrieval/quantity"
	"alinti/retrieval/turkish"
)

// Facts are what a sentence holds that may be asked for. They are found once,
// when the sentence is indexed. Positions count words.
type Facts struct {
	Words    []turkish.Word
	Numbers  []Number
	Times    []int     // words that name a time: years, months, centuries
	Names    []int     // words with a capital that does not begin the sentence
	Places   []int     // words that name or begin to name a place
	Mentions []Mention // of countries
}

// A Number is a number in a sentence, by words.
type Number struct {
	quantity.Quantity
	First, Last int // its words
	Unit        int // the word of what it counts, or -1
}

// Read finds the facts of a text of the given words.
func Read(text string, words []turkish.Word, folds []string, english bool) Facts {
	f := Facts{Words: words, Mentions: Mentions(words, folds, english)}
	f.Numbers = numbers(text, words, english)
	for _, n := range f.Numbers {
		if n.Kind == quantity.Year || n.Kind == quantity.Clock {
			f.Times = append(f.Times, n.First)
		}
	}
	for i, w := range words {
		switch {
		case months[w.Fold]:
			f.Times = append(f.Times, i)
		case w.Capital && (i > 0 || w.Suffix != ""):
			f.Names = append(f.Names, i)
		}
	}
	var room [8]gazetteer.Match
	for _, m := range gazetteer.AppendFind(room[:0], folds) {
		if m.Kind != gazetteer.People && m.Kind != gazetteer.Organisation {
			f.Places = append(f.Places, m.First)
		}
	}
	return f
}

// months are the names of the months in both languages, folded; those that are
// common words as well are left to their neighbours.
var months = wordSet("ocak subat nisan mayis haziran temmuz agustos eylul kasim aralik january february april june july august september october november december")

// numbers finds the numbers of a text and the words that they are made of.
func numbers(text string, words []turkish.Word, english bool) []Number {
	language := "tr"
	if english {
		language = "en"
	}
	found := quantity.FindIn(text, language)
	if len(found) == 0 {
		return nil
	}
	list := make([]Number, 0, len(found))
	for _, q := range found {
		n := Number{Quantity: q, First: wordAt(words, q.Start), Last: wordAt(words, q.End-1), Unit: -1}
		if q.UnitEnd > 0 {
			n.Unit = wordAt(words, q.UnitStart)
		}
		list = append(list, n)
	}
	return list
}

// wordAt is the word that a byte belongs to, or else the one before it; 0 at least.
func wordAt(words []turkish.Word, at int) int {
	i, _ := slices.BinarySearchFunc(words, at, func(w turkish.Word, at int) int { return w.Tail - 1 - at })
	return max(0, min(i, len(words)-1))
}
