package store

import (
	"context"
	"fmt"
	"slices"
	"time"

	"alinti/retrieval/turkish"
)

// A Report is what was asked and how it went.
type Report struct {
	Asked      int     `json:"asked"`
	Answered   int     `json:"answered"`
	Helped     int     `json:"helped"`     // votes that say so
	NotHelped  int     `json:"not_helped"` // votes that say the opposite
	Unanswered []Group `json:"unanswered,omitempty"`
}

// A Group is unanswered questions that are alike, the most asked group first.
type Group struct {
	Question string    `json:"question"` // the latest of them
	Count    int       `json:"count"`
	Last     time.Time `json:"last"`
	Others   []string  `json:"others,omitempty"` // other wordings, at most five

	stems map[string]bool
}

const (
	maxGrouped = 5000 // latest unanswered questions that are grouped
	maxOthers  = 5
	alike      = 0.5 // share of stems in common (Jaccard) from which on two questions are one
)

// Report sums up what is kept: of one guild, or of everything if guild is
// empty, with at most limit groups of unanswered questions.
func (s *Store) Report(ctx context.Context, guild string, limit int) (Report, error) {
	if err := s.prune(ctx); err != nil {
		return Report{}, err
	}
	var r Report
	of := s.hash("guild", guild)
	const whose = "(?1 IS NULL OR guild = ?1)"
	for _, q := range []struct {
		query string
		to    [2]*int
	}{
		{"SELECT count(*), coalesce(sum(answered), 0) FROM asked WHERE reason <> 'greeting' AND " + whose, [2]*int{&r.Asked, &r.Answered}},
		{"SELECT coalesce(sum(helped), 0), coalesce(sum(1 - helped), 0) FROM voted WHERE " + whose, [2]*int{&r.Helped, &r.NotHelped}},
	} {
		if err := s.db.QueryRowContext(ctx, q.query, of).Scan(q.to[0], q.to[1]); err != nil {
			return Report{}, fmt.Errorf("sum up: %w", err)
		}
	}
	rows, err := s.db.QueryContext(ctx, "SELECT question, at FROM asked WHERE answered = 0 AND reason <> 'greeting' AND "+whose+
		" ORDER BY at DESC, rowid DESC LIMIT ?2", of, maxGrouped)
	if err != nil {
		return Report{}, fmt.Errorf("list what was not answered: %w", err)
	}
	defer rows.Close()
	var groups []Group
	for rows.Next() {
		var question string
		var at int64
		if err := rows.Scan(&question, &at); err != nil {
			return Report{}, fmt.Errorf("list what was not answered: %w", err)
		}
		groups = join(groups, question, time.Unix(at, 0).UTC())
	}
	if err := rows.Err(); err != nil {
		return Report{}, fmt.Errorf("list what was not answered: %w", err)
	}
	slices.SortStableFunc(groups, func(a, b Group) int { return b.Count - a.Count })
	r.Unanswered = groups[:min(len(groups), limit)]
	return r, nil
}

// join puts a question into the first group that it is like, or begins one.
// The later questions come first.
func join(groups []Group, question string, at time.Time) []Group {
	stems := stemsOf(question)
	for i := range groups {
		g := &groups[i]
		if g.Question != question && jaccard(g.stems, stems) < alike {
			continue
		}
		g.Count++
		if g.Question != question && !slices.Contains(g.Others, question) && len(g.Others) < maxOthers {
			g.Others = append(g.Others, question)
		}
		return groups
	}
	return append(groups, Group{Question: question, Count: 1, Last: at, stems: stems})
}

// stemsOf are the stems of the words that carry meaning.
func stemsOf(question string) map[string]bool {
	stems := map[string]bool{}
	for _, w := range turkish.Words(question) {
		if !turkish.IsStop(w.Fold) {
			stems[turkish.Stem(w.Fold)] = true
		}
	}
	return stems
}

func jaccard(a, b map[string]bool) float64 {
	both := 0
	for s := range a {
		if b[s] {
			both++
		}
	}
	if len(a)+len(b) == both {
		return 0 // nothing in either
	}
	return float64(both) / float64(len(a)+len(b)-both)
}
