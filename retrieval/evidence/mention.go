package evidence

import (
	"slices"
	"strings"

	"alinti/retrieval/gazetteer"
	"alinti/retrieval/turkish"
)

// A Mention is a country, or what stands for one: its capital, its people, the
// seat of its government; or another place. The suffix on it says what part it
// plays.
type Mention struct {
	Key         string // the same for all names of one country
	First, Last int    // positions of its words
	Case        turkish.Case
	Head        string // stem of the word that it owns or describes, or ""
}

// AppendMentions appends the places that were found in a text of the given words.
// english says in which language to read the part that each plays.
func AppendMentions(mentions []Mention, words []turkish.Word, found []gazetteer.Match, english bool) []Mention {
	first := len(mentions)
	for _, m := range found {
		key := m.Key
		if m.Kind == gazetteer.City { // a city is not its country
			key = m.Name
		}
		mentions = append(mentions, Mention{Key: key, First: m.First, Last: m.Last, Case: caseIn(words, m, english)})
	}
	for i := first; i < len(mentions); i++ {
		mentions[i].Head = headAfter(words, mentions[i:])
	}
	return mentions
}

func caseIn(words []turkish.Word, m gazetteer.Match, english bool) turkish.Case {
	suffix := words[m.Last].Suffix
	if english {
		if suffix == "s" {
			return turkish.Genitive
		}
		return englishCase(words, m.First)
	}
	if suffix == "" {
		name := m.Name[strings.LastIndexByte(m.Name, ' ')+1:]
		suffix = strings.TrimPrefix(words[m.Last].Fold, name)
	}
	if suffix == "" && m.Kind == gazetteer.People {
		return turkish.Adjectival
	}
	return placed(turkish.CaseOf(suffix), words, m.Last)
}

// dativePostpositions take a name in the dative, which then receives nothing:
// "Ukrayna'ya karşı".
var dativePostpositions = wordSet("karsi karsin ragmen gore dair iliskin yonelik ait kadar dogru bagli ozgu has nazaran oranla kiyasla")

// postpositions are the words that take a bare name with them, which then is
// neither subject nor owner: "Rusya ile", "Kuzey Kore arasında".
var postpositions = wordSet("ile arasinda arasindaki icin gibi kadar uzerinde uzerindeki uzerine hakkinda adina")

// englishCase is the case that the preposition before a name stands for.
func englishCase(words []turkish.Word, first int) turkish.Case {
	i := first - 1
	if i >= 0 && words[i].Fold == "the" {
		i--
	}
	if i < 0 {
		return turkish.Bare
	}
	switch words[i].Fold {
	case "to", "for":
		return turkish.Dative
	case "of":
		return turkish.Genitive
	case "from":
		return turkish.Ablative
	case "in", "at", "within":
		return turkish.Locative
	case "with", "against":
		return turkish.Instrumental
	}
	return turkish.Bare
}

// roles compares the parts that countries play in the question and in the
// sentence.
func (f *Features) roles(q *Question, c *Candidate) {
	if len(q.Mentions) == 0 {
		return
	}
	var missing, absent, conflict, owner, displaced float64
	for i := range q.Mentions {
		m := &q.Mentions[i]
		at := q.roles[i].concept
		in, same, filled := at >= 0 && c.Matches[at].Value > 0, false, false
		for j := range c.Facts.Mentions {
			s := &c.Facts.Mentions[j]
			if s.Key == m.Key {
				in = true
				same = same || s.Case == m.Case
			} else if s.Case == m.Case && !mentioned(q.Mentions, s.Key, s.Case) {
				filled = true
			}
		}
		if !in {
			missing++
			if at >= 0 && c.Near[at] == 0 && c.Paragraph[at] == 0 {
				absent++
			}
		}
		if !same && filled {
			conflict++
		}
		if displacedIn(c.Facts.Mentions, m) {
			displaced++
		}
		if m.Head != "" && ownedByAnother(c.Facts, q.roles[i].owners, m.Head) {
			owner++
		}
	}
	n := float64(len(q.Mentions))
	f[EntityMissing], f[EntityAbsent], f[RoleConflict], f[OwnerConflict] = missing/n, absent/n, conflict/n, boolean(owner > 0)
	f[Displaced] = displaced / n
}

// A role is what the part of a country in a question is compared by.
type role struct {
	concept int       // that the country is, or -1
	owners  []Mention // that it owns a thing with, see [Question.owners]
}

// mentioned reports whether the key stands in that case among the mentions.
func mentioned(ms []Mention, key string, cs turkish.Case) bool {
	for i := range ms {
		if m := &ms[i]; m.Key == key && m.Case == cs {
			return true
		}
	}
	return false
}

// displacedIn reports whether the sentence names a country, but on another side
// than the question, and another country on that side.
func displacedIn(s []Mention, m *Mention) bool {
	side, here, other := sideOf(m.Case), false, false
	if side == noSide {
		return false
	}
	for i := range s {
		o := &s[i]
		switch on := sideOf(o.Case) == side; {
		case o.Key == m.Key && on:
			return false
		case o.Key == m.Key:
			here = true
		case on:
			other = true
		}
	}
	return here && other
}

// headAfter is the stem of the word that the first of the mentions owns or
// describes: ekonomi in "Kuzey Kore’nin ekonomisi", "Kuzey Kore ekonomisi" and
// "Rus ekonomisi", baskı in "Washington’ın Kuzey Kore üzerindeki baskısı".
func headAfter(words []turkish.Word, ms []Mention) string {
	m := ms[0]
	if m.Case != turkish.Genitive && m.Case != turkish.Bare && m.Case != turkish.Adjectival {
		return ""
	}
	last := m.Last
	if m.Case == turkish.Genitive && len(ms) > 1 && ms[1].First == last+1 && ms[1].Last+1 < len(words) && towards[words[ms[1].Last+1].Fold] {
		last = ms[1].Last + 1
	}
	return stemAfter(words, last)
}

// stemAfter is the stem of the word that follows a name, with only a space
// between them; "" without one, or for a function word.
func stemAfter(words []turkish.Word, last int) string {
	if !adjoin(words, last) || turkish.IsStop(words[last+1].Fold) {
		return ""
	}
	return turkish.Stem(words[last+1].Fold)
}

// towards are the postpositions that make of a name what a thing is directed at:
// "Washington’ın Kuzey Kore üzerindeki baskısı".
var towards = wordSet("ile uzerindeki uzerine hakkindaki arasindaki karsi karsisindaki yonelik iliskin dair icin")

// owners are the countries that the question's i-th mention owns a thing with:
// both in "Kuzey Kore ve Rusya liderleri". Two names side by side may be owner
// and subject, and do not count.
func (q *Question) owners(i int) []Mention {
	first := i
	for first > 0 && q.Mentions[first].First-q.Mentions[first-1].Last == 2 && coordinate(q.Words, q.Mentions[first-1], q.Mentions[first]) {
		first--
	}
	return q.Mentions[first : i+1]
}

// ownedByAnother reports whether the sentence gives a thing to another country
// and to none of these.
func ownedByAnother(s *Facts, owners []Mention, head string) bool {
	another := false
	for i := range s.Mentions {
		if s.Mentions[i].Head != head {
			continue
		}
		for ; i >= 0; i-- {
			if slices.ContainsFunc(owners, func(m Mention) bool { return m.Key == s.Mentions[i].Key }) {
				return false
			}
			if i == 0 || !coordinate(s.Words, s.Mentions[i-1], s.Mentions[i]) {
				break
			}
		}
		another = true
	}
	return another
}

// coordinate reports whether two names stand side by side, as in
// "Moskova–Pyongyang ortaklığı" and "Rusya ile Kuzey Kore’nin ilişkisi".
func coordinate(words []turkish.Word, a, b Mention) bool {
	switch b.First - a.Last {
	case 1:
		return true
	case 2:
		return ands[words[a.Last+1].Fold]
	}
	return false
}

// conceptAt is the concept that the word at a position belongs to, or -1.
func (q *Question) conceptAt(word int) int {
	for i, c := range q.Concepts {
		if c.Word <= word && word <= c.Last {
			return i
		}
	}
	return -1
}
