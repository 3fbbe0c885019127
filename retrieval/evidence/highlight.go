package evidence

import (
	"cmp"
	"slices"

	"alinti/retrieval/corpus"
)

// AppendHighlights appends the stretches of the sentence that answer: the number,
// time, person or place asked for. Where none of these is asked for, or none is
// there, they are the words that the question and the sentence share. Spans
// count bytes of the sentence, rise and do not overlap.
func AppendHighlights(spans []corpus.Span, q *Question, c *Candidate) []corpus.Span {
	var room [16]int
	words, _ := c.Facts.answers(room[:0], q, c)
	if len(words) > 0 && (q.Asked.Kind == Count || q.Asked.Kind == Amount) {
		return c.Facts.phrases(spans, q, c, words)
	}
	for _, w := range words {
		spans = append(spans, c.Facts.span(w))
	}
	if len(words) == 0 {
		for _, m := range c.Matches {
			if m.Value > 0 {
				spans = append(spans, c.Facts.span(m.At))
			}
		}
	}
	return joined(spans)
}

func (f *Facts) span(word int) corpus.Span {
	return corpus.Span{Start: f.Words[word].Start, End: f.Words[word].End}
}

// phrases appends the numbers that begin at the given words, with what qualifies
// them: "en az 13 bin asker". If one of them counts the very thing that the
// question counts, it alone is the answer.
func (f *Facts) phrases(spans []corpus.Span, q *Question, c *Candidate, words []int) []corpus.Span {
	head := -1
	if i := q.head; i >= 0 && c.Matches[i].Value > 0 {
		head = c.Matches[i].At
	}
	for _, n := range f.Numbers {
		if !slices.Contains(words, n.First) {
			continue
		}
		span := corpus.Span{Start: n.PhraseStart, End: n.PhraseEnd}
		if head >= 0 && n.Unit == head {
			return append(spans[:0], span)
		}
		spans = append(spans, span)
	}
	return joined(spans)
}

// joined sorts spans and makes one of those that overlap or stand side by side.
func joined(spans []corpus.Span) []corpus.Span {
	slices.SortFunc(spans, func(a, b corpus.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	out := spans[:0]
	for _, s := range spans {
		if n := len(out); n > 0 && s.Start <= out[n-1].End+1 {
			out[n-1].End = max(out[n-1].End, s.End)
			continue
		}
		out = append(out, s)
	}
	return out
}
