package bot

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"alinti/retrieval/corpus"
)

// A claim is one quote of an answer as it came, checked key by key.
type claim struct {
	verifier *Verifier
	keys     map[string]any
	sides    []any // of the answer's disagreement: its own, nil in place of the others
	doc      *corpus.Document
	index    int // of doc in the collection
	problems []Problem
}

func (c *claim) wrong(key, claimed, actual string) {
	c.problems = append(c.problems, Problem{Key: key, Claimed: claimed, Actual: actual})
}

// check compares every key with the files and returns the text.
func (c *claim) check() string {
	text, _ := c.keys["text"].(string)
	c.source()
	if c.doc == nil {
		return text
	}
	start, end, ok := c.span(c.keys, "")
	if !ok {
		return text
	}
	if actual := c.doc.Text[start:end]; text != actual {
		c.wrong("text", text, actual)
	}
	if strings.ContainsAny(text, "\n\r\v\f\x1c\x1d\x1e\u0085\u2028\u2029") {
		c.wrong("text", "a line break in it", "no quote holds one")
	}
	c.runes("start_rune", start)
	c.runes("end_rune", end)
	c.context("prefix", strings.HasSuffix(c.doc.Text[:start], c.text("prefix")))
	c.context("suffix", strings.HasPrefix(c.doc.Text[end:], c.text("suffix")))
	c.paragraph(start, end)
	c.score()
	c.inside("highlights", c.keys["highlights"], start, end)
	c.inside("dates", c.keys["dates"], start, end)
	c.said(start, end)
	c.also()
	return text
}

func (c *claim) text(key string) string {
	s, _ := c.keys[key].(string)
	return s
}

// source finds the document and compares what is said of it.
func (c *claim) source() {
	source, _ := c.keys["source"].(map[string]any)
	c.doc, c.index = c.find(source, "source")
}

// find is the document that a source names. Its digest must be the one of the
// file that the verifier holds: of other bytes nothing can be said.
func (c *claim) find(source map[string]any, key string) (*corpus.Document, int) {
	id, _ := source["id"].(string)
	for i, d := range c.verifier.collection.Documents {
		if d.ID != id {
			continue
		}
		for _, f := range [][2]string{{"sha256", d.SHA256}, {"file", d.File}, {"title", d.Title}, {"date", d.Date}} {
			if got, _ := source[f[0]].(string); got != f[1] {
				c.wrong(key+"."+f[0], got, f[1])
			}
		}
		return d, i
	}
	c.wrong(key+".id", id, "")
	return nil, 0
}

// span reads start and end and reports whether they are ends of code points
// inside the file.
func (c *claim) span(keys map[string]any, path string) (start, end int, ok bool) {
	start, okStart := c.offset(keys, path, "start")
	end, okEnd := c.offset(keys, path, "end")
	if okStart && okEnd && start >= end {
		c.wrong(path+"end", strconv.Itoa(end), "more than "+strconv.Itoa(start))
		return 0, 0, false
	}
	return start, end, okStart && okEnd
}

func (c *claim) offset(keys map[string]any, path, key string) (int, bool) {
	n, ok := whole(keys[key])
	switch {
	case !ok:
		c.wrong(path+key, show(keys[key]), "a whole number")
	case n < 0 || n > len(c.doc.Text):
		c.wrong(path+key, strconv.Itoa(n), fmt.Sprintf("0 to %d", len(c.doc.Text)))
		ok = false
	case n < len(c.doc.Text) && !utf8.RuneStart(c.doc.Text[n]):
		c.wrong(path+key, strconv.Itoa(n), "the beginning of a code point")
		ok = false
	}
	return n, ok
}

func (c *claim) runes(key string, offset int) {
	want := c.verifier.runes()[c.index].count(c.doc.Text, offset)
	if got, ok := whole(c.keys[key]); !ok || got != want {
		c.wrong(key, show(c.keys[key]), strconv.Itoa(want))
	}
}

// context checks that prefix or suffix is a text that stands there, of at most
// 32 code points.
func (c *claim) context(key string, stands bool) {
	got := c.text(key)
	if _, isText := c.keys[key].(string); c.keys[key] != nil && !isText || !stands || utf8.RuneCountInString(got) > 32 {
		c.wrong(key, show(c.keys[key]), "")
	}
}

// paragraph checks the number and the heading by where the quote lies.
func (c *claim) paragraph(start, end int) {
	want := paragraphAt(c.doc, start)
	if got, ok := whole(c.keys["paragraph"]); !ok || got != want {
		c.wrong("paragraph", show(c.keys["paragraph"]), strconv.Itoa(want))
	}
	p := c.doc.Paragraphs[want-1]
	if end > p.Span.End {
		c.wrong("end", strconv.Itoa(end), "within paragraph "+strconv.Itoa(want))
	}
	heading := c.text("heading")
	if heading == "" {
		return
	}
	actual := ""
	if p.Heading >= 0 {
		actual = c.doc.Slice(c.doc.Sentences[p.Heading].Span)
	}
	if heading != actual {
		c.wrong("heading", heading, actual)
	}
}

func (c *claim) score() {
	n, _ := c.keys["score"].(json.Number)
	if f, err := n.Float64(); err != nil || f < 0 || f > 1 {
		c.wrong("score", show(c.keys["score"]), "0 to 1")
	}
}

// inside checks a list of ranges within the quote; those with a text of their
// own must say what stands there.
func (c *claim) inside(key string, value any, start, end int) {
	list, isList := value.([]any)
	if value != nil && !isList {
		c.wrong(key, show(value), "a list")
	}
	for i, item := range list {
		if item == nil && key == sidesKey {
			continue
		}
		path := fmt.Sprintf("%s[%d].", key, i)
		keys, _ := item.(map[string]any)
		a, b, ok := c.span(keys, path)
		if !ok {
			continue
		}
		if a < start || b > end {
			c.wrong(path+"start", strconv.Itoa(a), fmt.Sprintf("within %d to %d", start, end))
		}
		if text, given := keys["text"]; given && text != c.doc.Text[a:b] {
			c.wrong(path+"text", show(text), c.doc.Text[a:b])
		}
	}
}

const sidesKey = "disagreement.sides"

// said checks the sides of a disagreement that this quote is said to take.
func (c *claim) said(start, end int) {
	if len(c.sides) == 0 {
		return
	}
	c.inside(sidesKey, c.sides, start, end)
	n, _ := whole(c.keys["n"])
	for i, side := range c.sides {
		keys, ok := side.(map[string]any)
		if !ok {
			continue
		}
		path := fmt.Sprintf("%s[%d].", sidesKey, i)
		if quote, ok := whole(keys["quote"]); !ok || quote != n {
			c.wrong(path+"quote", show(keys["quote"]), strconv.Itoa(n))
		}
		if got, _ := keys["date"].(string); got != c.doc.Date {
			c.wrong(path+"date", got, c.doc.Date)
		}
	}
}

// also checks the other places of the same fact: that they exist.
func (c *claim) also() {
	list, _ := c.keys["also"].([]any)
	doc := c.doc
	for i, item := range list {
		path := fmt.Sprintf("also[%d].", i)
		keys, _ := item.(map[string]any)
		source, _ := keys["source"].(map[string]any)
		if c.doc, _ = c.find(source, path+"source"); c.doc == nil {
			continue
		}
		start, _, ok := c.span(keys, path)
		if got, _ := whole(keys["paragraph"]); ok && got != paragraphAt(c.doc, start) {
			c.wrong(path+"paragraph", show(keys["paragraph"]), strconv.Itoa(paragraphAt(c.doc, start)))
		}
	}
	c.doc = doc
}

// whole reads a number without a fraction.
func whole(v any) (int, bool) {
	n, ok := v.(json.Number)
	if !ok {
		return 0, false
	}
	i, err := strconv.Atoi(n.String())
	return i, err == nil
}

// show is a value for a message.
func show(v any) string {
	if v == nil {
		return ""
	}
	return fmt.Sprint(v)
}
