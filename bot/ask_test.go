package bot_test

import (
	"context"
	"errors"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
)

func seedBot(t testing.TB) *bot.Bot {
	t.Helper()
	return bottest.Bot(t, bottest.Seeds(t))
}

func TestAsk(t *testing.T) {
	b := seedBot(t)
	for _, c := range []struct{ question, want string }{
		{"Kuzey Kore Rusya'ya kaç asker gönderdi?", "en az 13 bin asker"},
		{"kuzey kore rusyaya kac asker gonderdi", "en az 13 bin asker"},
		{"Analiz ne zaman yayımlandı?", "04 Aralık 2025’te"},
	} {
		a, err := b.Ask(context.Background(), bot.Question{Text: c.question})
		if err != nil || !a.Answered || !strings.Contains(a.Quotes[0].Text, c.want) {
			t.Errorf("Ask(%q) = %q, %v; want a quote with %q", c.question, a.Text, err, c.want)
		}
	}
}

func TestAskRefuses(t *testing.T) {
	b := seedBot(t)
	for question, reason := range map[string]string{
		"Mercimek çorbası nasıl yapılır?": bot.ReasonNoEvidence,
		"merhaba":                         bot.ReasonGreeting,
		"Rusya'nın provokasyon kapasitesi artabilir mi?": bot.ReasonContradicted,
		"Thank you very much!":                           bot.ReasonGreeting,
	} {
		a, err := b.Ask(context.Background(), bot.Question{Text: question})
		if err != nil || a.Answered || len(a.Quotes) > 0 || a.Reason != reason || a.Text == "" {
			t.Errorf("Ask(%q) = %+v, %v; want reason %q", question, a, err, reason)
		}
	}
}

func TestAskGreets(t *testing.T) {
	b := seedBot(t)
	for question, begins := range map[string]string{
		"Selam, nasılsın?": "Merhaba! Şu makaleler",
		"Günaydın":         "Merhaba! Şu makaleler",
		"ok":               "Merhaba! Şu makaleler",
		"Teşekkürler!":     "Rica ederim! Şu makaleler",
		"çok sağ ol":       "Rica ederim! Şu makaleler",
		"hello":            "Hello! You can ask",
		"Hi":               "Hello! You can ask",
		"Thanks a lot":     "You're welcome! You can ask",
		"thank you":        "You're welcome! You can ask",
	} {
		a, err := b.Ask(context.Background(), bot.Question{Text: question})
		if err != nil || a.Reason != bot.ReasonGreeting || !strings.HasPrefix(a.Text, begins) {
			t.Errorf("Ask(%q) = %q, %v; want %q…", question, a.Text, err, begins)
		}
	}
	if a, err := b.Ask(context.Background(), bot.Question{Text: "hello", Language: "tr"}); err != nil || a.Language != "tr" {
		t.Errorf("hello, asked to be answered in Turkish: %q, %v", a.Text, err)
	}
}

func TestAskInvalid(t *testing.T) {
	b := seedBot(t)
	for _, c := range []struct {
		q    bot.Question
		code string
	}{
		{bot.Question{Text: " \n"}, bot.InputEmpty},
		{bot.Question{Text: "\u200b \ufeff\u00a0\x00"}, bot.InputEmpty},
		{bot.Question{Text: strings.Repeat("ş", 1001)}, bot.InputTooLong},
		{bot.Question{Text: "a\xff"}, bot.InputEncoding},
		{bot.Question{Text: "a", Quotes: 11}, bot.InputRange},
		{bot.Question{Text: "a", Mode: "llm"}, bot.InputValue},
		{bot.Question{Text: "a", Language: "de"}, bot.InputValue},
	} {
		_, err := b.Ask(context.Background(), c.q)
		var in *bot.InputError
		if !errors.As(err, &in) || in.Code != c.code || !errors.Is(err, bot.ErrInvalid) || in.Message("tr") == "" {
			t.Errorf("Ask(%.20q) error = %v, want %s", c.q.Text, err, c.code)
		}
	}
}

func BenchmarkAsk(b *testing.B) {
	bb := seedBot(b)
	questions := []string{"Kuzey Kore Rusya'ya kaç asker gönderdi?", "rusya yakıt karşılığında neye destek verdi", "Putin kaç yaşında?", "How many soldiers did North Korea send to Russia?"}
	b.ReportAllocs()
	i := 0
	for b.Loop() {
		if _, err := bb.Ask(context.Background(), bot.Question{Text: questions[i%len(questions)]}); err != nil {
			b.Fatal(err)
		}
		i++
	}
}

func TestAskResolvesDates(t *testing.T) {
	b := seedBot(t)
	a, err := b.Ask(context.Background(), bot.Question{Text: "Kapsamlı Stratejik Ortaklık Anlaşması ne zaman imzalandı?"})
	if err != nil || !a.Answered {
		t.Fatalf("Ask = %+v, %v", a, err)
	}
	want := bot.Date{Text: "geçtiğimiz yılın haziran ayında", Resolved: "2024-06"}
	if d := a.Quotes[0].Dates; len(d) != 1 || d[0].Text != want.Text || d[0].Resolved != want.Resolved {
		t.Errorf("dates of %q = %+v, want %+v", a.Quotes[0].Text, d, want)
	}
}

func TestAskLeavesSpokenDaysOpen(t *testing.T) {
	b := seedBot(t)
	a, err := b.Ask(context.Background(), bot.Question{Text: "Putin anlaşmayla ilgili ilk açıklamasında ne dedi?"})
	if err != nil || !a.Answered || !strings.Contains(a.Quotes[0].Text, "bugün") {
		t.Fatalf("Ask = %+v, %v; want the sentence with his words", a, err)
	}
	if len(a.Quotes[0].Dates) > 0 {
		t.Errorf("his \"bugün\" is taken for %+v", a.Quotes[0].Dates)
	}
}

// A name that stands in nearly every sentence is a question like another.
func TestAskNameAlone(t *testing.T) {
	for _, question := range []string{"Kuzey Kore", "Kuzey Kore nedir?", "North Korea"} {
		if a, err := seedBot(t).Ask(context.Background(), bot.Question{Text: question}); err != nil || !a.Answered {
			t.Errorf("Ask(%q) = %q, %v; want an answer", question, a.Text, err)
		}
	}
}
