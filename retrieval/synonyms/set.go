package synonyms

import "slices"

// A Set finds the phrases of many groups in rows of words. It never changes.
type Set struct {
	tables []table
}

// A Match is a phrase of a group that stands in a row of words.
type Match struct {
	First, Last int  // positions of its words, Last inclusive
	Group       int  // the number of its group
	From, To    bool // on which sides of the group it stands
}

// New makes a set of groups that [Parse] read.
func New(groups []Group) *Set { return new(Set).With(groups) }

// With returns a set of what s holds and groups that [Parse] read, which are
// numbered from s.Len() on.
func (s *Set) With(groups []Group) *Set {
	with := &Set{tables: slices.Clone(s.tables)}
	for some := range slices.Chunk(groups, MaxGroups) {
		t := open(encode(some))
		t.number, t.first = uint8(len(with.tables)), with.Len()
		with.tables = append(with.tables, t)
	}
	return with
}

// Len is the number of groups.
func (s *Set) Len() (n int) {
	for _, t := range s.tables {
		n += t.groups
	}
	return n
}

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
	record int32 // in its table's records
	table  uint8 // in Set.tables
	next   byte  // the first letter of its second word, 0 without one: it never changes
	then   byte  // the second of that, 0 if it may change
}

// leads reports whether the phrase may go on with a word.
func (b Begin) leads(word string) bool {
	return word != "" && word[0] == b.next && (b.then == 0 || len(word) > 1 && word[1] == b.then)
}

// AppendBegins appends the phrases that a folded word may begin, whatever
// stands after it.
func (s *Set) AppendBegins(to []Begin, w string) []Begin {
	for i := range s.tables {
		to = s.tables[i].appendBegins(to, w)
	}
	return to
}

// AppendAt appends the longest of the phrases that words[i] may begin and that
// stand there, and returns how many words they cover.
func (s *Set) AppendAt(to []Match, begins []Begin, words []string, i int) (_ []Match, longest int) {
	begin := len(to)
	for _, b := range begins {
		if b.next != 0 && (i+1 == len(words) || !b.leads(words[i+1])) {
			continue
		}
		t := &s.tables[b.table]
		p := t.phrase(int(b.record))
		if n := p.len(); n >= longest && t.goesOn(p, words, i) {
			to = append(to, Match{i, i + n - 1, t.first + p.group(), p.from(), p.to()})
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
