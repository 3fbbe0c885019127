package bot_test

import (
	"context"
	"strings"
	"testing"

	"alinti/bot"
)

// What is asked of a day, month or year is answered by what the articles tell of
// it in any words, and by nothing of another time.
func TestDatesAskedFor(t *testing.T) {
	seeds := seedBot(t)
	news := articles(t, // of 1 March and 1 April 2025
		"Belediye geçen yılın temmuz ayında yeni müzeyi açtı.\n\nOkul 2019'da onarıldı.",
		"Vapur seferleri 12 Ocak 2025'te durduruldu.\n\nKöprünün yapımı 2021-2023 döneminde sürdü.")
	for _, c := range []struct {
		b              *bot.Bot
		question, want string // a part of the first quote; empty: refused
	}{
		{seeds, "2024 haziranında ne oldu?", "geçtiğimiz yılın haziran ayında"},
		{seeds, "Haziran 2024'te ne oldu?", "geçtiğimiz yılın haziran ayında"},
		{seeds, "what happened in June 2024?", "geçtiğimiz yılın haziran ayında"},
		{seeds, "2024 yazında ne oldu?", "geçtiğimiz yılın haziran ayında"},
		{seeds, "geçen yıl haziranda ne oldu?", "geçtiğimiz yılın haziran ayında"},
		{seeds, "2023'ten bu yana ne sağlandı?", "2023'ten bu yana"},
		{seeds, "Anlaşma hangi yıl imzalandı?", "geçtiğimiz yılın haziran ayında"},
		{seeds, "Kuzey Kore ve Rusya liderleri hangi yıl bir araya geldi?", "geçtiğimiz yılın haziran ayında"},
		{seeds, "Aralık 2025'te ne oldu?", "04 Aralık 2025’te"},
		{seeds, "2022 haziranında ne oldu?", ""},
		{seeds, "What happened in 2019?", ""},
		{news, "2024 temmuzunda ne oldu?", "müzeyi açtı"},
		{news, "2024'te ne açıldı?", "müzeyi açtı"},
		{news, "What happened in January 2025?", "Vapur"},
		{news, "12.01.2025'te ne oldu?", "Vapur"},
		{news, "2022'de ne oldu?", "Köprünün yapımı"},
		{news, "2019'da ne oldu?", "Okul"},
		{news, "Temmuz 2023'te hangi müze açıldı?", ""},
		{news, "13 Ocak 2025'te ne oldu?", ""},
	} {
		a, err := c.b.Ask(context.Background(), bot.Question{Text: c.question})
		if err != nil || a.Answered != (c.want != "") || a.Answered && !strings.Contains(a.Quotes[0].Text, c.want) {
			t.Errorf("Ask(%q) = %q, %v, want %q", c.question, a.Text, err, c.want)
		}
	}
}
