package retrieval

import (
	"cmp"
	"slices"

	"alinti/retrieval/corpus"
	"alinti/retrieval/evidence"
	"alinti/retrieval/when"
)

// poolSize is how many of the best-ranked sentences are looked at closely. On
// XQuAD-tr the right one is among them for 97 of 100 questions.
const poolSize = 12

// A Result is what the collection holds for a question.
type Result struct {
	English bool           // the question is English
	Asked   evidence.Asked // what kind of thing it asks for
	Words   int            // things it speaks of; 0 when it only asks or joins
	Parts   []string       // the questions that it consists of, itself if it is but one
	Hits    []Hit          // best first; the nearest sentences, whether they answer or not
}

// A Hit is a sentence with the evidence that it answers.
type Hit struct {
	Document    *corpus.Document
	Sentence    *corpus.Sentence
	Score       float64 // of the ranking; comes without a unit, only its order says something
	Probability float64 // 0 to 1, that the sentence answers
	Alone       float64 // the same, if nothing better were found
	Features    evidence.Features
	Held        uint64        // the things the question speaks of that the sentence names, a bit each
	at          int32         // in Index.sentences
	Highlights  []corpus.Span // in the document: what answers, else what matched
	Dates       []when.Date   // in the sentence, counted from its start
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
	r := Result{English: s.query.english, Asked: q.Asked, Words: len(q.Concepts), Parts: evidence.Parts(s.query.text, s.query.english)}
	pool := best(s.order[:0], s.sentences.score, poolSize)
	s.order = pool
	if s.query.empty {
		r.Words = 0
	}
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
	q := &s.asked
	*q = evidence.Question{Words: s.query.words, Mentions: s.query.mentions, Numbers: s.query.numbers, Concepts: q.Concepts[:0]}
	q.Asked = evidence.Ask(s.query.words, s.query.english)
	q.ReadDates(s.query.text)
	for _, c := range s.query.concepts {
		q.Concepts = append(q.Concepts, evidence.Concept{Word: c.word, Last: c.last, Entity: c.entity, IDF: c.idf, Known: c.first < c.end})
	}
	return q
}

// weigh looks at the i-th sentence of the pool.
func (x *Index) weigh(s *scratch, q *evidence.Question, pool []int32, i int) Hit {
	st := &x.sentences[pool[i]]
	c := x.candidate(s, pool[i], len(q.Concepts))
	c.Top, c.Second = s.sentences.score[pool[0]], s.sentences.score[pool[0]]
	if i == 0 && len(pool) > 1 {
		c.Second = s.sentences.score[pool[1]]
	}
	h := Hit{at: pool[i], Document: st.doc, Sentence: st.s, Features: evidence.Weigh(q, c)}
	h.Score, h.Probability = h.Features.Order(), h.Features.Probability()
	h.Alone = h.Features.Alone()
	for j, m := range c.Matches {
		if m.Value > 0 {
			h.Held |= 1 << (j % 64)
		}
	}
	h.Dates = st.facts.Dates
	h.Highlights = evidence.Highlights(q, c)
	for j := range h.Highlights {
		h.Highlights[j].Start += st.s.Span.Start
		h.Highlights[j].End += st.s.Span.Start
	}
	return h
}

// candidate gathers what there is to judge a sentence by.
func (x *Index) candidate(s *scratch, at int32, concepts int) *evidence.Candidate {
	st := &x.sentences[at]
	c := &s.candidate
	*c = evidence.Candidate{Matches: resized(c.Matches, concepts), Near: resized(c.Near, concepts), Paragraph: resized(c.Paragraph, concepts)}
	c.Score, c.Facts, c.Heading = s.sentences.score[at], &st.facts, st.s.Heading
	s.align.sentence(&s.query, st, c.Matches)
	if st.paragraph < 0 {
		return c
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
	x.stems.paragraphs.held(&s.query, st.paragraph, c.Paragraph)
	return c
}

// resized is a slice of n zeros, in the memory of the given one if it is large enough.
func resized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	clear(s[:n])
	return s[:n]
}
