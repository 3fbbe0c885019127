package check

import (
	"slices"
	"strings"
)

// English marks who does what to whom by order and prepositions.

var (
	prepositions = []string{"of", "in", "with", "to", "from", "by", "against", "for", "between", "at", "on", "about", "than", "after", "during", "despite", "towards", "toward"}
	beVerbs      = []string{"is", "are", "was", "were", "be", "been", "being"}
	beforeVerb   = []string{"to", "will", "would", "could", "may", "might", "can", "did", "does", "not", "and", "also", "should", "must", "has", "have", "had"}
	adjEndings   = []string{"ian", "ean", "ican", "ese", "ish", "french", "german", "dutch"}
)

func (r reading) englishFlows() []flow {
	flows := r.nounFlows()
	begin := 0
	for i := range r.terms {
		if !r.isVerb(i) {
			continue
		}
		end := r.clauseEnd(i + 1)
		subject := r.subject(begin, i)
		t := r.terms[i]
		to, from, by := r.objects(i, end)
		f := flow{keys: r.keysOf(begin, end)}
		isPassive := r.passiveAt(i)
		switch {
		case t.deed() != "" && isPassive:
			f.deed, f.src = t.deed(), by
		case t.deed() != "":
			f.deed, f.src = t.deed(), subject
		case t.is("receive") && isPassive:
			f.src = from
		case t.is("receive"):
			f.src, f.dst = from, subject
		case isPassive:
			f.src, f.dst = append(by, from...), append(to, subject...)
		default:
			f.src, f.dst = append(subject, from...), to
		}
		if len(f.src)+len(f.dst) > 0 {
			flows = append(flows, f)
		}
		begin = end
	}
	return flows
}

// nounFlows reads "Moscow's support for Pyongyang".
func (r reading) nounFlows() []flow {
	var flows []flow
	for i, t := range r.terms {
		src, ok := r.party(i)
		if !ok || t.last().Suffix != "s" {
			continue
		}
		for j := i + 1; j < min(i+4, len(r.terms)-2); j++ {
			if !r.terms[j].is("aid", "give") || r.terms[j+1].fold() != "for" && r.terms[j+1].fold() != "to" {
				continue
			}
			if dst, ok := r.party(j + 2); ok {
				flows = append(flows, flow{src: []string{src}, dst: []string{dst}, keys: r.keysOf(i, len(r.terms))})
			}
		}
	}
	return flows
}

// isVerb reports whether the term at i is a verb of giving, getting or waging
// rather than the noun that is spelled so: the support, an offer.
func (r reading) isVerb(i int) bool {
	t := r.terms[i]
	if !t.is("give", "receive") && t.deed() == "" {
		return false
	}
	w := t.first().Fold
	switch w {
	case "support", "aid", "help", "supply", "offer", "transfer", "grant", "benefit", "profit", "arms", "supplies", "gains", "benefits", "assistance", "shipment", "shipments", "contribution", "delivery":
		return i == 0 || slices.Contains(beforeVerb, r.terms[i-1].fold()) || r.plainName(i-1)
	}
	return true
}

// plainName reports whether a name stands at i that is no adjective and has no
// possessive ending.
func (r reading) plainName(i int) bool {
	_, ok := r.party(i)
	return ok && r.terms[i].last().Suffix != "s" && !r.adjective(i)
}

func (r reading) adjective(i int) bool {
	w := r.terms[i].last().Fold
	return slices.ContainsFunc(adjEndings, func(e string) bool { return strings.HasSuffix(w, e) })
}

// clauseEnd is where the clause that holds i ends.
func (r reading) clauseEnd(i int) int {
	for ; i < len(r.terms); i++ {
		t := r.terms[i]
		if t.after(".;") || r.isVerb(i) {
			return i
		}
		switch t.fold() {
		case "while", "but", "whereas", "which", "who":
			return i
		}
	}
	return i
}

// subject is the party that stands before a verb as its subject: the nearest
// name that no preposition governs; two that "and" joins are both it.
func (r reading) subject(begin, verb int) []string {
	for i := verb - 1; i >= begin; i-- {
		switch r.terms[i].fold() {
		case "while", "but", "whereas":
			return nil
		}
		if r.terms[i].after(";") || !r.plainName(i) || r.governed(i) {
			continue
		}
		who, _ := r.party(i)
		if i >= 2 && r.terms[i-1].fold() == "and" && r.plainName(i-2) {
			other, _ := r.party(i - 2)
			return []string{who, other}
		}
		return []string{who}
	}
	return nil
}

// governed reports whether a preposition stands before the name at i.
func (r reading) governed(i int) bool { return slices.Contains(prepositions, r.before(i)) }

// before is the word before i, articles passed over.
func (r reading) before(i int) string {
	for i--; i >= 0; i-- {
		if w := r.terms[i].fold(); w != "the" && w != "a" && w != "its" {
			return w
		}
	}
	return ""
}

func (r reading) passiveAt(i int) bool {
	for j := max(0, i-2); j < i; j++ {
		if slices.Contains(beVerbs, r.terms[j].fold()) && strings.HasSuffix(r.terms[i].first().Fold, "d") || r.terms[i].fold() == "sent" && slices.Contains(beVerbs, r.terms[j].fold()) || r.terms[i].fold() == "given" && slices.Contains(beVerbs, r.terms[j].fold()) {
			return true
		}
	}
	return false
}

// objects are the parties after a verb: whom something goes to, from whom, by whom.
func (r reading) objects(verb, end int) (to, from, by []string) {
	v := r.terms[verb].fold()
	helps := strings.HasPrefix(v, "support") || strings.HasPrefix(v, "help") || strings.HasPrefix(v, "assist") || strings.HasPrefix(v, "contribut")
	for i := verb + 1; i < end; i++ {
		who, ok := r.party(i)
		if !ok || r.adjective(i) {
			continue
		}
		switch before := r.before(i); {
		case before == v && strings.HasSuffix(v, " from"), before == "from":
			from = append(from, who)
		case before == v && (helps || r.terms[i].last().Suffix != "s"), before == "to", before == "for":
			to = append(to, who)
		case before == "by":
			by = append(by, who)
		case before == "of" && helps:
			to = append(to, who)
		}
	}
	return to, from, by
}

func (r reading) englishLinks(w width) []link {
	var links []link
	for i := range r.terms {
		who, ok := r.party(i)
		if !ok || r.paired(i) {
			continue
		}
		switch {
		case r.terms[i].last().Suffix == "s" || r.adjective(i):
			links = append(links, r.follow(who, i+1, w, r.breaks)...)
		case i >= 2 && r.before(i) == "of":
			links = append(links, r.precede(who, i)...)
		}
	}
	return links
}

// paired reports whether a dash or "and" joins the name to another: what two
// have is neither's alone.
func (r reading) paired(i int) bool {
	for _, j := range []int{i, i + 1} {
		if j == 0 || j >= len(r.terms) || !r.isName(j-1) || !r.isName(j) {
			continue
		}
		if g := r.terms[j].gap; g == "-" || g == "–" || g == "—" || g == " - " || g == " – " {
			return true
		}
	}
	return i+2 < len(r.terms) && r.terms[i+1].fold() == "and" && r.isName(i+2) || i > 1 && r.terms[i-1].fold() == "and" && r.isName(i-2)
}

// precede links a party to the word before "of": the economy of Russia.
func (r reading) precede(who string, i int) []link {
	for i--; i >= 0; i-- {
		if r.terms[i].fold() == "of" && i > 0 {
			var links []link
			for _, k := range (stretch{r.terms[i-1]}).keys() {
				links = append(links, link{who, k})
			}
			return links
		}
	}
	return nil
}

func (r reading) breaks(i int) bool {
	return r.terms[i].after(",;.") || r.isVerb(i) || slices.Contains(beVerbs, r.terms[i].fold())
}
