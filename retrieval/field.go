package retrieval

import (
	"math"
	"slices"
)

// A posting says how often a term stands in a unit.
type posting struct {
	unit int32
	tf   float32
}

// A field is one channel of one kind of unit: for each term, the units that
// hold it, with the figures that BM25 needs. Term ids are the channel's.
type field struct {
	params   bm25
	spans    []int32   // by term id: where its postings begin; one more at the end
	postings []posting // units rising
	idf      []float32 // by term id; 0 for a term that no unit holds
	norm     []float32 // by unit: k1 × (1 − b + b × length / mean length)
}

// bm25 holds the two parameters of Okapi BM25 (Robertson and Zaragoza, "The
// Probabilistic Relevance Framework: BM25 and Beyond", 2009): k1 says how soon
// a repeated term stops counting, b how much a long unit is held against it.
type bm25 struct{ k1, b float32 }

// newField indexes the given units; each is its bag of terms.
func newField(params bm25, terms int, units []bag) field {
	f := field{params: params, spans: make([]int32, terms+1), idf: make([]float32, terms), norm: params.norms(units)}
	for _, u := range units {
		for _, t := range u.terms {
			f.spans[t.term+1]++
		}
	}
	for t := range terms {
		f.idf[t] = idf(len(units), float32(f.spans[t+1]))
		f.spans[t+1] += f.spans[t]
	}
	f.postings = make([]posting, f.spans[terms])
	next := slices.Clone(f.spans)
	for i, u := range units {
		for _, t := range u.terms {
			f.postings[next[t.term]] = posting{int32(i), t.tf}
			next[t.term]++
		}
	}
	return f
}

// of are the postings of a term.
func (f *field) of(term int32) []posting { return f.postings[f.spans[term]:f.spans[term+1]] }

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
func (f *field) weigh(idf, tf float32, unit int32) float32 {
	return f.params.weigh(idf, tf, f.norm[unit])
}

// groupIDF is the idf of several terms that stand for one thing: each counts
// by its weight. Without any it is the idf of a term that half a unit holds.
func (f *field) groupIDF(group []alternative) float32 {
	if len(group) == 1 && group[0].weight == 1 {
		return f.idf[group[0].stem]
	}
	var df float32
	for _, a := range group {
		df += a.weight * float32(f.spans[a.stem+1]-f.spans[a.stem])
	}
	return idf(len(f.norm), min(max(df, 0.5), float32(len(f.norm)))) // alternatives may stand in one unit
}

// addGroup scores every unit that holds one of the alternatives as if they were
// one term, counted by their weights: a word and its translations saturate
// together. It also adds mass, the group's idf, to covered, times the weight of
// the best alternative held. tf is scratch space of zeros by unit, and left so.
func (f *field) addGroup(scores, covered, tf []float32, group []alternative, mass float32) {
	if len(group) == 1 && group[0].weight == 1 {
		for _, p := range f.of(group[0].stem) {
			scores[p.unit] += f.weigh(mass, p.tf, p.unit)
			covered[p.unit] += mass
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
				covered[p.unit] += mass * min(n, 1)
				tf[p.unit] = 0
			}
		}
	}
}

// holds reports whether a unit holds a term.
func (f *field) holds(unit, term int32) bool {
	p := f.of(term)
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
