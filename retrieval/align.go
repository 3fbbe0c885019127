package retrieval

import (
	"alinti/retrieval/evidence"
	"alinti/retrieval/turkish"
)

// An aligner says which of a question's concepts each word of a sentence
// stands for. It is set up once a question and read for every candidate.
type aligner struct {
	first []int32 // by stem: 1 + index into links of its first concept, 0 for none
	links []link
	used  []int32 // stems to clear afterwards
}

// A link ties a stem to a concept; next chains the concepts of one stem.
type link struct {
	concept int32
	weight  float32
	next    int32
}

func (a *aligner) set(q *query) {
	a.links, a.used = a.links[:0], a.used[:0]
	for i, c := range q.concepts {
		for _, t := range q.terms[c.first:c.end] {
			a.links = append(a.links, link{int32(i), t.weight, a.first[t.stem]})
			a.first[t.stem] = int32(len(a.links))
			a.used = append(a.used, t.stem)
		}
	}
}

func (a *aligner) clear() {
	for _, stem := range a.used {
		a.first[stem] = 0
	}
}

// sentence fills m, by concept, with the best match in a sentence.
func (a *aligner) sentence(q *query, s *sentence, m []evidence.Match) {
	for j, stem := range s.stems {
		for l := a.first[stem]; l > 0; l = a.links[l-1].next {
			k := &a.links[l-1]
			m[k.concept].Improve(k.weight*likeness(q.words[q.concepts[k.concept].word], s.words[j], k.weight), j)
		}
	}
	for _, k := range s.marks {
		for l := a.first[k.term]; l > 0; l = a.links[l-1].next {
			m[a.links[l-1].concept].Improve(a.links[l-1].weight, int(k.word))
		}
	}
}

// held raises each concept's value to that of its best match in a sentence.
func (a *aligner) held(s *sentence, values []float32) {
	for _, stem := range s.stems {
		a.raise(stem, values)
	}
	for _, k := range s.marks {
		a.raise(k.term, values)
	}
}

func (a *aligner) raise(term int32, values []float32) {
	for l := a.first[term]; l > 0; {
		k := &a.links[l-1]
		if k.weight > values[k.concept] {
			values[k.concept] = k.weight
		}
		l = k.next
	}
}

// likeness tells words that only share a stem from words that go on alike:
// from 0.8 for askerî and askerler to 1 for equal words.
func likeness(a, b turkish.Word, weight float32) float32 {
	if weight < 1 || a.Fold == b.Fold {
		return 1
	}
	n := 0
	for n < len(a.Fold) && n < len(b.Fold) && a.Fold[n] == b.Fold[n] {
		n++
	}
	short := min(len(a.Fold), len(b.Fold))
	if n == short { // one is the other with a suffix
		return 1
	}
	return 0.8 + 0.2*float32(n)/float32(short)
}
