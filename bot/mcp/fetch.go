package mcp

import (
	"context"
	"errors"
	"strconv"

	"alinti/retrieval/corpus"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

const fetchDescription = `Gives the text of an article by its id, or of one paragraph by the id that search gave, byte for byte.`

type fetchInput struct {
	ID string `json:"id" jsonschema:"of an article, or of a paragraph as search gave it"`
}

type fetchOutput struct {
	ID       string            `json:"id"`
	Title    string            `json:"title"`
	Text     string            `json:"text"`
	URL      string            `json:"url"`
	Metadata map[string]string `json:"metadata"`
}

func (d *Door) fetch(_ context.Context, _ *sdk.CallToolRequest, in fetchInput) (*sdk.CallToolResult, fetchOutput, error) {
	doc, span, ok := find(d.Collection(), in.ID)
	if !ok {
		return nil, fetchOutput{}, errors.New("there is no article or paragraph with this id; search gives ids")
	}
	out := fetchOutput{ID: in.ID, Title: title(doc), Text: doc.Slice(span), URL: d.Link(doc, span), Metadata: map[string]string{
		"article": doc.ID, "file": doc.File, "sha256": doc.SHA256,
		"start": strconv.Itoa(span.Start), "end": strconv.Itoa(span.End),
	}}
	for name, value := range map[string]string{"date": doc.Date, "language": doc.Language} {
		if value != "" {
			out.Metadata[name] = value
		}
	}
	return nil, out, nil
}

// find is the article or paragraph of an id.
func find(c *corpus.Collection, id string) (*corpus.Document, corpus.Span, bool) {
	for _, doc := range c.Documents {
		if doc.ID == id {
			return doc, corpus.Span{End: len(doc.Text)}, true
		}
		for _, p := range doc.Paragraphs {
			if p.ID == id {
				return doc, p.Span, true
			}
		}
	}
	return nil, corpus.Span{}, false
}
