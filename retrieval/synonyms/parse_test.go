package synonyms_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"testing/iotest"

	"alinti/retrieval/synonyms"
)

func TestParse(t *testing.T) {
	tests := []struct{ list, want string }{
		{"", ""},
		{"# only a comment\n\n   \n", ""},
		{"mühimmat, cephane", "1: muhimmat|cephane = muhimmat|cephane"},
		{"\ufeffMÜHİMMAT,cephane\r\n", "1: muhimmat|cephane = muhimmat|cephane"},
		{"er, nefer => asker", "1: er|nefer > asker"},
		{"Beyaz  Saray => ABD yönetimi , Washington", "1: beyaz saray > abd yonetimi|washington"},
		{"\n# one\na1, b1\n#\nc1 => d1", "3: a1|b1 = a1|b1; 5: c1 > d1"},
		{`kâr\,zarar, bilanço`, "1: kar zarar|bilanco = kar zarar|bilanco"},
		{`a1 \=> b1, c1`, "1: a1 b1|c1 = a1 b1|c1"},
		{"a1 = b1, c1", "1: a1 b1|c1 = a1 b1|c1"},
		{"şehir, sehir, kent", "1: sehir|kent = sehir|kent"}, // alike when folded
		{"tek => tek", "1: tek > tek"},
	}
	for _, c := range tests {
		groups, err := synonyms.Parse(strings.NewReader(c.list))
		if err != nil {
			t.Errorf("Parse(%q): %v", c.list, err)
		}
		if got := show(groups); got != c.want {
			t.Errorf("Parse(%q) = %q, want %q", c.list, got, c.want)
		}
	}
}

func show(groups []synonyms.Group) string {
	var out []string
	for _, g := range groups {
		sign := ">"
		if g.Mutual() {
			sign = "="
		}
		out = append(out, fmt.Sprintf("%d: %s %s %s", g.Line, strings.Join(g.From, "|"), sign, strings.Join(g.To, "|")))
	}
	return strings.Join(out, "; ")
}

func TestParseErrors(t *testing.T) {
	tests := []struct{ list, want string }{
		{"alone", "line 1: a word alone"},
		{"\n\na1,,b1", "line 3: a word is missing"},
		{"a1, b1,", "line 1: a word is missing"},
		{"=> b1", "line 1: a word is missing"},
		{"a1 =>", "line 1: a word is missing"},
		{"a1 => b1 => c1", "line 1: it has more than one =>"},
		{"a1, !!!", `line 1: " !!!" holds no word`},
		{`a1, b1\`, "line 1: it ends in a backslash"},
		{"a1, b\xff", "line 1: it is not UTF-8"},
		{"a1, 1 2 3 4 5 6 7 8 9", "line 1: \" 1 2 3 4 5 6 7 8 9\" has 9 words, more than 8"},
		{"a1" + strings.Repeat(", x", synonyms.MaxPhrases), "line 1: it has 65 phrases on one side, more than 64"},
		{strings.Repeat("a1, b1\n", synonyms.MaxGroups+1), "line 20001: it has more than 20000 groups"},
		{strings.Repeat("#", synonyms.MaxBytes+1), "it has more than 1048576 bytes"},
		{"alone\nok1, ok2\nagain", "line 3: a word alone"}, // every wrong line is told
	}
	for _, c := range tests {
		groups, err := synonyms.Parse(strings.NewReader(c.list))
		if groups != nil || !errors.Is(err, synonyms.ErrFormat) || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Parse(%.40q) = %v, %v, want an ErrFormat that says %q", c.list, groups, err, c.want)
		}
	}
	if _, err := synonyms.Parse(strings.NewReader("alone\nright, too")); err == nil || strings.Contains(err.Error(), "line 2") {
		t.Errorf("Parse blames a right line after a wrong one: %v", err)
	}
	broken := errors.New("disk gone")
	if _, err := synonyms.Parse(iotest.ErrReader(broken)); !errors.Is(err, broken) || errors.Is(err, synonyms.ErrFormat) {
		t.Errorf("Parse of a failing reader: %v, want %v and no ErrFormat", err, broken)
	}
	_, err := synonyms.Parse(strings.NewReader(strings.Repeat("alone\n", 100)))
	if got := strings.Count(err.Error(), "line "); got != 10 {
		t.Errorf("Parse of 100 wrong lines tells of %d, want 10", got)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("mühimmat, cephane\ner => asker\n# x\n")
	f.Add("a\\,b => \\=> , c")
	f.Add("\ufeff,\xff\\")
	f.Fuzz(func(t *testing.T, list string) {
		groups, err := synonyms.Parse(strings.NewReader(list))
		if err != nil && groups != nil {
			t.Fatalf("Parse(%q) gives both groups and %v", list, err)
		}
		set := synonyms.New(groups)
		for i, g := range groups {
			if len(g.From) == 0 || len(g.To) == 0 || g.Line < 1 {
				t.Fatalf("Parse(%q) holds %+v", list, g)
			}
			// What a group holds is found in itself.
			words := strings.Fields(g.From[0])
			found := false
			for _, m := range set.Find(words) {
				found = found || m.Group == i && m.From || m.Last-m.First+1 < len(words)
			}
			if !found && len(words) == 1 && len(words[0]) > 1 {
				t.Fatalf("Find(%q) does not find group %d of %q", words, i, list)
			}
		}
	})
}
