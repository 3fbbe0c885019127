package evaluate

import (
	"strings"

	"golang.org/x/text/unicode/norm"

	"alinti/bot"
	"alinti/retrieval/corpus"
)

// An Item is one judged question.
type Item struct {
	ID         string
	Turns      []string // what is asked, in order; the last is the judged question, those before it lead up to it
	Language   string   // "tr", "en", or empty when the file does not say
	Style      string   // how it is asked: "formal", "typo"; the scores are also given by style
	Answerable bool
	Gold       [][]string // evidence groups, each a list of alternative substrings in NFC
	Places     []Place    // SQuAD: where the answers stand, in place of Gold
	Paragraph  Place      // SQuAD: the paragraph that the question was written about
}

// A Place is a span of a document.
type Place struct {
	Document *corpus.Document
	Span     corpus.Span
}

// Question is the judged question.
func (it Item) Question() string { return it.Turns[len(it.Turns)-1] }

// A Set is the judged questions of one file.
type Set struct {
	Name       string // the file's base name
	Items      []Item
	Statements []Statement        // in place of Items: judged statements of a model
	Collection *corpus.Collection // what the file brings to be asked; nil: the articles that are served
	Skipped    int                // questions left out, because their answer does not stand in their context
}

// coveredUpTo is how many quotes may cover the evidence groups.
const coveredUpTo = 3

// found reports whether the quote holds any gold.
func (it Item) found(q bot.Quote) bool {
	if len(it.Places) > 0 {
		return standsAt(q, it.Places)
	}
	text := norm.NFC.String(q.Text)
	for _, group := range it.Gold {
		if holdsAny(text, group) {
			return true
		}
	}
	return false
}

// covered reports whether the first quotes together hold something of every
// evidence group.
func (it Item) covered(qs []bot.Quote) bool {
	qs = qs[:min(len(qs), coveredUpTo)]
	if len(it.Places) > 0 {
		for _, q := range qs {
			if standsAt(q, it.Places) {
				return true
			}
		}
		return false
	}
	for _, group := range it.Gold {
		if !anyHolds(qs, group) {
			return false
		}
	}
	return len(it.Gold) > 0
}

func anyHolds(qs []bot.Quote, group []string) bool {
	for _, q := range qs {
		if holdsAny(norm.NFC.String(q.Text), group) {
			return true
		}
	}
	return false
}

func holdsAny(text string, group []string) bool {
	for _, gold := range group {
		if strings.Contains(text, gold) {
			return true
		}
	}
	return false
}

func standsAt(q bot.Quote, places []Place) bool {
	for _, p := range places {
		if q.Source.ID == p.Document.ID && overlap(corpus.Span{Start: q.Start, End: q.End}, p.Span) {
			return true
		}
	}
	return false
}

func overlap(a, b corpus.Span) bool { return a.Start < b.End && b.Start < a.End }
