package discord

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"sync"

	"alinti/bot"
	"alinti/retrieval/corpus"
	"alinti/retrieval/turkish"
)

// Limits of autocomplete.
const (
	maxChoices = 25  // choices that Discord shows
	maxChoice  = 100 // code points of one
	maxTried   = 150 // questions tried for each language
)

// A suggester proposes questions which the articles answer, and completes
// names. It makes questions out of what any article has (names, headings,
// amounts) and keeps those that the Asker answers.
type suggester struct {
	ask func(context.Context, bot.Question) (bot.Answer, error)

	mu        sync.Mutex
	of        *corpus.Collection
	names     []name
	questions map[string][]suggestion // by language
}

type suggestion struct {
	text  string
	words []turkish.Word
}

// stale reports whether c is another collection than the one that the
// suggestions are for, and takes it as begun.
func (s *suggester) stale(c *corpus.Collection) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.of == c {
		return false
	}
	s.of = c
	return true
}

// learn makes suggestions for a collection.
func (s *suggester) learn(ctx context.Context, c *corpus.Collection) {
	names := namesIn(c)
	questions := map[string][]suggestion{}
	for _, language := range []string{"tr", "en"} {
		for _, text := range candidates(c, names, language) {
			a, err := s.ask(ctx, bot.Question{Text: text, Mode: bot.ModeRetrieval, Language: language})
			if ctx.Err() != nil {
				return
			}
			if err == nil && a.Answered {
				questions[language] = append(questions[language], suggestion{text, turkish.Words(text)})
			}
		}
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.of == c {
		s.names, s.questions = names, questions
	}
}

// candidates are questions that may have an answer, the most telling first.
func candidates(c *corpus.Collection, names []name, language string) []string {
	var amounts, headings, abouts []string
	amount, heading, about := "%s: kaç %s?", "%s: makaleler ne diyor?", "%s hakkında ne yazıyor?"
	if language == "en" {
		amount, heading, about = "%s: how many %s?", "%s: what do the articles say?", "What do the articles say about %s?"
	}
	for _, doc := range c.Documents {
		for _, s := range doc.Sentences {
			text := doc.Slice(s.Span)
			if s.Heading {
				headings = append(headings, fmt.Sprintf(heading, strings.TrimRight(strings.Trim(text, `"“”'’ `), ".?!:")))
				continue
			}
			if who := mostFrequent(text, names); who != "" && sameLanguage(doc, language) {
				for _, noun := range countedIn(text) {
					amounts = append(amounts, fmt.Sprintf(amount, who, noun))
				}
			}
		}
	}
	for _, n := range names[:min(len(names), maxTried/2)] {
		abouts = append(abouts, fmt.Sprintf(about, n.text))
	}
	var out []string
	for _, q := range slices.Concat(amounts, headings, abouts) {
		if len([]rune(q)) <= maxChoice && !slices.Contains(out, q) && len(out) < maxTried {
			out = append(out, q)
		}
	}
	return out
}

// sameLanguage reports whether a noun of the article fits into a question of
// the language. An article whose language is not known is taken for Turkish.
func sameLanguage(doc *corpus.Document, language string) bool {
	return doc.Language == language || doc.Language == "" && language == "tr"
}

// mostFrequent is that name in a sentence which the articles speak of most.
func mostFrequent(text string, names []name) string {
	here := namesOf(text)
	for _, n := range names {
		if slices.ContainsFunc(here, func(h name) bool { return folds(h.words) == folds(n.words) }) {
			return n.text
		}
	}
	return ""
}

// countedIn are the nouns behind numbers: "asker" in "en az 13 bin asker".
// Years count nothing, and neither do adjectives such as "dolarlık".
func countedIn(text string) []string {
	var out []string
	words := turkish.Words(text)
	for i, w := range words {
		if !w.Number || w.Tail != w.End || isYear(w.Fold) {
			continue
		}
		j := i + 1
		for j < len(words) && (magnitudes[words[j].Fold] || words[j].Number) {
			j++
		}
		if j == len(words) || words[j].Capital || words[j].Tail != words[j].End || strings.TrimSpace(text[words[j-1].End:words[j].Start]) != "" {
			continue
		}
		if noun := words[j].Fold; !strings.HasSuffix(noun, "lik") && !strings.HasSuffix(noun, "luk") {
			out = append(out, text[words[j].Start:words[j].End])
		}
	}
	return out
}

func isYear(s string) bool {
	return len(s) == 4 && (strings.HasPrefix(s, "19") || strings.HasPrefix(s, "20"))
}

// magnitudes stand between a number and what it counts, folded.
var magnitudes = map[string]bool{
	"yuz": true, "bin": true, "milyon": true, "milyar": true, "trilyon": true,
	"hundred": true, "thousand": true, "million": true, "billion": true, "trillion": true,
}

// suggest proposes what a person who typed this far may want to ask.
func (s *suggester) suggest(typed, language string) []string {
	s.mu.Lock()
	names, questions := s.names, s.questions[language]
	s.mu.Unlock()
	var out []string
	add := func(choice string) {
		if len(out) < maxChoices && len([]rune(choice)) <= maxChoice && !slices.Contains(out, choice) {
			out = append(out, choice)
		}
	}
	words := turkish.Words(typed)
	if len(words) > 0 {
		for _, c := range completions(typed, words, names) {
			add(c)
		}
	}
	for _, q := range questions {
		if fits(q.words, words) {
			add(q.text)
		}
	}
	return out
}

// completions are what was typed with its last word, or its last words,
// completed to a name; first those that go on from most words.
func completions(typed string, words []turkish.Word, names []name) []string {
	last := words[len(words)-1]
	if last.Tail != len(typed) || last.Tail != last.End {
		return nil // the last word is finished
	}
	type choice struct {
		text    string
		overlap int
	}
	var found []choice
	for _, n := range names {
		for i := range n.words {
			if k := overlap(words, n.words[i:]); k > 0 {
				found = append(found, choice{typed[:words[len(words)-k].Start] + n.ending(i), k})
				break
			}
		}
	}
	slices.SortStableFunc(found, func(a, b choice) int { return b.overlap - a.overlap })
	var out []string
	for _, c := range found[:min(len(found), maxChoices/2)] {
		out = append(out, c.text)
	}
	return out
}

// overlap is how many of the last words typed are the first words of a name,
// the very last one perhaps not whole. At least two letters must be there, and
// something must be left to complete.
func overlap(words, of []turkish.Word) int {
	for k := min(len(words), len(of)); k > 0; k-- {
		tail := words[len(words)-k:]
		whole := true
		for i := range k - 1 {
			whole = whole && tail[i].Fold == of[i].Fold
		}
		last := tail[k-1].Fold
		if whole && len(last) >= 2 && strings.HasPrefix(of[k-1].Fold, last) && (k < len(of) || last != of[k-1].Fold) {
			return k
		}
	}
	return 0
}

// fits reports whether every word typed that carries meaning begins a word of
// the question.
func fits(question, typed []turkish.Word) bool {
	for _, t := range typed {
		if turkish.IsStop(t.Fold) {
			continue
		}
		if !slices.ContainsFunc(question, func(q turkish.Word) bool { return strings.HasPrefix(q.Fold, t.Fold) }) {
			return false
		}
	}
	return true
}
