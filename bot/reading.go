package bot

import (
	"sync"

	"alinti/bot/check"
	"alinti/retrieval"
)

// readings are the sentences of the collection that answers have been compared
// by, each taken apart once.
type readings struct {
	m sync.Map // of *corpus.Sentence to *check.Read
}

// of is the sentence of a hit, taken apart.
func (r *readings) of(h *retrieval.Hit) *check.Read {
	if v, ok := r.m.Load(h.Sentence); ok {
		return v.(*check.Read)
	}
	v, _ := r.m.LoadOrStore(h.Sentence, check.Take(h.Document.Slice(h.Sentence.Span)))
	return v.(*check.Read)
}
