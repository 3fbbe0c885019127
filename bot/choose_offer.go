package bot

import (
	"alinti/retrieval"
	"alinti/retrieval/corpus"
)

// A collection up to these bounds is offered to the model whole, so that the
// model's choice does not hang on what retrieval found: about 10,000 tokens, at
// the rate of the two articles.
const (
	wholeSentences = 200
	wholeBytes     = 32 << 10
)

// offer lists the sentences that the model may choose from: those found, best
// first, and of a small collection the others after them.
func offer(c *corpus.Collection, found []retrieval.Hit) []retrieval.Hit {
	if !isSmall(c) {
		return found
	}
	hits := found[:len(found):len(found)]
	listed := make(map[*corpus.Sentence]bool, len(found))
	for _, h := range found {
		listed[h.Sentence] = true
	}
	for _, d := range c.Documents {
		for i := range d.Sentences {
			if s := &d.Sentences[i]; !listed[s] {
				hits = append(hits, retrieval.Hit{Document: d, Sentence: s})
			}
		}
	}
	return hits
}

func isSmall(c *corpus.Collection) bool {
	sentences, bytes := 0, 0
	for _, d := range c.Documents {
		sentences += len(d.Sentences)
		bytes += len(d.Text)
	}
	return sentences <= wholeSentences && bytes <= wholeBytes
}
