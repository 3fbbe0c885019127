package synonyms

import (
	"slices"
	"strings"

	"alinti/retrieval/turkish"
)

// A plain reads lines of nothing but letters, spaces, commas and one =>, as
// nearly all lines are, with two allocations: a collection's list is read at
// every start.
type plain struct {
	free []string // to cut the phrases of groups from
}

// read reads a line. It leaves any line with something else in it, right or
// wrong, to parseLine.
func (p *plain) read(line string) (g Group, ok bool) {
	line = turkish.Fold(line)
	for i := range len(line) {
		if c := line[i]; (c < 'a' || c > 'z') && c != ' ' && c != ',' && c != '=' && c != '>' {
			return Group{}, false
		}
	}
	left, right, arrow := strings.Cut(line, "=>")
	if g.From, ok = p.side(left); !ok || !arrow {
		g.To = g.From
		return g, ok && len(g.From) > 1
	}
	g.To, ok = p.side(right)
	return g, ok
}

// side reads the phrases of one side.
func (p *plain) side(text string) (phrases []string, ok bool) {
	if strings.Count(text, ",") >= MaxPhrases {
		return nil, false
	}
	if cap(p.free)-len(p.free) < MaxPhrases {
		p.free = make([]string, 0, 64*MaxPhrases)
	}
	first := len(p.free)
	for more := true; more; {
		var phrase string
		phrase, text, more = strings.Cut(text, ",")
		phrase = strings.Trim(phrase, " ")
		if phrase == "" || strings.Contains(phrase, "  ") || strings.ContainsAny(phrase, "=>") ||
			strings.Count(phrase, " ") >= MaxWords {
			return nil, false
		}
		if !slices.Contains(p.free[first:], phrase) {
			p.free = append(p.free, phrase)
		}
	}
	return p.free[first:len(p.free):len(p.free)], true
}
