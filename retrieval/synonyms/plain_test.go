package synonyms

import (
	"slices"
	"strings"
	"testing"
)

// A line that is read the short way holds what it holds read the long way.
func TestPlain(t *testing.T) {
	lines := strings.Split(builtinText(t), "\n")
	lines = append(lines, "a, b", "a", "a,", ",a", "a => ", "=> a", "a = b", "a > b", "a => b => c", "a  b, c", "şehir, sehir, kent", "şehir, sehir",
		"a1, b", "a-b, c", `a\,b, c`, "a, b, b => c, c", "a b c d e f g h, i", "a b c d e f g h i, j", "a\xff, b", "х, y",
		strings.Repeat("a, ", MaxPhrases)+"b", "b"+strings.Repeat(", x", MaxPhrases))
	short := 0
	for _, line := range lines {
		line = strings.TrimSpace(line)
		var p plain
		g, ok := p.read(line)
		if !ok {
			continue
		}
		short++
		long, err := parseLine(line)
		if err != nil || !slices.Equal(g.From, long.From) || !slices.Equal(g.To, long.To) || g.Mutual() != long.Mutual() {
			t.Errorf("%q is %v the short way, %v (%v) the long way", line, g, long, err)
		}
	}
	if short < 3000 {
		t.Errorf("%d lines were read the short way, want nearly all", short)
	}
}
