package synonyms_test

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alinti/retrieval/synonyms"
	"alinti/retrieval/turkish"
)

// TestTurkishOnXQuAD asks the Turkish questions of XQuAD of its 240 paragraphs:
// BM25 over five-letter stems, where a word and what stands for it are one term.
// The list must not cost what it cannot bring: XQuAD's questions use the words
// of their paragraphs. The figures are in docs/data.md.
func TestTurkishOnXQuAD(t *testing.T) {
	dir := os.Getenv("ALINTI_XQUAD")
	if dir == "" {
		t.Skip("ALINTI_XQUAD does not name the folder of xquad.tr.json")
	}
	ix, questions := readXQuAD(t, filepath.Join(dir, "xquad.tr.json"))
	set := synonyms.Turkish()
	ix.addGroups(set)
	var plain float64
	for _, weight := range []float64{0, .1, .3, .5, 1} {
		var first, changed, won float64
		for _, q := range questions {
			before, after := ix.rank(q, set, 0), ix.rank(q, set, weight)
			if after == 1 {
				first++
			}
			if before == 1 != (after == 1) {
				changed++
				if after == 1 {
					won++
				}
			}
		}
		n := float64(len(questions))
		t.Logf("weight %.1f: recall@1 %.1f; first places won %.0f, lost %.0f", weight, 100*first/n, won, changed-won)
		switch {
		case weight == 0:
			plain = first / n
		case weight <= .3 && first/n < plain-.01:
			t.Errorf("weight %.1f: recall@1 is %.3f, without synonyms %.3f", weight, first/n, plain)
		}
	}
}

// An index counts stems and groups of synonyms, a row each with a column a
// paragraph.
type index struct {
	words   [][]string
	stems   map[string][]float64
	groups  map[int]map[string][]float64 // by the stem of the first word, so that a word's own forms can be told
	lengths []float64
	mean    float64
}

type question struct {
	words     []string
	paragraph int
}

func readXQuAD(t *testing.T, file string) (*index, []question) {
	t.Helper()
	data, err := os.ReadFile(file)
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
	ix, questions := &index{stems: map[string][]float64{}, groups: map[int]map[string][]float64{}}, []question(nil)
	for _, a := range set.Data {
		for _, p := range a.Paragraphs {
			for _, q := range p.QAs {
				questions = append(questions, question{fold(q.Question), len(ix.words)})
			}
			ix.words = append(ix.words, fold(p.Context))
		}
	}
	for i, words := range ix.words {
		for _, w := range words {
			s := turkish.Stem(w)
			if ix.stems[s] == nil {
				ix.stems[s] = make([]float64, len(ix.words))
			}
			ix.stems[s][i]++
		}
		ix.lengths = append(ix.lengths, float64(len(words)))
		ix.mean += float64(len(words)) / float64(len(ix.words))
	}
	return ix, questions
}

func fold(text string) []string {
	var words []string
	for _, w := range turkish.Words(text) {
		words = append(words, w.Fold)
	}
	return words
}

func (ix *index) addGroups(set *synonyms.Set) {
	for i, words := range ix.words {
		for _, m := range set.Find(words) {
			if !m.To {
				continue
			}
			if ix.groups[m.Group] == nil {
				ix.groups[m.Group] = map[string][]float64{}
			}
			s := turkish.Stem(words[m.First])
			if ix.groups[m.Group][s] == nil {
				ix.groups[m.Group][s] = make([]float64, len(ix.words))
			}
			ix.groups[m.Group][s][i]++
		}
	}
}

func (ix *index) rank(q question, set *synonyms.Set, weight float64) int {
	n := len(ix.words)
	scores, rows := make([]float64, n), make([][]float64, len(q.words))
	df := make([]float64, len(q.words))
	for i, w := range q.words {
		rows[i] = make([]float64, n)
		copy(rows[i], ix.stems[turkish.Stem(w)])
		for _, tf := range rows[i] {
			if tf > 0 {
				df[i]++
			}
		}
	}
	if weight > 0 {
		for _, m := range set.Find(q.words) {
			own := turkish.Stem(q.words[m.First])
			for stem, row := range ix.groups[m.Group] {
				if !m.From || stem == own {
					continue
				}
				for j, tf := range row {
					rows[m.First][j] += weight * tf
					if tf > 0 {
						df[m.First] += weight
					}
				}
			}
		}
	}
	for i, w := range q.words {
		if turkish.IsStop(w) {
			continue
		}
		d := min(df[i], float64(n))
		idf := math.Log(1 + (float64(n)-d+.5)/(d+.5))
		for j, tf := range rows[i] {
			scores[j] += idf * tf * 2.2 / (tf + 1.2*(.25+.75*ix.lengths[j]/ix.mean))
		}
	}
	rank := 1
	for j, s := range scores {
		if s > scores[q.paragraph] || s == scores[q.paragraph] && j < q.paragraph {
			rank++
		}
	}
	return rank
}
