package check

import "slices"

// checkScales returns the first word of the statement that says one end of a
// scale where the quotes say only the other: weakened for strengthened, high
// for low. A denial beside the word turns it round.
func checkScales(s reading, quotes []source) string {
	for i, t := range s.terms {
		if slices.ContainsFunc(quotes, func(q source) bool { return q.carriesPlain(t) }) {
			continue
		}
		turned, kept := false, false
		for _, sn := range t.senses {
			if sn.kind != idea || sn.sign == 0 {
				continue
			}
			sign := sn.sign
			if s.deniedAt(i) {
				sign = -sign
			}
			if ends := ends(sn.name, quotes); slices.Contains(ends, sign) {
				kept = true
			} else if len(ends) > 0 {
				turned = true
			}
		}
		if turned && !kept {
			return t.fold()
		}
	}
	return ""
}

// carriesPlain reports whether a sense of the term that is no scale stands in
// the source.
func (q source) carriesPlain(t term) bool {
	return slices.ContainsFunc(t.senses, func(s sense) bool { return s.kind == idea && s.sign == 0 && q.hasIdea(s.name) })
}

func (r reading) hasIdea(name string) bool {
	return slices.ContainsFunc(r.terms, func(t term) bool { return t.is(name) })
}

// ends are the signs with which the quotes name the scale.
func ends(scale string, quotes []source) []int8 {
	var signs []int8
	for _, q := range quotes {
		for _, t := range q.terms {
			for _, s := range t.senses {
				if s.kind == idea && s.name == scale {
					signs = append(signs, s.sign)
				}
			}
		}
	}
	return signs
}

// deniedAt reports whether a denial stands right beside the term: not low,
// eşit değil.
func (r reading) deniedAt(i int) bool {
	if r.english {
		return i > 0 && r.terms[i-1].has(denial)
	}
	return i+1 < len(r.terms) && r.terms[i+1].fold() == "degil"
}
