package bot_test

import (
	"bufio"
	"context"
	"encoding/json"
	"os"
	"testing"

	"alinti/bot"
)

// BenchmarkAskDistinct asks the judged questions of the two articles in turn,
// as .ci/throughput.sh does.
func BenchmarkAskDistinct(b *testing.B) {
	bb, questions := seedBot(b), judged(b)
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if _, err := bb.Ask(context.Background(), bot.Question{Text: questions[i%len(questions)]}); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

// judged are the questions of the two judged sets, plain and with what people
// say before them.
func judged(tb testing.TB) (questions []string) {
	tb.Helper()
	for _, name := range []string{"dev.jsonl", "dev2.jsonl"} {
		f, err := os.Open("evaluate/testdata/" + name)
		if err != nil {
			tb.Fatal(err)
		}
		defer f.Close()
		for in := bufio.NewScanner(f); in.Scan(); {
			var q struct{ Question string }
			if err := json.Unmarshal(in.Bytes(), &q); err != nil {
				tb.Fatal(err)
			}
			for _, head := range []string{"", "Acaba ", "Peki ", "Rapora göre "} {
				questions = append(questions, head+q.Question)
			}
		}
	}
	return questions
}
