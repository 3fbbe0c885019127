package check

import (
	"slices"

	"alinti/retrieval/gazetteer"
)

// A flow is something that goes from one party to another: who gives, who
// gets, and what is said about it.
type flow struct {
	deed     string   // what is done when nothing is given: who wages, who rules out
	src, dst []string // parties; empty when the text does not say
	keys     []string // what the flow is about
}

// A link says whose something is: "Kuzey Kore’nin savunma sanayisi" links the
// defence industry to North Korea.
type link struct{ who, key string }

// checkRoles returns the party that does in the statement what another does in
// the quotes, or that has what another has.
func checkRoles(s reading, quotes []source) string {
	var flows []flow
	holders := make(map[string][]string)
	for _, q := range quotes {
		flows = append(flows, q.flows()...)
		for _, l := range q.links(wide) {
			holders[l.key] = append(holders[l.key], l.who)
		}
	}
	for _, f := range s.flows() {
		near := f.closest(flows)
		if len(near) > 0 && !slices.ContainsFunc(near, f.fits) {
			return "flow"
		}
	}
	for _, l := range s.links(narrow) {
		if who := holders[l.key]; len(who) > 0 && !slices.Contains(who, l.who) {
			return l.who + " " + l.key
		}
	}
	return ""
}

// closest returns the flows of the same sort that share most with f.
func (f flow) closest(flows []flow) []flow {
	var best []flow
	most := 0
	for _, g := range flows {
		if g.deed != f.deed {
			continue
		}
		n := 0
		for _, k := range f.keys {
			if slices.Contains(g.keys, k) {
				n++
				if k[0] == '#' { // a number says more than a word
					n += 2
				}
			}
		}
		n = 4*n + min(1, len(g.src)) + min(1, len(g.dst)) // of two equals, the one that names more
		if n > most {
			best, most = nil, n
		}
		if n == most {
			best = append(best, g)
		}
	}
	return best
}

// fits reports whether the flow can be g: where both name a party, it is the
// same, and no one gives here what they only get there.
func (f flow) fits(g flow) bool {
	f.src, g.src = speakers(f.src), speakers(g.src)
	same := func(a, b []string) bool { return len(a) == 0 || len(b) == 0 || overlap(a, b) }
	turned := len(g.src) == 0 && overlap(f.src, g.dst) && !overlap(f.dst, g.dst) ||
		len(g.dst) == 0 && overlap(f.dst, g.src) && !overlap(f.src, g.src)
	return same(f.src, g.src) && same(f.dst, g.dst) && !turned
}

// speakers adds the countries that the leaders among the parties speak for.
func speakers(parties []string) []string {
	all := slices.Clip(parties)
	for _, p := range parties {
		if l, ok := gazetteer.LeaderOf(p); ok {
			all = append(all, l.Key)
		}
	}
	return all
}

func overlap(a, b []string) bool {
	return slices.ContainsFunc(a, func(s string) bool { return slices.Contains(b, s) })
}

// deeds are done by someone to no one in particular.
var deeds = []string{"wage", "rule"}

func (t term) deed() string {
	for _, d := range deeds {
		if t.is(d) {
			return d
		}
	}
	return ""
}

// flows finds what goes from whom to whom.
func (r reading) flows() []flow {
	if r.english {
		return r.englishFlows()
	}
	return r.turkishFlows()
}

// A width says how far a link reaches: narrow for what a statement must mean,
// wide for what a quote may mean.
type width int

const (
	narrow width = 1
	wide   width = 3
)

// links finds whose things are.
func (r reading) links(w width) []link {
	if r.english {
		return r.englishLinks(w)
	}
	return r.turkishLinks(w)
}

// party is the name that a term is, in the country's stead when it is a capital.
func (r reading) party(i int) (string, bool) {
	if i < 0 || i >= len(r.terms) {
		return "", false
	}
	n, ok := r.terms[i].known()
	return n.name, ok
}

// keysOf are the ideas, words and numbers of the terms from i to j.
func (r reading) keysOf(i, j int) []string {
	var keys []string
	part := r.terms[max(0, i):min(j, len(r.terms))]
	for _, t := range part {
		if _, ok := t.known(); ok || r.inNumber(t) || t.first().Number || t.is("give", "receive") && !t.is("aid", "soldier") {
			continue
		}
		keys = append(keys, stretch{t}.keys()...)
	}
	if len(part) > 0 {
		for _, n := range r.numbers {
			if part[0].first().Start <= n.Start && n.End <= part[len(part)-1].last().Tail {
				keys = append(keys, "#"+n.Value.String())
			}
		}
	}
	return keys
}

// follow collects links from a party to the content words after it: as many as
// the width allows, a person in a title included. It stops where stop says.
func (r reading) follow(who string, from int, w width, stop func(i int) bool) []link {
	var links []link
	left := int(w)
	for i := from; i < len(r.terms) && left > 0 && !stop(i); i++ {
		t := r.terms[i]
		if n, ok := t.known(); ok {
			if _, ok := gazetteer.LeaderOf(n.name); ok {
				links = append(links, link{who, n.name})
			}
			break
		}
		keys := stretch{t}.keys()
		if len(keys) == 0 || r.inNumber(t) {
			continue
		}
		for _, k := range keys {
			links = append(links, link{who, k})
		}
		if t.is("leader", "president") { // the title's bearer belongs to it
			continue
		}
		left--
	}
	return links
}
