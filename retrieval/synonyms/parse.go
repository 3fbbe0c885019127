package synonyms

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"

	"alinti/retrieval/turkish"
)

// ErrFormat is the kind of every error that lies in the text of a list.
var ErrFormat = errors.New("not a synonym list")

// The limits of a list. They are far above any list in use and keep a wrong
// file from filling the memory.
const (
	MaxBytes    = 1 << 20 // of a list
	MaxGroups   = 20_000  // in a list
	MaxPhrases  = 64      // in a group
	MaxWords    = 8       // in a phrase
	maxProblems = 10      // told of one list
)

// A Group is one line of a list: phrases on the left lead to phrases on the
// right. In a line without => both sides are the same.
type Group struct {
	From, To []string // folded words, parted by one space
	Line     int      // in the list, from 1
}

// Mutual reports whether the group's phrases each stand for each other.
func (g Group) Mutual() bool { return len(g.From) > 0 && len(g.To) > 0 && &g.From[0] == &g.To[0] }

// Parse reads a list. Its error names every wrong line, up to ten, and is of
// the kind [ErrFormat] unless reading failed.
func Parse(r io.Reader) ([]Group, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("reading the synonym list: %w", err)
	}
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("%w: it has more than %d bytes", ErrFormat, MaxBytes)
	}
	return parse(string(data))
}

// parse is [Parse] of a text that is there.
func parse(text string) ([]Group, error) {
	var (
		groups   = make([]Group, 0, min(strings.Count(text, "\n")+1, MaxGroups))
		problems []error
		number   int
		plain    plain
	)
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		number++
		line = strings.TrimSpace(line)
		if line == "" || line[0] == '#' {
			continue
		}
		g, ok := plain.read(line)
		var err error
		if !ok {
			g, err = parseLine(line)
		}
		if err != nil {
			problems = append(problems, fmt.Errorf("%w: line %d: %w", ErrFormat, number, err))
			if len(problems) == maxProblems {
				break
			}
			continue
		}
		if len(groups) == MaxGroups {
			problems = append(problems, fmt.Errorf("%w: line %d: it has more than %d groups", ErrFormat, number, MaxGroups))
			break
		}
		g.Line = number
		groups = append(groups, g)
	}
	if len(problems) > 0 {
		return nil, errors.Join(problems...)
	}
	return groups, nil
}

func parseLine(line string) (Group, error) {
	if !utf8.ValidString(line) {
		return Group{}, errors.New("it is not UTF-8")
	}
	sides, err := split(line)
	if err != nil {
		return Group{}, err
	}
	from, err := fold(sides[0])
	if err != nil {
		return Group{}, err
	}
	if len(sides) == 1 {
		if len(from) < 2 {
			return Group{}, errors.New("a word alone stands for nothing: give two or more, with commas between")
		}
		return Group{From: from, To: from}, nil
	}
	to, err := fold(sides[1])
	return Group{From: from, To: to}, err
}

// split cuts a line at => into one side or two, and each side at its commas.
func split(line string) (sides [][]string, err error) {
	var (
		phrase strings.Builder
		side   []string
	)
	for i := 0; i < len(line); i++ {
		switch c := line[i]; {
		case c == '\\' && i+1 < len(line):
			i++
			phrase.WriteByte(line[i])
		case c == '\\':
			return nil, errors.New("it ends in a backslash")
		case c == ',':
			side = append(side, phrase.String())
			phrase.Reset()
		case c == '=' && strings.HasPrefix(line[i:], "=>"):
			i++
			sides = append(sides, append(side, phrase.String()))
			side = nil
			phrase.Reset()
		default:
			phrase.WriteByte(c)
		}
	}
	sides = append(sides, append(side, phrase.String()))
	if len(sides) > 2 {
		return nil, errors.New("it has more than one =>")
	}
	return sides, nil
}

// fold folds the phrases of one side, and leaves out what folds alike.
func fold(phrases []string) ([]string, error) {
	if len(phrases) > MaxPhrases {
		return nil, fmt.Errorf("it has %d phrases on one side, more than %d", len(phrases), MaxPhrases)
	}
	var folded []string
	for _, p := range phrases {
		var words []string
		for _, w := range turkish.Words(p) {
			words = append(words, w.Fold)
		}
		switch {
		case len(words) == 0 && strings.TrimSpace(p) == "":
			return nil, errors.New("a word is missing beside a comma or =>")
		case len(words) == 0:
			return nil, fmt.Errorf("%.40q holds no word", p)
		case len(words) > MaxWords:
			return nil, fmt.Errorf("%.40q has %d words, more than %d", p, len(words), MaxWords)
		}
		if f := strings.Join(words, " "); !slices.Contains(folded, f) {
			folded = append(folded, f)
		}
	}
	return folded, nil
}
