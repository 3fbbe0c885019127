package synonyms

import (
	"strings"

	"alinti/retrieval/turkish"
)

// A Set finds the phrases of many groups in rows of words.
type Set struct {
	groups []Group
	by     map[string][]phrase // by the key of the first word
	heads  heads               // of the keys
}

// A phrase is one phrase of one group, on either side.
type phrase struct {
	words    []form // as they are looked for
	group    int
	from, to bool
}

// A Match is a phrase of a group that stands in a row of words.
type Match struct {
	First, Last int  // positions of its words, Last inclusive
	Group       int  // which group, see [Set.Group]
	From, To    bool // on which sides of the group it stands
}

// New makes a set of groups.
func New(groups []Group) *Set {
	s := &Set{groups: groups, by: map[string][]phrase{}}
	for i, g := range groups {
		for _, p := range g.From {
			s.add(phrase{words: lookedFor(p), group: i, from: true, to: g.Mutual()})
		}
		if g.Mutual() {
			continue
		}
		for _, p := range g.To {
			s.add(phrase{words: lookedFor(p), group: i, to: true})
		}
	}
	return s
}

func (s *Set) add(p phrase) {
	key := keyOf(p.words[0].text)
	s.by[key] = append(s.by[key], p)
	s.heads.add(key)
}

// Group returns a group by the number that a match gives.
func (s *Set) Group(n int) Group { return s.groups[n] }

// Len is the number of groups.
func (s *Set) Len() int { return len(s.groups) }

// Find returns the phrases that stand in a row of folded words, in order: at
// each word the longest, once for each group it is in; what it covers is not
// looked at again.
func (s *Set) Find(words []string) []Match { return s.AppendFind(nil, words) }

// AppendFind is [Set.Find] into a slice that is already there.
func (s *Set) AppendFind(to []Match, words []string) []Match {
	for i := 0; i < len(words); {
		begin, longest := len(to), 0
		w, head := words[i], packed(words[i])
		if len(w) >= turkish.StemLength && s.heads.may(head) {
			to, longest = s.appendAt(to, longest, turkish.Stem(w), words, i)
		}
		for n := min(len(w), turkish.StemLength-1); n >= 2; n-- {
			if s.heads.may(first(head, n)) {
				to, longest = s.appendAt(to, longest, w[:n], words, i)
			}
		}
		if soft := soften(w); soft != "" && s.heads.may(packed(soft)) {
			to, longest = s.appendAt(to, longest, soft, words, i)
		}
		to = keepLongest(to, begin, longest)
		i += max(1, longest)
	}
	return to
}

// soften is the root git of a form such as gidiyor, or "".
func soften(w string) string {
	if len(w) > 3 && w[2] == 'd' {
		return w[:2] + "t"
	}
	return ""
}

// appendAt appends the phrases under a key that stand at words[i]; longest is
// the number of words of the longest so far.
func (s *Set) appendAt(to []Match, longest int, key string, words []string, i int) ([]Match, int) {
	same := s.by[key]
	for k := range same {
		p := &same[k]
		if n := len(p.words); n >= longest && p.standsAt(words, i) {
			to = append(to, Match{i, i + n - 1, p.group, p.from, p.to})
			longest = n
		}
	}
	return to, longest
}

// keepLongest drops the matches from begin on that are shorter than longest
// words, and what is there twice.
func keepLongest(to []Match, begin, longest int) []Match {
	kept := to[:begin]
next:
	for _, m := range to[begin:] {
		if m.Last-m.First+1 < longest {
			continue
		}
		for i := range kept[begin:] {
			if k := &kept[begin+i]; k.Group == m.Group {
				k.From, k.To = k.From || m.From, k.To || m.To
				continue next
			}
		}
		kept = append(kept, m)
	}
	return kept
}

func (p *phrase) standsAt(words []string, i int) bool {
	if i+len(p.words) > len(words) {
		return false
	}
	for n := range p.words {
		if !p.words[n].has(words[i+n]) {
			return false
		}
	}
	return true
}

// lookedFor splits a phrase into the words to look for. A light verb after
// another word says nothing (hücum etmek), and its forms are many.
func lookedFor(p string) (forms []form) {
	words := strings.Fields(p)
	if last := len(words) - 1; last > 0 && (words[last] == "etmek" || words[last] == "olmak") {
		words = words[:last]
	}
	for _, w := range words {
		forms = append(forms, newForm(w))
	}
	return forms
}
