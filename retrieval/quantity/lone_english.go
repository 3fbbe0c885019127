package quantity

// englishStands reads one English number word.
func (p *parser) englishStands(a *amount, t *token) bool {
	switch t.num.class {
	case half:
		return p.englishHalf(a)
	case quarter:
		return t.num.plural && p.numberWordBefore(a.from) || p.is(a.from-1, "a") && (p.is(a.to, "of") || p.unitAt(a.to).name != "")
	case dozen:
		return t.num.plural || p.is(a.from-1, "a") || p.is(a.from-1, "per") || p.is(a.from-1, "several")
	case unit:
		if t.num.ordinal {
			return p.englishOrdinal(a, t)
		}
		if t.num.n == 1 {
			return p.englishOne(a)
		}
	case hundred, scale:
		switch string(p.folded(a.from - 1)) {
		case "several", "few", "many":
			a.vague = true
		}
		if t.capital && !t.num.plural && p.hyphen(a.from-1) {
			return false // Oxnard-Thousand Oaks
		}
	case ten:
		if t.num.plural { // tens of thousands
			return a.vague && (a.to > a.from+1 || p.is(a.to, "of"))
		}
		return t.num.n != 10 || p.lang == englishText || p.unitAt(a.to).name != "" || p.countable(a.to)
	}
	return true
}

// englishHalf: the second half, half-brother and halftime are no halves.
func (p *parser) englishHalf(a *amount) bool {
	if p.hyphen(a.to) || a.from > 0 && p.hyphen(a.from-1) {
		return false
	}
	switch string(p.folded(a.from - 1)) {
	case "first", "second", "third", "other", "latter", "better", "final", "northern", "southern", "eastern", "western", "upper", "lower":
		return false
	}
	switch string(p.folded(a.to)) {
	case "time", "life", "way", "back", "brother", "sister", "board":
		return false
	}
	return true
}

// englishOrdinal: a second is also a unit of time; thirds belong to fractions.
func (p *parser) englishOrdinal(a *amount, t *token) bool {
	if t.num.plural {
		return false
	}
	if p.is(a.from-1, "at") && t.num.n == 1 {
		return false // at first
	}
	if t.num.n != 2 {
		return true
	}
	switch string(p.folded(a.from - 1)) {
	case "per", "each", "every", "split", "one", "a":
		return p.is(a.from-1, "a") && p.content(a.to) &&
			!p.is(a.to, "later") && !p.is(a.to, "ago") && !p.is(a.to, "earlier")
	}
	return true
}

// englishOne: "one" counts before what can be counted, not as a pronoun.
func (p *parser) englishOne(a *amount) bool {
	if a.from > 0 && p.hyphen(a.from-1) || a.to < len(p.toks) && p.toks[a.from].suffixed {
		return false
	}
	switch string(p.folded(a.from - 1)) {
	case "only", "just", "exactly", "than":
		return true
	case "no", "the", "this", "that", "which", "each", "every", "another", "any", "some", "at", "s":
		return false
	}
	if a.to >= len(p.toks) || p.toks[a.to].kind != word {
		return p.hyphen(a.to)
	}
	if before := p.folded(a.from - 1); len(before) > 4 && (string(before[len(before)-2:]) == "er" || string(before[len(before)-3:]) == "est") {
		return false // the larger one
	}
	next := p.folded(a.to)
	switch string(next) {
	case "or":
		return p.orMore(a.to).qualifier != Unqualified
	case "another", "can", "may", "must", "could", "should", "would", "will", "might", "who", "whose", "such", "s", "side", "day":
		return false
	}
	return p.content(a.to)
}
