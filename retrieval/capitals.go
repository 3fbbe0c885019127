package retrieval

// capitals are what a collection's capitals say of its names.
type capitals struct {
	names  []bool            // by stem: it is written with a capital within sentences, and never without
	begins []bool            // by stem: a name begins with it
	inside map[[2]int32]bool // two stems that stand side by side in a name
}

// name learns the collection's capitals, and finds the names of its sentences.
func (x *Index) name() {
	n := len(x.stems.ids)
	c, small := capitals{make([]bool, n), make([]bool, n), make(map[[2]int32]bool)}, make([]bool, n)
	for i := range x.sentences {
		s := &x.sentences[i]
		for j, w := range s.words {
			stem := s.stems[j]
			if !w.Capital {
				small[stem] = true
				continue
			}
			beside := j > 0 && s.words[j-1].Capital && s.words[j-1].Suffix == "" && s.words[j-1].Tail+1 == w.Start
			if beside {
				c.inside[[2]int32{s.stems[j-1], stem}] = true
			}
			if w.Suffix != "" || j > 0 && !s.s.Heading {
				c.names[stem] = true
				c.begins[stem] = c.begins[stem] || !beside
			}
		}
	}
	for stem := range small {
		c.names[stem] = c.names[stem] && !small[stem]
	}
	x.capitals = c
	for i := range x.sentences {
		s := &x.sentences[i]
		s.facts.Name(s.doc.Language == "en", len(s.stems) > 0 && c.proper(s.stems[0]))
	}
}

// proper reports whether the collection never writes a stem, -1 for one that it
// does not have, without a capital.
func (c *capitals) proper(stem int32) bool { return stem >= 0 && c.names[stem] }

// part reports whether a name ends between two stems: the second begins names,
// and none has it after the first.
func (c *capitals) part(a, b int32) bool {
	return a >= 0 && b >= 0 && c.begins[b] && !c.inside[[2]int32{a, b}]
}
