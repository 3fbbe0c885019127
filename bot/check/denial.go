package check

import "slices"

// A stretch is a part of a reading between commas: one assertion, mostly.
type stretch []term

// stretches cuts the reading at commas, semicolons and sentence ends. A part
// with fewer than two words to compare belongs to the one before it, or after it
// if it is the first.
func (r reading) stretches() []stretch {
	var list []stretch
	begin := 0
	flush := func(end int) {
		part := stretch(r.terms[begin:end])
		if len(part.keys()) < 2 {
			if len(list) == 0 && end < len(r.terms) {
				return // it belongs to the one after
			}
			if len(list) > 0 {
				last := &list[len(list)-1]
				*last, begin = append(slices.Clip(*last), part...), end
				return
			}
		}
		if len(part) > 0 {
			list, begin = append(list, part), end
		}
	}
	for i, t := range r.terms {
		if i > begin && (t.after(",;.!?") || t.fold() == "but" || t.fold() == "ama" || t.fold() == "ancak") {
			flush(i)
		}
	}
	flush(len(r.terms))
	return list
}

// keys are what the stretch speaks of: the ideas and unknown words in it.
func (s stretch) keys() []string {
	var keys []string
	for _, t := range s {
		if t.only(filler, denial, claimed, maybe) || t.is("say") {
			continue
		}
		if len(t.senses) == 0 {
			keys = append(keys, stemOf(t))
		}
		for _, sn := range t.senses {
			if sn.kind == idea || sn.kind == name {
				keys = append(keys, sn.name)
			}
		}
	}
	return keys
}

// closest returns the stretches of the quotes that share most with s.
func (s stretch) closest(quotes []source) []stretch {
	keys := s.keys()
	var best []stretch
	most := 0
	for _, q := range quotes {
		for _, part := range q.stretches() {
			n := 0
			for _, k := range part.keys() {
				if slices.Contains(keys, k) {
					n++
				}
			}
			if n > most {
				best, most = nil, n
			}
			if n == most && n > 0 {
				best = append(best, part)
			}
		}
	}
	return best
}

// checkDenials returns the stretch of the statement that denies what the
// closest part of the quotes asserts, or asserts what it denies.
func checkDenials(s reading, quotes []source) string {
	for _, part := range s.stretches() {
		near := part.closest(quotes)
		if len(near) == 0 {
			near = nil
			for _, q := range quotes {
				near = append(near, stretch(q.terms))
			}
		}
		said := part.denies(s.english)
		if !slices.ContainsFunc(near, func(n stretch) bool { return n.denies(false) == said }) {
			return "denial"
		}
	}
	return ""
}

// denies reports whether the stretch denies something. A denial that only
// turns a word round (not low) or bounds a number (no more than 5) is none.
func (s stretch) denies(inEnglish bool) bool {
	for i := range s {
		if s.deniesAt(i, inEnglish) {
			return true
		}
	}
	return false
}

// deniesAt reports whether the term at i denies.
func (s stretch) deniesAt(i int, inEnglish bool) bool {
	t := s[i]
	if t.denied {
		return !t.is("exceed") || !s.numbered()
	}
	if !t.has(denial) {
		return false
	}
	if i+1 < len(s) {
		next := s[i+1]
		if next.fold() == "only" || bounds(next.fold()) && i+2 < len(s) && s[i+2].first().Number {
			return false
		}
		if inEnglish && (next.signed() || next.is("exceed") && s.numbered()) {
			return false
		}
	}
	return inEnglish || i == 0 || t.fold() != "degil" || !s[i-1].signed()
}

func bounds(phrase string) bool {
	return phrase == "more than" || phrase == "less than" || phrase == "fewer than"
}

func (r reading) indices() []int {
	list := make([]int, len(r.terms))
	for i := range list {
		list[i] = i
	}
	return list
}

func (s stretch) numbered() bool {
	return slices.ContainsFunc(s, func(t term) bool { return t.first().Number })
}

// signed reports whether the term is an end of a scale.
func (t term) signed() bool {
	return slices.ContainsFunc(t.senses, func(s sense) bool { return s.kind == idea && s.sign != 0 })
}

// checkCertainty returns what the statement vouches for while the closest part
// of the quotes only claims it, or thinks it possible.
func checkCertainty(s reading, quotes []source) string {
	all := stretch(s.terms)
	if all.hedged() {
		return ""
	}
	near := all.closest(quotes)
	if len(near) == 0 {
		return ""
	}
	plain := slices.ContainsFunc(near, func(n stretch) bool { return !n.hedged() })
	if !plain {
		return "certainty"
	}
	return ""
}

func (s stretch) hedged() bool {
	return slices.ContainsFunc(s, func(t term) bool { return t.may || t.has(claimed) || t.has(maybe) })
}
