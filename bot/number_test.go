package bot_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"alinti/bot"
)

// A number is found however it is written, in the question and in the article,
// and never for a near one.
func TestNumbersAsPeopleWriteThem(t *testing.T) {
	for _, c := range []struct {
		forms           []string
		article, asked  string // formats of the number
		near, otherwise string // a second article's number, and what else it says
	}{
		{[]string{"on üç bin", "13 bin", "13.000", "13000", "13,000"}, "Törene %s kişi katıldı.", "Törene %s kişi katıldı mı?", "30 bin", "Mitinge %s kişi katıldı."},
		{[]string{"on üç bin", "13 bin", "13.000"}, "Törene %s kişi katıldı.", "%s kişi", "3 bin", "Mitinge %s kişi geldi."},
		{[]string{"%50'si", "yüzde ellisi", "yarısı", "yüzde 50'si"}, "Seçmenin %s sandığa gitti.", "seçmenin %s", "%5'i", "Seçmenin %s mektupla oy verdi."},
		{[]string{"9,8 milyar dolar", "9.800.000.000 dolar", "9,8 milyar USD"}, "Limanın onarımına %s harcandı.", "%s", "1,2 milyar dolar", "Limanın vincine %s harcandı."},
		{[]string{"üçte biri", "1/3'ü", "3'te 1'i"}, "Bütçenin %s okullara ayrıldı.", "bütçenin %s nereye ayrıldı", "dörtte biri", "Bütçenin %s yollara ayrıldı."},
	} {
		for _, written := range c.forms {
			b := articles(t, fmt.Sprintf(c.otherwise, c.near), fmt.Sprintf(c.article, written))
			for _, said := range c.forms {
				question := fmt.Sprintf(c.asked, said)
				a, err := b.Ask(context.Background(), bot.Question{Text: question})
				if err != nil || !a.Answered || !strings.Contains(a.Quotes[0].Text, written) {
					t.Errorf("Ask(%q) of %q = %q, %v", question, written, a.Text, err)
				}
			}
		}
	}
}

func TestNumbersInEnglish(t *testing.T) {
	b := articles(t, "Limanın vincine 1,2 milyar dolar harcandı.", "Limanın onarımına 9,8 milyar dolar harcandı.", "Törene on üç bin kişi katıldı.", "Seçmenin yarısı sandığa gitti.")
	for question, want := range map[string]string{
		"9.8 billion dollars":                    "9,8 milyar",
		"What was 9.8 billion dollars spent on?": "9,8 milyar",
		"thirteen thousand people":               "on üç bin",
		"Did 13,000 people attend the ceremony?": "on üç bin",
		"50 percent of voters":                   "yarısı",
		"half of the voters":                     "yarısı",
		"$1.2bn":                                 "1,2 milyar",
	} {
		a, err := b.Ask(context.Background(), bot.Question{Text: question})
		if err != nil || !a.Answered || !strings.Contains(a.Quotes[0].Text, want) {
			t.Errorf("Ask(%q) = %q, %v, want %q", question, a.Text, err, want)
		}
	}
}

func TestNumbersOfTheSeeds(t *testing.T) {
	b := seedBot(t)
	for question, want := range map[string]string{
		"9,8 milyar dolar":           "9,8 milyar",
		"9.8 billion dollars":        "9,8 milyar",
		"on üç bin asker":            "13 bin",
		"thirteen thousand soldiers": "13 bin",
		"%50 mühimmat":               "yarısına",
		"mühimmatın yüzde ellisi":    "yarısına",
	} {
		a, err := b.Ask(context.Background(), bot.Question{Text: question})
		if err != nil || !a.Answered || !strings.Contains(a.Quotes[0].Text, want) {
			t.Errorf("Ask(%q) = %q, %v, want %q", question, a.Text, err, want)
		}
	}
}
