package evidence

import (
	"slices"
	"strings"

	"alinti/retrieval/turkish"
)

// A side is the part of a deed that a case stands for, as far as it can tell.
// What stands in a sentence several times may be on several.
type side uint8

const (
	giver  side = 1 << iota // subject, or owner of a clause
	taker                   // to whom
	source                  // from whom
	noSide side = 0
)

func sideOf(c turkish.Case) side {
	switch c {
	case turkish.Bare, turkish.Genitive:
		return giver
	case turkish.Dative:
		return taker
	case turkish.Ablative:
		return source
	}
	return noSide
}

// placed is what a case comes to beside the word that stands after it.
func placed(c turkish.Case, words []turkish.Word, at int) turkish.Case {
	if at+1 == len(words) || c != turkish.Bare && c != turkish.Dative {
		return c
	}
	next := words[at+1].Fold
	switch {
	case c == turkish.Bare && against[next]:
		return turkish.Dative
	case c == turkish.Bare && postpositions[next], c == turkish.Dative && dativePostpositions[next]:
		return turkish.Instrumental
	}
	return c
}

// against are the words that make of a bare name the one that a deed is aimed at.
var against = wordSet("aleyhine aleyhinde lehine lehinde")

// A named is a name of the question, and where it stands in a sentence.
type named struct {
	Party
	first, last int // its concepts
	country     bool
	at          int  // the party of the sentence that bears it, or -1
	other       int  // without one, a party that bears part of it, or -1
	side        side // in the question
}

// name finds the names of the question. A word that belongs to no name before
// it may begin one.
func (q *Question) name(shouts bool) {
	is := func(i int) bool {
		c := q.conceptAt(i)
		if c < 0 {
			return false
		}
		k, w := &q.Concepts[c], &q.Words[i]
		return k.Proper || !shouts && w.Capital && (i > 0 || w.Suffix != "" || !k.Known || adjoin(q.Words, 0) && q.Words[1].Capital)
	}
	goesOn := func(i int) bool { return is(i) && !q.Concepts[q.conceptAt(i)].Apart }
	q.parties = AppendParties(q.parties[:0], q.Words, q.Mentions, q.English, is, goesOn)
	q.names = q.names[:0]
	for _, p := range q.parties {
		first, last := q.conceptAt(p.First), q.conceptAt(p.Last)
		if first >= 0 && last >= 0 {
			q.names = append(q.names, named{Party: p, first: first, last: last, country: q.Concepts[first].Entity})
		}
	}
}

// sides compares the parts that names, and other words, play in the question and
// in the sentence.
func (f *Features) sides(q *Question, c *Candidate) {
	for i := range q.names {
		n := &q.names[i]
		n.find(q, c)
		n.side = sideOf(n.beside(q, c))
	}
	for i := range q.names {
		n := &q.names[i]
		if n.other >= 0 && !q.bears(c, n.other) {
			f[NameOther] = 1
		}
		if n.Head != "" && !n.country && n.ownsOf(c.Facts.Parties) {
			f[OwnerConflict] = 1
		}
	}
	f[RoleSwap] = boolean(q.swapped(c))
}

// find finds the name in a sentence, or else one that shares a word with it and
// lacks another.
func (n *named) find(q *Question, c *Candidate) {
	n.at, n.other = -1, -1
	for j := range c.Facts.Parties {
		p, hits, lacks := &c.Facts.Parties[j], 0, false
		for k := n.first; k <= n.last; k++ {
			m := &c.Matches[k]
			if m.Value > 0 && (p.First <= m.At && m.At <= p.Last || c.Facts.has(p, q.Words[q.Concepts[k].Word].Fold)) {
				hits++
			} else {
				lacks = lacks || q.Concepts[k].Own
			}
		}
		switch {
		case hits == 0:
		case n.country || hits == n.last-n.first+1 || hits > p.Last-p.First:
			n.at, n.other = j, -1
			return
		case lacks:
			n.other = j
		}
	}
}

// has reports whether a word of the party has the stem of the given one.
func (f *Facts) has(p *Party, fold string) bool {
	for i := p.First; i <= p.Last; i++ {
		if o := f.Words[i].Fold; o[0] == fold[0] && turkish.Stem(o) == turkish.Stem(fold) {
			return true
		}
	}
	return false
}

// beside is the case of the name in the question, which may be written without
// an apostrophe: dative for "rusyaya" beside Rusya in the sentence.
func (n *named) beside(q *Question, c *Candidate) turkish.Case {
	w := &q.Words[n.Last]
	if n.at < 0 || n.country || w.Suffix != "" || n.Case != turkish.Bare {
		return n.Case
	}
	rest, ok := strings.CutPrefix(w.Fold, c.Facts.Words[c.Facts.Parties[n.at].Last].Fold)
	if !ok {
		return n.Case
	}
	return placed(turkish.CaseOf(rest), q.Words, n.Last)
}

// bears reports whether a name of the question is that of the sentence's party.
func (q *Question) bears(c *Candidate, party int) bool {
	for i := range q.names {
		if at := q.names[i].at; at >= 0 && c.Facts.Parties[at].Same == c.Facts.Parties[party].Same {
			return true
		}
	}
	return false
}

// ownsOf reports whether what the name owns in the question belongs to another
// in the sentence, and not to it.
func (n *named) ownsOf(ps []Party) (other bool) {
	for j := range ps {
		if ps[j].Head != n.Head {
			continue
		}
		if n.at >= 0 && ps[j].Same == ps[n.at].Same {
			return false
		}
		other = true
	}
	return other
}

// A player is a thing that question and sentence both name, and its sides.
type player struct{ asked, said side }

// swapped reports whether two that stand on different sides in the question have
// changed places in the sentence.
func (q *Question) swapped(c *Candidate) bool {
	var room [16]player
	players := room[:0]
	for i := range q.names {
		if n := &q.names[i]; n.at >= 0 && n.side != noSide {
			players = append(players, player{n.side, c.Facts.sidesOf(n.at)})
		}
	}
	players = q.appendPlayers(players, c, true)
	if !slices.ContainsFunc(players, func(p player) bool { return p.asked != giver && p.said&p.asked == 0 }) {
		return false
	}
	players = q.appendPlayers(players, c, false)
	for i, a := range players {
		for _, b := range players[:i] {
			if a.asked != b.asked && a.said&b.asked != 0 && b.said&a.asked != 0 && a.said&a.asked == 0 && b.said&b.asked == 0 {
				return true
			}
		}
	}
	return false
}

// appendPlayers appends the words outside of names: those that may stand on
// another side than the giver's, as their last letters tell, or the others.
func (q *Question) appendPlayers(to []player, c *Candidate, others bool) []player {
	if q.English {
		return to
	}
	for i := range q.Concepts {
		m, w := &c.Matches[i], &q.Words[q.Concepts[i].Last]
		if m.Value < standIn || mayTurn(w) != others || q.inName(i) {
			continue
		}
		asked, said := turkish.Cases(w, &c.Facts.Words[m.At])
		if a := sideOf(placed(asked, q.Words, q.Concepts[i].Last)); a != noSide {
			to = append(to, player{a, c.Facts.sideAt(m.At, said)})
		}
	}
	return to
}

// mayTurn reports whether a word may be dative or ablative: -a, -e, -an or -en.
func mayTurn(w *turkish.Word) bool {
	s := w.Fold
	if w.Suffix != "" {
		s = w.Suffix
	}
	s = strings.TrimSuffix(s, "n")
	return s != "" && (s[len(s)-1] == 'a' || s[len(s)-1] == 'e')
}

// inName reports whether a concept is part of a name that the sentence has.
func (q *Question) inName(concept int) bool {
	for i := range q.names {
		if n := &q.names[i]; n.first <= concept && concept <= n.last {
			return n.at >= 0
		}
	}
	return false
}

// sidesOf are all the sides that a party stands on.
func (f *Facts) sidesOf(party int) (s side) {
	for i := range f.Parties {
		if f.Parties[i].Same == f.Parties[party].Same {
			s |= sideOf(f.Parties[i].Case)
		}
	}
	return s
}

// sideAt is the side of the word at a position: of its name's, if it is part of
// one, or by its own case.
func (f *Facts) sideAt(at int, own turkish.Case) side {
	for i := range f.Parties {
		if p := &f.Parties[i]; p.First <= at && at <= p.Last {
			return sideOf(p.Case)
		}
	}
	return sideOf(placed(own, f.Words, at))
}
