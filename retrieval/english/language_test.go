package english_test

import (
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
