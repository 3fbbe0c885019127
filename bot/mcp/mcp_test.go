package mcp_test

import (
	"context"
	"encoding/json"
	"net/http/httptest"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/mcp"
	"alinti/retrieval/corpus"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"go.uber.org/goleak"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

const article = "Başlık\n\nİlk paragraf burada.\n\nBurada \"ikinci\" paragraf.\n"

func collection(t *testing.T) *corpus.Collection {
	t.Helper()
	doc, err := corpus.New(corpus.Source{ID: "a", File: "a.txt", Title: "Başlıksız", Date: "2025-09-19", Language: "tr"}, article)
	if err != nil {
		t.Fatal(err)
	}
	return &corpus.Collection{Documents: []*corpus.Document{doc}}
}

// ranker puts every paragraph in its order in the file.
type ranker struct{ *corpus.Collection }

func (r ranker) Rank(_ string, k int) bot.Ranking {
	var all bot.Ranking
	for _, d := range r.Documents {
		for _, p := range d.Paragraphs[:min(k, len(d.Paragraphs))] {
			all.Paragraphs = append(all.Paragraphs, bot.Ranked{Document: d, ID: p.ID, Span: p.Span})
		}
	}
	return all
}

func door(t *testing.T) *mcp.Door {
	c := collection(t)
	return mcp.New(mcp.Options{
		Asker: bottest.Asker(func(_ context.Context, q bot.Question) (bot.Answer, error) {
			switch q.Text {
			case "":
				return bot.Answer{}, &bot.InputError{Code: bot.InputEmpty, Field: "question"}
			case "broken":
				return bot.Answer{}, context.Canceled
			}
			return bot.Answer{ID: "0", Question: q.Text, Language: "tr", Mode: bot.ModeRetrieval, Reason: bot.ReasonNoEvidence}, nil
		}),
		Ranker:     ranker{c},
		Collection: func() *corpus.Collection { return c },
	})
}

// connect is a client of the door over streamable HTTP.
func connect(t *testing.T, d *mcp.Door) *sdk.ClientSession {
	t.Helper()
	server := httptest.NewServer(d.Handler())
	t.Cleanup(server.Close)
	client := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(t.Context(), &sdk.StreamableClientTransport{Endpoint: server.URL, HTTPClient: server.Client()}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = session.Close() })
	return session
}

func call(t *testing.T, s *sdk.ClientSession, name string, args map[string]any) (text string, structured string, failed bool) {
	t.Helper()
	res, err := s.CallTool(t.Context(), &sdk.CallToolParams{Name: name, Arguments: args})
	if err != nil {
		return err.Error(), "", true
	}
	for _, c := range res.Content {
		text += c.(*sdk.TextContent).Text
	}
	b, err := json.Marshal(res.StructuredContent)
	if err != nil {
		t.Fatal(err)
	}
	return text, string(b), res.IsError
}

func TestTools(t *testing.T) {
	s := connect(t, door(t))
	tests := []struct {
		name, tool string
		args       map[string]any
		failed     bool
		want       []string // in the text
	}{
		{"ask", "ask", map[string]any{"question": "Kim?"}, false, []string{`"answered":false`, `"question":"Kim?"`}},
		{"ask nothing", "ask", map[string]any{"question": ""}, true, []string{"The question is empty"}},
		{"ask without a question", "ask", map[string]any{}, true, []string{"question"}},
		{"ask with what it does not know", "ask", map[string]any{"question": "a", "k": 1}, true, []string{"k"}},
		{"a cause is kept", "ask", map[string]any{"question": "broken"}, true, []string{"could not be made"}},
		{"search", "search", map[string]any{"query": "paragraf"}, false, []string{`"results":[{"id":"a/1"`, `"title":"Başlıksız"`, `"url":"alinti:a#`, `İlk paragraf burada.`}},
		{"search for too much", "search", map[string]any{"query": strings.Repeat("a", 1001)}, true, []string{"too long"}},
		{"fetch a paragraph", "fetch", map[string]any{"id": "a/2"}, false, []string{`"text":"Burada \"ikinci\" paragraf."`, `"date":"2025-09-19"`}},
		{"fetch an article", "fetch", map[string]any{"id": "a"}, false, []string{`"text":"Başlık\n\nİlk`, `paragraf.\n"`}},
		{"fetch what is not there", "fetch", map[string]any{"id": "b"}, true, []string{"no article or paragraph"}},
		{"verify", "verify_quote", map[string]any{"quote": " «İlk paragraf» "}, false, []string{`"found":true`, `"quote":"İlk paragraf"`, `"start":10`, `"end":23`, `"url":"alinti:a#10-23"`}},
		{"verify a quotation inside quotation marks", "verify_quote", map[string]any{"quote": `Burada "ikinci"`}, false, []string{`"found":true`}},
		{"verify every place", "verify_quote", map[string]any{"quote": "paragraf"}, false, []string{`"paragraph":1`, `"paragraph":2`}},
		{"verify one letter less", "verify_quote", map[string]any{"quote": "Ilk paragraf burada"}, false, []string{`"found":false`, `"places":[]`, `"nearest":{`, `"said":"Ilk"`, `"stands":"İlk"`}},
		{"verify nothing", "verify_quote", map[string]any{"quote": "«»"}, true, []string{"empty"}},
		{"verify too much", "verify_quote", map[string]any{"quote": strings.Repeat("a", 10_001)}, true, []string{"too long"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text, structured, failed := call(t, s, tt.tool, tt.args)
			if failed != tt.failed {
				t.Errorf("failed %t, want %t: %s", failed, tt.failed, text)
			}
			for _, want := range tt.want {
				if !strings.Contains(text, want) {
					t.Errorf("%s lacks %s", text, want)
				}
			}
			if !failed && !sameJSON(t, text, structured) {
				t.Errorf("text %s and structured content %s differ", text, structured)
			}
		})
	}
}

func sameJSON(t *testing.T, a, b string) bool {
	t.Helper()
	var x, y any
	if err := json.Unmarshal([]byte(a), &x); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal([]byte(b), &y); err != nil {
		t.Fatal(err)
	}
	ax, _ := json.Marshal(x)
	by, _ := json.Marshal(y)
	return string(ax) == string(by)
}

func TestToolsSayThatTheyChangeNothing(t *testing.T) {
	res, err := connect(t, door(t)).ListTools(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(res.Tools) != 4 {
		t.Errorf("%d tools, want 4", len(res.Tools))
	}
	for _, tool := range res.Tools {
		a := tool.Annotations
		if a == nil || !a.ReadOnlyHint || a.OpenWorldHint == nil || *a.OpenWorldHint || tool.Description == "" || tool.OutputSchema == nil {
			t.Errorf("tool %+v", tool)
		}
	}
}

// TestRun serves a client in memory, as over standard input and output.
func TestRun(t *testing.T) {
	mine, theirs := sdk.NewInMemoryTransports()
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- door(t).Run(ctx, mine) }()
	session, err := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), theirs, nil)
	if err != nil {
		t.Fatal(err)
	}
	if text, _, failed := call(t, session, "ask", map[string]any{"question": "Kim?"}); failed {
		t.Error(text)
	}
	_ = session.Close()
	cancel()
	<-ended
}
