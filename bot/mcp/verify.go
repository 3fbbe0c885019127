package mcp

import (
	"context"
	"errors"
	"strings"
	"sync"

	"alinti/bot"
	"alinti/retrieval/corpus"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

const verifyDescription = `Checks whether a quotation stands in the articles word for word, and says where. If it does not, "nearest" is the sentence it may have been meant to be, and the first word that differs.`

// maxQuoteBytes bounds a quotation.
const maxQuoteBytes = 10_000

type verifyInput struct {
	Quote string `json:"quote" jsonschema:"the quotation"`
}

type verifyOutput struct {
	Found   bool         `json:"found"`
	Quote   string       `json:"quote" jsonschema:"what was looked for"`
	Places  []place      `json:"places" jsonschema:"where it stands; start and end count bytes of the article's file"`
	Nearest *bot.Nearest `json:"nearest,omitempty" jsonschema:"the nearest sentence, when it stands nowhere"`
}

// A place is where the quotation stands.
type place struct {
	bot.Place
	URL string `json:"url"`
}

func (d *Door) verify(_ context.Context, _ *sdk.CallToolRequest, in verifyInput) (*sdk.CallToolResult, verifyOutput, error) {
	out := verifyOutput{Quote: bare(in.Quote), Places: []place{}}
	switch {
	case out.Quote == "":
		return nil, out, errors.New("the quotation is empty")
	case len(out.Quote) > maxQuoteBytes:
		return nil, out, errors.New("the quotation is too long: at most 10000 bytes")
	}
	c := d.Collection()
	verdict := d.verifier.of(c).Quote(out.Quote)
	out.Found, out.Nearest = verdict.OK, verdict.Nearest
	for _, p := range verdict.Places {
		if doc, _, ok := find(c, p.Source.ID); ok {
			out.Places = append(out.Places, place{p, d.Link(doc, corpus.Span{Start: p.Start, End: p.End})})
		}
	}
	return nil, out, nil
}

// bare takes white space and one pair of quotation marks off.
func bare(quote string) string {
	quote = strings.TrimSpace(quote)
	for _, marks := range []struct{ left, right string }{{"«", "»"}, {"“", "”"}, {`"`, `"`}} {
		if inner, ok := strings.CutPrefix(quote, marks.left); ok {
			if inner, ok = strings.CutSuffix(inner, marks.right); ok {
				return strings.TrimSpace(inner)
			}
		}
	}
	return quote
}

// verifiers keep the indexes that checking needs for as long as the collection
// is the same.
type verifiers struct {
	mu   sync.Mutex
	last *corpus.Collection
	v    *bot.Verifier
}

func (k *verifiers) of(c *corpus.Collection) *bot.Verifier {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.last != c {
		k.last, k.v = c, bot.NewVerifier(c)
	}
	return k.v
}
