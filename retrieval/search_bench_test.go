package retrieval

import (
	"bufio"
	"encoding/json"
	"hash/maphash"
	"os"
	"testing"

	"alinti/retrieval/corpus"
	"alinti/seeds"
)

// BenchmarkSearch asks the judged questions of the two articles in turn: when
// all their words have been read before, and when each pass over them is the
// first, as a run of alinti eval is.
func BenchmarkSearch(b *testing.B) {
	c, err := corpus.Load(seeds.FS)
	if err != nil {
		b.Fatal(err)
	}
	x, questions := New(c), judgedQuestions(b)
	ask := func(b *testing.B, first bool) {
		b.ReportAllocs()
		i := 0
		for b.Loop() {
			if first && i%len(questions) == 0 {
				x.forget()
			}
			r := x.Search(questions[i%len(questions)], poolSize)
			r.Release()
			i++
		}
	}
	b.Run("again", func(b *testing.B) { ask(b, false) })
	b.Run("first", func(b *testing.B) { ask(b, true) })
}

// forget drops what is remembered of words.
func (x *Index) forget() {
	for i := range x.lexemes {
		x.lexemes[i] = &lexemes{seed: maphash.MakeSeed()}
	}
}

func judgedQuestions(tb testing.TB) (questions []string) {
	tb.Helper()
	for _, name := range []string{"dev.jsonl", "dev2.jsonl"} {
		f, err := os.Open("../bot/evaluate/testdata/" + name)
		if err != nil {
			tb.Fatal(err)
		}
		defer f.Close()
		for in := bufio.NewScanner(f); in.Scan(); {
			var q struct{ Question string }
			if err := json.Unmarshal(in.Bytes(), &q); err != nil {
				tb.Fatal(err)
			}
			questions = append(questions, q.Question)
		}
	}
	return questions
}
