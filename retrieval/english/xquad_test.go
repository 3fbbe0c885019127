package english_test

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alinti/retrieval/english"
	"alinti/retrieval/turkish"
)

// The XQuAD data set is not part of this repository: these tests run where
// ALINTI_XQUAD names the folder of xquad.en.json and xquad.tr.json. What they
// print stands in docs/data.md.

// A question of XQuAD and the number of the paragraph that answers it.
type question struct {
	text      string
	paragraph int
}

// fitted is how many paragraphs belong to the first 24 articles, on which
// weights were chosen.
const fitted = 24 * 5

// xquad reads one language's paragraphs and questions, or skips the test.
func xquad(t *testing.T, language string) (paragraphs []string, questions []question) {
	t.Helper()
	dir := os.Getenv("ALINTI_XQUAD")
	if dir == "" {
		t.Skip("ALINTI_XQUAD does not name the folder of xquad.en.json and xquad.tr.json")
	}
	data, err := os.ReadFile(filepath.Join(dir, "xquad."+language+".json"))
	if err != nil {
		t.Fatal(err)
	}
	var set struct {
		Data []struct {
			Paragraphs []struct {
				Context string
				QAs     []struct{ Question string }
			}
		}
	}
	if err := json.Unmarshal([]byte(strings.TrimPrefix(string(data), "\ufeff")), &set); err != nil {
		t.Fatal(err)
	}
	for _, a := range set.Data {
		for _, p := range a.Paragraphs {
			for _, q := range p.QAs {
				questions = append(questions, question{q.Question, len(paragraphs)})
			}
			paragraphs = append(paragraphs, p.Context)
		}
	}
	return paragraphs, questions
}

// TestLikelyOnXQuAD asks for the language of the 1190 questions in English and
// in Turkish.
func TestLikelyOnXQuAD(t *testing.T) {
	for language, want := range map[string]bool{"en": true, "tr": false} {
		_, questions := xquad(t, language)
		wrong, bare := 0, 0
		for _, q := range questions {
			words := fold(q.text)
			if english.Likely(words) != want {
				wrong++
			}
			if english.Likely(content(words)) != want {
				bare++
			}
		}
		t.Logf("%s: %d of %d wrong; %d with the function words taken out", language, wrong, len(questions), bare)
		if limit := len(questions) / 200; wrong > limit {
			t.Errorf("%s: %d questions taken for the other language, want at most %d", language, wrong, limit)
		}
		if limit := len(questions) * 4 / 100; bare > limit {
			t.Errorf("%s: %d keyword questions taken for the other language, want at most %d", language, bare, limit)
		}
	}
}

func content(words []string) []string {
	var kept []string
	for _, w := range words {
		if !english.IsStop(w) && !turkish.IsStop(w) {
			kept = append(kept, w)
		}
	}
	return kept
}

// TestEnglishQuestionsOnXQuAD asks the English questions of the 240 Turkish
// paragraphs: BM25 over five-letter stems, a word and its translations scored
// as one term, nothing else.
func TestEnglishQuestionsOnXQuAD(t *testing.T) {
	paragraphs, _ := xquad(t, "tr")
	_, questions := xquad(t, "en")
	index := newIndex(paragraphs)
	var all, fit, held tally
	for _, q := range questions {
		rank := index.rank(q)
		all.add(rank)
		if q.paragraph < fitted {
			fit.add(rank)
		} else {
			held.add(rank)
		}
	}
	t.Logf("recall@1, @5, MRR@10: all %v, first 24 articles %v, the other 24 %v", all, fit, held)
	if got := all.first / all.n; got < .82 {
		t.Errorf("recall@1 of English questions is %.3f, want at least 0.82", got)
	}
}

// An index is a BM25 index of stems, kept as one row of counts a stem.
type index struct {
	counts  map[string][]float64
	lengths []float64
	mean    float64
}

func newIndex(paragraphs []string) index {
	ix := index{counts: map[string][]float64{}, lengths: make([]float64, len(paragraphs))}
	for i, p := range paragraphs {
		for _, w := range fold(p) {
			s := turkish.Stem(w)
			if ix.counts[s] == nil {
				ix.counts[s] = make([]float64, len(paragraphs))
			}
			ix.counts[s][i]++
			ix.lengths[i]++
			ix.mean += 1 / float64(len(paragraphs))
		}
	}
	return ix
}

// rank is the rank of the question's paragraph, from 1.
func (ix index) rank(q question) int {
	scores := make([]float64, len(ix.lengths))
	for _, w := range fold(q.text) {
		if english.IsStop(w) {
			continue
		}
		ix.score(scores, w)
	}
	rank := 1
	for i, s := range scores {
		if s > scores[q.paragraph] || s == scores[q.paragraph] && i < q.paragraph {
			rank++
		}
	}
	return rank
}

// score adds the BM25 score (k1 1.2, b 0.75) of a word and its translations
// taken as one term.
func (ix index) score(scores []float64, word string) {
	weights := map[string]float64{turkish.Stem(word): 1}
	if ts := english.Translate(word); ts != nil {
		weights[turkish.Stem(word)] = .5
		for _, t := range ts {
			weights[t.Stem] = max(weights[t.Stem], t.Weight)
		}
	}
	tf, df := make([]float64, len(scores)), 0.0
	for stem, weight := range weights {
		for i, n := range ix.counts[stem] {
			tf[i] += weight * n
			if n > 0 {
				df += weight
			}
		}
	}
	n := float64(len(scores))
	idf := math.Log(1 + (n-min(n, df)+.5)/(min(n, df)+.5))
	for i := range scores {
		scores[i] += idf * tf[i] * 2.2 / (tf[i] + 1.2*(.25+.75*ix.lengths[i]/ix.mean))
	}
}

// A tally counts ranks.
type tally struct{ n, first, five, reciprocal float64 }

func (t *tally) add(rank int) {
	t.n++
	if rank == 1 {
		t.first++
	}
	if rank <= 5 {
		t.five++
	}
	if rank <= 10 {
		t.reciprocal += 1 / float64(rank)
	}
}

func (t tally) String() string {
	return fmt.Sprintf("%.1f/%.1f/%.1f", 100*t.first/t.n, 100*t.five/t.n, 100*t.reciprocal/t.n)
}
