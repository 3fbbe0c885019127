package retrieval

// pieces are the second channel: the four letters in a row of which words are
// made. A question has many, and each counts alone; so what an occurrence adds
// to a score is worked out when it is indexed, and the occurrences in all three
// kinds of unit stand in one row.
type pieces struct {
	ids     map[gram]int32
	spans   []int32  // by term id: where its impacts begin; one more at the end
	impacts []impact // units rising
}

// An impact is what a term adds to the BM25 score of a unit.
type impact struct {
	unit   int32 // paragraphs first, then windows, then sentences, as in scratch.score
	weight float32
}

// build indexes the given units.
func (p *pieces) build(b unitBags) {
	df := make([]masses, len(p.ids))
	for k := range b {
		for _, u := range b[k] {
			for _, t := range u.terms {
				df[t.term][k]++
			}
		}
	}
	p.spans = make([]int32, len(p.ids)+1)
	next, total := make([]int32, len(p.ids)), int32(0)
	idfs := df // in its place
	for t := range df {
		p.spans[t], next[t] = total, total
		for k := range b {
			total += int32(df[t][k])
			idfs[t][k] = idf(len(b[k]), df[t][k])
		}
	}
	p.spans[len(p.ids)], p.impacts = total, make([]impact, total)
	unit := int32(0)
	for k, bags := range b {
		norm := params[k].norms(bags)
		for i, u := range bags {
			for _, t := range u.terms {
				p.impacts[next[t.term]] = impact{unit, params[k].weigh(idfs[t.term][k], t.tf, norm[i])}
				next[t.term]++
			}
			unit++
		}
	}
}

// add scores every unit that holds the term.
func (p *pieces) add(scores []float32, term int32, weight float32) {
	for _, i := range p.impacts[p.spans[term]:p.spans[term+1]] {
		scores[i.unit] += weight * i.weight
	}
}
