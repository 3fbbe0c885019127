package discord

import (
	"slices"
	"strings"

	"alinti/retrieval/corpus"
	"alinti/retrieval/turkish"
)

// A name is a run of words written with a capital, as it first stands in the
// articles, without case suffixes: "Kim Jong-Un".
type name struct {
	text  string
	words []turkish.Word
	count int
	at    *corpus.Sentence // where it stands first
}

// maxNames is how many names are kept, the most frequent ones.
const maxNames = 500

// namesIn finds the names of a collection, the most frequent first. A word at
// the beginning of a sentence has its capital from there, so it counts only as
// part of a longer run or when it is a name elsewhere.
func namesIn(c *corpus.Collection) []name {
	found := map[string]*name{}
	var initial []*name // single words at the beginning of sentences
	for _, doc := range c.Documents {
		for i := range doc.Sentences {
			s := &doc.Sentences[i]
			if s.Heading {
				continue
			}
			for _, n := range namesOf(doc.Slice(s.Span)) {
				n.at = s
				if n.words[0].Start == 0 && len(n.words) == 1 {
					initial = append(initial, &n)
				} else if known := found[folds(n.words)]; known != nil {
					known.count++
				} else {
					found[folds(n.words)] = &n
				}
			}
		}
	}
	for _, n := range initial {
		if known := found[folds(n.words)]; known != nil {
			known.count++
		}
	}
	var out []name
	for _, n := range found {
		out = append(out, *n)
	}
	slices.SortFunc(out, func(a, b name) int {
		if a.count != b.count {
			return b.count - a.count
		}
		return strings.Compare(a.text, b.text)
	})
	return out[:min(len(out), maxNames)]
}

// namesOf are the runs of capitalised words in a sentence. A run ends with a
// word that has a suffix behind an apostrophe, and where anything but a space
// or a hyphen stands between words.
func namesOf(text string) []name {
	var out []name
	words := turkish.Words(text)
	for i := 0; i < len(words); i++ {
		if !words[i].Capital {
			continue
		}
		end := i
		for end+1 < len(words) && words[end+1].Capital && joins(text, words[end], words[end+1]) {
			end++
		}
		run := words[i : end+1]
		if i > 0 && words[i-1].Number && text[words[i-1].End:run[0].Start] == " " {
			i = end
			continue // a month
		}
		if t := text[run[0].Start:run[len(run)-1].End]; len([]rune(t)) > 2 {
			out = append(out, name{text: t, words: run, count: 1})
		}
		i = end
	}
	return out
}

func joins(text string, a, b turkish.Word) bool {
	if a.Tail != a.End {
		return false
	}
	between := text[a.End:b.Start]
	return between == " " || between == "-"
}

func folds(ws []turkish.Word) string {
	var fs []string
	for _, w := range ws {
		fs = append(fs, w.Fold)
	}
	return strings.Join(fs, " ")
}

// ending is the name from its word i on: who types "puti" means "Putin".
func (n name) ending(i int) string {
	from := n.words[0].Start
	return n.text[n.words[i].Start-from:]
}
