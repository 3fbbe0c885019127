package check

import "slices"

// A statement vouches for too much when the quotes only claim a thing, think it
// possible, expect it or announce it, and the statement says that it is so.

// checkCertainty returns what the statement vouches for while the closest part
// of the quotes does not: a verb that there only may be, or the whole of it.
func checkCertainty(s reading, quotes []source) string {
	all := stretch(s.terms)
	if all.insists() && !holdsStretch(quotes, stretch.insists) && holdsStretch(quotes, stretch.hedged) {
		return "insists"
	}
	if i := slices.IndexFunc(s.terms, func(t term) bool { return t.open && !t.may }); i >= 0 && !all.hedged() {
		return s.terms[i].fold()
	}
	near := all.closest(quotes)
	if len(near) == 0 || slices.ContainsFunc(near, func(n stretch) bool { return !n.hedged() && !n.toCome() }) {
		return ""
	}
	if slices.ContainsFunc(near, stretch.hedged) {
		if !all.hedgedLike(near) {
			return "certainty"
		}
		return ""
	}
	if !all.hedged() && !all.toCome() && all.happened(s.english) {
		return "to come"
	}
	return ""
}

func holdsStretch(quotes []source, is func(stretch) bool) bool {
	return slices.ContainsFunc(quotes, func(q source) bool { return slices.ContainsFunc(q.stretches(), is) })
}

// hedged reports whether the stretch claims or thinks possible.
func (s stretch) hedged() bool {
	return slices.ContainsFunc(s, func(t term) bool { return t.may || t.has(claimed) || t.has(maybe) || t.has(chance) })
}

// hedgedLike is hedged, but a noun (the risk, the potential) that the quotes
// hedge about is no hedge of its own: "reduces the risk" for "may reduce the risk".
func (s stretch) hedgedLike(near []stretch) bool {
	nouns := true
	for _, t := range s {
		switch {
		case t.may || t.has(claimed) || t.has(maybe):
			return true
		case t.has(chance):
			nouns = false
		}
	}
	if nouns {
		return false
	}
	return slices.ContainsFunc(near, func(n stretch) bool {
		return !slices.ContainsFunc(n, func(t term) bool { return t.has(chance) }) ||
			!slices.ContainsFunc(n, func(t term) bool { return t.may || t.has(claimed) || t.has(maybe) })
	})
}

// insists reports whether the stretch says that there is no doubt, or that it
// has come about already.
func (s stretch) insists() bool {
	return slices.ContainsFunc(s, func(t term) bool { return t.is("insist") })
}

var (
	future = newPattern(`[ae]c[ae](k|g)([a-z]*)$`)
	past   = newPattern(`([dt][iu]|m[iu]s|m[iu]st[iu]r|[iu]yor|[iu]yordu)$`)
)

// toCome reports whether the stretch speaks of what is still to come, and of
// nothing that is or was but of someone's saying so.
func (s stretch) toCome() bool {
	ahead := false
	for _, t := range s {
		f := t.last().Fold
		switch {
		case f == "will" || f == "shall" || t.is("expected", "plan"):
			ahead = true
		case t.is("say") || t.only(filler):
		case future.MatchString(f) && len(f) > 6:
			ahead = true
		case past.MatchString(f) && len(f) > 4 && !t.is("think"):
			return false
		}
	}
	return ahead
}

// happened reports whether the stretch says that something has come about.
func (s stretch) happened(inEnglish bool) bool {
	return slices.ContainsFunc(s, func(t term) bool {
		f := t.last().Fold
		if inEnglish {
			return f == "has" || f == "have" || f == "had" || f == "was" || f == "were" || f == "did" || pastTense.MatchString(f)
		}
		return past.MatchString(f) && len(f) > 4 && !t.is("say")
	})
}

var pastTense = newPattern(`..ed$`)
