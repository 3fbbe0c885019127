package corpus

import (
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/unicode/norm"
)

// sentenceCases reads testdata/sentences.txt.
func sentenceCases(t *testing.T, yield func(text string, want []string, english bool)) {
	t.Helper()
	data, err := os.ReadFile("testdata/sentences.txt")
	if err != nil {
		t.Fatal(err)
	}
	english := false
	for line := range strings.Lines(string(data)) {
		line = strings.TrimSuffix(line, "\n")
		switch {
		case strings.HasPrefix(line, "#") || line == "":
		case line == "[tr]" || line == "[en]":
			english = line == "[en]"
		default:
			var want []string
			for part := range strings.SplitSeq(line, "¦") {
				part = strings.TrimSpace(part)
				for _, dateline := range []string{" - SEUL", " — ANKARA/AA"} {
					part = strings.TrimSuffix(part, dateline)
				}
				want = append(want, part)
			}
			yield(strings.ReplaceAll(line, "¦", ""), want, english)
		}
	}
}

func split(text string, english bool) []string {
	var got []string
	for _, s := range splitLine(nil, text, Span{0, len(text)}, english) {
		got = append(got, text[s.Start:s.End])
	}
	return got
}

func TestSentences(t *testing.T) {
	sentenceCases(t, func(text string, want []string, english bool) {
		if got := split(text, english); !slices.Equal(got, want) {
			t.Errorf("splitLine(%q)\n got %q\nwant %q", text, got, want)
		}
	})
}

// Composed and decomposed letters are cut in the same places.
func TestSentencesDecomposed(t *testing.T) {
	sentenceCases(t, func(text string, want []string, english bool) {
		for i := range want {
			want[i] = norm.NFD.String(want[i])
		}
		if got := split(norm.NFD.String(text), english); !slices.Equal(got, want) {
			t.Errorf("splitLine(NFD %q)\n got %q\nwant %q", text, got, want)
		}
	})
}

func TestLongSentenceIsCapped(t *testing.T) {
	text := strings.Repeat("çok uzun ", 1000)
	joined := 0
	for _, s := range split(text, false) {
		if n := len([]rune(s)); n > maxSentence {
			t.Errorf("a unit of %d code points, at most %d wanted", n, maxSentence)
		}
		joined += len(strings.Fields(s))
	}
	if joined != 2000 {
		t.Errorf("%d words in the units, want all 2000", joined)
	}
	if got := len(split(strings.Repeat("x", 3*maxSentence), false)); got != 3 {
		t.Errorf("a word of three limits is cut into %d, want 3", got)
	}
}

// What would take a quadratic splitter minutes must be done at once. The
// deadline is far above the milliseconds that it takes.
func TestHostileLines(t *testing.T) {
	const n = 50_000
	for _, unit := range []string{"(", "\"", "1. ", "a. ", "“", ".", ". ", "* ", "A.B.", "x.Y", "((a. B", "\". A", "[1]", "- ", "é. ’"} {
		done := make(chan struct{})
		go func() {
			defer close(done)
			if _, err := New(Source{File: "a.md"}, "a "+strings.Repeat(unit, n)); err != nil {
				t.Errorf("New(%q…): %v", unit, err)
			}
		}()
		select {
		case <-done:
		case <-time.After(30 * time.Second):
			t.Fatalf("New(%q…) is still running", unit)
		}
	}
}
