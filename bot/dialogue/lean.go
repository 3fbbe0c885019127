package dialogue

import (
	"strings"

	"alinti/retrieval/turkish"
)

// A lean says what a follow-up takes from the turn before it.
type lean int

const (
	alone   lean = iota // nothing
	onThing             // what is asked: "peki ticaret?"
	onName              // all but a name: "peki ya Rusya?"
	onVerb              // all but what is asked: "ne zaman?", "hangi dönemde?"
	onTopic             // what it is about: "değeri ne kadardı?", "bu neyi gösteriyor?"
	onAll               // all of it: "did they?", "öyle mi?"
)

// leans tells how the question leans. A question with a subject of its own
// stands alone; one that points back, asks without a verb, or has a verb or a
// possessed word without a subject does not.
func (q question) leans() lean {
	own := q.count(content, verb)
	names := len(q.names())
	switch {
	case q.turnedRound():
		return onName
	case names > 0 && own == 0 && q.count(asking) == 0:
		return onName
	case q.led() && q.titled():
		return onName
	case own == 0 && names == 0 && q.count(asking) > 0 && q.count(pointer) == 0:
		return onVerb
	case own == 0 && names == 0 && q.doubts():
		return onAll
	case q.english && names == 0 && q.about() && q.count(pointer) == 0:
		return onThing
	case q.count(pointer) > 0:
		return onTopic
	case names > 0 && !q.english && (own == 0 || own == 1 && q.count(verb) == 0 && q.ownerless()):
		return onTopic
	case names > 0:
		return alone
	case q.english:
		return q.leansInEnglish(own)
	case q.count(asking) == 0 && q.count(verb) == 0 && own <= 2 && q.led():
		return onThing
	case q.count(verb) == 0 && own <= 2 && q.count(asking) > 0 && !q.subject() && !q.ownedFirst():
		return onVerb
	case own == 1 && q.there():
		return onTopic
	case own == 1 && !q.subject():
		return onTopic
	case own == 0:
		return onTopic
	case own == 2 && q.count(verb) == 0 && q.ownedFirst():
		return onTopic
	}
	return alone
}

// titled reports whether the question is one thing of a name and no more: peki
// ya Çin lideri.
func (q question) titled() bool {
	w := q.withoutLead()
	n := len(w)
	return !q.english && n > 1 && w[n-1].class == content && owned().MatchString(w[n-1].Fold) && !cased(w[n-1].Fold) &&
		len(q.names()) == 1 && w[n-2].class == named && w[n-2].Suffix == "" && q.count(content, verb, asking, pointer) == 1
}

// doubts reports whether the question only asks whether it is so: did they, öyle
// mi.
func (q question) doubts() bool {
	if q.count(pointer) == 0 || len(q.words) > 3 {
		return false
	}
	if q.english {
		return q.count(asking) == 0 && auxiliaries[q.words[0].Fold]
	}
	return q.words[0].Fold == "oyle" && q.count(asking) == len(q.words)-1
}

// about reports whether an English question opens with what about, how about.
func (q question) about() bool {
	w := q.withoutLead()
	return len(w) > 2 && (w[0].Fold == "what" || w[0].Fold == "how") && w[1].Fold == "about"
}

func (q question) leansInEnglish(own int) lean {
	switch {
	case own == 0:
		return onVerb
	case own == 1 && q.preposition():
		return onVerb
	case own == 1 && !q.subject():
		return onTopic
	}
	return alone
}

// preposition reports whether the question is of the form "in which years?".
func (q question) preposition() bool {
	switch q.words[0].Fold {
	case "in", "at", "on", "for", "from", "to", "by", "with", "since", "until":
		return true
	}
	return false
}

// subject reports whether a bare noun stands in the question, as in "Hava nasıl
// olacak?": it speaks of something new.
func (q question) subject() bool {
	for i, w := range q.words {
		if w.class != content || q.counted(i) || q.marginal(i) {
			continue
		}
		if q.english {
			// "who signed?" has a verb alone, "where is the office?" a noun
			return i > 0 && (q.words[i-1].Fold == "the" || q.words[i-1].Fold == "a" || q.words[i-1].Fold == "is" || q.words[i-1].Fold == "are")
		}
		if !owned().MatchString(w.Fold) && !cased(w.Fold) {
			return true
		}
	}
	return false
}

// counted reports whether the word at i is what is counted or chosen among: kaç
// kişi, hangi dönemde, which years.
func (q question) counted(i int) bool {
	if i == 0 {
		return false
	}
	before := q.words[i-1].Fold
	return strings.HasPrefix(before, "hangi") || before == "kac" || before == "which" || before == "many"
}

// marginal reports whether a postposition follows the word at i: ekonomi hakkında.
func (q question) marginal(i int) bool {
	if q.english || i+1 == len(q.words) {
		return false
	}
	switch q.words[i+1].Fold {
	case "hakkinda", "konusunda", "icin", "ile", "uzerine", "dair", "konusu":
		return true
	}
	return false
}

// cased reports whether a Turkish word ends in a case that no subject has.
func cased(fold string) bool {
	for _, end := range []string{"da", "de", "ta", "te", "dan", "den", "tan", "ten", "arasinda"} {
		if len(fold) > len(end)+2 && fold[len(fold)-len(end):] == end {
			return true
		}
	}
	return false
}

// ownedFirst reports whether the first content word belongs to something that
// the question does not name: "merkezi nerede?".
func (q question) ownedFirst() bool {
	for i, w := range q.words {
		if w.class == content && !q.counted(i) {
			return owned().MatchString(w.Fold)
		}
	}
	return false
}

// ownerless reports whether the possessed word has no owner in the question:
// "Washington'a etkisi ne?", but not "Kuzey Kore ekonomisi nasıl?".
func (q question) ownerless() bool {
	for i, w := range q.words {
		ends := i+1 == len(q.words) || q.words[i+1].class != named
		if w.class == named && ends && (w.Suffix == "" || turkish.CaseOf(w.Suffix) == turkish.Genitive) {
			return false
		}
	}
	return q.ownedFirst()
}

// there reports whether the question asks whether there is such a thing.
func (q question) there() bool {
	for _, w := range q.words {
		if w.Fold == "var" || w.Fold == "yok" {
			return true
		}
	}
	return false
}

// led reports whether the question begins by joining on to the turn before.
func (q question) led() bool { return len(q.withoutLead()) < len(q.words) }

// turnedRound reports whether the question asks for the same the other way
// round.
func (q question) turnedRound() bool {
	for i, w := range q.words {
		next := ""
		if i+1 < len(q.words) {
			next = q.words[i+1].Fold
		}
		switch {
		case w.Fold == "tersi", w.Fold == "vice", w.Fold == "other" && next == "way":
			return true
		}
	}
	return false
}
