package synonyms

import (
	"slices"

	"alinti/retrieval/turkish"
)

// Begins are the phrases of several words that a word may begin, whatever stands
// after it: what is to be known of a word to look at it in any row.
type Begins struct {
	longer []Begin
	first  uint32 // the letter that second words begin with, where only it is certain, a bit each
	pairs  uint64 // the two letters that the others begin with, a bit for each and some more
}

// mayLead reports whether one of the phrases may go on with a word.
func (b *Begins) mayLead(word string) bool {
	if word == "" {
		return false
	}
	return b.first>>(word[0]&31)&1 == 1 || len(word) > 1 && b.pairs>>pairBit(word[0], word[1])&1 == 1
}

// pairBit spreads pairs of letters over 64 bits.
func pairBit(a, b byte) uint8 { return (a*11 + b) & 63 }

// Begins returns the phrases that a folded word may begin: those of several
// words, and the groups on whose left side the word alone stands.
func (s *Set) Begins(w string) (b Begins, alone []int) {
	var room [64]Begin
	all := s.AppendBegins(room[:0], w)
	b.longer = make([]Begin, 0, len(all))
	for _, p := range all {
		if p.next != 0 {
			if p.then != 0 {
				b.pairs |= 1 << pairBit(p.next, p.then)
			} else {
				b.first |= 1 << (p.next & 31)
			}
			b.longer = append(b.longer, p)
			continue
		}
		t := &s.tables[p.table]
		of := t.phrase(int(p.record))
		if group := t.first + of.group(); of.from() && !slices.Contains(alone, group) {
			alone = append(alone, group)
		}
	}
	return b, alone
}

// AppendLonger is [Set.AppendAt] for the phrases of several words.
func (s *Set) AppendLonger(to []Match, b *Begins, words []string, i int) (_ []Match, longest int) {
	if i+1 < len(words) && b.mayLead(words[i+1]) {
		return s.AppendAt(to, b.longer, words, i)
	}
	return to, 0
}

// appendBegins is [Set.AppendBegins] for one table.
func (t *table) appendBegins(to []Begin, w string) []Begin {
	head := packed(w)
	if h := hash(head); len(w) >= turkish.StemLength && t.may(h) {
		to = t.appendUnder(to, h, turkish.Stem(w), "", w)
	}
	for n := min(len(w), turkish.StemLength-1); n >= 2; n-- {
		if h := hash(first(head, n)); t.may(h) {
			to = t.appendUnder(to, h, w[:n], "", w)
		}
	}
	for n := 2; n < turkish.StemLength && n+1 < len(w); n++ {
		if c := hard(w[n]); c != 0 && isVowel(w[n+1]) {
			to = t.appendWith(to, w[:n], c, w)
		}
	}
	if stem, ok := narrowed(w); ok && len(stem) < turkish.StemLength {
		to = t.appendWith(to, stem, 'a', w)
		to = t.appendWith(to, stem, 'e', w)
	}
	return to
}

// appendWith is appendUnder for a key that ends in another letter than the word
// does: git for gidiyor, basla for baslıyor.
func (t *table) appendWith(to []Begin, stem string, last byte, w string) []Begin {
	h := hash(with(packed(stem), len(stem), last))
	if !t.may(h) {
		return to
	}
	return t.appendUnder(to, h, stem, string(last), w)
}

// appendUnder appends the phrases under a key whose first word a word may be.
// The key is given by its hash, and in two pieces. Phrases in a row mostly begin
// with the same word, which then is looked at once.
func (t *table) appendUnder(to []Begin, key uint64, stem, ending, w string) []Begin {
	var last struct {
		word         int
		alone, found bool
	}
	last.word = -1
	for at := t.under(key, stem, ending); at >= 0; {
		p := t.phrase(at)
		if first, alone := t.wordAt(p, 0), p.len() == 1; first != last.word || alone != last.alone {
			last.word, last.alone = first, alone
			last.found = t.read(first).finds(w, alone)
		}
		if last.found {
			b := Begin{record: int32(at), table: t.number}
			if p.len() > 1 {
				b.next, b.then = t.word(p, 1).start()
			}
			to = append(to, b)
		}
		at = p.next()
	}
	return to
}

// goesOn reports whether the words after the i-th are those of the phrase.
func (t *table) goesOn(p phrase, words []string, i int) bool {
	if i+p.len() > len(words) {
		return false
	}
	for n := 1; n < p.len(); n++ {
		if !t.word(p, n).finds(words[i+n], false) {
			return false
		}
	}
	return true
}
