package render_test

import (
	"bytes"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/render"
	"alinti/retrieval/evidence"
)

func TestExplain(t *testing.T) {
	q := answers(t)["one"].Quotes[0]
	far := q
	far.Score = 0.12
	e := bot.Explanation{Question: "x", Asked: "number", Strictness: 0.5, Start: -2, Sentences: []bot.Evidence{
		{Quote: q, Rank: 11.4, Signals: []evidence.Signal{
			{Name: "cover", Gloss: "share of the question that it says", Value: 0.97, Effect: 1.06},
			{Name: "type_missing", Gloss: "holds none of the kind asked for", Value: 1, Effect: -0.5}}},
		{Quote: far, Rank: 2, Signals: make([]evidence.Signal, 11)},
	}}
	for name, style := range map[string]render.Style{"explain.out": {}, "explain.term": {Color: true, Width: 72}} {
		var b bytes.Buffer
		if err := render.Explain(&b, e, style); err != nil {
			t.Fatal(err)
		}
		golden(t, "testdata/"+name, strings.ReplaceAll(b.String(), "\x1b", "␛"))
	}
}
