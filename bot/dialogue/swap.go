package dialogue

import (
	"slices"
	"strings"

	"alinti/retrieval/turkish"
)

// swapNames returns the earlier question with the follow-up's names in it. A
// name that stands there already changes places with the other one; two names
// take the places of the first two; one that is new takes the place of the first.
// Without a name to replace, the new one is set before the question.
func swapNames(last, q question) string {
	old, fresh := last.names(), q.names()
	if len(old) >= 2 && (q.turnedRound() || len(fresh) == 1 && last.holds(q, fresh[0], old[:2])) {
		return last.replace(old[:2], []string{last.bare(old[1]), last.bare(old[0])})
	}
	if len(fresh) == 0 {
		return ""
	}
	if len(old) == 0 {
		if last.english {
			return trimEnd(last) + ", for " + q.bare(fresh[0])
		}
		return q.bare(fresh[0]) + " için: " + joined(last.words)
	}
	if q.titled() {
		return last.replace(old[:1], []string{joined(q.withoutLead())})
	}
	if len(fresh) == 1 && !last.english {
		return last.put(old, q, fresh[0])
	}
	n := min(len(old), len(fresh))
	names := make([]string, n)
	for i := range n {
		names[i] = q.bare(fresh[i])
	}
	return last.replace(old[:n], names)
}

// put sets one name into a Turkish question: in place of the name that stands in
// the same case, or of the first when it stands in none; else beside it.
func (last question) put(old []span, q question, name span) string {
	suffix := q.words[name.to-1].Suffix
	if suffix == "" {
		return last.replace(old[:1], []string{q.bare(name)})
	}
	kase := turkish.CaseOf(suffix)
	for _, s := range old {
		if turkish.CaseOf(last.words[s.to-1].Suffix) == kase {
			return last.replace([]span{s}, []string{q.bare(name)})
		}
	}
	after := old[0].to
	return joined(last.words[:after]) + " " + joined(q.words[name.from:name.to]) + " " + joined(last.words[after:])
}

func trimEnd(q question) string { return strings.TrimRight(joined(q.words), "?") }

// holds reports whether a name of q is among the spans, and not in the first
// place alone.
func (last question) holds(q question, name span, among []span) bool {
	return slices.ContainsFunc(among, func(s span) bool {
		return strings.EqualFold(last.bare(s), q.bare(name)) || foldOf(last, s) == foldOf(q, name)
	})
}

func foldOf(q question, s span) string {
	var parts []string
	for _, w := range q.words[s.from:s.to] {
		parts = append(parts, w.Fold)
	}
	return strings.Join(parts, " ")
}

// bare is a name as written, without the suffix of its last word.
func (q question) bare(s span) string {
	words := slices.Clone(q.words[s.from:s.to])
	last := &words[len(words)-1]
	last.text = last.text[:last.End-last.Start]
	return joined(words)
}

// replace sets names in place of the spans, each with the suffix that the one
// it replaces had.
func (q question) replace(spans []span, names []string) string {
	var parts []string
	next := 0
	for i, s := range spans {
		parts = append(parts, joined(q.words[next:s.from]))
		suffix := q.words[s.to-1].Suffix
		if suffix == "" {
			parts = append(parts, names[i])
		} else if q.english {
			parts = append(parts, names[i]+"'"+suffix)
		} else {
			parts = append(parts, withSuffix(names[i], suffix))
		}
		next = s.to
	}
	parts = append(parts, joined(q.words[next:]))
	return strings.Join(parts, " ")
}
