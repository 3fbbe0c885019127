package retrieval

import (
	"hash/maphash"
	"strconv"
	"strings"
	"sync"

	"alinti/retrieval/corpus"
	"alinti/retrieval/evidence"
	"alinti/retrieval/synonyms"
	"alinti/retrieval/turkish"
	"alinti/retrieval/when"
)

// An Index finds paragraphs and sentences of one collection. It never changes,
// and may be searched by any number of goroutines at once.
type Index struct {
	collection  *corpus.Collection
	paragraphs  []paragraph
	sentences   []sentence
	around      []around // by sentence
	leading     []int32  // the sentences that only lead to others
	occurrences occurrences
	dates       []toldDate
	without     Part
	unweighed   evidence.Group // the groups of signals in without
	english     bool           // the collection has an English document
	windows     []int32        // by window: the paragraph it stands in
	stems       channel
	grams       pieces
	speller     speller
	translator  translator
	relations   relations
	pairs       pairs
	names       names
	capitals    capitals
	synonyms    *synonyms.Set
	builtin     int         // groups of synonyms from this number on are the collection's own
	groups      []int32     // by number of a group of synonyms: its term, or -1
	lexemes     [2]*lexemes // Turkish, English
	pool        sync.Pool   // of *scratch
}

// A paragraph of the collection, in the order of the documents.
type paragraph struct {
	doc        *corpus.Document
	p          *corpus.Paragraph
	first, end int32 // its sentences, in Index.sentences
}

// A sentence or heading of the collection, in the order of the documents.
type sentence struct {
	doc   *corpus.Document
	s     *corpus.Sentence
	words []turkish.Word // positions count from the start of the sentence
	stems []int32        // by word: the id of its stem
	marks []mark         // what else its words stand for
	facts evidence.Facts
}

// Around are the places around a sentence, kept apart from it since many are
// looked at in a search.
type around struct {
	paragraph int32    // in Index.paragraphs; -1 for a heading with nothing under it
	above     int32    // the question that the sentence answers by standing under it, or -1
	beside    [3]int32 // the sentences over, before and after it; -1 for none
}

// What stands beside a sentence: the heading of its paragraph, and its
// neighbours in it. A heading has none.
const (
	over = iota
	before
	after
)

// A mark is a term that a word of a sentence stands for beside its own stem: a
// compound that it begins, a country, a number, a date, a group of synonyms.
type mark struct{ term, word int32 }

// The first sign of a mark's term sets it off from the stems of words.
const (
	pairMark    = "+"
	mentionMark = "@"
	groupMark   = "~"
	numberMark  = "#"
	dateMark    = "%"
)

func isMark(term string) bool {
	return term != "" && strings.Contains(pairMark+mentionMark+groupMark+numberMark+dateMark, term[:1])
}

// A channel is the stems of words, and what else words stand for.
type channel struct {
	ids map[string]int32
	field
}

// Options say how a collection is indexed. The zero value is what New does.
type Options struct {
	Synonyms  []synonyms.Group // the collection's own, in questions of any language
	NoBuiltin bool             // leave out the synonyms that are built in
	Without   Part             // what to leave out, to measure what it is worth
}

// New indexes a collection.
func New(c *corpus.Collection) *Index { return NewWith(c, Options{}) }

// NewWith indexes a collection as the options say.
func NewWith(c *corpus.Collection, o Options) *Index {
	x := &Index{collection: c, without: o.Without, unweighed: o.Without.evidence()}
	x.stems.ids, x.grams.ids = make(map[string]int32), make(map[gram]int32)
	x.names = make(names)
	x.synonyms = new(synonyms.Set)
	if !o.NoBuiltin {
		x.synonyms = synonyms.Turkish()
	}
	x.builtin = x.synonyms.Len()
	x.synonyms = x.synonyms.With(o.Synonyms)
	for _, d := range c.Documents {
		x.addDocument(d)
	}
	x.place()
	x.name()
	stemBags, gramBags := x.bags()
	x.stems.field = newField(len(x.stems.ids), stemBags)
	x.occurrences = newOccurrences(len(x.stems.ids), x.sentences)
	x.grams.build(gramBags)
	x.speller = newSpeller(x.stems.ids)
	x.translator = newTranslator(x.stems.ids)
	x.relations = newRelations(x.stems.ids, x.speller.stems)
	x.pairs = newPairs(x.stems.ids, x.speller.stems)
	x.groups = groupTerms(x.speller.stems, x.synonyms.Len())
	for i := range x.lexemes {
		x.lexemes[i] = &lexemes{seed: maphash.MakeSeed()}
	}
	x.pool.New = func() any { return newScratch(x) }
	return x
}

// Collection is what the index was built from.
func (x *Index) Collection() *corpus.Collection { return x.collection }

func (x *Index) addDocument(d *corpus.Document) {
	x.english = x.english || d.Language == "en"
	base, first := int32(len(x.sentences)), int32(len(x.paragraphs))
	for i := range d.Sentences {
		s := &d.Sentences[i]
		in := first + int32(s.Paragraph) - 1
		if s.Paragraph > len(d.Paragraphs) {
			in = -1
		}
		x.around = append(x.around, around{paragraph: in, above: -1, beside: [3]int32{-1, -1, -1}})
		x.sentences = append(x.sentences, x.newSentence(d, s))
	}
	for i := range d.Paragraphs {
		p := &d.Paragraphs[i]
		x.paragraphs = append(x.paragraphs, paragraph{d, p, base + int32(p.First), base + int32(p.End)})
	}
}

// place finds what stands around each sentence.
func (x *Index) place() {
	for i := range x.sentences {
		s, a, at := x.sentences[i].s, &x.around[i], int32(i)
		a.above = x.asking(at)
		if s.Leads {
			x.leading = append(x.leading, at)
		}
		if a.paragraph < 0 || x.without.has(Neighbours) {
			continue
		}
		p := &x.paragraphs[a.paragraph]
		if h := p.p.Heading; h >= 0 {
			a.beside[over] = p.first - int32(p.p.First) + int32(h)
		}
		if p.first < at && !s.Heading {
			a.beside[before] = at - 1
		}
		if at+1 < p.end && p.first <= at && !s.Heading {
			a.beside[after] = at + 1
		}
	}
}

// newSentence reads one sentence.
func (x *Index) newSentence(d *corpus.Document, s *corpus.Sentence) sentence {
	text := d.Slice(s.Span)
	n := sentence{doc: d, s: s, words: turkish.Words(text)}
	folds := make([]string, len(n.words))
	n.stems = make([]int32, len(n.words))
	for i, w := range n.words {
		folds[i] = w.Fold
		n.stems[i] = x.stems.id(turkish.Stem(w.Fold))
	}
	if !s.Heading {
		x.names.learn(n.words)
	}
	n.facts = evidence.Read(text, n.words, folds, d.Language == "en", published(d))
	n.marks = x.compounds(n.marks, n.words)
	for _, m := range n.facts.Mentions {
		n.marks = append(n.marks, mark{x.stems.id(mentionMark + m.Key), int32(m.First)})
	}
	for _, m := range n.facts.Numbers {
		if isAmount(m) {
			n.marks = append(n.marks, mark{x.stems.id(numberMark + m.Key()), int32(m.First)})
			if unit := moneyMark(m); unit != "" {
				n.marks = append(n.marks, mark{x.stems.id(unit), int32(m.First)})
			}
		}
	}
	if n.facts.Both > 0 {
		n.marks = append(n.marks, mark{x.stems.id(bothMark), int32(n.facts.Both)})
	}
	n.marks = x.markDates(n.marks, n.words, n.facts.Dates)
	for _, m := range x.synonyms.Find(folds) {
		n.marks = x.markGroup(n.marks, m, 0)
		if m.Last > m.First { // "anlaşma imzalamak" is an imzalamak, too
			for _, in := range x.synonyms.Find(folds[m.Last : m.Last+1]) {
				n.marks = x.markGroup(n.marks, in, m.Last)
			}
		}
	}
	return n
}

// markGroup appends the mark of a group that a phrase stands for, of words
// counted from one on; none of a phrase that is only asked with.
func (x *Index) markGroup(marks []mark, m synonyms.Match, from int) []mark {
	if !m.To {
		return marks
	}
	return append(marks, mark{x.stems.id(groupMark + strconv.Itoa(m.Group)), int32(from + m.Last)})
}

// published is the day of a document, zero when it is not known.
func published(d *corpus.Document) when.Day {
	day, err := when.ParseDay(d.Date)
	if err != nil {
		return when.Day{}
	}
	return day
}

// id is the term's id in the channel, a new one if it has none yet.
func (c *channel) id(term string) int32 { return numbered(c.ids, term) }

// numbered is the number of a key, the next one if it has none yet.
func numbered[K comparable](ids map[K]int32, key K) int32 {
	id, ok := ids[key]
	if !ok {
		id = int32(len(ids))
		ids[key] = id
	}
	return id
}

// bags counts the terms of every unit, in both channels. Function words are
// left out of both: a question that asks "ne zaman" does not look for them.
func (x *Index) bags() (stems, grams unitBags) {
	var scratch []gram
	for _, s := range x.sentences {
		var stem, piece counter
		text := s.doc.Slice(s.s.Span)
		for j, w := range s.words {
			if turkish.Fills(text, w) {
				continue
			}
			stem.add(s.stems[j])
			scratch = appendGrams(scratch[:0], w.Fold)
			for _, g := range scratch {
				piece.add(numbered(x.grams.ids, g))
			}
		}
		for _, m := range s.marks {
			stem.add(m.term)
		}
		stems[ofSentences] = append(stems[ofSentences], stem.bag())
		grams[ofSentences] = append(grams[ofSentences], piece.bag())
	}
	for i, p := range x.paragraphs {
		all := make([]int32, 0, p.end-p.first+1)
		if h := p.p.Heading; h >= 0 {
			all = append(all, p.first-int32(p.p.First)+int32(h))
		}
		for s := p.first; s < p.end; s++ {
			all = append(all, s)
		}
		stems[ofParagraphs] = append(stems[ofParagraphs], merge(stems[ofSentences], all...))
		grams[ofParagraphs] = append(grams[ofParagraphs], merge(grams[ofSentences], all...))
		for s := p.first; s < max(p.end-1, min(p.first+1, p.end)); s++ {
			pair := []int32{s, s + 1}[:min(2, p.end-s)]
			stems[ofWindows] = append(stems[ofWindows], merge(stems[ofSentences], pair...))
			grams[ofWindows] = append(grams[ofWindows], merge(grams[ofSentences], pair...))
			x.windows = append(x.windows, int32(i))
		}
	}
	return stems, grams
}

// A counter counts terms in the order they first come, so that equal input
// always gives equal sums.
type counter struct {
	at    map[int32]int
	terms []termCount
	n     float32
}

func (c *counter) add(term int32) { c.addN(term, 1) }

func (c *counter) addN(term int32, tf float32) {
	if c.at == nil {
		c.at = make(map[int32]int)
	}
	i, ok := c.at[term]
	if !ok {
		i = len(c.terms)
		c.at[term] = i
		c.terms = append(c.terms, termCount{term: term})
	}
	c.terms[i].tf += tf
	c.n += tf
}

func (c *counter) bag() bag { return bag{c.terms, c.n} }

// merge is the bag of several units together.
func merge(bags []bag, units ...int32) bag {
	var c counter
	for _, u := range units {
		for _, t := range bags[u].terms {
			c.addN(t.term, t.tf)
		}
	}
	return c.bag()
}
