package retrieval

import (
	"cmp"
	"slices"

	"alinti/retrieval/corpus"
	"alinti/retrieval/evidence"
)

// poolSize is how many of the best-ranked sentences are looked at closely. On
// XQuAD-tr the right one is among them for 97 of 100 questions.
const poolSize = 12

// A Result is what the collection holds for a question.
type Result struct {
	English bool           // the question is English
	Asked   evidence.Asked // what kind of thing it asks for
	Words   int            // words that carry meaning
	Hits    []Hit          // best first; the nearest sentences, whether they answer or not
}

// A Hit is a sentence with the evidence that it answers.
type Hit struct {
	Document    *corpus.Document
	Sentence    *corpus.Sentence
	Score       float64 // of the ranking; comes without a unit, only its order says something
	Probability float64 // 0 to 1, that the sentence answers
	Features    evidence.Features
	Held        uint64        // the question's concepts that the sentence itself holds, a bit each
	Highlights  []corpus.Span // in the document: what answers, else what matched
}

// Search finds the sentences nearest to a question, at most k, and weighs what
// they have to say. It is safe for concurrent use, and gives equal results for
// equal questions.
func (x *Index) Search(question string, k int) Result {
	s := x.pool.Get().(*scratch)
	defer x.pool.Put(s)
	x.score(s, question)
	return x.judge(s, k)
}

// judge weighs the best sentences of a scored question.
func (x *Index) judge(s *scratch, k int) Result {
	q := s.question()
	r := Result{English: s.query.english, Asked: q.Asked, Words: len(q.Concepts)}
	pool := best(s.order[:0], s.sentences.score, poolSize)
	s.order = pool
	s.align.set(&s.query)
	defer s.align.clear()
	r.Hits = make([]Hit, 0, len(pool))
	for i := range pool {
		r.Hits = append(r.Hits, x.weigh(s, q, pool, i))
	}
	slices.SortStableFunc(r.Hits, func(a, b Hit) int { return cmp.Compare(b.Score, a.Score) })
	r.Hits = r.Hits[:min(k, len(r.Hits))]
	return r
}

// question is the query as the evidence sees it.
func (s *scratch) question() *evidence.Question {
	q := &evidence.Question{Words: s.query.words, Asked: evidence.Ask(s.query.words, s.query.english)}
	q.Concepts = make([]evidence.Concept, len(s.query.concepts))
	for i, c := range s.query.concepts {
		q.Concepts[i] = evidence.Concept{Word: c.word, IDF: c.idf, Known: c.first < c.end}
	}
	return q
}

// weigh looks at the i-th sentence of the pool.
func (x *Index) weigh(s *scratch, q *evidence.Question, pool []int32, i int) Hit {
	at := pool[i]
	st := &x.sentences[at]
	n := len(q.Concepts)
	c := evidence.Candidate{
		Matches: make([]evidence.Match, n), Near: make([]float32, n), Paragraph: make([]float32, n),
		Score: s.sentences.score[at], Top: s.sentences.score[pool[0]], Second: s.sentences.score[pool[0]],
		Facts: st.facts, Heading: st.s.Heading,
	}
	if i == 0 && len(pool) > 1 {
		c.Second = s.sentences.score[pool[1]]
	}
	s.align.sentence(&s.query, st, c.Matches)
	x.surroundings(s, at, &c)
	h := Hit{Document: st.doc, Sentence: st.s, Features: evidence.Weigh(q, &c)}
	h.Score, h.Probability = h.Features.Order(), h.Features.Probability()
	for j, m := range c.Matches {
		if m.Value > 0 {
			h.Held |= 1 << (j % 64)
			w := st.words[m.At]
			h.Highlights = append(h.Highlights, corpus.Span{Start: st.s.Span.Start + w.Start, End: st.s.Span.Start + w.End})
		}
	}
	h.Highlights = tidy(h.Highlights)
	return h
}

// surroundings fills in what the sentences around the candidate hold.
func (x *Index) surroundings(s *scratch, at int32, c *evidence.Candidate) {
	st := &x.sentences[at]
	if st.paragraph < 0 {
		return
	}
	p := &x.paragraphs[st.paragraph]
	if h := p.p.Heading; h >= 0 {
		s.align.held(&x.sentences[p.first-int32(p.p.First)+int32(h)], c.Near)
	}
	for _, beside := range [2]int32{at - 1, at + 1} {
		if p.first <= beside && beside < p.end && !st.s.Heading {
			s.align.held(&x.sentences[beside], c.Near)
		}
	}
	for v := p.first; v < p.end; v++ {
		s.align.held(&x.sentences[v], c.Paragraph)
	}
}

// tidy sorts spans and drops repeated ones.
func tidy(spans []corpus.Span) []corpus.Span {
	slices.SortFunc(spans, func(a, b corpus.Span) int { return cmp.Or(a.Start-b.Start, a.End-b.End) })
	return slices.Compact(spans)
}

// A Ranked unit is a paragraph or sentence with its place in the ranking.
type Ranked struct {
	Document *corpus.Document
	ID       string      // of the paragraph or sentence
	Span     corpus.Span // in the document
	Score    float64     // comes without a unit
}

// Rank orders paragraphs and sentences by how near they are to the question,
// at most k of each, without asking whether they answer.
func (x *Index) Rank(question string, k int) (paragraphs, sentences []Ranked) {
	s := x.pool.Get().(*scratch)
	defer x.pool.Put(s)
	x.score(s, question)
	for _, i := range best(s.order[:0], s.paragraphs.score, k) {
		p := &x.paragraphs[i]
		paragraphs = append(paragraphs, Ranked{p.doc, p.p.ID, p.p.Span, float64(s.paragraphs.score[i])})
	}
	r := x.judge(s, k)
	for _, h := range r.Hits {
		sentences = append(sentences, Ranked{h.Document, h.Sentence.ID, h.Sentence.Span, h.Score})
	}
	return paragraphs, sentences
}
