package retrieval

import (
	"slices"
	"unicode/utf8"

	"alinti/retrieval/turkish"
)

// A speller finds the stems that one slip of the finger away from a stem: a
// letter left out, put in, changed, or two swapped. It keeps every stem under
// each form that leaves out one letter, and meets a mistyped stem there
// ("symmetric delete", W. Garbe, SymSpell).
type speller struct {
	deletes map[string][]int32 // stems by themselves less one letter
	stems   []string           // by stem id
}

// minTypoLength is the number of letters below which a word is taken as typed:
// in short words one letter makes another word.
const minTypoLength = 5

func newSpeller(ids map[string]int32) speller {
	sp := speller{deletes: make(map[string][]int32, 4*len(ids)), stems: make([]string, len(ids))}
	for stem, id := range ids {
		sp.stems[id] = stem
	}
	for id, stem := range sp.stems {
		if utf8.RuneCountInString(stem) < minTypoLength-1 || isMark(stem) {
			continue
		}
		for _, d := range deletes(stem) {
			sp.deletes[d] = append(sp.deletes[d], int32(id))
		}
	}
	return sp
}

// deletes are the forms of a stem that leave out one letter, and itself.
func deletes(stem string) []string {
	forms := []string{stem}
	for i := 0; i < len(stem); {
		_, n := utf8.DecodeRuneInString(stem[i:])
		forms = append(forms, stem[:i]+stem[i+n:])
		i += n
	}
	return forms
}

// near returns the stems one slip away from a stem that the index does not know.
func (sp *speller) near(stem string) []int32 {
	if utf8.RuneCountInString(stem) < minTypoLength {
		return nil
	}
	found := sp.appendAt(nil, stem, sp.deletes[stem])
	var room [4 * utf8.UTFMax * turkish.StemLength]byte
	for i := 0; i < len(stem); {
		_, n := utf8.DecodeRuneInString(stem[i:])
		less := append(append(room[:0], stem[:i]...), stem[i+n:]...)
		found = sp.appendAt(found, stem, sp.deletes[string(less)])
		i += n
	}
	return found
}

// appendAt appends those stems that are one slip away and not there yet.
func (sp *speller) appendAt(found []int32, stem string, ids []int32) []int32 {
	for _, id := range ids {
		if !slices.Contains(found, id) && oneSlip(stem, sp.stems[id]) {
			found = append(found, id)
		}
	}
	return found
}

// oneSlip reports whether one edit, a swap of neighbours included, makes b of a.
func oneSlip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	i := 0
	for i < len(x) && i < len(y) && x[i] == y[i] {
		i++
	}
	x, y = x[i:], y[i:]
	for len(x) > 0 && len(y) > 0 && x[len(x)-1] == y[len(y)-1] {
		x, y = x[:len(x)-1], y[:len(y)-1]
	}
	switch {
	case len(x) <= 1 && len(y) <= 1:
		return true
	case len(x) == 2 && len(y) == 2:
		return x[0] == y[1] && x[1] == y[0]
	}
	return false
}
