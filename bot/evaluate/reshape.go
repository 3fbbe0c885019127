package evaluate

import (
	"fmt"

	"alinti/retrieval/corpus"
)

// HoldOut takes every second document out of the set's collection. The
// questions about those become unanswerable, without anyone having written
// one: silence is then the right answer to them.
func (s *Set) HoldOut() error {
	if s.Collection == nil {
		return fmt.Errorf("%s brings no collection to take articles out of", s.Name)
	}
	kept, out := &corpus.Collection{}, map[*corpus.Document]bool{}
	for i, d := range s.Collection.Documents {
		if i%2 == 1 {
			out[d] = true
			continue
		}
		kept.Documents = append(kept.Documents, d)
	}
	s.Collection = kept
	for i := range s.Items {
		it := &s.Items[i]
		if out[it.Paragraph.Document] {
			it.Answerable, it.Places, it.Paragraph = false, nil, Place{}
		}
	}
	return nil
}

// Half keeps the questions about the first or the second half of the set's
// documents; the collection stays whole. What is fitted on one half is
// reported on the other.
func (s *Set) Half(n int) error {
	if n != 1 && n != 2 {
		return fmt.Errorf("half %d: there are halves 1 and 2", n)
	}
	if s.Collection == nil {
		return fmt.Errorf("%s brings no collection to take a half of", s.Name)
	}
	half := map[*corpus.Document]int{}
	for i, d := range s.Collection.Documents {
		half[d] = 1
		if 2*i >= len(s.Collection.Documents) {
			half[d] = 2
		}
	}
	var kept []Item
	for _, it := range s.Items {
		if half[it.Paragraph.Document] == n {
			kept = append(kept, it)
		}
	}
	s.Items = kept
	return nil
}

// AskAs replaces the set's questions by those which other has under the same
// ids: the English questions of XQuAD asked of its Turkish paragraphs.
// Questions that other does not have are left out.
func (s *Set) AskAs(other *Set) error {
	turns := map[string][]string{}
	for _, it := range other.Items {
		turns[it.ID] = it.Turns
	}
	var kept []Item
	for _, it := range s.Items {
		if t, ok := turns[it.ID]; ok {
			it.Turns = t
			kept = append(kept, it)
		}
	}
	if len(kept) == 0 {
		return fmt.Errorf("%s and %s share no question id", s.Name, other.Name)
	}
	s.Items = kept
	s.Name += " asked as " + other.Name
	return nil
}
