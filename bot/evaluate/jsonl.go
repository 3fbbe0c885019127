package evaluate

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/text/unicode/norm"
)

// Read reads a file of judged questions: a SQuAD file if it is one JSON object
// with a "data" list, else JSON lines.
func Read(file string) (*Set, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("reading questions: %w", err)
	}
	data = bytes.TrimPrefix(data, []byte("\ufeff"))
	name := filepath.Base(file)
	if isSQuAD(data) {
		set, err := readSQuAD(name, data)
		if err != nil {
			return nil, fmt.Errorf("reading %s as SQuAD: %w", file, err)
		}
		return set, nil
	}
	set, err := readLines(name, data)
	if err != nil {
		return nil, fmt.Errorf("reading questions of %s: %w", file, err)
	}
	return set, nil
}

// A line is one question or statement as the file has it. Turns in place of a question make
// it a conversation, judged by its last turn.
type line struct {
	ID         string     `json:"id"`
	Language   string     `json:"lang"`
	Style      string     `json:"style"`
	Question   string     `json:"question"`
	Turns      []string   `json:"turns"`
	Answerable *bool      `json:"answerable"`
	Gold       [][]string `json:"gold"`

	Statement string   `json:"statement"` // in place of a question: a model's statement
	Quotes    []string `json:"quotes"`
	Faithful  *bool    `json:"faithful"`
	Kind      string   `json:"kind"`
}

func readLines(name string, data []byte) (*Set, error) {
	set := &Set{Name: name}
	ids := uniqueIDs{}
	for i, raw := range bytes.Split(data, []byte("\n")) {
		if len(bytes.TrimSpace(raw)) == 0 {
			continue
		}
		var l line
		if err := json.Unmarshal(raw, &l); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
		if l.ID == "" {
			l.ID = fmt.Sprintf("line-%d", i+1)
		}
		l.ID = ids.next(l.ID)
		if err := set.add(l); err != nil {
			return nil, fmt.Errorf("line %d: %w", i+1, err)
		}
	}
	if len(set.Items) == 0 && len(set.Statements) == 0 {
		return nil, errors.New("no question in it")
	}
	if len(set.Items) > 0 && len(set.Statements) > 0 {
		return nil, errors.New("questions and statements in one file; put them into two")
	}
	return set, nil
}

func (s *Set) add(l line) error {
	if l.Statement != "" {
		st, err := l.statement()
		s.Statements = append(s.Statements, st)
		return err
	}
	it, err := l.item()
	s.Items = append(s.Items, it)
	return err
}

func (l line) item() (Item, error) {
	it := Item{ID: l.ID, Turns: l.Turns, Language: l.Language, Style: l.Style, Answerable: l.Answerable != nil && *l.Answerable, Gold: nfc(l.Gold)}
	if l.Question != "" {
		it.Turns = append(it.Turns, l.Question)
	}
	if it.Style == "" && len(it.Turns) > 1 {
		it.Style = "conversation"
	}
	switch {
	case len(it.Turns) == 0 || strings.TrimSpace(it.Question()) == "":
		return it, errors.New(`neither "question" nor "turns" in it`)
	case l.Answerable == nil:
		return it, errors.New(`"answerable" is missing: true or false`)
	case it.Answerable && !hasGold(it.Gold):
		return it, errors.New(`answerable, but an evidence group of "gold" is missing or empty`)
	case !it.Answerable && len(it.Gold) > 0:
		return it, errors.New(`not answerable, but "gold" is not empty`)
	}
	return it, nil
}

func hasGold(groups [][]string) bool {
	for _, g := range groups {
		if len(g) == 0 || strings.Join(g, "") == "" {
			return false
		}
	}
	return len(groups) > 0
}

func nfc(groups [][]string) [][]string {
	var out [][]string
	for _, g := range groups {
		var alternatives []string
		for _, s := range g {
			if s != "" {
				alternatives = append(alternatives, norm.NFC.String(s))
			}
		}
		out = append(out, alternatives)
	}
	return out
}

// uniqueIDs makes ids that a file repeats differ: q, q~2, q~3. White space,
// which a TREC file cannot hold, becomes "_".
type uniqueIDs map[string]int

func (u uniqueIDs) next(id string) string {
	id = strings.Join(strings.Fields(id), "_")
	u[id]++
	if n := u[id]; n > 1 {
		return fmt.Sprintf("%s~%d", id, n)
	}
	return id
}
