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
		if t.only(filler, denial, claimed, maybe, chance) || t.is("say") {
			continue
		}
		keys = append(keys, t.stands...)
		if len(t.senses) == 0 {
			keys = append(keys, stemOf(t))
		}
		for _, sn := range t.senses {
			if sn.kind == idea || sn.kind == name {
				keys = append(keys, sn.name)
			}
		}
	}
	slices.Sort(keys)
	return slices.Compact(keys)
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
		if i := slices.IndexFunc(part, func(t term) bool { return t.refused && !t.denied && !t.answered }); i >= 0 && !said {
			return part[i].fold()
		}
		if slices.ContainsFunc(near, func(n stretch) bool { return n.denies(false) == said }) {
			continue
		}
		if said && (part.deniesWhatOneDenies(s.english, quotes) || part.deniesWhatIsPrevented(near)) {
			continue
		}
		return "denial"
	}
	return ""
}

// deniesWhatOneDenies reports whether the very thing that the stretch denies is
// denied somewhere in the quotes, be it in a stretch that shares less with it.
func (s stretch) deniesWhatOneDenies(inEnglish bool, quotes []source) bool {
	keys := s.deniedKeys(inEnglish)
	return slices.ContainsFunc(quotes, func(q source) bool {
		return slices.ContainsFunc(q.stretches(), func(n stretch) bool {
			return n.denies(q.english) && overlap(keys, n.deniedKeys(q.english))
		})
	})
}

// deniesWhatIsPrevented reports whether the quotes say in a word of preventing
// what the stretch says with a denial; to deny that word itself is another thing.
func (s stretch) deniesWhatIsPrevented(near []stretch) bool {
	prevents := func(t term) bool { return t.is("prevent") }
	return !slices.ContainsFunc(s, prevents) && slices.ContainsFunc(near, func(n stretch) bool { return slices.ContainsFunc(n, prevents) })
}

// reach is how many words to compare a denial is taken to hold for: those after
// it in English, those up to it in Turkish.
const reach = 2

func (s stretch) deniedKeys(inEnglish bool) []string {
	var keys []string
	for i, t := range s {
		if !t.denied && (!t.has(denial) || t.answered) {
			continue
		}
		step, left := -1, reach
		if inEnglish {
			step = 1
		}
		for j := i; j >= 0 && j < len(s) && left >= 0; j += step {
			if k := s[j : j+1].keys(); len(k) > 0 {
				keys = append(keys, k...)
				left--
			}
		}
	}
	return keys
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
		bound := t.is("exceed") || i > 0 && slices.Contains(turners, s[i-1].fold())
		return !bound || !s.numbered()
	}
	if !t.has(denial) || t.answered {
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
	return inEnglish || i == 0 || t.fold() != "degil" || !s[i-1].signed() && !slices.Contains(turners, s[i-1].fold())
}

// turners make a denial after them part of a number: 13 binden az değil.
var turners = []string{"az", "fazla", "cok", "daha az", "daha fazla"}

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
