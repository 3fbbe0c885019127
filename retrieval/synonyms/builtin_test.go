package synonyms

import (
	"flag"
	"os"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "make builtin.bin of the lists again")

// builtinText is the built-in lists, one after the other.
func builtinText(t testing.TB) string {
	t.Helper()
	var all []string
	for _, name := range []string{"synonyms.tr.txt", "thesaurus.tr.txt", "verbs.tr.txt"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, string(data))
	}
	return strings.Join(all, "\n")
}

func builtinGroups(t testing.TB) []Group {
	t.Helper()
	groups, err := parse(builtinText(t))
	if err != nil {
		t.Fatal("the built-in lists, one after the other: ", err)
	}
	return groups
}

// TestBuiltinTable fails when a list was changed and the table was not made of
// it again.
func TestBuiltinTable(t *testing.T) {
	made := encode(builtinGroups(t))
	if *update {
		if err := os.WriteFile("builtin.bin", []byte(made), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if made != builtin {
		t.Fatal("builtin.bin is not the table of the lists beside it; make it again:\n\n\tgo generate ./retrieval/synonyms\n")
	}
}

func TestBuiltinGroups(t *testing.T) {
	lines := map[string]int{}
	for _, g := range builtinGroups(t) {
		text := strings.Join(g.From, ", ") + " => " + strings.Join(g.To, ", ")
		if lines[text] > 0 {
			t.Errorf("line %d says what line %d says: %s", g.Line, lines[text], text)
		}
		lines[text] = g.Line
		if !g.Mutual() && len(g.From) == 1 && len(g.To) == 1 && g.From[0] == g.To[0] {
			t.Errorf("line %d leads nowhere: %s", g.Line, text)
		}
	}
}

func BenchmarkEncode(b *testing.B) {
	groups := builtinGroups(b)
	b.ReportAllocs()
	for b.Loop() {
		New(groups)
	}
}
