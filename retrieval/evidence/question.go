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
	Without  Group       // signals to leave at 0, to measure what they are worth
	Dates    []when.Date // that it names; what "last year" means to its asker is not known, and left open
}

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
