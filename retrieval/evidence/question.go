package evidence

import (
	"math"
	"strings"

	"alinti/retrieval/turkish"
	"alinti/retrieval/when"
)

// A Question is what evidence is looked for.
type Question struct {
	Words    []turkish.Word
	Asked    Asked
	Concepts []Concept
	Mentions []Mention // countries that it names
	Numbers  []Number
	Without  Group       // signals to leave at 0, to measure what they are worth
	Dates    []when.Date // that it names; what "last year" means to its asker is not known, and left open
	English  bool        // it is in English
	Future   bool        // it asks about what is to come
	known
}

// known is what follows from the question alone, whatever the sentence.
type known struct {
	mass, top float64  // the idf of the concepts, together and the highest
	features  Features // those that are the same for every sentence; 0 the others
	head      int      // the concept that it asks about, or -1
	role      bool     // it asks who holds an office: başkanı kim
	roles     []role   // by mention
	parties   []Party  // all that it names
	names     []named
}

// Prepare finds what follows from the question alone. It is to be called once
// all else is there, and before [Weigh].
func (q *Question) Prepare() {
	q.known = known{head: -1, roles: q.roles[:0], parties: q.parties, names: q.names}
	var unknown, rarestUnknown float64 // the idf of what the collection does not know, together and the highest
	shouts, strange := q.shouts(), false
	for i := range q.Concepts {
		k := &q.Concepts[i]
		g := float64(k.IDF)
		q.mass += g
		q.top = max(q.top, g)
		if !k.Known {
			unknown += g
			rarestUnknown = max(rarestUnknown, g)
		}
		w := &q.Words[k.Word]
		name := !shouts && !k.Entity && w.Capital
		k.sort = !k.Entity && q.Asked.sort(q.Words, k.Word)
		k.name = name && (k.Word > 0 || w.Suffix != "")
		strange = strange || name && !k.Known && (k.Strange || k.Word > 0)
	}
	if q.mass == 0 {
		q.mass, q.top = 1, 1
	}
	f := &q.features
	f[Concepts] = math.Log(float64(1 + len(q.Concepts)))
	f[UnknownMass], f[RarestUnknown] = unknown/q.mass, rarestUnknown/q.top
	if l := len(q.Concepts); l > 0 {
		f[LastUnknown] = boolean(!q.Concepts[l-1].Known)
	}
	if q.Without&Kinds == 0 {
		f[AsksYesNo], f[AsksNumber], f[AsksName] = boolean(q.Asked.Kind == YesNo), boolean(q.Asked.Kind == Count), boolean(q.Asked.Kind == Name)
	}
	if q.Without&Names == 0 {
		f[NameUnknown] = boolean(strange)
	}
	q.name(shouts)
	if q.Asked.Head >= 0 {
		q.head = q.conceptAt(q.Asked.Head)
		q.role = q.Asked.Kind == Person && isPerson(q.Words[q.Asked.Head].Fold)
	}
	for i := range q.Mentions {
		q.roles = append(q.roles, role{q.conceptAt(q.Mentions[i].First), q.owners(i)})
	}
}

// Among tells the question what its candidates together say of it; matches are
// theirs, by candidate and concept.
func (q *Question) Among(matches []Match) {
	said := 0.0
	for i := range q.Concepts {
		best := float32(0)
		for j := i; j < len(matches); j += len(q.Concepts) {
			best = max(best, matches[j].Value)
		}
		said += float64(q.Concepts[i].IDF) * float64(best)
	}
	q.features[PoolCover] = said / q.mass
}

// IsComing reports whether a folded word of a question speaks of what is to
// come: will, or by its suffix -acak, -ecek, -acağ or -eceğ, as in bitecek and
// yapacağı, but not bitecekti.
func IsComing(fold string) bool {
	for i := 0; i+3 < len(fold); i++ {
		if c := fold[i]; (c == 'a' || c == 'e') && fold[i+1] == 'c' && fold[i+2] == c && (fold[i+3] == 'k' || fold[i+3] == 'g') {
			return !strings.HasPrefix(fold[i+4:], "ti")
		}
	}
	return fold == "will"
}

// shouts reports whether every word of the question begins with a capital, so
// that a capital marks no name.
func (q *Question) shouts() bool {
	for _, w := range q.Words {
		if !w.Capital && !w.Number {
			return false
		}
	}
	return len(q.Words) > 1
}
