package evidence

import (
	"slices"
	"testing"

	"alinti/retrieval/turkish"
)

func TestParts(t *testing.T) {
	for _, c := range []struct {
		text    string
		english bool
		want    []string
	}{
		{"Kaç kişi geldi?", false, nil},
		{"Kaç kişi geldi ve nereye gittiler?", false, []string{"Kaç kişi geldi", "nereye gittiler?"}},
		{"Silah, mühimmat ve asker nereden geldi?", false, nil},
		{"Köprü ne zaman açıldı, kaç metre, kim yaptı?", false, []string{"Köprü ne zaman açıldı", "kaç metre", "kim yaptı?"}},
		{"What did he say, and where did he go?", true, []string{"What did he say", "and where did he go?"}},
		{"ekmek ve su", false, nil},
		{"", false, nil},
	} {
		if got := Parts(c.text, turkish.Words(c.text), c.english, nil); !slices.Equal(got, c.want) {
			t.Errorf("Parts(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

func FuzzParts(f *testing.F) {
	f.Add("kaç, ne, kim ve nerede? what, where")
	f.Fuzz(func(t *testing.T, text string) {
		if n := len(Parts(text, turkish.Words(text), false, nil)); n == 1 || n > maxParts {
			t.Fatalf("Parts(%q) gave %d parts", text, n)
		}
	})
}
