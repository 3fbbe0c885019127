package bot

import (
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"alinti/bot/llm"
	"alinti/retrieval/corpus"
	"alinti/seeds"
)

// seeded is a bot on the two articles with a model.
func seeded(t testing.TB, m Model) *Bot {
	t.Helper()
	c, err := corpus.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	b, err := New(Options{Collection: c, Model: m})
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// idOf is the id of the first offered sentence that holds the text.
func idOf(t testing.TB, r llm.Request, text string) string {
	t.Helper()
	for sentence, id := range promptIDs(r) {
		if strings.Contains(sentence, text) {
			return id
		}
	}
	t.Fatalf("no sentence with %q is offered", text)
	return ""
}

// replies with the sentences that hold the texts and with statements on them.
func pointing(t testing.TB, texts []string, statements ...string) scripted {
	return func(r llm.Request) (string, error) {
		var reply modelReply
		yes := true
		reply.Answerable = &yes
		for _, text := range texts {
			reply.Sentences = append(reply.Sentences, idOf(t, r, text))
		}
		for _, s := range statements {
			reply.Statements = append(reply.Statements, modelStatement{s, reply.Sentences})
		}
		out, err := json.Marshal(reply)
		return string(out), err
	}
}

func TestModelChoosesAmongAllOfASmallCollection(t *testing.T) {
	b := seeded(t, pointing(t, []string{"en az 13 bin asker"}, "North Korea sent at least thirteen thousand soldiers to Russia."))
	a, err := b.Ask(t.Context(), Question{Text: "How many troops crossed over?"})
	if err != nil {
		t.Fatal(err)
	}
	if a.Mode != ModeLLM || len(a.Quotes) != 1 || !strings.Contains(a.Quotes[0].Text, "en az 13 bin asker") {
		t.Errorf("Ask() = %+v", a)
	}
	if len(a.Statements) != 1 || !slices.Equal(a.Statements[0].Quotes, []int{1}) || len(a.Warnings) != 0 {
		t.Errorf("statements %+v, warnings %v", a.Statements, a.Warnings)
	}
}

func TestStatementsThatQuotesDoNotCarryAreWithheld(t *testing.T) {
	const lie = "North Korea sent at least thirty thousand soldiers to Russia."
	b := seeded(t, pointing(t, []string{"en az 13 bin asker"}, lie, "Russia sent soldiers to North Korea."))
	a, err := b.Ask(t.Context(), Question{Text: "How many troops crossed over?"})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Statements) != 0 || strings.Contains(a.Text, "thirty") || !slices.Equal(a.Warnings, []string{WarningStatementWithheld}) {
		t.Errorf("statements %+v, warnings %v, text %q", a.Statements, a.Warnings, a.Text)
	}
}

func TestStatementsRestOnQuotesThatAreShown(t *testing.T) {
	b := seeded(t, scripted(func(r llm.Request) (string, error) {
		shown, not := idOf(t, r, "04 Aralık 2025"), idOf(t, r, "en az 13 bin asker")
		return `{"answerable":true,"sentences":["` + shown + `","` + not + `"],"statements":[{"text":"Kuzey Kore Rusya'ya en az 13 bin asker gönderdi.","sentences":["` + not + `"]}]}`, nil
	}))
	a, err := b.Ask(t.Context(), Question{Text: "Analiz ne zaman yayımlandı?", Quotes: 1})
	if err != nil {
		t.Fatal(err)
	}
	if len(a.Quotes) != 1 || len(a.Statements) != 0 || !slices.Contains(a.Warnings, WarningStatementWithheld) {
		t.Errorf("quotes %d, statements %+v, warnings %v", len(a.Quotes), a.Statements, a.Warnings)
	}
}

func TestModelFailuresLeaveTheRetrievalAnswer(t *testing.T) {
	const question = "Kuzey Kore Rusya'ya kaç asker gönderdi?"
	plain, err := seeded(t, nil).Ask(t.Context(), Question{Text: question})
	if err != nil {
		t.Fatal(err)
	}
	for name, tt := range map[string]struct {
		reply   string
		err     error
		warning string
	}{
		"unavailable":   {"", llm.ErrUnavailable, WarningLLMUnavailable},
		"nonsense":      {"13 bin asker", nil, WarningLLMUnusable},
		"unknown ids":   {`{"answerable":true,"sentences":["zzzz"]}`, nil, WarningLLMUnusable},
		"unknown error": {"", errors.New("boom"), WarningLLMUnavailable},
	} {
		b := seeded(t, scripted(func(llm.Request) (string, error) { return tt.reply, tt.err }))
		a, err := b.Ask(t.Context(), Question{Text: question})
		if err != nil || a.ID != plain.ID || a.Text != plain.Text || a.Mode != ModeRetrieval || !slices.Equal(a.Warnings, []string{tt.warning}) {
			t.Errorf("%s: Ask() = %+v, %v; want the retrieval answer with %s", name, a, err, tt.warning)
		}
	}
}

// The model decides whether there is an answer, both ways.
func TestModelDecidesWhetherThereIsAnAnswer(t *testing.T) {
	b := seeded(t, scripted(func(llm.Request) (string, error) { return `{"answerable":false,"sentences":[],"statements":[]}`, nil }))
	a, err := b.Ask(t.Context(), Question{Text: "Kuzey Kore Rusya'ya kaç asker gönderdi?"})
	if err != nil || a.Answered || a.Mode != ModeLLM || a.Reason != ReasonNoEvidence || len(a.Warnings) != 0 {
		t.Errorf("Ask() = %+v, %v; want the model's refusal", a, err)
	}
	b = seeded(t, pointing(t, []string{"Putin, anlaşmayla ilgili"}))
	if a, err = b.Ask(t.Context(), Question{Text: "Mercimek çorbası nasıl yapılır?"}); err != nil || !a.Answered || a.Mode != ModeLLM {
		t.Errorf("Ask() = %+v, %v; want the model's choice", a, err)
	}
}

func TestRetrievalAnswerComesEarly(t *testing.T) {
	b := seeded(t, pointing(t, []string{"Putin, anlaşmayla ilgili"}))
	var first []Answer
	a, err := b.AskEarly(t.Context(), Question{Text: "Kuzey Kore Rusya'ya kaç asker gönderdi?"}, func(a Answer) { first = append(first, a) })
	if err != nil || len(first) != 1 || first[0].Mode != ModeRetrieval || !strings.Contains(first[0].Quotes[0].Text, "13 bin") || a.Mode != ModeLLM || a.ID == first[0].ID {
		t.Errorf("early %+v, then %+v, %v", first, a, err)
	}
}

func TestFollowUps(t *testing.T) {
	rules := seeded(t, nil)
	rewrites := seeded(t, scripted(func(r llm.Request) (string, error) {
		if r.SchemaName == "rewrite" {
			if !strings.Contains(r.User, "Anlaşması'nı kim imzaladı?") || !strings.Contains(r.User, "ne zaman?") {
				t.Errorf("the prompt lacks the turns:\n%s", r.User)
			}
			return `{"question":"Anlaşma hangi ayda imzalandı?"}`, nil
		}
		return "", llm.ErrUnavailable
	}))
	broken := seeded(t, scripted(func(llm.Request) (string, error) { return `{"question":" \u200b"}`, nil }))
	const first, byRules = "Kapsamlı Stratejik Ortaklık Anlaşması'nı kim imzaladı?", "Kapsamlı Stratejik Ortaklık Anlaşması'nı ne zaman imzaladı?"
	for name, tt := range map[string]struct {
		bot  *Bot
		want string
	}{"rules": {rules, byRules}, "model": {rewrites, "Anlaşma hangi ayda imzalandı?"}, "broken model": {broken, byRules}} {
		ask := func(text, conversation string) Answer {
			a, err := tt.bot.Ask(t.Context(), Question{Text: text, Conversation: conversation})
			if err != nil {
				t.Fatal(err)
			}
			return a
		}
		ask(first, "one")
		ask("teşekkürler", "one")
		if a := ask("ne zaman?", "two"); a.Resolved != "" {
			t.Errorf("%s: another conversation knows of it: %q", name, a.Resolved)
		}
		if a := ask("ne zaman?", ""); a.Resolved != "" {
			t.Errorf("%s: no conversation knows of it: %q", name, a.Resolved)
		}
		a := ask("ne zaman?", "one")
		if a.Resolved != tt.want || a.Question != "ne zaman?" {
			t.Errorf("%s: resolved %q, question %q; want %q", name, a.Resolved, a.Question, tt.want)
		}
	}
	a, err := rules.Ask(t.Context(), Question{Text: "nerede?", Conversation: "one"})
	if err != nil || len(a.Quotes) == 0 || !strings.Contains(a.Quotes[0].Text, "Pyongyang'da bir araya") {
		t.Errorf("the follow-up of a follow-up: %+v, %v", a, err)
	}
}
