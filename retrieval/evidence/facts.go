package evidence

import (
	"slices"

	"alinti/retrieval/turkish"
)

// A Question is what evidence is looked for.
type Question struct {
	Words    []turkish.Word
	Asked    Asked
	Concepts []Concept
}

// Facts are what a sentence holds that may answer, found once when it is indexed.
type Facts struct {
	Words   []turkish.Word
	Numbers []int // positions of number words
	Years   []int
	Names   []int // capitals that do not begin the sentence
}

var numberWords = map[string]bool{"bir": false, "iki": true, "uc": true, "dort": true, "bes": true, "alti": true, "yedi": true, "sekiz": true, "dokuz": true, "on": true,
	"yirmi": true, "otuz": true, "kirk": true, "elli": true, "altmis": true, "yetmis": true, "seksen": true, "doksan": true, "yuz": true, "bin": true, "milyon": true, "milyar": true,
	"yarisi": true, "yarisina": true, "ucte": true, "yuzde": true, "ceyrek": true}

var months = map[string]bool{"ocak": true, "subat": true, "mart": true, "nisan": true, "mayis": true, "haziran": true, "temmuz": true, "agustos": true, "eylul": true, "ekim": true, "kasim": true, "aralik": true}

// Read finds the facts of a sentence.
func Read(words []turkish.Word) *Facts {
	f := &Facts{Words: words}
	for i, w := range words {
		switch {
		case w.Number || numberWords[w.Fold]:
			f.Numbers = append(f.Numbers, i)
			if len(w.Fold) == 4 && (w.Fold[0] == '1' || w.Fold[0] == '2') {
				f.Years = append(f.Years, i)
			}
		case months[w.Fold]:
			f.Years = append(f.Years, i)
		case w.Capital && i > 0:
			f.Names = append(f.Names, i)
		}
	}
	return f
}

// has reports whether the sentence holds the kind of thing asked for, beside
// what the question itself says; typed is false when that cannot be told.
func (f *Facts) has(q *Question, c *Candidate) (found, typed bool) {
	free := func(positions []int) bool {
		return slices.ContainsFunc(positions, func(p int) bool {
			return !slices.ContainsFunc(c.Matches, func(m Match) bool { return m.Value > 0 && m.At == p })
		})
	}
	switch q.Asked.Kind {
	case Number, Amount:
		return free(f.Numbers), true
	case Time:
		return free(f.Years), true
	case Person, Place:
		return free(f.Names), true
	}
	return false, false
}

// counts reports whether a number stands just before the thing to be counted.
func (f *Facts) counts(q *Question, c *Candidate) bool {
	for i, k := range q.Concepts {
		if k.Word != q.Asked.Head || c.Matches[i].Value == 0 {
			continue
		}
		at := c.Matches[i].At
		return slices.ContainsFunc(f.Numbers, func(p int) bool { return p < at && at-p <= 3 })
	}
	return false
}
