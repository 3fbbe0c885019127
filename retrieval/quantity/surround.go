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
		case a.ending.made: // 1990'lı, 90'lı yıllar
			if q.Kind != Year {
				q.Kind = Label
			}
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
