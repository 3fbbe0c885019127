package mcp

import (
	"context"
	"errors"
	"fmt"
	"unicode/utf8"

	"alinti/bot"
	"alinti/retrieval/corpus"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

const searchDescription = `Finds the paragraphs of the articles nearest to a query, best first, whether or not they answer it. Read one with fetch.`

// searchDepth is how many paragraphs a search gives at most.
const searchDepth = 10

type searchInput struct {
	Query string `json:"query" jsonschema:"words or a question, at most 1000 characters"`
}

type searchOutput struct {
	Results []searchResult `json:"results"`
}

type searchResult struct {
	ID    string `json:"id" jsonschema:"for fetch"`
	Title string `json:"title"`
	URL   string `json:"url"`
	Text  string `json:"text" jsonschema:"the paragraph, word for word"`
}

func (d *Door) search(_ context.Context, _ *sdk.CallToolRequest, in searchInput) (*sdk.CallToolResult, searchOutput, error) {
	out := searchOutput{Results: []searchResult{}}
	if n := utf8.RuneCountInString(in.Query); n > bot.MaxQuestionRunes {
		return nil, out, errors.New((&bot.InputError{Code: bot.InputTooLong, Field: "query", Limit: bot.MaxQuestionRunes}).Message("en"))
	}
	for _, r := range d.Ranker.Rank(in.Query, searchDepth).Paragraphs {
		out.Results = append(out.Results, searchResult{r.ID, title(r.Document), d.Link(r.Document, r.Span), r.Document.Slice(r.Span)})
	}
	return nil, out, nil
}

func title(d *corpus.Document) string {
	if d.Title != "" {
		return d.Title
	}
	return d.File
}

// locator names a passage where there is no page to link to.
func locator(d *corpus.Document, s corpus.Span) string {
	return fmt.Sprintf("alinti:%s#%d-%d", d.ID, s.Start, s.End)
}
