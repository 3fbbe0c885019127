package evaluate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"alinti/retrieval/corpus"
)

// squadFile is the format of SQuAD 1.1 and 2.0 (Rajpurkar et al. 2016, 2018):
// articles of paragraphs of questions, each with answers that stand in the
// paragraph at an offset in code points. Turkish copies write the offset as a
// string, or the id as a number.
type squadFile struct {
	Data []squadArticle `json:"data"`
}

type squadArticle struct {
	Title      string           `json:"title"`
	Paragraphs []squadParagraph `json:"paragraphs"`
}

type squadParagraph struct {
	Context   string          `json:"context"`
	Questions []squadQuestion `json:"qas"`
}

type squadQuestion struct {
	ID         json.RawMessage `json:"id"`
	Question   string          `json:"question"`
	Impossible bool            `json:"is_impossible"`
	Answers    []squadAnswer   `json:"answers"`
}

type squadAnswer struct {
	Text  string      `json:"text"`
	Start json.Number `json:"answer_start"`
}

func isSQuAD(data []byte) bool {
	var f struct {
		Data json.RawMessage `json:"data"`
	}
	return json.Unmarshal(data, &f) == nil && bytes.HasPrefix(bytes.TrimSpace(f.Data), []byte("["))
}

// readSQuAD makes a document of each article and a paragraph of each context.
// A context which the file repeats is one paragraph, as it would otherwise be
// its own rival.
func readSQuAD(name string, data []byte) (*Set, error) {
	var f squadFile
	if err := json.Unmarshal(data, &f); err != nil {
		return nil, err
	}
	r := squadReader{
		set:  &Set{Name: name, Collection: &corpus.Collection{}},
		ids:  uniqueIDs{},
		seen: map[string]Place{},
	}
	for i, article := range f.Data {
		if err := r.article(i, article); err != nil {
			return nil, err
		}
	}
	switch {
	case len(r.set.Items) == 0 && r.set.Skipped > 0:
		return nil, fmt.Errorf("none of its %d questions has an answer that stands in its context", r.set.Skipped)
	case len(r.set.Items) == 0:
		return nil, errors.New("no question in it")
	}
	return r.set, nil
}

type squadReader struct {
	set  *Set
	ids  uniqueIDs
	seen map[string]Place // where each context stands
}

func (r squadReader) article(i int, article squadArticle) error {
	fresh := r.freshContexts(article)
	if len(fresh) > 0 {
		id := fmt.Sprintf("article-%03d", i+1)
		title := strings.ReplaceAll(article.Title, "_", " ")
		d, err := corpus.Paragraphs(corpus.Source{ID: id, File: id + ".txt", Title: title}, fresh)
		if err != nil {
			return fmt.Errorf("article %d (%s): %w", i+1, article.Title, err)
		}
		at := 0
		for _, context := range fresh {
			r.seen[context] = Place{d, corpus.Span{Start: at, End: at + len(context)}}
			at += len(context) + len("\n\n") // as corpus.Paragraphs joins them
		}
		r.set.Collection.Documents = append(r.set.Collection.Documents, d)
	}
	for _, p := range article.Paragraphs {
		for _, q := range p.Questions {
			r.question(q, p.Context)
		}
	}
	return nil
}

// freshContexts are the article's contexts that stand nowhere yet.
func (r squadReader) freshContexts(article squadArticle) []string {
	var fresh []string
	here := map[string]bool{}
	for _, p := range article.Paragraphs {
		_, seen := r.seen[p.Context]
		if !seen && !here[p.Context] && strings.TrimSpace(p.Context) != "" {
			here[p.Context] = true
			fresh = append(fresh, p.Context)
		}
	}
	return fresh
}

func (r squadReader) question(q squadQuestion, context string) {
	paragraph, ok := r.seen[context]
	it := Item{
		ID:         r.ids.next(strings.Trim(string(q.ID), `" `)),
		Turns:      []string{q.Question},
		Answerable: !q.Impossible && len(q.Answers) > 0,
		Paragraph:  paragraph,
	}
	for _, a := range q.Answers {
		if span, ok := answerSpan(context, a); ok && it.Answerable {
			span.Start += paragraph.Span.Start
			span.End += paragraph.Span.Start
			it.Places = append(it.Places, Place{paragraph.Document, span})
		}
	}
	if !ok || strings.TrimSpace(q.Question) == "" || it.Answerable && len(it.Places) == 0 {
		r.set.Skipped++
		return
	}
	r.set.Items = append(r.set.Items, it)
}

// answerSpan is where an answer stands in its context, in bytes. An answer
// which is not at its offset is looked for; the nearest to it counts.
func answerSpan(context string, a squadAnswer) (corpus.Span, bool) {
	start, err := a.Start.Int64()
	if err != nil || a.Text == "" {
		return corpus.Span{}, false
	}
	at := byteOffset(context, int(start))
	if strings.HasPrefix(context[at:], a.Text) {
		return corpus.Span{Start: at, End: at + len(a.Text)}, true
	}
	after := strings.Index(context[at:], a.Text)
	before := strings.LastIndex(context[:min(len(context), at+len(a.Text)-1)], a.Text)
	switch {
	case after < 0 && before < 0:
		return corpus.Span{}, false
	case after >= 0 && (before < 0 || after <= at-before):
		before = at + after
	}
	return corpus.Span{Start: before, End: before + len(a.Text)}, true
}

// byteOffset is the byte at which code point n of s begins, kept inside s.
func byteOffset(s string, n int) int {
	at := 0
	for ; n > 0 && at < len(s); n-- {
		_, size := utf8.DecodeRuneInString(s[at:])
		at += size
	}
	return at
}
