package quantity

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata")

// describe is one line of testdata/find.txt.
func describe(text string, q Quantity) string {
	b := []string{text[q.Start:q.End]}
	if q.PhraseEnd-q.PhraseStart > q.End-q.Start {
		b = append(b, "in "+text[q.PhraseStart:q.PhraseEnd])
	}
	v := q.Value.String()
	if q.IsRange() {
		v += " to " + q.High.String()
	}
	b = append(b, v, q.Kind.String())
	if q.Qualifier != Unqualified {
		b = append(b, q.Qualifier.String())
	}
	switch {
	case q.Unit != "":
		b = append(b, q.Unit)
	case q.UnitEnd > 0:
		b = append(b, "of "+text[q.UnitStart:q.UnitEnd])
	}
	return strings.Join(b, " | ")
}

func TestFind(t *testing.T) {
	const name = "testdata/find.txt"
	golden, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var got strings.Builder
	for _, line := range strings.Split(strings.TrimRight(string(golden), "\n"), "\n") {
		text, isText := strings.CutPrefix(line, "> ")
		if !isText {
			if line == "" || line[0] == '#' {
				fmt.Fprintln(&got, line)
			}
			continue
		}
		fmt.Fprintln(&got, line)
		for _, q := range Find(text) {
			fmt.Fprintln(&got, describe(text, q))
		}
	}
	if *update {
		if err := os.WriteFile(name, []byte(got.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, have := strings.Split(string(golden), "\n"), strings.Split(got.String(), "\n")
	for i := range max(len(want), len(have)) {
		if i >= len(want) || i >= len(have) || want[i] != have[i] {
			t.Fatalf("%s:%d: got %q, want %q", name, i+1, at(have, i), at(want, i))
		}
	}
}

func at(lines []string, i int) string {
	if i < len(lines) {
		return lines[i]
	}
	return "nothing"
}
