package retrieval

import (
	"math"
	"slices"
)

// The kinds of unit. Those of one kind stand in the order of the collection, and
// the kinds one after the other in one row, as in scratch.score.
const (
	ofParagraphs = iota
	ofWindows
	ofSentences
	kinds
)

// unitBags are the bags of a channel for each kind of unit.
type unitBags [kinds][]bag

// masses are the idf of a term, or of a group of terms, among each kind of unit.
type masses [kinds]float32

// A posting says how often a term stands in a unit.
type posting struct {
	unit int32 // in the row of all units
	tf   float32
}

// A field is one channel: for each term, the units that hold it, with the
// figures that BM25 needs. Term ids are the channel's.
type field struct {
	spans    []int32   // by term id and kind of unit: where its postings begin; one more at the end
	postings []posting // units rising
	idf      []masses  // by term id; 0 where no unit holds it
	units    []unit
	first    [kinds + 1]int32 // in units, by kind; all of them at the end
}

// A unit is a paragraph, a window or a sentence, as far as BM25 goes.
type unit struct {
	kind int32
	norm float32 // k1 × (1 − b + b × length / mean length)
}

// newField indexes the given units; each is its bag of terms.
func newField(terms int, units unitBags) field {
	f := field{spans: make([]int32, kinds*terms+1), idf: make([]masses, terms)}
	for kind, bags := range units {
		for i, norm := range params[kind].norms(bags) {
			f.units = append(f.units, unit{int32(kind), norm})
			for _, t := range bags[i].terms {
				f.spans[kinds*int(t.term)+kind+1]++
			}
		}
		f.first[kind+1] = int32(len(f.units))
	}
	for at := range kinds * terms {
		f.idf[at/kinds][at%kinds] = idf(len(units[at%kinds]), float32(f.spans[at+1]))
		f.spans[at+1] += f.spans[at]
	}
	f.postings = make([]posting, f.spans[kinds*terms])
	next := slices.Clone(f.spans)
	for kind, bags := range units {
		for i, u := range bags {
			for _, t := range u.terms {
				at := &next[kinds*int(t.term)+kind]
				f.postings[*at] = posting{f.first[kind] + int32(i), t.tf}
				*at++
			}
		}
	}
	return f
}

// of are the postings of a term.
func (f *field) of(term int32) []posting {
	return f.postings[f.spans[kinds*term]:f.spans[kinds*term+kinds]]
}

// among are the postings of a term in one kind of unit.
func (f *field) among(kind int, term int32) []posting {
	at := kinds*int(term) + kind
	return f.postings[f.spans[at]:f.spans[at+1]]
}

// bm25 holds the two parameters of Okapi BM25 (Robertson and Zaragoza, "The
// Probabilistic Relevance Framework: BM25 and Beyond", 2009): k1 says how soon
// a repeated term stops counting, b how much a long unit is held against it.
type bm25 struct{ k1, b float32 }

// params are what the two-channel recipe was measured with; a sentence has
// little room for repetition, so it saturates sooner. See docs/evaluation.md.
var params = [kinds]bm25{
	ofParagraphs: {k1: 0.9, b: 0.6},
	ofWindows:    {k1: 0.9, b: 0.6},
	ofSentences:  {k1: 0.4, b: 0.4},
}

// norms are the length norms of units.
func (p bm25) norms(units []bag) []float32 {
	var sum float64
	for _, u := range units {
		sum += float64(u.length)
	}
	mean := max(float32(sum/float64(max(len(units), 1))), 1)
	norms := make([]float32, len(units))
	for i, u := range units {
		norms[i] = p.k1 * (1 - p.b + p.b*u.length/mean)
	}
	return norms
}

// weigh is what a term standing tf times in a unit of a norm adds to its score.
func (p bm25) weigh(idf, tf, norm float32) float32 { return idf * tf * (p.k1 + 1) / (tf + norm) }

// idf is the inverse document frequency that Lucene uses: never negative.
func idf(units int, df float32) float32 {
	if df == 0 {
		return 0
	}
	n := float64(units)
	return float32(math.Log(1 + (n-float64(df)+.5)/(float64(df)+.5)))
}

// weigh is what a term standing tf times in a unit adds to its score.
func (f *field) weigh(mass *masses, tf float32, at int32) float32 {
	u := &f.units[at]
	return params[u.kind].weigh(mass[u.kind], tf, u.norm)
}

// masses are the idf of several terms that stand for one thing: each counts by
// its weight. Without any it is the idf of a term that half a unit holds.
func (f *field) masses(group []alternative) (m masses) {
	if len(group) == 1 && group[0].weight == 1 {
		return f.idf[group[0].stem]
	}
	for kind := range m {
		units, df := f.first[kind+1]-f.first[kind], float32(0)
		for _, a := range group {
			df += a.weight * float32(len(f.among(kind, a.stem)))
		}
		m[kind] = idf(int(units), min(max(df, 0.5), float32(units))) // alternatives may stand in one unit
	}
	return m
}

// addGroup scores every unit that holds one of the alternatives as if they were
// one term, counted by their weights: a word and its translations saturate
// together. It also adds the group's mass to covered, times the weight of the
// best alternative held. tf is scratch space of zeros by unit, and left so.
func (f *field) addGroup(scores, covered, tf []float32, group []alternative, mass *masses) {
	if len(group) == 1 && group[0].weight == 1 {
		for _, p := range f.of(group[0].stem) {
			scores[p.unit] += f.weigh(mass, p.tf, p.unit)
			covered[p.unit] += mass[f.units[p.unit].kind]
		}
		return
	}
	for _, a := range group {
		for _, p := range f.of(a.stem) {
			tf[p.unit] += a.weight * p.tf
		}
	}
	for _, a := range group {
		for _, p := range f.of(a.stem) {
			if n := tf[p.unit]; n > 0 {
				scores[p.unit] += f.weigh(mass, n, p.unit)
				covered[p.unit] += mass[f.units[p.unit].kind] * min(n, 1)
				tf[p.unit] = 0
			}
		}
	}
}

// holds reports whether a sentence holds a term.
func (f *field) holds(sentence, term int32) bool {
	p, unit := f.among(ofSentences, term), f.first[ofSentences]+sentence
	for len(p) > 8 {
		if mid := len(p) / 2; p[mid].unit <= unit {
			p = p[mid:]
		} else {
			p = p[:mid]
		}
	}
	for i := range p {
		if p[i].unit == unit {
			return true
		}
	}
	return false
}

// A bag is the terms of a unit with their counts, and its length in terms.
type bag struct {
	terms  []termCount
	length float32
}

type termCount struct {
	term int32
	tf   float32
}
