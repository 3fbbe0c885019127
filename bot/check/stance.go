package check

import (
	"slices"
	"strings"
)

// A Stance is how a sentence takes what a question asks.
type Stance uint8

// The stances.
const (
	Silent  Stance = iota // it speaks of something else
	Stated                // it says so
	Alleged               // it says that others say so
	Denied                // it says that it is not so, or that nothing shows it
)

var stanceNames = [...]string{"silent", "stated", "alleged", "denied"}

// String is the stance in one English word.
func (s Stance) String() string { return stanceNames[s] }

// A Taken stance stands at bytes Start to End of its sentence: the part between
// commas that shares most with the question.
type Taken struct {
	Stance     Stance
	Start, End int
}

// A Read sentence is one that the checks have taken apart, which takes far
// longer than comparing it. It never changes.
type Read struct {
	reading
	taken []Taken    // by part: how it takes what is asked
	keys  [][]string // by part
}

// Take takes a sentence apart.
func Take(sentence string) *Read {
	r := &Read{reading: read(sentence)}
	for _, part := range r.stretches() {
		r.taken, r.keys = append(r.taken, part.taken(r.english)), append(r.keys, part.keys())
	}
	return r
}

// Denies reports whether a part of the sentence denies something.
func (r *Read) Denies() bool {
	return slices.ContainsFunc(r.taken, func(t Taken) bool { return t.Stance == Denied })
}

// closest returns the numbers of the parts that share most with the keys.
func (r *Read) closest(keys []string) (best []int) {
	most := 1
	for i, part := range r.keys {
		n := 0
		for _, k := range part {
			if slices.Contains(keys, k) {
				n++
			}
		}
		if n > most {
			best, most = best[:0], n
		}
		if n == most {
			best = append(best, i)
		}
	}
	return best
}

// Stances are how sentences take what a question asks. One that shares with it
// no more than names is silent. Where two parts of a sentence share as much
// and one of them denies, it is not told which of them is meant: silent too.
func Stances(question string, sentences ...*Read) []Taken {
	q := read(question)
	all := stretch(q.terms)
	keys := all.keys()
	asked := slices.DeleteFunc(slices.Clone(keys), func(key string) bool { return all.names(key) })
	list := make([]Taken, len(sentences))
	for i, s := range sentences {
		near := s.closest(keys)
		if len(near) == 0 || !slices.ContainsFunc(s.keys[near[0]], func(k string) bool { return slices.Contains(asked, k) }) {
			continue
		}
		list[i] = s.taken[near[0]]
		for _, other := range near[1:] {
			if s.taken[other].Stance != list[i].Stance {
				list[i] = Taken{}
				break
			}
		}
	}
	return list
}

// names reports whether the key is that of a name: a known one, or a word with a
// capital that does not begin the stretch, or does with another after it.
func (s stretch) names(key string) bool {
	for i, t := range s {
		if known, ok := t.known(); ok && known.name == key {
			return true
		}
		if t.first().Capital && (i > 0 || len(s) > 1 && s[1].first().Capital) && len(t.senses) == 0 && stemOf(t) == key {
			return true
		}
	}
	return false
}

func (s stretch) taken(inEnglish bool) Taken {
	t := Taken{Stance: Stated, Start: s[0].first().Start, End: s[len(s)-1].last().Tail}
	switch {
	case s.refuses(inEnglish):
		t.Stance = Denied
	case slices.ContainsFunc(s, func(t term) bool { return t.has(claimed) }):
		t.Stance = Alleged
	}
	return t
}

// refuses reports whether the stretch says that it is not so, by a word that
// denies or rejects and is not undone by another: yalanladı, but not
// reddetmedi, göz ardı etmemektedir, does not rule out.
func (s stretch) refuses(inEnglish bool) bool {
	for i := range s {
		rejects := s.rejectsAt(i, inEnglish)
		if !rejects && !s.deniesAt(i, inEnglish) {
			continue
		}
		if !s.undone(i, rejects, inEnglish) {
			return true
		}
	}
	return false
}

// undone reports whether the word of rejecting at i is denied, or the denial at
// i denies a word of rejecting. English denies before it, Turkish in the verb
// or after it.
func (s stretch) undone(i int, rejects, inEnglish bool) bool {
	other := func(j int) bool { return s.rejectsAt(j, inEnglish) || !inEnglish && s.setsAsideAt(j) }
	if rejects {
		other = func(j int) bool { return !s.rejectsAt(j, inEnglish) && (s[j].denied || s[j].has(denial)) }
	}
	if !inEnglish && s[i].denied && s.rejectsAt(i, false) {
		return true
	}
	for d := 1; d <= 2; d++ {
		j := i + d
		if rejects == inEnglish {
			j = i - d
		}
		if j >= 0 && j < len(s) && other(j) {
			return true
		}
	}
	return false
}

// rejecting are the beginnings of words that reject in the deed they name, in
// Turkish and in English.
var rejecting = [2][]string{
	{"reddet", "reddedi", "yalanla", "inkar", "asilsiz"},
	{"deny", "denie", "reject", "refute", "ruled out", "rule out", "rules out"},
}

// rejectsAt reports whether the term at i rejects.
func (s stretch) rejectsAt(i int, inEnglish bool) bool {
	words := rejecting[0]
	if inEnglish {
		words = rejecting[1]
	}
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasPrefix(s.from(i), w) })
}

// setsAsideAt reports whether the term at i begins "göz ardı", which says
// nothing of what is so, but does when it is denied.
func (s stretch) setsAsideAt(i int) bool { return strings.HasPrefix(s.from(i), "goz ardi") }

// from is the term at i with the one after it.
func (s stretch) from(i int) string {
	if i+1 < len(s) {
		return s[i].fold() + " " + s[i+1].fold()
	}
	return s[i].fold()
}

// Contrary reports whether one of two sentences denies what the other says.
func Contrary(a, b *Read) bool {
	return checkDenials(a.reading, []source{{reading: b.reading}}) != "" || checkDenials(b.reading, []source{{reading: a.reading}}) != ""
}
