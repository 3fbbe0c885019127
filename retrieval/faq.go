package retrieval

import (
	"strings"

	"alinti/retrieval/evidence"
)

// A heading that asks, "Güncelleme ücretli mi?", is no answer, but tells what
// the sentence below it answers, which may share no word with it: "Hayır."

// asking is the number of the question that stands right over sentence at, or
// -1; it is kept as around.above.
func (x *Index) asking(at int32) int32 {
	if at == 0 {
		return -1
	}
	above, st := &x.sentences[at-1], &x.sentences[at]
	if !above.s.Leads || st.s.Heading || above.doc != st.doc || !strings.HasSuffix(above.doc.Slice(above.s.Span), "?") {
		return -1
	}
	return at - 1
}

// lead takes the score of what only leads to other sentences away, and gives
// that of a question to its answer.
func (x *Index) lead(score []float32) {
	for _, i := range x.leading {
		if i+1 < int32(len(score)) && x.around[i+1].above >= 0 {
			score[i+1] = max(score[i+1], score[i])
		}
		score[i] = 0
	}
}

// answer weighs a sentence by the question over it as well: whoever asks the same
// is answered by it, if it holds the kind of thing that was asked for.
func (x *Index) answer(s *scratch, q *evidence.Question, above int32, own evidence.Candidate, w *weighing) {
	c := x.candidate(s, above)
	c.Heading, c.Score, c.Top, c.Second = false, own.Score, own.Top, own.Second
	var f evidence.Features
	f.Weigh(q, &c)
	for _, i := range []int{evidence.TypeFound, evidence.TypeMissing, evidence.Length} {
		f[i] = w.features[i]
	}
	odds, alone := f.LogOdds()
	if odds <= w.odds {
		return
	}
	w.features, w.odds, w.alone = f, odds, alone
}
