package bot

import (
	"alinti/retrieval"
	"alinti/retrieval/evidence"
)

// An Explanation says how retrieval came to its decision on a question.
type Explanation struct {
	Question   string     // after trimming and normalising
	Asked      string     // the kind of thing asked for: "number", "person", "topic"
	English    bool       // the question is taken for English
	Strictness float64    // probability from which on a sentence is taken for an answer
	Start      float64    // log odds that every sentence begins with
	Sentences  []Evidence // the nearest, best first, quoted or not
}

// Evidence is a sentence with what speaks for and against it. Quote.Score is
// the probability that it answers.
type Evidence struct {
	Quote   Quote
	Rank    float64           // score of the ranking; only its order says something
	Signals []evidence.Signal // strongest first
}

// Explain tells how the nearest sentences, at most k, were weighed. No model is
// asked. Its error is an [*InputError].
func (b *Bot) Explain(question string, k int) (Explanation, error) {
	q, err := checked(Question{Text: question})
	if err != nil {
		return Explanation{}, err
	}
	found := b.index.Search(q.Text, k)
	e := Explanation{
		Question: q.Text, Asked: found.Asked.Kind.String(), English: found.English,
		Strictness: b.strictness, Start: evidence.Start(),
	}
	defer found.Release()
	for i := range found.Hits {
		e.Sentences = append(e.Sentences, explained(&found.Hits[i]))
	}
	return e, nil
}

func explained(h *retrieval.Hit) Evidence {
	return Evidence{Quote: quoteOf(h), Rank: h.Score, Signals: h.Features.Signals()}
}
