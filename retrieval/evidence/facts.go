package evidence

import (
	"math"
	"slices"
	"strings"

	"alinti/retrieval/gazetteer"
	"alinti/retrieval/quantity"
	"alinti/retrieval/turkish"
	"alinti/retrieval/when"
)

// Facts are what a sentence holds that may be asked for. They are found once,
// when the sentence is indexed. Positions count words.
type Facts struct {
	Words    []turkish.Word
	Numbers  []Number
	Names    []int     // words with a capital that does not begin the sentence
	People   []int     // these, and words that say who a person is: müdür
	Places   []int     // words that name or begin to name a place
	Mentions []Mention // of countries
	Parties  []Party   // all that is named, once [Facts.Name] has been called
	Dates    []when.Date
	Day      when.Day // that it was written on, zero if none is known
	Both     int      // the word that names the second of two who are named, 0 without
	spots    []int    // words that say where and name no known place
	reasons  []int    // words that say that a reason is given
	named    []int    // the names that are not of countries
	length   float64  // how many words (log)
}

// A Number is a number in a sentence, by words.
type Number struct {
	quantity.Quantity
	First, Last int  // its words
	Unit        int  // the word of what it counts, or -1
	dated       bool // it is part of a date
}

// IsPair reports whether the number is two of something, which a text may name
// instead of counting: "iki ülke".
func (n *Number) IsPair() bool { return n.Kind == quantity.Plain && n.Key() == "2" }

// Read finds the facts of a text of the given words; ref is the day that "last
// year" is counted from, zero if none is known.
func Read(text string, words []turkish.Word, folds []string, english bool, ref when.Day) Facts {
	places := gazetteer.Find(folds)
	f := Facts{Words: words, Mentions: AppendMentions(nil, words, places, english), Dates: dated(text, ref), Day: ref}
	f.Numbers = Numbers(text, words, english)
	for i := range f.Numbers {
		n := &f.Numbers[i]
		n.dated = n.Kind != quantity.Duration && slices.ContainsFunc(f.Dates, func(d when.Date) bool { return d.Start < n.End && n.Start < d.End })
	}
	f.length = math.Log(float64(1 + len(words)))
	for i, w := range words {
		name := w.Capital && (i > 0 || w.Suffix != "")
		if name || !english && isPerson(w.Fold) {
			f.People = append(f.People, i)
		}
		if !english && isSpot(&words[i], name) {
			f.spots = append(f.spots, i)
		}
		if gives(words, i, english) {
			f.reasons = append(f.reasons, i)
		}
		if name {
			f.Names = append(f.Names, i)
			if !isPerson(w.Fold) && !slices.ContainsFunc(f.Mentions, func(m Mention) bool { return m.First <= i && i <= m.Last }) {
				f.named = append(f.named, i)
			}
		}
	}
	for _, m := range places {
		if m.Kind != gazetteer.People && m.Kind != gazetteer.Organisation {
			f.Places = append(f.Places, m.First)
		}
	}
	f.Both = f.both()
	return f
}

// both is the first word of a second country, or of a name that "and" joins to
// another; 0 without.
func (f *Facts) both() int {
	for _, m := range f.Mentions {
		if m.Key != f.Mentions[0].Key {
			return m.First
		}
	}
	for _, i := range f.Names {
		if i > 1 && ands[f.Words[i-1].Fold] && f.Words[i-2].Capital {
			return i
		}
	}
	return 0
}

// ands join two names.
var ands = wordSet("ve ile and")

// dated finds the dates of a text. One that is counted from the day of speaking
// and stands in someone's own words is left out: that day is not the article's.
func dated(text string, ref when.Day) []when.Date {
	return slices.DeleteFunc(when.Find(text, ref), func(d when.Date) bool {
		before := text[:d.Start]
		open := strings.Count(before, "“") + strings.Count(before, "«") - strings.Count(before, "”") - strings.Count(before, "»")
		return d.Relative && (open > 0 || strings.Count(before, `"`)%2 == 1)
	})
}

// Numbers finds the numbers of a text and the words that they are made of; none
// in a text without words, as "¾" is.
func Numbers(text string, words []turkish.Word, english bool) []Number {
	if len(words) == 0 {
		return nil
	}
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
		n := Number{Quantity: q, First: WordAt(words, q.Start), Unit: -1}
		n.Last = max(n.First, wordBefore(words, q.End))
		if q.UnitEnd > 0 {
			n.Unit = WordAt(words, q.UnitStart)
		}
		if !english && n.Kind == quantity.Plain && isClock(text[q.Start:q.End]) {
			n.Kind = quantity.Clock
		}
		list = append(list, n)
	}
	return list
}

// isClock reports whether a number is a time of day, or begins with one, as
// Turkish writes it: 08.30, 14.00–15.30.
func isClock(s string) bool {
	hour, rest, ok := strings.Cut(s, ".")
	digit := func(i int) bool { return i < len(rest) && '0' <= rest[i] && rest[i] <= '9' }
	return ok && (len(hour) == 1 && hour <= "9" || len(hour) == 2 && hour < "24") && digit(0) && rest[0] < '6' && digit(1) && !digit(2)
}

// WordAt is the word that a byte belongs to, or else the one after it; the last at most.
func WordAt(words []turkish.Word, at int) int {
	i, _ := slices.BinarySearchFunc(words, at, func(w turkish.Word, at int) int { return w.Tail - 1 - at })
	return max(0, min(i, len(words)-1))
}

// wordBefore is the last word that begins before a byte; 0 at least.
func wordBefore(words []turkish.Word, end int) int {
	i, _ := slices.BinarySearchFunc(words, end, func(w turkish.Word, end int) int { return w.Start - end })
	return max(0, i-1)
}
