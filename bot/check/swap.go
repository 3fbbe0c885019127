package check

import (
	"slices"
	"strings"

	"alinti/retrieval/turkish"
)

// Two things that change places turn a sentence round: who beats whom, who sells
// to whom, from where to where. Turkish tells by case, English by order and
// preposition. A swap is looked for among all words, not just known names, and
// is found only when both words leave the part they have in the quotes and each
// takes that of the other: a text that merely puts the same thing otherwise
// (beaten by, bought from) moves one of them or neither.

// roles are the parts that a word may have, as bits: a form may have several.
type roles uint8

const (
	doer   roles = 1 << iota // bare, or after tarafından and by
	object                   // accusative
	goal                     // dative, to
	origin                   // ablative, from
	owner                    // genitive, of; also the doer of a clause within another
)

// A player is a word of a text with the roles it may have there.
type player struct {
	keys  []string
	name  bool
	roles roles
}

// checkSwaps returns two words of the statement that have changed places.
func checkSwaps(s reading, quotes []source) string {
	var there []player
	for _, q := range quotes {
		there = append(there, q.players()...)
	}
	here := s.players()
	sameDoer := slices.ContainsFunc(here, func(p player) bool { return p.roles&doer != 0 && rolesOf(p.keys, there)&doer != 0 })
	for i, a := range here {
		if was := rolesOf(a.keys, there); sameDoer && a.name && (a.roles == goal && was == origin || a.roles == origin && was == goal) {
			return a.keys[0]
		}
		for _, b := range here[i+1:] {
			if overlap(a.keys, b.keys) {
				continue
			}
			was, is := rolesOf(a.keys, there), rolesOf(b.keys, there)
			if was&a.roles == 0 && is&b.roles == 0 && telling(is&a.roles, was&b.roles, a.name && b.name) {
				return a.keys[0] + " " + b.keys[0]
			}
		}
	}
	return ""
}

// telling reports whether to change these parts turns the sentence round. Whose a
// thing is and what is done to it often change places when a verb becomes a noun
// (evading sanctions, the evasion of sanctions), so there only names count.
func telling(a, b roles, names bool) bool {
	if a == 0 || b == 0 {
		return false
	}
	return names || (a|b)&doer != 0 || (a|b)&owner == 0 && (a|b)&object == 0
}

func rolesOf(keys []string, players []player) (r roles) {
	for _, p := range players {
		if overlap(keys, p.keys) {
			r |= p.roles
		}
	}
	return r
}

// players are the words of a reading that have a role.
func (r reading) players() []player {
	role := r.turkishRole
	if r.english {
		role = r.englishRoles()
	}
	var list []player
	for i, t := range r.terms {
		if t.only(filler, denial, claimed, maybe, chance) || t.is("say") {
			continue
		}
		keys := stretch{t}.keys()
		if t.first().Number {
			keys = []string{"#" + t.fold()}
		}
		if p := role(i); p != 0 && len(keys) > 0 {
			list = append(list, player{keys, t.first().Capital && !r.opens(i) || t.has(name), p})
		}
	}
	return list
}

// turkishRole reads the role of the term at i off its case.
func (r reading) turkishRole(i int) roles {
	t := r.terms[i]
	next := r.next(i)
	if t.first().Number { // 2 saatten 12 saate: the unit bears the case
		if t.last().Suffix != "" {
			return caseRoles(turkish.CaseOf(t.last().Suffix)) &^ doer
		}
		if next == nil {
			return 0
		}
		return nounRoles(next.last().Fold) &^ doer
	}
	if next != nil {
		switch f := next.fold(); {
		case f == "tarafindan":
			return doer
		case f == "gore", f == "karsi", strings.HasPrefix(f, "uzerinde"):
			return 0
		case t.first().Capital && next.first().Capital && next.gap == " " && t.last().Suffix == "":
			return 0 // part of a longer name, whose last word bears the case
		}
	}
	var p roles
	if t.last().Suffix != "" {
		p = caseRoles(turkish.CaseOf(t.last().Suffix))
	} else {
		p = nounRoles(t.last().Fold)
	}
	if !r.leads(i) {
		return p &^ doer
	}
	if t.last().Suffix == "" && p == goal { // belediye ends as a dative does
		p |= doer
	}
	return p
}

func (r reading) next(i int) *term {
	if i+1 < len(r.terms) {
		return &r.terms[i+1]
	}
	return nil
}

// leads reports whether a bare word reads as a subject: it is set off by the
// sentence's first comma, or ends the name that the sentence opens with.
func (r reading) leads(i int) bool {
	if next := r.next(i); next != nil && strings.HasPrefix(next.gap, ",") {
		for j := i; !r.opens(j); j-- {
			if strings.HasPrefix(r.terms[j].gap, ",") {
				return false
			}
		}
		return !verbal.MatchString(r.terms[i].last().Fold)
	}
	for j := i; j >= 0; j-- {
		if !r.terms[j].first().Capital {
			return false
		}
		if r.opens(j) {
			return true
		}
	}
	return false
}

func caseRoles(c turkish.Case) roles {
	switch c {
	case turkish.Bare:
		return doer
	case turkish.Accusative:
		return object
	case turkish.Dative:
		return goal
	case turkish.Ablative:
		return origin
	case turkish.Genitive:
		return owner
	}
	return 0
}

// nounCases tell the case of a noun without an apostrophe, the surest first. What
// an ending leaves open is left open.
var nounCases = []struct {
	ending pattern
	roles  roles
}{
	{newPattern(`(nin|nun|larin|lerin)$`), owner},
	{newPattern(`..[dt][ae]n$`), origin},
	{newPattern(`.[aeiu]t[ae]$`), goal}, // saate: the locative has a d after a vowel
	{newPattern(`..[dt][ae]$`), 0},
	{newPattern(`..yl[ae]$`), 0},
	{newPattern(`..(n|y)[ae]$`), goal},
	{newPattern(`..(n|y)[iu]$`), object},
	{newPattern(`..[^aeiu][ae]$`), goal | doer},
	{newPattern(`..[^aeiu][iu]$`), object | doer},
	{newPattern(`..[^aeiu][iu]n$`), owner | doer},
}

func nounRoles(fold string) roles {
	for _, c := range nounCases {
		if c.ending.MatchString(fold) {
			return c.roles
		}
	}
	return doer
}

// verbal matches the Turkish forms that close a clause.
var verbal = newPattern(`([dt][iu]|m[iu]s([dt][iu])?|[iu]yor([dt][iu])?|[ae]c[ae]k(t[iu])?|[dt][iu]g\w*|[ae]c[ae]g\w*|[ae]r[ae]k|[iu]p|ken)$`)

// englishRoles reads order and prepositions: what stands before the first verb
// without a preposition acts, what follows it is acted on, unless it is passive.
func (r reading) englishRoles() func(i int) roles {
	verb := slices.IndexFunc(r.terms, r.verbLike)
	if verb <= 0 {
		return func(int) roles { return 0 }
	}
	passive := slices.Contains(beVerbs, r.terms[verb-1].fold())
	return func(i int) roles {
		t := r.terms[i]
		if i == verb {
			return 0
		}
		if t.last().Suffix == "s" {
			return owner
		}
		if next := r.next(i); next != nil && next.gap == " " && !next.first().Number && !next.only(filler, denial, claimed, maybe, chance) && i+1 != verb && !slices.Contains(prepositions, next.fold()) {
			return 0 // not the head of its phrase
		}
		switch before := r.governor(i); {
		case before == "to" || before == "for" || before == "into":
			return goal
		case before == "from":
			return origin
		case before == "by":
			return doer
		case before == "of":
			return owner
		case before != "":
			return 0
		case i < verb && passive:
			return object
		case i < verb:
			return doer
		}
		return object
	}
}

// verbLike reports whether an English term stands for a word that closes a
// clause in the quotes.
func (r reading) verbLike(t term) bool {
	return t.verb && !t.only(filler)
}

// determiners begin a phrase, so that a preposition stands right before them.
var determiners = []string{"the", "a", "an", "its", "their", "his", "her", "this", "that", "these", "those"}

// governor is the preposition that governs the term at i; it reaches over the
// words of one phrase.
func (r reading) governor(i int) string {
	for i--; i >= 0; i-- {
		t := r.terms[i]
		if slices.Contains(determiners, t.fold()) { // to draw the US: not to the US
			if i > 0 && slices.Contains(prepositions, r.terms[i-1].fold()) {
				return r.terms[i-1].fold()
			}
			return ""
		}
		if slices.Contains(prepositions, t.fold()) || t.fold() == "into" {
			return t.fold()
		}
		if r.verbLike(t) || slices.Contains(beVerbs, t.fold()) || strings.ContainsAny(r.terms[i+1].gap, ",;") {
			return ""
		}
	}
	return ""
}
