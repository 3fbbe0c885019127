package quantity

import (
	"bytes"

	"alinti/retrieval/turkish"
)

// surround adds to q what stands around its number: the qualifier before or
// after it and the unit. It returns the token to go on with.
func (p *parser) surround(q *Quantity, a *amount, i, to int) int {
	before, from := p.before(i)
	if from < i {
		q.PhraseStart = p.toks[from].start
	}
	q.Qualifier = before
	kase, j := a.ending.kase, to
	post := p.after(j, kase)
	if post.qualifier == Unqualified && (a.ending == (ending{}) || a.ending.made || a.ending.each || a.ending.vague || q.Kind == Ordinal) {
		if a.vague && p.is(j, "of") {
			j++
		}
		kase, j = p.unit(q, a, j)
		post = p.after(j, kase)
	}
	if q.Kind == Ordinal || q.Kind == Year && (post.qualifier == AtMost || post.qualifier == About) {
		post.qualifier = Unqualified // 2011'e kadar: until then
	}
	if post.qualifier != Unqualified {
		if before == Unqualified || before == About {
			q.Qualifier = post.qualifier
		}
		q.PhraseEnd = p.toks[post.to-1].end
		j = max(j, post.to)
		if q.UnitEnd == 0 && q.Kind != Fraction && q.Kind != Percent {
			_, j = p.unit(q, a, post.to)
		}
	}
	if q.Kind == Year && q.Qualifier != Unqualified && q.Qualifier != About {
		q.Kind = Plain
	}
	if q.Unit != "" && q.UnitEnd > 0 {
		return max(j, to)
	}
	return to
}

// unit reads what the number counts, at token i, and returns its case.
func (p *parser) unit(q *Quantity, a *amount, i int) (turkish.Case, int) {
	if p.hyphen(i) && p.toks[i+1].kind == word {
		i++
	}
	if q.Kind == Label {
		return turkish.Unknown, i
	}
	u := p.unitAt(i)
	if u.name == "" || q.Kind == Ordinal || q.Kind == Percent || q.Kind == Money {
		return p.counted(q, i)
	}
	if u.name == "year" && p.ofYear(i) {
		switch n, whole := q.Value.Int(); {
		case a.ending.made: // 90'lı yıllar
			q.Kind = Label
			return turkish.Unknown, i
		case q.Kind == Year || q.Kind == Plain && whole && 100 <= n && n <= 2100:
			q.Kind, q.UnitStart, q.UnitEnd = Year, u.start, u.end
			return turkish.Unknown, u.to
		}
	}
	q.Unit, q.UnitStart, q.UnitEnd, q.PhraseEnd = u.name, u.start, u.end, max(u.end, q.PhraseEnd)
	if q.Kind == Plain || q.Kind == Year || q.Kind == Fraction || q.Kind == Vague && u.kind == Money {
		q.Kind = u.kind
	}
	return nounCase(p.folded(u.to - 1)), u.to
}

// ofYear reports whether token i says "in the year": yılında, yılı, not yıl.
func (p *parser) ofYear(i int) bool {
	b := p.folded(i)
	return len(b) > 3 && bytes.HasPrefix(b, []byte("yil")) && (b[3] == 'i' || bytes.HasPrefix(b, []byte("yillar"))) || len(b) > 4 && bytes.HasPrefix(b, []byte("senes"))
}

// counted takes the word at token i for what is counted, unless it is one that
// only joins.
func (p *parser) counted(q *Quantity, i int) (turkish.Case, int) {
	if i >= len(p.toks) || p.toks[i].kind != word || p.toks[i].num.class != none {
		return turkish.Unknown, i
	}
	if !p.content(i) {
		return turkish.Unknown, i
	}
	if q.Kind == Year && p.countable(i) {
		q.Kind = Plain
	}
	q.UnitStart, q.UnitEnd = p.toks[i].start, p.toks[i].end
	return nounCase(p.folded(i)), i + 1
}

// nounCase guesses the case of a Turkish noun by its last letters.
func nounCase(b []byte) turkish.Case {
	for _, e := range []string{"dan", "den", "tan", "ten"} {
		if bytes.HasSuffix(b, []byte(e)) {
			return turkish.Ablative
		}
	}
	if len(b) == 0 {
		return turkish.Unknown
	}
	switch b[len(b)-1] {
	case 'a', 'e':
		return turkish.Dative
	case 'i', 'u':
		return turkish.Accusative
	case 'n':
		return turkish.Genitive
	}
	return turkish.Bare
}

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
	if p.glued(i, '+') {
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
