package evaluate

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/retrieval/corpus"
)

// A wordMatcher answers with the sentence that shares most words with the
// question, and refuses below two. It is a poor bot, but a whole one.
type wordMatcher struct{ c *corpus.Collection }

func (m wordMatcher) Ask(_ context.Context, q bot.Question) (bot.Answer, error) {
	if q.Text == "hata" {
		return bot.Answer{}, bot.ErrUnavailable
	}
	a := bot.Answer{Question: q.Text, TookUS: 7}
	ranked := m.Rank(q.Text, 1).Sentences
	if len(ranked) == 0 || ranked[0].Score == 0 {
		return a, nil
	}
	r := ranked[0]
	quote := bot.Quote{N: 1, Text: r.Document.Slice(r.Span), Start: r.Span.Start, End: r.Span.End, Score: r.Score,
		Source: bot.QuoteSource{ID: r.Document.ID, SHA256: r.Document.SHA256}}
	if r.Score < 0.5 {
		a.Closest = []bot.Quote{quote}
		return a, nil
	}
	a.Answered, a.Quotes = true, []bot.Quote{quote}
	return a, nil
}

func (m wordMatcher) Rank(question string, k int) bot.Ranking {
	var out bot.Ranking
	for _, d := range m.c.Documents {
		for _, p := range d.Paragraphs {
			out.Paragraphs = insert(out.Paragraphs, bot.Ranked{Document: d, Span: p.Span, Score: shared(question, d.Slice(p.Span))}, k)
		}
		for _, s := range d.Sentences {
			out.Sentences = insert(out.Sentences, bot.Ranked{Document: d, Span: s.Span, Score: shared(question, d.Slice(s.Span))}, k)
		}
	}
	return out
}

// shared is the share of the question's words that stand in the text.
func shared(question, text string) float64 {
	n, words := 0, strings.Fields(strings.ToLower(strings.Trim(question, "?")))
	for _, w := range words {
		if strings.Contains(strings.ToLower(text), w) {
			n++
		}
	}
	return float64(n) / float64(len(words))
}

func insert(list []bot.Ranked, r bot.Ranked, k int) []bot.Ranked {
	i := 0
	for i < len(list) && list[i].Score >= r.Score {
		i++
	}
	list = append(list[:i:i], append([]bot.Ranked{r}, list[i:]...)...)
	return list[:min(k, len(list))]
}

func newMatcher(c *corpus.Collection) (bot.Asker, error) { return wordMatcher{c}, nil }

func TestRunSQuAD(t *testing.T) {
	var told [][2]int
	report, err := Run(t.Context(), Options{
		Files: []string{"testdata/squad.json"}, New: newMatcher, Corrupt: "all",
		Progress: func(done, total int) { told = append(told, [2]int{done, total}) },
	})
	if err != nil {
		t.Fatal(err)
	}
	if n := len(told); n != 42 || told[41] != [2]int{42, 42} {
		t.Errorf("progress was told %d times, last %v; want 42 of 42", n, told[n-1])
	}
	s := report.Sets[0]
	if s.Paragraphs.Recall1.Of != 5 || s.Paragraphs.Recall1.Value() != 1 {
		t.Errorf("paragraph recall@1 %v, want 1 over 5", s.Paragraphs.Recall1)
	}
	if v := s.Scores.Verbatim; v.Value() != 1 || v.Of == 0 {
		t.Errorf("verbatim %v", v)
	}
	if len(report.Robustness) != 7 || report.Robustness[6].Corruption != "mean" || report.Robustness[0].Measure != "recall1" {
		t.Errorf("robustness: %+v", report.Robustness)
	}
	var page bytes.Buffer
	if err := report.Print(&page); err != nil {
		t.Fatal(err)
	}
	golden(t, "testdata/report.txt", page.String())
}

func TestRunHoldsOut(t *testing.T) {
	report, err := Run(t.Context(), Options{Files: []string{"testdata/squad.json"}, New: newMatcher, HoldOut: true})
	if err != nil {
		t.Fatal(err)
	}
	s := report.Sets[0].Scores
	if s.Hit1.Of != 4 || s.Abstain.Of != 2 {
		t.Errorf("held out: %v answerable, %v not; want 4 and 2", s.Hit1.Of, s.Abstain.Of)
	}
}

func TestRunIsTheSameWithManyWorkers(t *testing.T) {
	var pages []string
	for _, workers := range []int{1, 8} {
		report, err := Run(t.Context(), Options{Files: []string{"testdata/squad.json"}, New: newMatcher, Corrupt: "typo", Workers: workers})
		if err != nil {
			t.Fatal(err)
		}
		var page bytes.Buffer
		if err := report.WriteJSON(&page); err != nil {
			t.Fatal(err)
		}
		pages = append(pages, page.String())
	}
	if pages[0] != pages[1] {
		t.Error("one worker and eight report differently")
	}
}

func TestRunAsksTheArticles(t *testing.T) {
	set, err := Read("testdata/squad.json")
	if err != nil {
		t.Fatal(err)
	}
	file := write(t, `{"id":"a","style":"plain","question":"göl vardır?","answerable":true,"gold":[["dört göl"],["Ağrı"]]}
{"id":"b","style":"near","question":"ırmak","answerable":false}
{"id":"c","style":"near","question":"hata","answerable":false}
{"id":"d","style":"plain","turns":["Nüfus?","beş bin"],"answerable":true,"gold":[["beş bin"]]}`)
	report, err := Run(t.Context(), Options{Files: []string{file, file}, Asker: wordMatcher{set.Collection}, Collection: set.Collection})
	if err != nil {
		t.Fatal(err)
	}
	s := report.Sets[0]
	if s.Scores.Hit1.Value() != 1 || s.Scores.Full.Value() != 0.5 || s.Scores.Abstain.Value() != 1 || s.Errors != 1 || s.MedianUS != 7 {
		t.Errorf("scores %+v, %d errors, median %d", s.Scores, s.Errors, s.MedianUS)
	}
	if report.Pooled == nil || report.Pooled.Scores.Questions != 8 {
		t.Errorf("pooled: %+v", report.Pooled)
	}
	if s.Results[3].Ranked || !s.Results[0].Ranked {
		t.Error("a question that needs its earlier turns was ranked without them, or one that needs none was not")
	}
}

// What was said in one pass over a set is not remembered in the next.
func TestConversationsAreApart(t *testing.T) {
	file := write(t, `{"id":"a","turns":["Bir?","Neden?"],"answerable":false}
{"id":"b","turns":["İki?","Neden?"],"answerable":false}
{"id":"c","question":"Üç?","answerable":false}`)
	turns := map[string]int{}
	asker := askFunc(func(_ context.Context, q bot.Question) (bot.Answer, error) {
		turns[q.Conversation]++
		return bot.Answer{}, nil
	})
	if _, err := Run(t.Context(), Options{Files: []string{file}, Asker: asker, Corrupt: "ascii"}); err != nil {
		t.Fatal(err)
	}
	if len(turns) != 5 || turns[""] != 2 {
		t.Errorf("turns by conversation: %v, want two each of four and two of none", turns)
	}
}

// A quote that is not its bytes must not count as verbatim.
type liar struct{ wordMatcher }

func (l liar) Ask(ctx context.Context, q bot.Question) (bot.Answer, error) {
	a, err := l.wordMatcher.Ask(ctx, q)
	for i := range a.Quotes {
		switch q.Text {
		case "text":
			a.Quotes[i].Text += "!"
		case "span":
			a.Quotes[i].Start++
		case "digest":
			a.Quotes[i].Source.SHA256 = ""
		case "article":
			a.Quotes[i].Source.ID = "other"
		case "range":
			a.Quotes[i].End = 1 << 30
		}
	}
	return a, err
}

func TestVerbatimIsChecked(t *testing.T) {
	d, err := corpus.Paragraphs(corpus.Source{ID: "a", File: "a.txt"}, []string{"text span digest article range true."})
	if err != nil {
		t.Fatal(err)
	}
	c := &corpus.Collection{Documents: []*corpus.Document{d}}
	e := newExaminer(liar{wordMatcher{c}}, c, bot.Question{})
	for _, q := range []string{"text", "span", "digest", "article", "range", "true"} {
		r, err := e.ask(t.Context(), Item{ID: q, Turns: []string{q}})
		if err != nil || r.Shown != 1 || (r.Verbatim == 1) != (q == "true") {
			t.Errorf("%s: %d of %d verbatim, %v", q, r.Verbatim, r.Shown, err)
		}
	}
}

func TestRunStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	asked := 0
	asker := askFunc(func(ctx context.Context, q bot.Question) (bot.Answer, error) {
		if asked++; asked == 3 {
			cancel()
		}
		return bot.Answer{}, ctx.Err()
	})
	_, err := Run(ctx, Options{Files: []string{"testdata/dev.jsonl"}, Asker: asker})
	if !errors.Is(err, context.Canceled) || asked > 4 {
		t.Errorf("Run asked %d questions and returned %v, want it to stop after the third", asked, err)
	}
}

type askFunc func(context.Context, bot.Question) (bot.Answer, error)

func (f askFunc) Ask(ctx context.Context, q bot.Question) (bot.Answer, error) { return f(ctx, q) }

func TestRunRefuses(t *testing.T) {
	asker := askFunc(func(context.Context, bot.Question) (bot.Answer, error) { return bot.Answer{}, nil })
	for _, c := range []struct {
		o    Options
		want string
	}{
		{Options{}, "no question file"},
		{Options{Files: []string{"testdata/none"}}, "none"},
		{Options{Files: []string{"testdata/dev.jsonl"}}, "no"},
		{Options{Files: []string{"testdata/squad.json"}, Asker: asker}, "its own collection"},
		{Options{Files: []string{"testdata/dev.jsonl"}, Asker: asker, HoldOut: true}, "no collection"},
		{Options{Files: []string{"testdata/dev.jsonl"}, Asker: asker, Corrupt: "x"}, "no corruption"},
		{Options{Files: []string{"testdata/dev.jsonl"}, Asker: asker, Compare: "testdata/dev.jsonl"}, "earlier report"},
		{Options{Files: []string{"testdata/dev.jsonl"}, Asker: asker, AskAs: "testdata/squad.json"}, "share no question"},
		{Options{Files: []string{"testdata/squad.json"}, New: func(*corpus.Collection) (bot.Asker, error) { return nil, errors.New("broken") }}, "broken"},
	} {
		if _, err := Run(t.Context(), c.o); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("Run(%+v): %v, want an error with %q", c.o, err, c.want)
		}
	}
}
