package retrieval

import (
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
	Folds   []string       // its words, folded
	Parts   []string       // the questions that it consists of, if there are several
	Hits    []Hit          // best first; the nearest sentences, whether they answer or not
	index   *Index
	memory  *scratch // that the hits stand in
}

// Release gives back the memory of the hits and words, which are not to be looked at
// afterwards. A result that is not released costs memory and nothing else.
func (r *Result) Release() {
	if r.memory != nil {
		r.index.pool.Put(r.memory)
	}
	*r = Result{}
}

// A Hit is a sentence with the evidence that it answers.
type Hit struct {
	Document *corpus.Document
	Sentence *corpus.Sentence
	Score    float64 // log odds that the sentence answers, against that none does
	Features *evidence.Features
	Dates    []when.Date // in the sentence, counted from its start
	at       int32       // in Index.sentences

	alone   float64 // Score, if nothing better were found
	either  float64 // of the best hit: the probability that it or the next answers
	asked   *evidence.Question
	facts   *evidence.Facts
	matches []evidence.Match // by concept of the question
}

// Probability is how likely it is that the question is answered, 0 to 1: for
// the best hit of a search by it or the next, for the
// others by themselves; 0 for a hit that was not searched for.
func (h *Hit) Probability() float64 {
	if h.asked == nil || h.either > 0 {
		return h.either
	}
	return evidence.Probability(h.Score)
}

// Alone is the same, if nothing better were found.
func (h *Hit) Alone() float64 { return evidence.Probability(h.alone) }

// Highlights are what answers, else what matched, as spans of the document.
func (h *Hit) Highlights() []corpus.Span { return h.AppendHighlights(nil) }

// AppendHighlights is [Hit.Highlights] into a slice of no spans.
func (h *Hit) AppendHighlights(room []corpus.Span) []corpus.Span {
	if h.asked == nil { // it was not searched for
		return room
	}
	spans := evidence.AppendHighlights(room, h.asked, &evidence.Candidate{Facts: h.facts, Matches: h.matches})
	for i := range spans {
		spans[i].Start += h.Sentence.Span.Start
		spans[i].End += h.Sentence.Span.Start
	}
	return spans
}

// Search finds the sentences nearest to a question, at most k, and weighs what
// they have to say. It is safe for concurrent use, and gives equal results for
// equal questions.
func (x *Index) Search(question string, k int) Result {
	s := x.pool.Get().(*scratch)
	x.score(s, question)
	return x.judge(s, k)
}

// judge weighs the best sentences of a scored question.
func (x *Index) judge(s *scratch, k int) Result {
	q := s.question(x)
	r := Result{English: s.query.english, Asked: q.Asked, Words: len(q.Concepts), Folds: s.query.folds, Parts: evidence.Parts(s.query.text, q.Words, s.query.english, x.names.has), index: x, memory: s}
	pool := best(s.order[:0], s.sentences, poolSize)
	s.order = pool
	if s.query.empty {
		r.Words = 0
	}
	s.align.set(x, &s.query, pool)
	q.Among(s.align.matches)
	var order [poolSize]int // in weighed
	for i := range pool {
		x.weigh(s, q, pool, i)
		at := i // the ranking is nearly right already
		for ; at > 0 && s.weighed[order[at-1]].odds < s.weighed[i].odds; at-- {
			order[at] = order[at-1]
		}
		order[at] = i
	}
	s.hits = sized(s.hits, len(pool))
	for i := range s.hits {
		s.hits[i] = x.hit(s, q, pool[order[i]], &s.weighed[order[i]])
	}
	if len(s.hits) > 0 {
		s.hits[0].either = evidence.Either(s.hits[:min(2, len(s.hits))], func(h *Hit) float64 { return h.Score })
	}
	s.align.clear()
	r.Hits = s.hits[:min(k, len(s.hits))]
	return r
}

// question is the query as the evidence sees it.
func (s *scratch) question(x *Index) *evidence.Question {
	q := &s.asked
	q.Words, q.Mentions, q.Numbers, q.Dates, q.Concepts = s.query.words, s.query.mentions, s.query.numbers, s.query.dates, q.Concepts[:0]
	q.Asked, q.English = s.query.asked, s.query.english
	q.Future = slices.ContainsFunc(s.query.lexemes, func(l *lexeme) bool { return l.coming })
	for _, c := range s.query.concepts {
		own, last := s.query.lexemes[c.word].own, int32(-1)
		if c.word > 0 {
			last = s.query.lexemes[c.word-1].own
		}
		q.Concepts = append(q.Concepts, evidence.Concept{Word: c.word, Last: c.last, Entity: c.entity, Own: own >= 0, Proper: x.capitals.proper(own), Apart: x.capitals.part(last, own), IDF: c.mass[ofSentences], Known: c.first < c.end, Strange: c.strange})
	}
	q.Without = x.unweighed
	q.Prepare()
	return q
}

// A weighing is what was found of a sentence of the pool.
type weighing struct {
	features evidence.Features
	odds     float64 // Hit.Score
	alone    float64 // Hit.alone
}

// weigh looks at the i-th sentence of the pool.
func (x *Index) weigh(s *scratch, q *evidence.Question, pool []int32, i int) {
	w, c := &s.weighed[i], x.candidate(s, pool[i])
	c.Top, c.Second = s.sentences[pool[0]], s.sentences[pool[0]]
	if i == 0 && len(pool) > 1 {
		c.Second = s.sentences[pool[1]]
	}
	w.features.Weigh(q, &c)
	w.odds, w.alone = w.features.LogOdds()
	if above := x.around[pool[i]].above; above >= 0 {
		x.answer(s, q, above, c, w)
	}
}

// hit is the sentence at a position as it was weighed.
func (x *Index) hit(s *scratch, q *evidence.Question, at int32, w *weighing) Hit {
	st := &x.sentences[at]
	return Hit{
		Document: st.doc, Sentence: st.s, Score: w.odds, alone: w.alone, Features: &w.features, Dates: st.facts.Dates,
		at: at, asked: q, facts: &st.facts, matches: s.align.match(at, len(q.Concepts)),
	}
}

// candidate gathers what there is to judge a sentence by.
func (x *Index) candidate(s *scratch, at int32) evidence.Candidate {
	st, a, n := &x.sentences[at], &x.around[at], len(s.query.concepts)
	s.near, s.within = sized(s.near, n), sized(s.within, n)
	heading, previous, next := s.align.holds(a.beside[over], n), s.align.holds(a.beside[before], n), s.align.holds(a.beside[after], n)
	for i, within := range s.align.paragraph(a.paragraph, n) {
		s.near[i] = max(heading[i], previous[i], next[i])
		s.within[i] = max(s.near[i], within)
	}
	return evidence.Candidate{
		Matches: s.align.match(at, n), Previous: previous, Near: s.near, Paragraph: s.within,
		Score: s.sentences[at], Facts: &st.facts, Heading: st.s.Heading,
	}
}

// sized is a slice of n values, whatever they are, in the memory of the given
// one if it is large enough.
func sized[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n)
	}
	return s[:n]
}

// resized is a slice of n zeros, in the memory of the given one if it is large enough.
func resized[T any](s []T, n int) []T {
	s = sized(s, n)
	clear(s)
	return s
}
