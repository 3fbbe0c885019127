package corpus_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"alinti/retrieval/corpus"
)

// TestXQuADAnswersAreWhole reads xquad.tr.json and xquad.en.json from the
// folder that ALINTI_XQUAD names. One answer in each covers two sentences.
func TestXQuADAnswersAreWhole(t *testing.T) {
	dir := os.Getenv("ALINTI_XQUAD")
	if dir == "" {
		t.Skip("set ALINTI_XQUAD to the folder of xquad.tr.json and xquad.en.json")
	}
	for _, language := range []string{"tr", "en"} {
		data, err := os.ReadFile(filepath.Join(dir, "xquad."+language+".json"))
		if err != nil {
			t.Fatal(err)
		}
		answers, cut := cutAnswers(t, data)
		t.Logf("%s: %d of %d answers cut by a sentence's end", language, cut, answers)
		if answers == 0 || cut*1000 > answers {
			t.Errorf("%s: %d of %d answers are cut, want at most one in a thousand", language, cut, answers)
		}
	}
}

func cutAnswers(t *testing.T, data []byte) (answers, cut int) {
	t.Helper()
	var set struct {
		Data []struct {
			Paragraphs []struct {
				Context string
				QAs     []struct {
					Answers []struct {
						Text  string
						Start int `json:"answer_start"`
					}
				}
			}
		}
	}
	if err := json.Unmarshal(data, &set); err != nil {
		t.Fatal(err)
	}
	for _, article := range set.Data {
		var paragraphs []string
		for _, p := range article.Paragraphs {
			paragraphs = append(paragraphs, p.Context)
		}
		d, err := corpus.Paragraphs(corpus.Source{ID: "xquad"}, paragraphs)
		if err != nil {
			t.Fatal(err)
		}
		at := 0
		for i, p := range article.Paragraphs {
			for _, qa := range p.QAs {
				a := qa.Answers[0]
				start := at + len(string([]rune(p.Context)[:a.Start]))
				answers++
				if !whole(d, d.Paragraphs[i], corpus.Span{Start: start, End: start + len(a.Text)}) {
					cut++
					t.Logf("cut: %q", a.Text)
				}
			}
			at += len(p.Context) + len("\n\n")
		}
	}
	return answers, cut
}

// whole reports whether one sentence of the paragraph holds the span.
func whole(d *corpus.Document, p corpus.Paragraph, s corpus.Span) bool {
	for _, sentence := range d.Sentences[p.First:p.End] {
		if sentence.Span.Contains(s) {
			return true
		}
	}
	return false
}
