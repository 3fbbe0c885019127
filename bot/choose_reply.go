package bot

import (
	"encoding/json"
	"slices"
	"strings"
	"unicode/utf8"

	"alinti/bot/llm"
	"alinti/prompts"
)

// Limits of a model's reply; what is beyond them is dropped.
const (
	maxStatements     = 5
	maxStatementRunes = 400
)

// modelReply is the reply that the prompt asks for.
type modelReply struct {
	Answerable *bool            `json:"answerable"`
	Sentences  []string         `json:"sentences"`
	Statements []modelStatement `json:"statements"`
}

type modelStatement struct {
	Text      string   `json:"text"`
	Sentences []string `json:"sentences"`
}

// readChoice turns a reply into a choice among the offered ids. A reply that
// is not the JSON asked for, or that says it has an answer and points at none
// of them, matches [llm.ErrUnusable].
func readChoice(text string, ids []string) (choice, error) {
	var r modelReply
	if err := json.Unmarshal(jsonObject(text), &r); err != nil {
		return choice{}, llm.Unusable("the reply is not the JSON asked for")
	}
	if r.Answerable == nil {
		return choice{}, llm.Unusable("the reply does not say whether there is an answer")
	}
	if !*r.Answerable {
		return choice{}, nil
	}
	index := make(map[string]int, len(ids))
	for i, id := range ids {
		index[id] = i
	}
	c := choice{answerable: true}
	c.picks = pick(nil, r.Sentences, index)
	for _, s := range r.Statements {
		c.picks = pick(c.picks, s.Sentences, index)
	}
	if len(c.picks) == 0 {
		return choice{}, llm.Unusable("the reply names no sentence that was offered")
	}
	for _, s := range r.Statements {
		if st, ok := statement(s, index, c.picks); ok && len(c.statements) < maxStatements {
			c.statements = append(c.statements, st)
		}
	}
	return c, nil
}

// pick appends the positions of ids that were offered, each once, up to MaxQuotes.
func pick(picks []int, ids []string, index map[string]int) []int {
	for _, id := range ids {
		if len(picks) == MaxQuotes {
			break
		}
		if i, ok := index[bareID(id)]; ok && !slices.Contains(picks, i) {
			picks = append(picks, i)
		}
	}
	return picks
}

// bareID undoes what models do to an id that they were shown in brackets.
func bareID(id string) string { return strings.Trim(id, "[] \t\n") }

// statement keeps a statement that has words and rests on a chosen sentence.
func statement(s modelStatement, index map[string]int, chosen []int) (rawStatement, bool) {
	text := prompts.Clean(s.Text)
	if text == "" || utf8.RuneCountInString(text) > maxStatementRunes {
		return rawStatement{}, false
	}
	var rest []int
	for _, i := range pick(nil, s.Sentences, index) {
		if slices.Contains(chosen, i) {
			rest = append(rest, i)
		}
	}
	return rawStatement{text, rest}, len(rest) > 0
}

// jsonObject cuts a JSON object out of what models put around it: a thinking
// part, a code fence, a sentence before or after. What it returns may still be
// anything.
func jsonObject(text string) []byte {
	if _, after, ok := strings.Cut(text, "</think>"); ok {
		text = after
	}
	start, end := strings.IndexByte(text, '{'), strings.LastIndexByte(text, '}')
	if start < 0 || end < start {
		return nil
	}
	return []byte(text[start : end+1])
}
