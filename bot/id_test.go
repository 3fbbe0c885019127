package bot

import (
	"testing"

	"alinti/retrieval/corpus"
)

// The ids are written down: an answer that was cited under one keeps it.
func TestAnswerID(t *testing.T) {
	one, err := corpus.New(corpus.Source{ID: "one"}, "Bir. İki.")
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpus.NewCollection(one)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := c.Digest(), "bfb6cd01a28dbe71"; got[:16] != want {
		t.Errorf("Digest = %s, want %s…", got, want)
	}
	quotes := []Quote{newQuote(one, &one.Sentences[1])}
	base := Answer{Question: "Kaç?", Answered: true, Mode: ModeRetrieval, Quotes: quotes}
	llm := base
	llm.Mode = ModeLLM
	llm.Statements = []Statement{{Text: "Two.", Quotes: []int{1}}}
	tests := []struct {
		name    string
		answer  Answer
		version string
		want    string
	}{
		{"answered", base, "", "ff0a9c25c9f8b9df6683a008f546b15c"},
		{"refused", Answer{Question: "Kaç?", Mode: ModeRetrieval, Reason: ReasonNoEvidence}, "", "d91978d3cdc95f372a936898e59a1656"},
		{"by a model", llm, "v1", "2b8084962d58d57111856b2a6ff47c5c"},
	}
	for _, tt := range tests {
		if got := AnswerID(&tt.answer, c, tt.version); got != tt.want {
			t.Errorf("%s: AnswerID = %s, want %s", tt.name, got, tt.want)
		}
	}
}

func TestAnswerIDDepends(t *testing.T) {
	docs := variants(t)
	c, err := corpus.NewCollection(docs[0], docs[1])
	if err != nil {
		t.Fatal(err)
	}
	swapped, err := corpus.NewCollection(docs[1], docs[0])
	if err != nil {
		t.Fatal(err)
	}
	a := func(change func(*Answer)) *Answer {
		a := &Answer{Question: "ağ", Answered: true, Mode: ModeLLM, Quotes: []Quote{newQuote(docs[0], &docs[0].Sentences[0]), newQuote(docs[1], &docs[1].Sentences[0])},
			Statements: []Statement{{Text: "x", Quotes: []int{1, 2}}, {Text: "y", Quotes: []int{1}}}}
		change(a)
		return a
	}
	base := AnswerID(a(func(*Answer) {}), c, "v1")
	for name, same := range map[string]func(*Answer){
		"decomposed question": func(a *Answer) { a.Question = "ag\u0306" },
		"spaces around":       func(a *Answer) { a.Question = "\u00a0 ağ\n" },
		"time":                func(a *Answer) { a.TookUS = 9 },
		"score":               func(a *Answer) { a.Quotes[0].Score = 0.5 },
		"language":            func(a *Answer) { a.Language = "en" },
		"warnings":            func(a *Answer) { a.Warnings = []string{WarningStatementWithheld} },
	} {
		if got := AnswerID(a(same), c, "v1"); got != base {
			t.Errorf("%s changes the id to %s", name, got)
		}
	}
	seen := map[string]string{base: "nothing"}
	differs := func(name, id string) {
		if other, ok := seen[id]; ok || len(id) != 32 {
			t.Errorf("%s: id %s is that of %s", name, id, other)
		}
		seen[id] = name
	}
	for name, other := range map[string]func(*Answer){
		"question":         func(a *Answer) { a.Question = "AĞ" },
		"refused":          func(a *Answer) { a.Answered = false },
		"mode":             func(a *Answer) { a.Mode = ModeRetrieval },
		"no quotes":        func(a *Answer) { a.Quotes = nil },
		"order of quotes":  func(a *Answer) { a.Quotes[0], a.Quotes[1] = a.Quotes[1], a.Quotes[0] },
		"start":            func(a *Answer) { a.Quotes[0].Start++ },
		"end":              func(a *Answer) { a.Quotes[0].End++ },
		"statement":        func(a *Answer) { a.Statements[0].Text = "z" },
		"statement joined": func(a *Answer) { a.Statements = []Statement{{Text: "x1:y", Quotes: []int{1, 2, 1}}} },
		"statement quotes": func(a *Answer) { a.Statements[0].Quotes = []int{12} },
		"statement moved":  func(a *Answer) { a.Statements[0].Quotes, a.Statements[1].Quotes = []int{1}, []int{2, 1} },
	} {
		differs(name, AnswerID(a(other), c, "v1"))
	}
	differs("prompts", AnswerID(a(func(*Answer) {}), c, "v2"))
	differs("articles", AnswerID(a(func(*Answer) {}), swapped, "v1"))
}
