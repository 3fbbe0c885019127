package quantity

import (
	"bytes"

	"alinti/retrieval/turkish"
)

// before reads the qualifier that ends before token i, and where it begins.
func (p *parser) before(i int) (Qualifier, int) {
	j := i - 1
	if j >= 0 && (p.toks[j].r == '~' || p.toks[j].r == '≈') {
		return About, j
	}
	if p.is(j, "a") || p.is(j, "an") || p.is(j, "toplam") || p.is(j, "the") {
		j--
	}
	switch string(p.folded(j)) {
	case "az":
		return p.pair(j, i, "en", AtLeast)
	case "fazla", "cok":
		return p.pair(j, i, "en", AtMost)
	case "asgari":
		return AtLeast, j
	case "azami":
		return AtMost, j
	case "yaklasik", "takriben", "tahminen", "kabaca", "approximately", "roughly", "circa", "about", "around":
		return About, j
	case "some":
		if !p.toks[i].num.ordinal {
			return About, j
		}
	case "olarak":
		return p.pair(j, i, "yaklasik", About)
	case "yukari":
		return p.pair(j, i, "asagi", About)
	case "neredeyse", "nerdeyse", "nearly", "almost":
		return Nearly, j
	case "hemen":
		return p.pair(j, i, "hemen", Nearly)
	case "least":
		return p.pair(j, i, "at", AtLeast)
	case "most":
		return p.pair(j, i, "at", AtMost)
	case "over", "exceeding", "above":
		return MoreThan, j
	case "under", "below":
		return LessThan, j
	case "than":
		return p.than(j, i)
	case "to":
		return p.upTo(j, i)
	case "many", "much":
		if p.is(j-1, "as") {
			return Unqualified, i
		}
	case "as":
		if (p.is(j-1, "many") || p.is(j-1, "much")) && p.is(j-2, "as") {
			return AtMost, j - 2
		}
	}
	return Unqualified, i
}

// pair is q when the word before token j is first.
func (p *parser) pair(j, i int, first string, q Qualifier) (Qualifier, int) {
	if p.is(j-1, first) {
		return q, j - 1
	}
	return Unqualified, i
}

// than reads "more than" and "no fewer than"; than is token j.
func (p *parser) than(j, i int) (Qualifier, int) {
	no := p.is(j-2, "no") || p.is(j-2, "not")
	q := Unqualified
	switch string(p.folded(j - 1)) {
	case "more", "greater", "larger", "higher", "longer", "older":
		q = MoreThan
		if no {
			q = AtMost
		}
	case "less", "fewer", "lower", "smaller", "younger":
		q = LessThan
		if no {
			q = AtLeast
		}
	default:
		return q, i
	}
	if no {
		return q, j - 2
	}
	return q, j - 1
}

// upTo reads "up to" and "close to"; to is token j.
func (p *parser) upTo(j, i int) (Qualifier, int) {
	switch string(p.folded(j - 1)) {
	case "up":
		return AtMost, j - 1
	case "close":
		return Nearly, j - 1
	}
	return Unqualified, i
}

// A qualifierMatch is a qualifier found behind a number; to is the token after it.
type qualifierMatch struct {
	qualifier Qualifier
	to        int
}

// after reads the qualifier at token i, behind a number or unit in the given case.
func (p *parser) after(i int, kase turkish.Case) qualifierMatch {
	if p.glued(i, '+') && (p.toks[i-1].kind == digits || p.toks[i-1].num.class != none) {
		return qualifierMatch{AtLeast, i + 1}
	}
	b := p.folded(i)
	is := func(front string) bool { return bytes.HasPrefix(b, []byte(front)) }
	one := func(q Qualifier) qualifierMatch { return qualifierMatch{q, i + 1} }
	switch {
	case len(b) == 0:
	case string(b) == "or":
		return p.orMore(i)
	case is("civar"), is("dolay") && !is("dolayi"), is("dolayind"):
		return one(About)
	case string(b) == "kadar":
		if kase == turkish.Dative {
			return one(AtMost)
		}
		return one(About)
	case kase == turkish.Ablative && (is("fazla") || string(b) == "cok" || is("cogu")):
		return one(MoreThan)
	case kase == turkish.Ablative && (string(b) == "az" || is("azi") || is("daha") && p.is(i+1, "az")):
		return one(LessThan)
	case kase == turkish.Ablative && is("daha") && p.is(i+1, "fazla"):
		return qualifierMatch{MoreThan, i + 2}
	case kase == turkish.Accusative && (is("ask") || is("asan") || is("asmis") || is("asti") || is("gecen") || is("gecmis") || is("gecti")):
		return one(MoreThan)
	case kase == turkish.Accusative && (is("bulan") || is("bulmus")):
		return one(About)
	case kase == turkish.Dative && is("yakin"):
		return one(Nearly)
	case kase == turkish.Genitive && (is("uzerin") || is("ustund")):
		return one(MoreThan)
	case kase == turkish.Genitive && is("altind"):
		return one(LessThan)
	case string(b) == "ve" && p.is(i+1, "uzeri"), string(b) == "ve" && p.is(i+1, "uzerinde"):
		return qualifierMatch{AtLeast, i + 2}
	}
	return qualifierMatch{to: i}
}

// orMore reads "or more" and its like at token i.
func (p *parser) orMore(i int) qualifierMatch {
	switch string(p.folded(i + 1)) {
	case "more":
		return qualifierMatch{AtLeast, i + 2}
	case "less", "fewer":
		return qualifierMatch{AtMost, i + 2}
	case "so":
		return qualifierMatch{About, i + 2}
	}
	return qualifierMatch{to: i}
}
