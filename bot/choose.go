package bot

import (
	"context"
	"crypto/sha256"
	"fmt"
	"slices"

	"alinti/bot/llm"
	"alinti/prompts"
	"alinti/retrieval/corpus"
)

// A Model completes one prompt. Its errors match [llm.ErrUnavailable] or
// [llm.ErrUnusable]; [*llm.Client] is one.
type Model interface {
	Complete(ctx context.Context, r llm.Request) (llm.Reply, error)
}

// A candidate is a sentence that the model may choose.
type candidate struct {
	doc      *corpus.Document
	sentence *corpus.Sentence
}

// A choice is what a model made of the candidates. It holds positions in the
// list of candidates, so that nothing the model wrote can become a quote.
type choice struct {
	answerable bool
	picks      []int          // in the model's order, each once, at most MaxQuotes
	statements []rawStatement // unchecked; each rests on at least one of picks
}

// A rawStatement is the model's own words with the picks it says carry them.
type rawStatement struct {
	text  string
	picks []int
}

// choose asks the model which candidates answer the question. An error matches
// [llm.ErrUnavailable] or [llm.ErrUnusable].
func choose(ctx context.Context, m Model, question, language string, cands []candidate) (choice, error) {
	ids := opaqueIDs(question, cands)
	p := prompts.Choose{Question: question, Language: language, Articles: articles(cands, ids)}.Prompt()
	var got choice
	_, err := m.Complete(ctx, llm.Request{
		System: p.System, User: p.User, Schema: p.Schema, SchemaName: p.SchemaName,
		Accept: func(text string) (err error) {
			got, err = readChoice(text, ids)
			return err
		},
	})
	if err != nil {
		return choice{}, fmt.Errorf("choose sentences: %w", err)
	}
	return got, nil
}

// articles lists the candidates in reading order, whatever order they came in:
// sentences lean on the ones before them.
func articles(cands []candidate, ids []string) []prompts.Article {
	var list []prompts.Article
	place := make(map[*corpus.Document]int)
	starts := make(map[string]int, len(cands))
	for i, c := range cands {
		at, ok := place[c.doc]
		if !ok {
			at = len(list)
			place[c.doc] = at
			list = append(list, prompts.Article{Title: caption(c.doc)})
		}
		starts[ids[i]] = c.sentence.Span.Start
		list[at].Sentences = append(list[at].Sentences, prompts.Sentence{ID: ids[i], Text: c.doc.Slice(c.sentence.Span)})
	}
	for _, a := range list {
		slices.SortFunc(a.Sentences, func(x, y prompts.Sentence) int { return starts[x.ID] - starts[y.ID] })
	}
	return list
}

// caption is an article's title and date, as far as they are known.
func caption(d *corpus.Document) string {
	switch {
	case d.Date == "":
		return d.Title
	case d.Title == "":
		return d.Date
	}
	return d.Title + " (" + d.Date + ")"
}

// idLetters make ids that are no word, no number and cheap in tokens.
const idLetters = "bcdfghjklmnpqrstvwxz"

// opaqueIDs gives every candidate four letters that hold for this request only:
// they are cut from a SHA-256 over the question and all candidates, so that an
// id from elsewhere does not match, while the same request is the same prompt
// and can be cached.
func opaqueIDs(question string, cands []candidate) []string {
	h := sha256.New()
	_, _ = fmt.Fprintf(h, "%d %s", len(question), question)
	for _, c := range cands {
		_, _ = fmt.Fprintf(h, "%s %d %d\n", c.doc.SHA256, c.sentence.Span.Start, c.sentence.Span.End)
	}
	seed := h.Sum(nil)
	ids := make([]string, len(cands))
	taken := make(map[string]bool, len(cands))
	for i := range cands {
		for try := 0; ; try++ {
			sum := sha256.Sum256(fmt.Appendf(nil, "%x %d %d", seed, i, try))
			id := letters(sum[:4])
			if !taken[id] {
				ids[i], taken[id] = id, true
				break
			}
		}
	}
	return ids
}

func letters(bytes []byte) string {
	id := make([]byte, len(bytes))
	for i, b := range bytes {
		id[i] = idLetters[int(b)%len(idLetters)]
	}
	return string(id)
}
