package evaluate

import (
	"hash/fnv"
	"slices"
	"testing"

	"alinti/retrieval/corpus"
	"alinti/retrieval/english"
	"alinti/retrieval/evidence"
	"alinti/retrieval/gazetteer"
	"alinti/retrieval/quantity"
	"alinti/retrieval/turkish"
)

// What stands in the place of a country, a name or a number of a question.
var (
	otherCountries = []string{"Brezilya", "Fransa", "Mısır", "Japonya", "Hindistan", "Kanada", "Güney Kore", "Polonya"}
	otherNames     = []string{"Aksoy", "Ferguson", "Delacroix", "Haddad", "Lindqvist", "Okonkwo", "Tanaka", "Vargas"}
)

const (
	otherNumber = "437"
	otherYear   = "1987"
)

// turned makes questions that cannot be answered out of one that can: with
// another country, another name or another number in the place of each that it
// says, and with the parts of two countries exchanged. Each country makes room
// once for one that the texts do not name and once for one of theirs. A suffix
// is left as it was, in harmony or not; what cannot be turned safely is left
// alone.
func turned(question string, theirs []string) (made []string) {
	t := newTurner(question)
	for _, m := range t.mentions {
		if !t.apart(m) {
			continue
		}
		start, end := t.span(m.First, m.Last)
		made = append(made, question[:start]+pick(otherCountries, question, start)+question[end:])
		if other := t.without(theirs); len(other) > 0 {
			made = append(made, question[:start]+pick(other, question, start)+question[end:])
		}
	}
	for i, a := range t.mentions {
		for _, b := range t.mentions[i+1:] {
			if t.exchangeable(a, b) {
				as, ae := t.span(a.First, a.Last)
				bs, be := t.span(b.First, b.Last)
				made = append(made, question[:as]+question[bs:be]+question[ae:bs]+question[as:ae]+question[be:])
			}
		}
	}
	for i, w := range t.words {
		if t.name(i) {
			made = append(made, question[:w.Start]+pick(otherNames, question, w.Start)+question[w.End:])
		}
	}
	for _, n := range evidence.Numbers(question, t.words, t.english) {
		start, end := t.span(n.First, n.First)
		other := otherNumber
		if n.Kind == quantity.Year {
			other = otherYear
		}
		made = append(made, question[:start]+other+question[end:])
	}
	return slices.DeleteFunc(made, func(q string) bool { return q == question })
}

type turner struct {
	words    []turkish.Word
	mentions []evidence.Mention
	english  bool
	loud     bool // every word has a capital, so that a capital marks no name
}

func newTurner(question string) *turner {
	t := &turner{words: turkish.Words(question)}
	folds := make([]string, len(t.words))
	for i, w := range t.words {
		folds[i] = w.Fold
	}
	t.english = english.Likely(folds)
	t.mentions = evidence.AppendMentions(nil, t.words, gazetteer.Find(folds), t.english)
	t.loud = !slices.ContainsFunc(t.words, func(w turkish.Word) bool { return !w.Capital && !w.Number })
	return t
}

// span is where the words stand in the question, without a suffix set off.
func (t *turner) span(first, last int) (start, end int) {
	return t.words[first].Start, t.words[last].End
}

// apart reports whether a country's suffix is not grown into its name.
func (t *turner) apart(m evidence.Mention) bool {
	return t.english || t.words[m.Last].Suffix != "" || m.Case == turkish.Bare || m.Case == turkish.Instrumental
}

// without are the countries that the question does not name.
func (t *turner) without(countries []string) []string {
	return slices.DeleteFunc(slices.Clone(countries), func(name string) bool {
		key := newTurner(name).mentions[0].Key
		return slices.ContainsFunc(t.mentions, func(m evidence.Mention) bool { return m.Key == key })
	})
}

// countriesOf are the countries that a collection names, as it names them, as
// often as it does.
func countriesOf(c *corpus.Collection) (names []string) {
	for _, d := range c.Documents {
		for _, s := range d.Sentences {
			text := d.Slice(s.Span)
			t := newTurner(text)
			for _, m := range t.mentions {
				if t.apart(m) {
					start, end := t.span(m.First, m.Last)
					names = append(names, text[start:end])
				}
			}
		}
	}
	return names
}

// exchangeable reports whether two countries play parts that differ, so that
// exchanging them says something else.
func (t *turner) exchangeable(a, b evidence.Mention) bool {
	with := a.Case == turkish.Instrumental || b.Case == turkish.Instrumental
	return a.Key != b.Key && a.Case != b.Case && !with && !t.english && t.apart(a) && t.apart(b)
}

// name reports whether the word is, as its capital says, a name, and no country's.
func (t *turner) name(i int) bool {
	w := t.words[i]
	if t.loud || !w.Capital || i == 0 && w.Suffix == "" {
		return false
	}
	return !slices.ContainsFunc(t.mentions, func(m evidence.Mention) bool { return m.First <= i && i <= m.Last })
}

// pick is one of the list, always the same for the same text.
func pick(list []string, text string, at int) string {
	h := fnv.New32a()
	h.Write([]byte(text[at:]))
	return list[int(h.Sum32()%uint32(len(list)))]
}

func TestTurned(t *testing.T) {
	for question, want := range map[string]int{
		"Rusya'nın Kuzey Kore'ye verdiği 3 gemi nerede?": 4, // two countries, the two exchanged, the number
		"Rusya ile Çin ne imzaladı?":                     2, // together: nothing to exchange
		"raporu Naumann mı yazdı":                        1,
		"hava nasıl":                                     0,
	} {
		if made := turned(question, nil); len(made) != want {
			t.Errorf("turned(%q) = %q, want %d", question, made, want)
		}
	}
}
