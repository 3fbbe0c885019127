package bot

import "alinti/retrieval/corpus"

// A Ranking is the order in which retrieval puts paragraphs and sentences for
// a question, before anything is refused. Both lists are best first.
type Ranking struct {
	Paragraphs []Ranked
	Sentences  []Ranked
}

// A Ranked is one place of a ranking. Scores of one list are comparable with
// each other and with nothing else.
type Ranked struct {
	Document *corpus.Document
	Span     corpus.Span
	Score    float64
}
