package quantity

import (
	"os"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"alinti/retrieval/turkish"
)

func FuzzFind(f *testing.F) {
	golden, err := os.ReadFile("testdata/find.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, line := range strings.Split(string(golden), "\n") {
		if text, ok := strings.CutPrefix(line, "> "); ok {
			f.Add(text)
		}
	}
	f.Add("u\u0308c\u0327 99999999999999999999 1.2.3.4,5 %%$$ -- 1//2 \xff1\xfe ½½ 10⁹⁹⁹ bir bin milyar trilyon katrilyon katrilyon")
	f.Fuzz(func(t *testing.T, text string) {
		for _, language := range []string{"", "tr", "en"} {
			found, end := FindIn(text, language), 0
			if len(found) == 0 && utf8.ValidString(text) {
				if all := read(text, languageOf(language)); len(all) > 0 {
					t.Fatalf("a glance at %q in %q misses %+v", text, language, all)
				}
			}
			if len(found) > 0 && utf8.ValidString(text) && !mayHold(text) {
				t.Fatalf("the words of %q in %q are said to hold no number, not %+v", text, language, found)
			}
			for _, q := range found {
				if q.Start < end || q.End <= q.Start || q.End > len(text) {
					t.Fatalf("FindIn(%q, %q): %+v after byte %d", text, language, q, end)
				}
				if q.PhraseStart < 0 || q.PhraseStart > q.Start || q.PhraseEnd < q.End || q.PhraseEnd > len(text) {
					t.Fatalf("FindIn(%q, %q): phrase of %+v", text, language, q)
				}
				if q.UnitStart < 0 || q.UnitEnd < q.UnitStart || q.UnitEnd > len(text) {
					t.Fatalf("FindIn(%q, %q): unit of %+v", text, language, q)
				}
				if q.High.Cmp(q.Value) < 0 || !Equal(q, q) || q.Value.String() == "" || q.Kind.String() == "" {
					t.Fatalf("FindIn(%q, %q): value of %+v", text, language, q)
				}
				end = q.End
			}
		}
	})
}

// mayHold is what [MayCount] and [HasFigures] say of a text.
func mayHold(text string) bool {
	return HasFigures(text) || slices.ContainsFunc(turkish.Words(text), func(w turkish.Word) bool {
		return MayCount(w.Fold) || w.Suffix != "" && MayCount(w.Suffix)
	})
}
