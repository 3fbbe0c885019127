package bot

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"alinti/retrieval/corpus"
)

// Bounds of the search for a nearest sentence.
const (
	nearWords    = 300  // words of a quote that are compared
	nearPassage  = 900  // words of an article that they are compared with
	nearPostings = 5000 // sentences with one word that are counted; commoner words say nothing
)

// neighbours find the sentence that shares the most, and the rarest, words
// with a quote.
type neighbours struct {
	docs  []*corpus.Document
	units []unit
	with  map[string][]int32 // word to the units that hold it, in order
}

// A unit is a sentence or heading of a document.
type unit struct{ doc, sentence int32 }

func newNeighbours(c *corpus.Collection) *neighbours {
	n := &neighbours{docs: c.Documents, with: map[string][]int32{}}
	for i, d := range c.Documents {
		for j, s := range d.Sentences {
			at := int32(len(n.units))
			n.units = append(n.units, unit{int32(i), int32(j)})
			for w := range strings.FieldsSeq(d.Slice(s.Span)) {
				w = looseWord(w)
				if list := n.with[w]; len(list) == 0 || list[len(list)-1] != at {
					n.with[w] = append(list, at)
				}
			}
		}
	}
	return n
}

// looseWord is a word without case, marks around it and the suffix behind an
// apostrophe: enough to find where a quote may come from.
func looseWord(w string) string {
	w = strings.TrimFunc(w, func(r rune) bool { return !isLetterOrDigit(r) })
	if i := strings.IndexAny(w, "'’"); i > 0 {
		w = w[:i]
	}
	return strings.ToLowerSpecial(unicode.TurkishCase, norm.NFC.String(w))
}

// nearest is the sentence that the quote shares most with and the first
// difference, or nil if they share nothing of weight.
func (n *neighbours) nearest(quote string) *Nearest {
	words := strings.Fields(quote)
	words = words[:min(len(words), nearWords)]
	best, ok := n.best(words)
	if !ok {
		return nil
	}
	d := n.docs[n.units[best].doc]
	s := d.Sentences[n.units[best].sentence]
	near := &Nearest{
		Place: Place{Source: claimSource(d), Paragraph: s.Paragraph, Start: s.Span.Start, End: s.Span.End},
		Text:  d.Slice(s.Span),
	}
	near.Word, near.Said, near.Stands = firstDifference(words, passage(d, s))
	return near
}

// best is the unit with the greatest sum of the words' rarity, the first of
// equals.
func (n *neighbours) best(words []string) (int32, bool) {
	score := map[int32]float64{}
	seen := map[string]bool{}
	for _, w := range words {
		w = looseWord(w)
		list := n.with[w]
		if w == "" || seen[w] || len(list) == 0 || len(list) > nearPostings {
			continue
		}
		seen[w] = true
		for _, u := range list {
			score[u] += 1 / float64(len(list))
		}
	}
	best, top := int32(0), 0.0
	for u, s := range score {
		if s > top || s == top && u < best {
			best, top = u, s
		}
	}
	return best, top > 0
}

// passage is the words of the sentence's paragraph, or of the heading; of a
// long paragraph those from the sentence on.
func passage(d *corpus.Document, s corpus.Sentence) []string {
	if s.Heading {
		return strings.Fields(d.Slice(s.Span))
	}
	p := d.Paragraphs[s.Paragraph-1]
	words := strings.Fields(d.Slice(p.Span))
	if len(words) > nearPassage {
		words = strings.Fields(d.Text[s.Span.Start:p.Span.End])
	}
	return words[:min(len(words), nearPassage)]
}

// The costs of an alignment: the same word written otherwise is cheaper than
// another one.
const (
	costLoose = 1 // same word but for case, marks or suffix
	costOther = 2
	costGap   = 3 // a word too many or too few
)

// firstDifference lays the quote's words along some stretch of the passage's
// so that they agree as far as they can, by dynamic programming, and reports
// the first place where they do not.
func firstDifference(quote, passage []string) (word int, said, stands string) {
	looseQuote, loosePassage := looseWords(quote), looseWords(passage)
	pair := func(i, j int) int {
		switch {
		case samePair(quote, passage, i, j):
			return 0
		case looseQuote[i] == loosePassage[j]:
			return costLoose
		}
		return costOther
	}
	cost := alignment(len(quote), len(passage), pair)
	last := cost[len(quote)]
	j := 0
	for k := range last {
		if last[k] < last[j] {
			j = k
		}
	}
	// From the end back; the last difference met is the first one.
	for i := len(quote); i > 0; {
		switch {
		case j > 0 && cost[i][j] == cost[i-1][j-1]+pair(i-1, j-1):
			i, j = i-1, j-1
			if !samePair(quote, passage, i, j) {
				word, said, stands = i+1, quote[i], passage[j]
			}
		case cost[i][j] == cost[i-1][j]+costGap:
			i--
			word, said, stands = i+1, quote[i], ""
		default:
			j--
			word, said, stands = i+1, "", passage[j]
		}
	}
	return word, said, stands
}

// alignment is the cheapest cost of laying the first i of m words along some
// words that end with word j of n.
func alignment(m, n int, pair func(i, j int) int) [][]int {
	cost := make([][]int, m+1)
	cost[0] = make([]int, n+1)
	for i := 1; i <= m; i++ {
		cost[i] = make([]int, n+1)
		cost[i][0] = i * costGap
		for j := 1; j <= n; j++ {
			cost[i][j] = min(cost[i-1][j-1]+pair(i-1, j-1), cost[i-1][j]+costGap, cost[i][j-1]+costGap)
		}
	}
	return cost
}

func looseWords(words []string) []string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = looseWord(w)
	}
	return out
}

// samePair compares word i of the quote with word j of the passage. The ends
// of a quote may lack the marks that stand there.
func samePair(quote, passage []string, i, j int) bool {
	q, p := quote[i], passage[j]
	return q == p || i == 0 && onlyMarks(strings.CutSuffix(p, q)) || i == len(quote)-1 && onlyMarks(strings.CutPrefix(p, q))
}

// onlyMarks reports whether cutting left no letter or digit.
func onlyMarks(rest string, cut bool) bool {
	return cut && strings.IndexFunc(rest, isLetterOrDigit) < 0
}
