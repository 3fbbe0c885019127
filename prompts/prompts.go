package prompts

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"strings"
	"sync"
	"text/template"
)

//go:embed *.txt
var files embed.FS

// A Prompt is ready to be sent.
type Prompt struct {
	System, User string
	Schema       json.RawMessage // JSON Schema of the reply
	SchemaName   string
}

// Choose asks which sentences answer a question.
type Choose struct {
	Question string
	Language string // of the instructions and of statements: "tr" or "en"
	Articles []Article
}

// An Article is the part of one article that is offered.
type Article struct {
	Title     string // shown above the sentences: title and date, if known
	Sentences []Sentence
}

// A Sentence is a line to choose, under an id of lower-case letters.
type Sentence struct{ ID, Text string }

// chooseSchema is fixed, with no list of the offered ids in it: services compile
// a schema they have not seen, which takes seconds, and ids are checked anyway.
const chooseSchema = `{"type":"object","properties":{` +
	`"answerable":{"type":"boolean"},` +
	`"sentences":{"type":"array","items":{"type":"string"}},` +
	`"statements":{"type":"array","items":{"type":"object","properties":{` +
	`"text":{"type":"string"},"sentences":{"type":"array","items":{"type":"string"}}},` +
	`"required":["text","sentences"],"additionalProperties":false}}},` +
	`"required":["answerable","sentences","statements"],"additionalProperties":false}`

// Prompt fills the template.
func (c Choose) Prompt() Prompt {
	in := Choose{Question: Clean(c.Question)}
	for _, a := range c.Articles {
		b := Article{Title: Clean(a.Title)}
		for _, s := range a.Sentences {
			b.Sentences = append(b.Sentences, Sentence{s.ID, Clean(s.Text)})
		}
		in.Articles = append(in.Articles, b)
	}
	return fill("choose", c.Language, in, chooseSchema)
}

// Rewrite asks for a follow-up question in a form that stands alone.
type Rewrite struct {
	Question string
	Language string   // of the instructions: "tr" or "en"
	Turns    []string // earlier questions, oldest first
}

const rewriteSchema = `{"type":"object","properties":{"question":{"type":"string"}},` +
	`"required":["question"],"additionalProperties":false}`

// Prompt fills the template.
func (r Rewrite) Prompt() Prompt {
	in := Rewrite{Question: Clean(r.Question)}
	for _, t := range r.Turns {
		in.Turns = append(in.Turns, Clean(t))
	}
	return fill("rewrite", r.Language, in, rewriteSchema)
}

// fill panics when a template is broken: it is part of the program.
func fill(purpose, language string, in any, schema string) Prompt {
	if language != "en" {
		language = "tr"
	}
	t := templates()[purpose+"."+language+".txt"]
	part := func(name string) string {
		var b strings.Builder
		if err := t.ExecuteTemplate(&b, name, in); err != nil {
			panic(fmt.Sprintf("prompts: %s in %s: %v", name, language, err))
		}
		return b.String()
	}
	return Prompt{part("system"), part("user"), json.RawMessage(schema), purpose}
}

// templates are parsed at the first use, each file on its own.
var templates = sync.OnceValue(func() map[string]*template.Template {
	all := make(map[string]*template.Template)
	for _, name := range names() {
		all[name] = template.Must(template.New(name).ParseFS(files, name))
	}
	return all
})

// names of the files, in order.
func names() []string {
	entries, err := files.ReadDir(".")
	if err != nil {
		panic("prompts: " + err.Error())
	}
	var list []string
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

// Version is the first eight hex digits of a SHA-256 over every file and
// schema. It changes whenever anything that a model is told changes.
var Version = sync.OnceValue(func() string {
	h := sha256.New()
	for _, name := range names() {
		text, err := files.ReadFile(name)
		if err != nil {
			panic("prompts: " + err.Error())
		}
		_, _ = fmt.Fprintf(h, "%s %d\n%s", name, len(text), text)
	}
	_, _ = fmt.Fprint(h, chooseSchema, rewriteSchema)
	return hex.EncodeToString(h.Sum(nil)[:4])
})
