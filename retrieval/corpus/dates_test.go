package corpus_test

import (
	"cmp"
	"os"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"

	"alinti/retrieval/corpus"
)

// Each line of testdata/dates.txt at the head or the foot of a text.
func TestDates(t *testing.T) {
	data, err := os.ReadFile("testdata/dates.txt")
	if err != nil {
		t.Fatal(err)
	}
	foot, language := false, "tr"
	for row := range strings.Lines(string(data)) {
		row = strings.TrimSuffix(row, "\n")
		switch {
		case strings.HasPrefix(row, "#"):
			continue
		case row == "[foot]":
			foot = true
			continue
		case row == "[en]":
			foot, language = false, "en"
			continue
		}
		date, rest, _ := strings.Cut(row, " ")
		fate, line, _ := strings.Cut(rest, " ")
		checkDate(t, line, language, foot, date, fate)
		checkDate(t, norm.NFD.String(line), language, foot, date, fate)
	}
}

// checkDate cuts a text with the line at its head or foot.
func checkDate(t *testing.T, line, language string, foot bool, date, fate string) {
	t.Helper()
	const body = "Meclis üyeleri uzun bir oturumun ardından bütçeyi kabul etti. Karar oy birliğiyle alındı."
	text := line + "\n\n" + body
	if foot {
		text = body + "\n\n" + line
	}
	d, err := corpus.New(corpus.Source{File: "x.txt", Language: language}, text)
	if err != nil {
		t.Fatalf("New(%q): %v", text, err)
	}
	checkDocument(t, d)
	if got := cmp.Or(d.Date, "-"); got != date {
		t.Errorf("%q: date %q, want %q", line, got, date)
	}
	if got := fateOf(d, line); got != fate {
		t.Errorf("%q is %s, want %s", line, got, fate)
	}
	if fate == "gone" && d.Title != "x.txt" {
		t.Errorf("%q: title %q, want none but the file's name", line, d.Title)
	}
}

// fateOf says what became of a line of a document.
func fateOf(d *corpus.Document, line string) string {
	start := strings.Index(d.Text, line)
	for _, s := range d.Sentences {
		if s.Span.Start < start || s.Span.Start >= start+len(line) {
			continue
		}
		if s.Heading {
			return "heading"
		}
		return "kept"
	}
	return "gone"
}

func TestTitles(t *testing.T) {
	const body = "\n\nMeclis bütçeyi uzun bir oturumda kabul etti. Karar oy birliğiyle alındı.\n"
	for _, c := range []struct{ file, text, title, date string }{
		{"a.txt", "Haber tarihi: 15 Ocak 2026\n\nBütçe kabul edildi" + body, "Bütçe kabul edildi", "2026-01-15"},
		{"a.txt", "Bütçe kabul edildi\nSon güncelleme: 15 Ocak 2026" + body, "Bütçe kabul edildi", "2026-01-15"},
		{"a.txt", "Bütçe uzun tartışmaların ardından kabul edildi\nTürkiye\n15 Ocak 2026" + body, "Bütçe uzun tartışmaların ardından kabul edildi", "2026-01-15"},
		{"a.txt", "Kaynak: AA\nTarih: 15.01.2026\nBaşlık: Bütçe kabul edildi" + body, "Bütçe kabul edildi", "2026-01-15"},
		{"a.txt", "Kaynak: AA\nMuhabir: Ayşe Ak\nTarih: 15.01.2026\n\nBütçe kabul edildi" + body, "Bütçe kabul edildi", "2026-01-15"},
		{"a.txt", "Haber Merkezi\n15.01.2026 - 11:40 | Son Güncellenme: 15.01.2026 - 13:20\nBütçe kabul edildi\nKarar oy birliğiyle alındı" + body, "Bütçe kabul edildi", "2026-01-15"},
		{"a.txt", "T.C.\nAKSUHAN VALİLİĞİ\n\nSayı : E-12345678-903.07-4455\nTarih : 15/01/2026\nKonu : Bütçe hakkında duyuru" + body, "Bütçe hakkında duyuru", "2026-01-15"},
		{"a.txt", "Gündem" + body, "Gündem", ""},
		{"a.md", "# Bütçe kabul edildi\n**Tarih:** 15 Ocak 2026" + body, "Bütçe kabul edildi", "2026-01-15"},
		{"a.md", "---\ndate: 2026-01-15T10:00:00+03:00\ntitle: Bütçe kabul edildi\n---\n# Başka" + body, "Bütçe kabul edildi", "2026-01-15"},
		{"a.md", "+++\ndate = 2026-01-15\ntitle = \"Bütçe kabul edildi\"\n+++" + body, "Bütçe kabul edildi", "2026-01-15"},
		{"a.md", "---\ntarih: 15.01.2026\nbaşlık: Bütçe\n---" + body, "Bütçe", "2026-01-15"},
		{"02_meclis-kararı.txt", "Tarih: 15.01.2026" + body, "Meclis kararı", "2026-01-15"},
		{"istanbul_2026-01-15.txt", strings.TrimSpace(body), "İstanbul", "2026-01-15"},
		{"15.01.2026 ilan.txt", strings.TrimSpace(body), "İlan", "2026-01-15"},
		{"20260115-ilan.txt", strings.TrimSpace(body), "İlan", "2026-01-15"},
		{"000_bdffa258e9c93d16.txt", strings.TrimSpace(body), "000_bdffa258e9c93d16.txt", ""},
		{"sorular.txt", "Ne zaman toplanır?\nHer ay toplanır.\nKim katılır?\nÜyeler katılır.", "Sorular", ""},
		// A diary: its dates are headings, and none is that of the file.
		{"gunluk.txt", "15 Ocak 2026\nSayaç takıldı.\n\n16 Ocak 2026\nSayaç söküldü.", "15 Ocak 2026", ""},
		{"gunluk.md", "# Değişiklikler\n\n## 15 Ocak 2026\n\nSayaç takıldı.\n\n## 10 Ocak 2026\n\nSayaç söküldü.", "Değişiklikler", ""},
		// What says nothing else may be quoted.
		{"tarih.txt", "Yayın tarihi: 15 Ocak 2026", "Tarih", "2026-01-15"},
	} {
		d, err := corpus.New(corpus.Source{File: c.file, Language: "tr"}, c.text)
		if err != nil {
			t.Errorf("New(%q): %v", c.text, err)
			continue
		}
		checkDocument(t, d)
		if d.Title != c.title || d.Date != c.date {
			t.Errorf("%s, %q\n got %q of %q\nwant %q of %q", c.file, c.text, d.Title, d.Date, c.title, c.date)
		}
	}
}
