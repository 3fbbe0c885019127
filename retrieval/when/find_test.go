package when

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "rewrite testdata")

func TestFind(t *testing.T) {
	const name = "testdata/find.txt"
	golden, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	var (
		got strings.Builder
		ref Day
	)
	for _, line := range strings.Split(strings.TrimRight(string(golden), "\n"), "\n") {
		if day, ok := strings.CutPrefix(line, "on "); ok {
			if ref, err = ParseDay(day); err != nil {
				t.Fatal(err)
			}
		} else if line == "on" {
			ref = Day{}
		}
		text, isText := strings.CutPrefix(line, "> ")
		if !isText && line != "" && line[0] != '#' && line[0] != 'o' {
			continue
		}
		fmt.Fprintln(&got, line)
		for _, d := range Find(text, ref) {
			lean := ""
			if d.Relative {
				lean = " ~"
			}
			if isText {
				fmt.Fprintf(&got, "[%s] %s%s\n", text[d.Start:d.End], d.Resolved, lean)
			}
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
