package retrieval

import (
	"strings"

	"alinti/retrieval/evidence"
	"alinti/retrieval/turkish"
	"alinti/retrieval/when"
)

// A told date is a date that sentences of the collection tell, under the term
// that stands for it.
type toldDate struct {
	when.Date
	term int32
}

// markDates appends a mark for each resolved date of a sentence: "geçtiğimiz
// yılın haziran ayında" is 2024-06 in an article of 2025.
func (x *Index) markDates(marks []mark, words []turkish.Word, dates []when.Date) []mark {
	for _, d := range dates {
		if d.Resolved == "" {
			continue
		}
		known := len(x.stems.ids)
		term := x.stems.id(dateMark + d.Resolved)
		if int(term) == known {
			x.dates = append(x.dates, toldDate{d, term})
		}
		marks = append(marks, mark{term, int32(evidence.WordAt(words, d.Start))})
	}
	return marks
}

// What a date counts when another stands for it. One within the period asked
// for is what was asked for, unless the period is a long one.
const (
	withinLong = 0.7 // 2024-06 for "2023'ten bu yana"
	coarser    = 0.3 // 2024, or a part of 2024 and 2025, for June 2024
)

// dateWeight is what a date counts for the one that is asked for; 0 when they
// share no day.
func dateWeight(asked, told when.Date) float32 {
	switch {
	case asked.Resolved == told.Resolved:
		return 1
	case !asked.Overlaps(told):
		return 0
	case asked.Covers(told) && !strings.Contains(asked.Resolved, "/"):
		return 1
	case asked.Covers(told):
		return withinLong
	}
	return coarser
}

// addDate makes one concept of a date that says its year, whatever dates of the
// collection fall in it, in whatever words. A year may also stand in a text as
// a number.
func (x *Index) addDate(q *query, d when.Date, first, last int) {
	c := concept{word: first, last: last, first: len(q.terms)}
	for _, told := range x.dates {
		if w := dateWeight(d, told.Date); w > 0 {
			q.terms = append(q.terms, alternative{told.term, w})
		}
	}
	if id, ok := x.stems.ids[numberMark+d.Resolved]; ok {
		q.terms = append(q.terms, alternative{id, 1})
	}
	for i := first; i <= last; i++ {
		if !q.words[i].Number { // 2024 looks like 2024–2025
			q.addGrams(i)
		}
	}
	x.add(q, c)
}
