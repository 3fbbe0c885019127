package english_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alinti/retrieval/english"
	"alinti/retrieval/turkish"
)

func fold(text string) []string {
	var words []string
	for _, w := range turkish.Words(text) {
		words = append(words, w.Fold)
	}
	return words
}

func TestLikely(t *testing.T) {
	inEnglish := []string{
		"Who signed the agreement?",
		"how many people live in Ankara",
		"What is it?",
		"soldiers border withdrawal",
		"unemployment rate June",
		"WHICH COMPANIES WERE FINED?",
		"Didn't the minister resign?",
		"Erdoğan's speech about earthquakes",
	}
	inTurkish := []string{
		"",
		"2024",
		"Anlaşmayı kim imzaladı?",
		"ankarada kac kisi yasiyor",
		"Bu ne?",
		"asker sınır geri çekilme",
		"haziran işsizlik oranı",
		"HANGİ ŞİRKETLERE CEZA VERİLDİ?",
		"Putin",
		"On asker at başında iş buldu mu?",
		"\"The Guardian\" gazetesi bakan hakkında ne yazdı?",
	}
	for _, q := range inEnglish {
		if got := english.Likely(fold(q)); !got {
			t.Errorf("Likely(%q) = %v, want true", q, got)
		}
	}
	for _, q := range inTurkish {
		if got := english.Likely(fold(q)); got {
			t.Errorf("Likely(%q) = %v, want false", q, got)
		}
	}
}

// TestLikelyOnXQuAD asks the 1190 questions of XQuAD in both languages. The
// figures are in docs/data.md; the data set is not part of this repository.
func TestLikelyOnXQuAD(t *testing.T) {
	dir := os.Getenv("ALINTI_XQUAD")
	if dir == "" {
		t.Skip("ALINTI_XQUAD does not name the folder of xquad.en.json and xquad.tr.json")
	}
	for _, c := range []struct {
		file string
		want bool
	}{{"xquad.en.json", true}, {"xquad.tr.json", false}} {
		questions := xquad(t, filepath.Join(dir, c.file))
		wrong, bare := 0, 0
		for _, q := range questions {
			words := fold(q)
			if english.Likely(words) != c.want {
				wrong++
			}
			if english.Likely(content(words)) != c.want {
				bare++
			}
		}
		t.Logf("%s: %d of %d wrong; %d with the function words taken out", c.file, wrong, len(questions), bare)
		if limit := len(questions) / 200; wrong > limit {
			t.Errorf("%s: %d questions taken for the other language, want at most %d", c.file, wrong, limit)
		}
		if limit := len(questions) * 4 / 100; bare > limit {
			t.Errorf("%s: %d keyword questions taken for the other language, want at most %d", c.file, bare, limit)
		}
	}
}

func content(words []string) []string {
	var kept []string
	for _, w := range words {
		if !english.IsStop(w) && !turkish.IsStop(w) {
			kept = append(kept, w)
		}
	}
	return kept
}

func xquad(t *testing.T, file string) []string {
	t.Helper()
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var set struct {
		Data []struct {
			Paragraphs []struct {
				QAs []struct{ Question string }
			}
		}
	}
	if err := json.Unmarshal([]byte(strings.TrimPrefix(string(data), "\ufeff")), &set); err != nil {
		t.Fatal(err)
	}
	var questions []string
	for _, a := range set.Data {
		for _, p := range a.Paragraphs {
			for _, q := range p.QAs {
				questions = append(questions, q.Question)
			}
		}
	}
	return questions
}

func TestQuestionWordsAreStopWords(t *testing.T) {
	for _, w := range strings.Fields("what when where which who whom whose why how") {
		if !english.IsQuestion(w) || !english.IsStop(w) {
			t.Errorf("IsQuestion(%q), IsStop(%q) = %v, %v, want true, true", w, w, english.IsQuestion(w), english.IsStop(w))
		}
	}
	for _, w := range strings.Fields("minister border the11 thee whoa") {
		if english.IsStop(w) {
			t.Errorf("IsStop(%q) = true, want false", w)
		}
	}
}

func FuzzLikely(f *testing.F) {
	f.Add("who signed the agreement")
	f.Add("anlaşmayı kim imzaladı")
	f.Add("\xff zz {")
	f.Fuzz(func(t *testing.T, text string) {
		english.Likely(strings.Fields(text)) // words of any bytes must not panic
	})
}

func BenchmarkLikely(b *testing.B) {
	words := strings.Fields("how many soldiers did north korea send to russia in the first half of 2024")
	b.ReportAllocs()
	for b.Loop() {
		english.Likely(words)
	}
}
