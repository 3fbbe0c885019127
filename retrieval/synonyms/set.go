package synonyms

import (
	"strings"

	"alinti/retrieval/turkish"
)

// A Set finds the phrases of many groups in rows of words.
type Set struct {
	groups  []Group
	words   []wanted // of all phrases, one after the other
	phrases []phrase
	by      map[string]int32 // the last of the phrases whose first word has a key
	heads   heads            // of the keys
}

// A phrase is one phrase of one group, on either side.
type phrase struct {
	first, end int32 // in Set.words
	group      int32
	before     int32 // the phrase to look at next with the same key, -1 when there is none
	from, to   bool
}

// A Match is a phrase of a group that stands in a row of words.
type Match struct {
	First, Last int  // positions of its words, Last inclusive
	Group       int  // which group, see [Set.Group]
	From, To    bool // on which sides of the group it stands
}

// New makes a set of groups.
func New(groups []Group) *Set {
	phrases := 0
	for _, g := range groups {
		phrases += len(g.From)
		if !g.Mutual() {
			phrases += len(g.To)
		}
	}
	s := &Set{groups: groups, by: make(map[string]int32, phrases/2), phrases: make([]phrase, 0, phrases), words: make([]wanted, 0, 2*phrases)}
	// From the last to the first: a key leads to its phrases in order.
	for i := len(groups) - 1; i >= 0; i-- {
		g := groups[i]
		if !g.Mutual() {
			s.addAll(g.To, phrase{group: int32(i), to: true})
		}
		s.addAll(g.From, phrase{group: int32(i), from: true, to: g.Mutual()})
	}
	return s
}

func (s *Set) addAll(texts []string, p phrase) {
	for i := len(texts) - 1; i >= 0; i-- {
		p.first = int32(len(s.words))
		s.appendWords(texts[i])
		p.end = int32(len(s.words))
		s.link(p)
	}
}

// link adds a phrase whose words are there.
func (s *Set) link(p phrase) {
	key := s.words[p.first].key()
	before, ok := s.by[key]
	if !ok {
		before = -1
	}
	p.before = before
	s.by[key] = int32(len(s.phrases))
	s.heads.add(key)
	s.phrases = append(s.phrases, p)
}

// appendWords splits a phrase into the words to look for. A light verb after
// another word says nothing (hücum etmek), and its forms are many; after a word
// of up to three letters it is all there is to tell (yok etmek).
func (s *Set) appendWords(text string) {
	first := len(s.words)
	for word := range strings.SplitSeq(text, " ") {
		s.words = append(s.words, want(word))
	}
	if last := len(s.words) - 1; last > first && s.words[last].isLight() && (last > first+1 || len(s.words[first].word) > 3) {
		s.words = s.words[:last]
	}
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
	var room [64]Begin
	for i := 0; i < len(words); {
		var longest int
		to, longest = s.AppendAt(to, s.AppendBegins(room[:0], words[i]), words, i)
		i += max(1, longest)
	}
	return to
}

// A Begin is a phrase that a word may begin.
type Begin struct {
	phrase int32
	next   byte // the first letter of its second word, 0 without one: it never changes
}

// Lone is the group of a phrase of one word, and whether it stands on the left
// side; ok is false for a longer phrase.
func (s *Set) Lone(b Begin) (group int, from, ok bool) {
	p := &s.phrases[b.phrase]
	return int(p.group), p.from, p.end-p.first == 1
}

// AppendBegins appends the phrases that a folded word may begin, whatever
// stands after it.
func (s *Set) AppendBegins(to []Begin, w string) []Begin {
	head := packed(w)
	if len(w) >= turkish.StemLength && s.heads.may(head) {
		to = s.appendUnder(to, turkish.Stem(w), w)
	}
	for n := min(len(w), turkish.StemLength-1); n >= 2; n-- {
		if s.heads.may(first(head, n)) {
			to = s.appendUnder(to, w[:n], w)
		}
	}
	for n := 2; n < turkish.StemLength && n+1 < len(w); n++ {
		if c := hard(w[n]); c != 0 && isVowel(w[n+1]) {
			to = s.appendWith(to, w[:n], c, w)
		}
	}
	if stem, ok := narrowed(w); ok && len(stem) < turkish.StemLength {
		to = s.appendWith(to, stem, 'a', w)
		to = s.appendWith(to, stem, 'e', w)
	}
	return to
}

// appendWith is appendUnder for a key that ends in another letter than the word
// does: git for gidiyor, basla for baslıyor.
func (s *Set) appendWith(to []Begin, stem string, last byte, w string) []Begin {
	if !s.heads.may(with(packed(stem), len(stem), last)) {
		return to
	}
	return s.appendUnder(to, stem+string(last), w)
}

// appendUnder appends the phrases under a key whose first word a word may be.
func (s *Set) appendUnder(to []Begin, key, w string) []Begin {
	at, ok := s.by[key]
	if !ok {
		return to
	}
	for ; at >= 0; at = s.phrases[at].before {
		p := &s.phrases[at]
		if s.words[p.first].finds(w, p.end-p.first == 1) {
			b := Begin{phrase: at}
			if p.end > p.first+1 && s.words[p.first+1].word != "" {
				b.next = s.words[p.first+1].word[0]
			}
			to = append(to, b)
		}
	}
	return to
}

// AppendAt appends the longest of the phrases that words[i] may begin and that
// stand there, and returns how many words they cover.
func (s *Set) AppendAt(to []Match, begins []Begin, words []string, i int) (_ []Match, longest int) {
	begin := len(to)
	for _, b := range begins {
		if b.next != 0 && (i+1 == len(words) || words[i+1] == "" || words[i+1][0] != b.next) {
			continue
		}
		p := &s.phrases[b.phrase]
		if n := int(p.end - p.first); n >= longest && s.goesOn(p, words, i) {
			to = append(to, Match{i, i + n - 1, int(p.group), p.from, p.to})
			longest = n
		}
	}
	return keepLongest(to, begin, longest), longest
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

// goesOn reports whether the words after the i-th are those of the phrase.
func (s *Set) goesOn(p *phrase, words []string, i int) bool {
	rest := s.words[p.first+1 : p.end]
	if i+1+len(rest) > len(words) {
		return false
	}
	for n := range rest {
		if !rest[n].finds(words[i+1+n], false) {
			return false
		}
	}
	return true
}
