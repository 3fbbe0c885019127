package evidence

import (
	"slices"
	"strings"

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
	Future   bool        // it asks about what is to come
}

// ReadTense finds out whether the question asks about what is to come: bitecek,
// yapacağı, will.
func (q *Question) ReadTense() {
	q.Future = slices.ContainsFunc(q.Words, func(w turkish.Word) bool {
		return w.Fold == "will" || slices.ContainsFunc(futures, func(suffix string) bool { return strings.Contains(w.Fold, suffix) })
	})
}

// futures are how the suffix of the future tense looks, folded.
var futures = []string{"acak", "ecek", "acag", "eceg"}

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
