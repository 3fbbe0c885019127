package check

import (
	"slices"
	"strings"

	"alinti/retrieval/turkish"
)

// Turkish marks who does what to whom by case: the one who gives stands bare or,
// in a clause that is part of another, in the genitive; who gets it stands in the
// dative; whom it comes from in the ablative.

var (
	passive    = newPattern(`(il|in|lan)(d[iu]|en|an|m[iu]s|iyor|ac|ec|d[iu]g|ma|me)`)
	possessed  = newPattern(`([bcdfghjklmnprstvyz][iu]|s[iu])(n[iu]n|n[ae]|n[iu]|nd[ae]|nd[ae]n|nc[ae])?$`)
	ownEnding  = newPattern(`(s[iu]|s[iu]n\w+|[iu]n([iu]n|[ae]|d[ae]|d[ae]n))$`) // not a mere accusative
	adjectives = []string{"rus", "alman", "amerikan", "turk", "fransiz", "ingiliz", "japon", "hint", "cince"}
)

// A part is what a name does in its clause.
type part struct {
	who  string
	kase turkish.Case
	own  bool // it says whose the next word is, or of what kind
}

// partOf reads the part of the name at i; ok is false when there is none or it
// takes no part: against, according to, on.
func (r reading) partOf(i int) (p part, ok bool) {
	who, ok := r.party(i)
	if !ok {
		return part{}, false
	}
	p = part{who: who, kase: turkish.CaseOf(r.terms[i].suffix())}
	if slices.Contains(adjectives, r.terms[i].fold()) {
		p.kase = turkish.Adjectival
	}
	next := ""
	if i+1 < len(r.terms) {
		next = r.terms[i+1].fold()
	}
	switch {
	case next == "karsi" || next == "gore" || strings.HasPrefix(next, "uzerinde"):
		return part{}, false
	case next == "ile" || next == "ve":
		p.kase = turkish.Instrumental
	case p.kase == turkish.Adjectival:
		p.own = true
	case p.kase == turkish.Bare:
		p.own = r.ofWhat(i + 1)
	case p.kase == turkish.Genitive:
		p.own = r.plainWord(i+1) && r.ownsSoon(i+1)
	}
	return p, true
}

// ofWhat reports whether the words from i make a compound with the bare name
// before them: Kuzey Kore lideri, Kuzey Kore savunma sanayisine.
func (r reading) ofWhat(i int) bool {
	if !r.plainWord(i) || r.terms[i].is("return") {
		return false
	}
	return possessed.MatchString(r.terms[i].last().Fold) ||
		r.plainWord(i+1) && possessed.MatchString(r.terms[i+1].last().Fold) && toward.MatchString(r.terms[i+1].last().Fold)
}

// ownsSoon reports whether one of the next words bears the ending of a thing that
// is someone's. A genitive without one is the doer of a clause: in "Rusya’nın
// teknolojik modernizasyonda rol oynadığı" nothing is Russia's.
func (r reading) ownsSoon(i int) bool {
	for j := i; j < min(len(r.terms), i+4); j++ {
		f := r.terms[j].last().Fold
		if verbal.MatchString(f) || j > i && r.terms[j].after(",;.") {
			return false
		}
		if possessed.MatchString(f) {
			return true
		}
	}
	return false
}

// plainWord reports whether a word to compare stands at i, right after the one
// before it: no name, number, filler or word of giving.
func (r reading) plainWord(i int) bool {
	if i >= len(r.terms) || r.terms[i].after(",;") {
		return false
	}
	t := r.terms[i]
	_, named := t.known()
	return !named && !t.first().Number && !r.inNumber(t) && !t.only(filler, denial, claimed, maybe, chance) && !t.is("give", "receive", "wage")
}

func (r reading) turkishFlows() []flow {
	var flows []flow
	begin := 0
	var last []string // who acted before, and acts still when no one else is named
	for i, t := range r.terms {
		if !t.is("give", "receive") && t.deed() == "" {
			continue
		}
		c := r.cast(begin, i)
		if len(c.actor) == 0 && !passive.MatchString(t.last().Fold) {
			c.actor = last
		}
		f := flow{keys: r.keysOf(begin, r.afterVerb(i))}
		switch {
		case t.deed() != "":
			f.deed, f.src = t.deed(), c.actor
		case passive.MatchString(t.last().Fold):
			f.src, f.dst = append(c.from, c.by...), c.to
		case t.is("receive") && !t.is("give"):
			f.src, f.dst = c.from, c.actor
			if len(c.actor) == 0 || len(c.to) > 0 && len(c.from) > 0 {
				f.dst = c.to // something came to someone
			}
		default:
			f.src, f.dst = c.actor, c.to
		}
		if len(f.src)+len(f.dst) > 0 {
			flows = append(flows, f)
		}
		last, begin = c.actor, i+1
	}
	return flows
}

// afterVerb is where what is said of a verb's object ends, as in "sağladığı
// silahların değeri 9,8 milyar dolar".
func (r reading) afterVerb(i int) int {
	for j := i + 1; j < len(r.terms) && j < i+7; j++ {
		if r.terms[j].after(",;.") || r.terms[j].is("give", "receive") {
			return j
		}
	}
	return i + 7
}

// A cast is who takes which part in a clause.
type cast struct{ actor, to, from, by []string }

// cast reads the names from begin to end, where the verb stands.
func (r reading) cast(begin, end int) cast {
	var c cast
	var owners []string
	bare, genitive := "", ""
	for i := begin; i < end; i++ {
		p, ok := r.partOf(i)
		if !ok {
			continue
		}
		switch {
		case i+1 < end && r.terms[i+1].fold() == "tarafindan":
			c.by = append(c.by, p.who)
		case p.kase == turkish.Dative:
			c.to = append(c.to, p.who)
		case p.kase == turkish.Ablative:
			c.from = append(c.from, p.who)
		case p.own && p.kase == turkish.Genitive:
			owners = append(owners, p.who)
		case p.own:
		case p.kase == turkish.Bare:
			bare = p.who
		case p.kase == turkish.Genitive && genitive == "":
			genitive = p.who
		}
	}
	switch {
	case bare != "":
		c.actor = []string{bare}
	case genitive != "":
		c.actor = []string{genitive}
	}
	if len(c.to) == 0 && len(c.actor) > 0 {
		c.to = owners // support to the modernisation of X's grid goes to X
	}
	return c
}

// toward matches a word in the dative, where what someone has ends and what is
// done to it begins.
var toward = newPattern(`(n[ae]|y[ae])$`)

func (r reading) turkishLinks(w width) []link {
	var links []link
	subject := ""
	for i, t := range r.terms {
		if t.fold() == "kendi" && subject != "" {
			links = append(links, r.follow(subject, i+1, w, r.ends)...)
			continue
		}
		p, ok := r.partOf(i)
		if !ok {
			continue
		}
		if p.kase == turkish.Bare && !p.own {
			subject = p.who
		}
		from := i + 1
		if p.kase == turkish.Genitive && !p.own {
			from = r.skipObject(from)
			if from == i+1 {
				continue
			}
		} else if !p.own || p.kase == turkish.Bare && w == narrow && !r.terms[i+1].is("leader", "president") && !r.clearlyOwned(i+1) {
			continue
		}
		reach := w
		if w == wide && from > i+1 {
			reach = 2 * wide
		}
		links = append(links, r.follow(p.who, from, reach, r.ends)...)
	}
	return links
}

// clearlyOwned reports whether the word at i can only be someone's: savaşı may
// be the war as an object, for its ş is no part of an ending.
func (r reading) clearlyOwned(i int) bool {
	w := r.terms[i].last()
	return ownEnding.MatchString(w.Fold) && !softS.MatchString(turkish.Lower(r.text[w.Start:w.End]))
}

var softS = newPattern(`ş[ıiuü]$`)

// skipObject passes over a name that stands between an owner and what it owns:
// "X’in Y üzerindeki baskısı", "X’in Y’yi çekme kapasitesi".
func (r reading) skipObject(i int) int {
	if _, ok := r.party(i); !ok {
		return i
	}
	if turkish.CaseOf(r.terms[i].suffix()) == turkish.Accusative {
		return i + 1
	}
	if i+1 < len(r.terms) && strings.HasPrefix(r.terms[i+1].fold(), "uzerinde") {
		return i + 2
	}
	return i
}

// ends reports whether what someone has ends before the term at i.
func (r reading) ends(i int) bool {
	t := r.terms[i]
	return t.after(",;") || t.is("give", "receive", "wage") || t.fold() == "ve" || toward.MatchString(r.terms[i-1].last().Fold) && !r.isName(i-1)
}

func (r reading) isName(i int) bool { _, ok := r.party(i); return ok }
