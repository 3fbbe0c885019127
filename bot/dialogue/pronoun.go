package dialogue

import "strings"

// English points back with pronouns, and reads best with what they stand for in
// their place: "When was the analysis published?" and "what does it say?" make
// "what does the analysis say?".

var (
	auxiliaries = set(`do does did is are was were will would can could has have had`)
	determiners = set(`the a an`)
	englishSays = set(`say says said claim claims claimed state states stated tell tells told announce announces announced`)
	singular    = set(`it`)
	singularOwn = set(`its`)
	plural      = set(`they them`)
	pluralOwn   = set(`their`)
)

// A scene is who and what an English question speaks of.
type scene struct{ subject, object []word }

// fillIn returns the follow-up with the pronouns replaced by what they stand
// for in the earlier question; empty when that cannot be told.
func fillIn(last, q question) string {
	if !q.english || !last.english {
		return ""
	}
	s := last.scene()
	var parts []string
	filled := false
	words := q.withoutLead()
	for i, w := range words {
		text := w.text
		if own := singularOwn[w.Fold] || pluralOwn[w.Fold]; own || singular[w.Fold] || plural[w.Fold] {
			many := plural[w.Fold] || pluralOwn[w.Fold]
			acts := own || i > 0 && auxiliaries[words[i-1].Fold]
			meant := s.meant(many, acts)
			if len(meant) == 0 {
				return ""
			}
			text = joined(meant)
			if own {
				text += "'s"
			}
			filled = true
		}
		parts = append(parts, text)
	}
	if !filled {
		return ""
	}
	return strings.Join(parts, " ")
}

// meant is what a pronoun stands for: one that acts for what acted before, else
// for what was acted on; they for two, it for one.
func (s scene) meant(many, acts bool) []word {
	first, second := s.subject, s.object
	if !acts {
		first, second = second, first
	}
	for _, np := range [][]word{first, second} {
		if len(np) > 0 && (many || !double(np)) {
			return np
		}
	}
	return nil
}

func double(np []word) bool {
	for _, w := range np {
		if w.Fold == "and" {
			return true
		}
	}
	return false
}

// scene reads the subject after the auxiliary and the object after the verb. A
// question that counts something (how much aid) is about that, which is neither.
func (q question) scene() scene {
	var s scene
	i := 0
	for i < len(q.words) && !auxiliaries[q.words[i].Fold] {
		if w := q.words[i].Fold; w == "much" || w == "many" {
			return s
		}
		i++
	}
	if i == len(q.words) { // who prepared the report: the subject is asked for
		i = 0
		for i < len(q.words) && (q.words[i].class == asking || q.words[i].class == filler) {
			i++
		}
		s.object = q.phrase(i+1, false)
		return s
	}
	s.subject = q.phrase(i+1, true)
	after := i + 1 + len(s.subject)
	s.object = q.phrase(after+1, false)
	return s
}

// phrase is the noun phrase that begins at i or soon after it: names, or a
// determiner and its nouns. Where a verb follows, the last of the words is that.
func (q question) phrase(i int, verbFollows bool) []word {
	for !verbFollows && i < len(q.words) && q.words[i].class == filler && !determiners[q.words[i].Fold] {
		i++
	}
	if i >= len(q.words) {
		return nil
	}
	end := i
	if q.words[i].class == named {
		for end < len(q.words) && (q.words[end].class == named || q.words[end].Fold == "and" && end+1 < len(q.words) && q.words[end+1].class == named) {
			end++
		}
		return q.words[i:end]
	}
	if !determiners[q.words[i].Fold] {
		return nil
	}
	for end = i + 1; end < len(q.words) && (q.words[end].class == content || q.words[end].class == named && !verbFollows); {
		end++
	}
	if verbFollows && end > i+2 {
		end--
	}
	if end == i+1 {
		return nil
	}
	return q.words[i:end]
}

// whoSays returns the earlier question as what someone is asked to have said:
// "Does Russia rule it out?" and "who said that?" make "who said that Russia rule
// it out?". In Turkish the question's mi goes, and the follow-up is set after.
func whoSays(last, q question) string {
	if !q.asksWhoSaid() {
		return ""
	}
	if last.english {
		i := 0
		for i < len(last.words) && (last.words[i].class == asking || auxiliaries[last.words[i].Fold]) {
			i++
		}
		return "who said that " + joined(last.words[i:])
	}
	var rest []word
	for _, w := range last.words {
		if w.class != asking {
			rest = append(rest, w)
		}
	}
	return joined(rest) + ": " + joined(q.withoutLead())
}

// asksWhoSaid reports whether the question asks who says a thing, and names no
// other than what was spoken of: bunu kim söyledi, who claims that.
func (q question) asksWhoSaid() bool {
	who, says := false, false
	for _, w := range q.withoutLead() {
		switch {
		case w.Fold == "kim" || w.Fold == "who":
			who = true
		case q.english && englishSays[w.Fold], !q.english && turkishSays(w.Fold):
			says = true
		case w.class != pointer && w.class != filler:
			return false
		}
	}
	return who && says
}

func turkishSays(fold string) bool {
	for _, stem := range []string{"soyl", "dedi", "diyor", "der", "iddia", "acikla", "belirt", "ileri", "sur", "savun"} {
		if strings.HasPrefix(fold, stem) {
			return true
		}
	}
	return false
}
