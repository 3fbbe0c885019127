package retrieval

import "alinti/retrieval/evidence"

// An aligner says which of a question's concepts some sentences hold: the
// candidates, and those around them; and which their paragraphs hold. Each has a
// row, with a place for each concept; row 0 is for none, and holds nothing.
type aligner struct {
	rows       []int32          // by sentence: its row
	sentences  []int32          // by row - 1: the candidates first
	held       []float32        // by row and concept: weight of the best term
	matches    []evidence.Match // by candidate and concept: the best match
	orders     []int32          // by candidate and concept: order of that match in its sentence
	inRows     []int32          // by paragraph: its row in within
	paragraphs []int32          // by row of within - 1: its paragraph
	within     []float32        // by row and concept: weight of the best term in the paragraph
}

func newAligner(x *Index) aligner {
	return aligner{rows: make([]int32, len(x.sentences)), inRows: make([]int32, len(x.paragraphs))}
}

// set aligns the candidates of a pool and what stands around them.
func (a *aligner) set(x *Index, q *query, pool []int32) {
	for _, at := range pool {
		a.sentences = want(a.sentences, a.rows, at)
	}
	for _, at := range pool {
		a.sentences = want(a.sentences, a.rows, x.around[at].above)
	}
	candidates := len(a.sentences)
	for _, at := range a.sentences[:candidates] {
		s := &x.around[at]
		for _, beside := range s.beside {
			a.sentences = want(a.sentences, a.rows, beside)
		}
		if !x.without.has(Neighbours) {
			a.paragraphs = want(a.paragraphs, a.inRows, s.paragraph)
		}
	}
	n := len(q.concepts)
	a.matches, a.orders = resized(a.matches, candidates*n), resized(a.orders, candidates*n)
	a.held = resized(a.held, (len(a.sentences)+1)*n)
	a.within = resized(a.within, (len(a.paragraphs)+1)*n)
	for i := range q.concepts {
		a.concept(x, q, i, int32(candidates))
	}
}

// want gives a sentence or paragraph a row, if it has none; -1 is no unit.
func want(units, rows []int32, at int32) []int32 {
	if at >= 0 && rows[at] == 0 {
		units = append(units, at)
		rows[at] = int32(len(units))
	}
	return units
}

// concept fills in what stands for the i-th concept. The first rows are those of
// the candidates.
func (a *aligner) concept(x *Index, q *query, i int, candidates int32) {
	c, n := &q.concepts[i], len(q.concepts)
	asked := q.lexemes[c.word]
	for _, t := range q.terms[c.first:c.end] {
		for _, o := range x.occurrences.of(t.stem) {
			row := a.rows[o.sentence]
			if row == 0 {
				continue
			}
			held := &a.held[int(row)*n+i]
			*held = max(*held, t.weight)
			if row <= candidates {
				a.improve(int(row-1)*n+i, t.weight*x.likeness(asked, t, o.form), o)
			}
		}
		for _, p := range x.stems.among(ofParagraphs, t.stem) {
			if row := a.inRows[p.unit]; row > 0 {
				within := &a.within[int(row)*n+i]
				*within = max(*within, t.weight)
			}
		}
	}
}

// improve takes a better match, of equal ones that which stands first.
func (a *aligner) improve(at int, value float32, o occurrence) {
	m := &a.matches[at]
	if value > m.Value || value == m.Value && value > 0 && o.order < a.orders[at] {
		*m, a.orders[at] = evidence.Match{Value: value, At: int(o.word)}, o.order
	}
}

// clear makes room for the next question.
func (a *aligner) clear() {
	for _, at := range a.sentences {
		a.rows[at] = 0
	}
	for _, p := range a.paragraphs {
		a.inRows[p] = 0
	}
	a.sentences, a.paragraphs = a.sentences[:0], a.paragraphs[:0]
}

// holds is what a sentence holds of each of n concepts, -1 being no sentence.
func (a *aligner) holds(at int32, n int) []float32 { return row(a.held, a.rows, at, n) }

// paragraph is what a paragraph holds of each of n concepts, -1 being none.
func (a *aligner) paragraph(at int32, n int) []float32 { return row(a.within, a.inRows, at, n) }

func row(values []float32, rows []int32, at int32, n int) []float32 {
	row := 0
	if at >= 0 {
		row = int(rows[at])
	}
	return values[row*n:][:n]
}

// match is, by concept, the best match in a candidate.
func (a *aligner) match(at int32, n int) []evidence.Match {
	first := int(a.rows[at]-1) * n
	return a.matches[first : first+n : first+n]
}
