package dialogue_test

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"alinti/bot/dialogue"
)

func TestResolve(t *testing.T) {
	tests := []struct{ before, question, want string }{ // want empty: stands alone
		{"Anlaşmayı kim imzaladı?", "ne zaman?", "Anlaşmayı ne zaman imzaladı?"},
		{"Anlaşmayı kim imzaladı?", "peki nerede", "Anlaşmayı nerede imzaladı?"},
		{"Kuzey Kore kaç asker gönderdi?", "neden?", "Kuzey Kore asker neden gönderdi?"},
		{"almanya ukrayna'ya ne verdi?", "tam tersi?", "ukrayna almanya'ya ne verdi?"},
		{"Birleşik Krallık Ukrayna'ya ne verdi?", "tam tersi?", "Ukrayna Birleşik Krallık'a ne verdi?"},
		{"Kuzey Kore Rusya'ya kaç asker gönderdi?", "peki ya Rusya?", "Rusya Kuzey Kore'ye kaç asker gönderdi?"},
		{"Kuzey Kore Rusya'ya ne verdi?", "tam tersi?", "Rusya Kuzey Kore'ye ne verdi?"},
		{"Rusya ne kazandı?", "peki ya Ukrayna?", "Ukrayna ne kazandı?"},
		{"Rusya'nın ekonomisi nasıl?", "peki ya Türkiye?", "Türkiye'nin ekonomisi nasıl?"},
		{"Ticaret ne durumda?", "peki askerî işbirliği?", "askerî işbirliği ne durumda?"},
		{"Mühimmatın ne kadarı Kuzey Kore'den geldi?", "hangi dönemde?", "Mühimmatın Kuzey Kore'den hangi dönemde geldi?"},
		{"Rusya'nın yardımı nelerden oluşuyordu?", "değeri ne kadardı?", "Rusya'nın yardımı: değeri ne kadardı?"},
		{"Rusya modernizasyonda rol oynadı mı?", "kanıt var mı?", "Rusya modernizasyonda rol: kanıt var mı?"},
		{"Kuzey Kore Rusya'ya kaç asker gönderdi?", "kaçı öldü?", "Kuzey Kore Rusya'ya asker: kaçı öldü?"},
		{"Görüşmelerde kimler yer aldı?", "bu neyi teyit ediyor?", "Görüşmelerde yer: bu neyi teyit ediyor?"},
		{"How much did Russia give North Korea?", "and the other way round?", "How much did North Korea give Russia?"},
		{"How many soldiers did North Korea send?", "and Russia?", "How many soldiers did Russia send?"},
		{"Who signed the agreement?", "when?", "when signed the agreement?"},
		{"What share of the ammunition came from North Korea?", "In which years?", "In which years share of the ammunition came from North Korea?"},
		{"Rusya ne verdi?", "Ukrayna'ya?", "Rusya Ukrayna'ya ne verdi?"},
		{"Rusya Çin'e ne verdi?", "Ukrayna'ya?", "Rusya Ukrayna'ya ne verdi?"},
		{"How is North Korea's economy?", "What about Russia?", "How is Russia's economy?"},

		{"Kuzey Kore Rusya'ya ne gönderdi?", "kaç kişi?", "Kuzey Kore Rusya'ya kaç kişi gönderdi?"},
		{"Rusya kaç asker gönderdi?", "ya Güney Kore?", "Güney Kore kaç asker gönderdi?"},
		{"Putin nerede konuştu?", "peki ya Çin lideri?", "Çin lideri nerede konuştu?"},
		{"Rusya asker gönderdi mi?", "peki neden?", "Rusya asker neden gönderdi?"},
		{"Rusya askeri-teknik iş birliğini göz ardı ediyor mu?", "bunu kim söyledi?", "Rusya askeri-teknik iş birliğini göz ardı ediyor: bunu kim söyledi?"},
		{"Rusya asker gönderdi mi?", "kim söyledi bunu?", "Rusya asker gönderdi: kim söyledi bunu?"},
		{"Putin Pyongyang'a ne zaman gitti?", "orada ne dedi?", "Putin Pyongyang'da ne dedi?"},
		{"Rusya asker gönderdi mi?", "öyle mi?", "Rusya asker gönderdi mi?"},
		{"Did Russia send soldiers?", "why?", "why Russia send soldiers?"},
		{"Did Russia send soldiers to China?", "how many of them?", "how many Russia send soldiers to China?"},
		{"Did Russia send soldiers?", "did they?", "Did Russia send soldiers?"},
		{"Does Russia rule out military-technical cooperation?", "who said that?", "who said that Russia rule out military-technical cooperation?"},
		{"When was the analysis published?", "and what does it say about sanctions?", "what does the analysis say about sanctions?"},
		{"When was the partnership agreement signed?", "when does it expire?", "when does the partnership agreement expire?"},
		{"Where did Kim and Putin meet?", "what did they sign?", "what did Kim and Putin sign?"},
		{"What did Putin say about the agreement?", "Who else signed it?", "Who else signed the agreement?"},
		{"What does the report say about sanctions?", "what about the economy?", "What does the report say about the economy?"},
		{"Who prepared the report?", "who translated it?", "who translated the report?"},
		{"What did North Korea supply?", "what are its reasons?", "what are North Korea's reasons?"},

		{"putin nerede konuştu?", "peki ya meloni?", "meloni nerede konuştu?"},
		{"si cinping nerede konuştu?", "peki ya lukaşenko?", "lukaşenko nerede konuştu?"},

		{"Kuzey Kore kaç asker gönderdi?", "Rapor hangi ülke merkezli?", ""},
		{"Kuzey Kore kaç asker gönderdi?", "Hava nasıl olacak?", ""},
		{"Kim Jong-Un kiminle buluştu?", "Putin kaç yaşında?", ""},
		{"Kim Jong-Un kiminle buluştu?", "Analiz ne zaman yayımlandı?", ""},
		{"How many soldiers were sent?", "What is the capital of France?", ""},
		{"", "ne zaman?", ""},
		{"Kim?", "", ""},
	}
	for _, tt := range tests {
		var history []string
		if tt.before != "" {
			history = []string{"Eski bir soru mu?", tt.before}
		}
		got, changed := dialogue.Resolve(history, tt.question)
		want := tt.want
		if want == "" {
			want = tt.question
		}
		if got != want || changed != (tt.want != "") {
			t.Errorf("Resolve(%q, %q) = %q, %v; want %q", tt.before, tt.question, got, changed, want)
		}
	}
}

// A name takes the suffix of the one whose place it takes, in its own harmony.
func TestResolveKeepsTheCase(t *testing.T) {
	for before, want := range map[string]string{
		"Rusya'nın planı ne?":     "Türkiye'nin planı ne?",
		"Rusya'ya ne verildi?":    "Türkiye'ye ne verildi?",
		"Moskova'da ne oldu?":     "Türkiye'de ne oldu?",
		"Pekin'den ne geldi?":     "Türkiye'den ne geldi?",
		"Putin'le kim buluştu?":   "Türkiye'yle kim buluştu?",
		"Rusya'yı kim destekler?": "Türkiye'yi kim destekler?",
	} {
		if got, _ := dialogue.Resolve([]string{before}, "peki ya Türkiye?"); got != want {
			t.Errorf("Resolve(%q) = %q, want %q", before, got, want)
		}
	}
	for name, want := range map[string]string{"Kiev": "Kiev'e", "Oslo": "Oslo'ya", "Köln": "Köln'e", "Üsküp": "Üsküp'e"} {
		if got, _ := dialogue.Resolve([]string{"Rusya'ya kim gitti?"}, "peki ya "+name+"?"); got != want+" kim gitti?" {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func FuzzResolve(f *testing.F) {
	f.Add("Kuzey Kore Rusya'ya kaç asker gönderdi?", "peki ya Rusya?")
	f.Add("Who signed it?", "when?")
	f.Add("'", "peki ya O’?")
	f.Fuzz(func(t *testing.T, before, question string) {
		got, changed := dialogue.Resolve([]string{before}, question)
		if !changed && got != strings.TrimSpace(question) {
			t.Fatalf("Resolve(%q, %q) = %q and says that it is unchanged", before, question, got)
		}
		if changed && (utf8.RuneCountInString(got) > dialogue.MaxRunes+1 || strings.TrimSpace(got) == "") {
			t.Fatalf("Resolve(%q, %q) = %q", before, question, got)
		}
	})
}

func TestMemoryIsBounded(t *testing.T) {
	now := time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC)
	m := dialogue.NewMemory(func() time.Time { return now })
	for i := range 20 {
		m.Add("a", fmt.Sprint("soru ", i))
	}
	if got := m.Recall("a"); len(got) != dialogue.MaxTurns || got[len(got)-1] != "soru 19" {
		t.Errorf("Recall = %q", got)
	}
	for range 5 {
		m.Add("b", strings.Repeat("x", dialogue.MaxBytes/2))
	}
	if got := m.Recall("b"); len(got) != 2 {
		t.Errorf("%d long turns kept, want 2", len(got))
	}
	m.Add("c", strings.Repeat("x", dialogue.MaxBytes+1))
	m.Add("", "soru")
	m.Add(strings.Repeat("k", dialogue.MaxKeyBytes+1), "soru")
	if m.Recall("c") != nil || m.Recall("") != nil {
		t.Error("what is over a limit was kept")
	}
	now = now.Add(dialogue.MaxAge + time.Second)
	if m.Recall("a") != nil {
		t.Error("an old conversation was kept")
	}
	for i := range dialogue.MaxConversations + 1 {
		m.Add(fmt.Sprint("k", i), "soru")
	}
	if m.Recall("k0") != nil || m.Recall(fmt.Sprint("k", dialogue.MaxConversations)) == nil {
		t.Error("the conversation longest silent was kept before the latest")
	}
}
