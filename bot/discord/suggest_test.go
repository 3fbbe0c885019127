package discord

import (
	"context"
	"slices"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/retrieval/corpus"
)

// taught is a suggester that knows the two articles and asks the real bot.
func taught(t *testing.T) (*suggester, *bot.Bot) {
	t.Helper()
	c := bottest.Seeds(t)
	b := bottest.Bot(t, c)
	s := &suggester{ask: b.Ask}
	if !s.stale(c) || s.stale(c) {
		t.Fatal("stale: want true once")
	}
	s.learn(t.Context(), c)
	return s, b
}

func TestEverySuggestionIsAnswered(t *testing.T) {
	s, b := taught(t)
	for _, language := range []string{"tr", "en"} {
		got := s.suggest("", language)
		if len(got) < 3 {
			t.Errorf("%s: only %q", language, got)
		}
		for _, q := range got {
			a, err := b.Ask(t.Context(), bot.Question{Text: q})
			if err != nil || !a.Answered {
				t.Errorf("%q is suggested but not answered: %v", q, err)
			}
			if len([]rune(q)) > maxChoice {
				t.Errorf("%q is longer than Discord allows", q)
			}
		}
	}
}

func TestNamesAreCompletedAsTyped(t *testing.T) {
	s, _ := taught(t)
	for typed, want := range map[string]string{
		"kim jo":               "Kim Jong-Un",
		"Kim":                  "Kim Jong-Un",
		"puti":                 "Putin",
		"anlaşmayı vlad":       "anlaşmayı Vladimir Putin",
		"ne dedi VLADIMIR PU":  "ne dedi Vladimir Putin",
		"kapsamli strat":       "Kapsamlı Stratejik Ortaklık Anlaşması",
		"kuzey kore ve pyongy": "kuzey kore ve Pyongyang",
	} {
		if got := s.suggest(typed, "tr"); !slices.Contains(got, want) {
			t.Errorf("suggest(%q) = %q, want %q among them", typed, got, want)
		}
	}
	for _, typed := range []string{"Putin", "x", "Kuzey Kore'nin", "Putin "} {
		for _, got := range s.suggest(typed, "tr") {
			if strings.HasPrefix(got, typed) && len(got) < len(typed)+3 {
				t.Errorf("suggest(%q) has %q, which completes nothing", typed, got)
			}
		}
	}
}

func TestSuggestionsHoldWhatWasTyped(t *testing.T) {
	s, _ := taught(t)
	s.ask = func(_ context.Context, q bot.Question) (bot.Answer, error) { return bot.Answer{Answered: true}, nil }
	s.learn(t.Context(), s.of)
	for typed, want := range map[string]string{"kac asker": "kaç asker?", "güvenlik": "güvenlik"} {
		got := s.suggest(typed, "tr")
		if len(got) == 0 || !strings.Contains(strings.Join(got, "\n"), want) {
			t.Errorf("suggest(%q) = %q, want something with %q", typed, got, want)
		}
	}
	if got := s.suggest("zürafa", "tr"); len(got) != 0 {
		t.Errorf("suggest(zürafa) = %q, want nothing", got)
	}
}

func FuzzSuggest(f *testing.F) {
	c := bottest.Seeds(f)
	s := &suggester{of: c, names: namesIn(c), questions: map[string][]suggestion{}}
	f.Add("kim jo")
	f.Add("Kuzey Kore'nin ba")
	f.Fuzz(func(t *testing.T, typed string) {
		got := s.suggest(typed, "tr")
		if len(got) > maxChoices {
			t.Errorf("%d choices, limit %d", len(got), maxChoices)
		}
		for _, q := range got {
			if n := len([]rune(q)); n > maxChoice || n == 0 {
				t.Errorf("%q has %d code points, limit %d", q, n, maxChoice)
			}
		}
	})
}

func FuzzCustomID(f *testing.F) {
	c := bottest.Seeds(f)
	d := &Door{collection: func() *corpus.Collection { return c }}
	f.Add(customID{actionContext, []string{articleKey(c.Documents[0].SHA256), "1", "0", "5"}}.String())
	f.Add("a1:read:::")
	f.Fuzz(func(t *testing.T, s string) {
		id, ok := parseCustomID(s)
		if !ok {
			return
		}
		if id.String() != s {
			t.Errorf("%q reads as %q", s, id.String())
		}
		if doc, p := d.paragraph(id.args); doc != nil {
			doc.Slice(p.Span)
		}
	})
}
