package bot

import "alinti/retrieval"

// A Ranking is the order in which retrieval puts paragraphs and sentences for
// a question, before anything is refused. Both lists are best first.
type Ranking struct {
	Paragraphs []Ranked
	Sentences  []Ranked
}

// A Ranked is one place of a ranking. Scores of one list are comparable with
// each other and with nothing else.
type Ranked = retrieval.Ranked

// Rank orders paragraphs and sentences, at most k of each, before any refusing.
func (b *Bot) Rank(question string, k int) Ranking {
	paragraphs, sentences := b.index.Rank(question, k)
	return Ranking{paragraphs, sentences}
}
