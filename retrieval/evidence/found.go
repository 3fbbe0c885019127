package evidence

import (
	"slices"
	"strings"

	"alinti/retrieval/quantity"
	"alinti/retrieval/turkish"
)

// answers appends the words of the sentence that are of the kind asked for and
// not part of the question; typed is false when the kind of thing asked for
// cannot be told by looking at words.
func (f *Facts) answers(to []int, q *Question, c *Candidate) (words []int, typed bool) {
	switch q.Asked.Kind {
	case Count, Amount:
		for i := range f.Numbers {
			if n := &f.Numbers[i]; f.fits(n, &q.Asked) && !q.holdsNumber(n.Quantity) && !f.determines(n, c) {
				to = append(to, n.First)
			}
		}
	case Time:
		to = appendFree(to, f.times(q), c)
	case Person:
		if q.role {
			to = appendFree(to, f.beside(q, c), c)
		} else {
			to = appendFree(to, f.People, c)
		}
	case Name:
		to = appendFree(to, f.beside(q, c), c)
	case Place:
		to = appendFree(to, f.Places, c)
		if q.anywhere() {
			to = appendFree(to, f.spots, c)
		}
	default:
		return to, false
	}
	return to, true
}

// beside are the names that may be of what the question asks the name of: where
// that stands in the sentence, those near it.
func (f *Facts) beside(q *Question, c *Candidate) []int {
	if q.head < 0 || c.Matches[q.head].Value == 0 {
		return f.named
	}
	names := f.named
	if q.role {
		names = f.Names
	}
	at := c.Matches[q.head].At
	lo, _ := slices.BinarySearch(names, at-near)
	hi, _ := slices.BinarySearch(names, at+near+1)
	return names[lo:hi]
}

// near is how many words a name may stand from what it is the name of.
const near = 4

// anywhere reports whether a question about a place does not say of what kind:
// nerede, adresi, and not "hangi şehirde".
func (q *Question) anywhere() bool {
	if q.Asked.Word < 0 {
		return true
	}
	word := q.Words[q.Asked.Word].Fold
	return strings.HasPrefix(word, "ner") || word == "where"
}

// explains reports whether the sentence gives a reason that the question does
// not itself name: "arıza yüzünden" does not say why "arıza" came.
func (f *Facts) explains(c *Candidate) bool {
	return slices.ContainsFunc(f.reasons, func(i int) bool {
		return !after[f.Words[i].Fold] || !slices.ContainsFunc(c.Matches, func(m Match) bool { return m.Value > 0 && m.At == i-1 })
	})
}

// after are the words that give the reason before them, and follow a noun.
var after = wordSet("yuzunden nedeniyle sebebiyle dolayi oturu sayesinde gerekcesiyle")

// determines reports whether a number only says how many of something else there
// are: "iki ülke" is no answer to "ne kadar yardım".
func (f *Facts) determines(n *Number, c *Candidate) bool {
	if n.Kind != quantity.Plain || n.Unit < 0 || n.IsRange() || !determiners[f.Words[n.First].Fold] {
		return false
	}
	return !slices.ContainsFunc(c.Matches, func(m Match) bool { return m.Value > 0 && m.At == n.Unit })
}

// determiners are the small numbers, in words.
var determiners = wordSet("bir iki uc dort bes one two three four five")

// counts reports whether a number of that kind answers "kaç asker" (of) or
// "kaçı" and "ne kadar".
func counts(kind quantity.Kind, of bool) bool {
	switch kind {
	case quantity.Plain, quantity.Vague:
		return true
	case quantity.Label, quantity.Ordinal, quantity.Year, quantity.Clock:
		return false
	}
	return !of
}

// appendFree appends the words that no concept of the question is matched by.
func appendFree(to, words []int, c *Candidate) []int {
	for _, w := range words {
		if !slices.ContainsFunc(c.Matches, func(m Match) bool { return m.Value > 0 && m.At == w }) {
			to = append(to, w)
		}
	}
	return to
}

// holdsNumber reports whether the question itself says the number.
func (q *Question) holdsNumber(n quantity.Quantity) bool {
	return slices.ContainsFunc(q.Numbers, func(m Number) bool { return quantity.Equal(m.Quantity, n) })
}

// counted says how the thing counted in "kaç asker" stands in the sentence: 1
// with a number of its own, -1 without one, or when all numbers count something
// else; 0 if it is not there and no number either, or nothing is counted.
func (f *Facts) counted(q *Question, c *Candidate) int {
	if q.Asked.Kind != Count || q.Asked.Head <= q.Asked.Word {
		return 0
	}
	at := -1
	if i := q.head; i >= 0 && c.Matches[i].Value > 0 {
		at = c.Matches[i].At
	}
	anyone := everyone[turkish.Stem(q.Words[q.Asked.Head].Fold)]
	stands := at >= 0
	for j := range f.Numbers {
		n := &f.Numbers[j]
		if n.dated {
			continue
		}
		if at >= 0 && (n.Unit == at || n.Last < at && at-n.Last <= 3) || anyone && f.ofPeople(n) {
			return 1
		}
		stands = stands || n.Unit >= 0 && f.fits(n, &q.Asked)
	}
	if stands {
		return -1
	}
	return 0
}

// ofPeople reports whether a number counts people.
func (f *Facts) ofPeople(n *Number) bool {
	for i := n.Last + 1; i <= n.Last+3 && i < len(f.Words); i++ {
		if isPerson(f.Words[i].Fold) {
			return true
		}
	}
	return false
}

// everyone are the words for people, whoever they are.
var everyone = wordSet("kisi kisin kisid kisiy kisil insan peopl perso")

// is reports whether a number of the question is one of a sentence: as much, or
// in its place, "iki doz" and "ikinci doz".
func (n *Number) is(m Number) bool {
	return quantity.Equal(n.Quantity, m.Quantity) || n.Kind == quantity.Plain && m.Kind == quantity.Ordinal && n.Value == m.Value
}

// contradicted reports whether a number of the question is not in the sentence,
// which gives the same thing another number.
func (f *Facts) contradicted(q *Question) bool {
	for _, n := range q.Numbers {
		if n.Unit < 0 || n.Kind == quantity.Year {
			continue
		}
		same, other := false, false
		for _, m := range f.Numbers {
			if m.Unit < 0 || turkish.Stem(f.Words[m.Unit].Fold) != turkish.Stem(q.Words[n.Unit].Fold) {
				continue
			}
			if n.is(m) {
				same = true
			} else {
				other = true
			}
		}
		if other && !same {
			return true
		}
	}
	return false
}

// otherDate reports whether the sentence names dates, and none that the question
// asks about, which does name one. One that cannot be told is no other: "1
// Temmuz" of a question has no year.
func (f *Facts) otherDate(q *Question) bool {
	other := false
	for _, asked := range q.Dates {
		for _, d := range f.Dates {
			if asked.Overlaps(d) {
				return false
			}
			other = other || asked.Resolved != "" && d.Resolved != ""
		}
	}
	return other
}

// missing reports whether a number of the question stands nowhere in the
// sentence; two may be named instead.
func (f *Facts) missing(q *Question) bool {
	for _, n := range q.Numbers {
		if n.Kind == quantity.Ordinal || f.Both > 0 && n.IsPair() {
			continue
		}
		if !slices.ContainsFunc(f.Numbers, n.is) {
			return true
		}
	}
	return false
}

// times are the words of the dates and times of day that may answer a question
// about time: fine enough, and not over when it asks about what is to come. How
// long before or after something answers "ne zaman" too.
func (f *Facts) times(q *Question) (words []int) {
	for i := range f.Dates {
		d := &f.Dates[i]
		first, last := WordAt(f.Words, d.Start), WordAt(f.Words, d.End-1)
		if !f.says(first, last, d.IsDay(), q.Asked.Unit) || q.Future && d.Before(f.Day) {
			continue
		}
		for i := first; i <= last; i++ {
			words = append(words, i)
		}
	}
	for i := range f.Numbers {
		n := &f.Numbers[i]
		switch {
		case n.Kind == quantity.Clock && (q.Asked.Unit == AnyTime || q.Asked.Unit == Hour),
			n.Kind == quantity.Duration && q.Asked.Unit == AnyTime && n.Unit+1 < len(f.Words) && from[f.Words[n.Unit+1].Fold]:
			words = append(words, n.First)
		}
	}
	return words
}

// from are the words after a span of time that make a point in time of it.
var from = wordSet("once onceden sonra sonrasinda icinde before after later ago within earlier")

// says reports whether a date, of the words from first to last, is as exact as
// is asked for; day tells that it is known to be one day. The year of "4 Aralık"
// may be unknown, and it is a day nonetheless.
func (f *Facts) says(first, last int, day bool, unit Unit) bool {
	if first > 0 && f.Words[first-1].Fold == "date" { // the date of writing
		return false
	}
	for _, w := range f.Words[first : last+1] {
		switch {
		case unit == Year:
			day = len(w.Fold) == 4 && w.Number || years[turkish.Stem(w.Fold)]
		case w.Number && len(w.Fold) <= 2, weekdays[turkish.Stem(w.Fold)]:
			day = true
		default:
			continue
		}
		if day {
			return true
		}
	}
	return unit == AnyTime || unit == Dated || unit == Day && day
}

var (
	years    = wordSet("yil yilin yilda yilin yili yilki sene senen sened year years")
	weekdays = wordSet("pazar pazart sali salig carsa perse cuma cumar cumart monda tuesd wedne thurs frida satur sunda")
)
