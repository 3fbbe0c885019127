package evidence

import (
	"alinti/retrieval/turkish"
	"alinti/retrieval/when"
)

// A Question is what evidence is looked for.
type Question struct {
	Words    []turkish.Word
	Asked    Asked
	Concepts []Concept
	Mentions []Mention // countries that it names
	Numbers  []Number
	Dates    []when.Date // that it names
}

// ReadDates finds the dates that a question says. What a date such as "last
// year" means to its asker is not known, and is left open.
func (q *Question) ReadDates(text string) { q.Dates = when.Find(text, when.Day{}) }

// shouts reports whether every word of the question begins with a capital, so
// that a capital marks no name.
func (q *Question) shouts() bool {
	for _, w := range q.Words {
		if !w.Capital && !w.Number {
			return false
		}
	}
	return len(q.Words) > 1
}
