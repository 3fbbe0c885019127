package evidence

import "alinti/retrieval/turkish"

// A Question is what evidence is looked for.
type Question struct {
	Words    []turkish.Word
	Asked    Asked
	Concepts []Concept
	Mentions []Mention // countries that it names
	Numbers  []Number
}

// ReadNumbers finds the numbers that a question says.
func (q *Question) ReadNumbers(text string, english bool) {
	q.Numbers = numbers(text, q.Words, english)
}
