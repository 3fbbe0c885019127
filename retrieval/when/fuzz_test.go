package when

import (
	"os"
	"strings"
	"testing"
	"time"

	"alinti/retrieval/turkish"
)

func FuzzFind(f *testing.F) {
	golden, err := os.ReadFile("testdata/find.txt")
	if err != nil {
		f.Fatal(err)
	}
	for _, line := range strings.Split(string(golden), "\n") {
		if text, ok := strings.CutPrefix(line, "> "); ok {
			f.Add(text, 2025, 9, 19)
		}
	}
	f.Add("31 Şubat 0000-00-00 9999 yıl sonra \xff'\xfe MÖ 1. yüzyıl bc 2100-2000 son 99 yılda", -1, 13, 99)
	f.Fuzz(func(t *testing.T, text string, year, month, day int) {
		ref := Day{year, time.Month(month), day}
		found, end := Find(text, ref), 0
		if len(found) == 0 {
			if all := read(text, ref); len(all) > 0 {
				t.Fatalf("a glance at %q misses %+v", text, all)
			}
		}
		for _, d := range found {
			if d.Start < end || d.End <= d.Start || d.End > len(text) {
				t.Fatalf("Find(%q): %+v after byte %d", text, d, end)
			}
			end = d.End
			if d.Resolved == "" {
				continue
			}
			if again, ok := parse(d.Resolved); !ok || again.first != d.first || again.last != d.last || !d.Covers(again) || !again.Overlaps(d) {
				t.Fatalf("Find(%q): %+v, parse(%q) = %+v, %v", text, d, d.Resolved, again, ok)
			}
		}
	})
}

// Every word that is the heart of a date passes by its first letters.
func TestMayBegin(t *testing.T) {
	for _, text := range strings.Fields("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba perşembe cuma cumartesi pazar " +
		"yıl sene ay hafta gün yüzyıl asır dün bugün yarın sabah akşam gece öğlen ilkbahar bahar yaz sonbahar güz kış " +
		"january february march april may june july august september october november december monday tuesday wednesday thursday friday " +
		"saturday sunday today yesterday tomorrow year month week day decade century morning evening night afternoon spring summer autumn fall winter") {
		for _, s := range []string{text, turkish.Fold(text), turkish.Upper(text), strings.ToUpper(turkish.Fold(text))} {
			if !mayDate(s) {
				t.Errorf("mayDate(%q) = false", s)
			}
		}
	}
}
