package evaluate

import (
	"errors"
	"math"
	"math/rand/v2"
	"slices"
)

// A Difference is how one figure changed between two reports on the same
// questions, with a 95 % confidence interval by the paired bootstrap (Efron
// and Tibshirani 1993): questions are drawn with replacement, each time the
// same ones for both reports, and the middle 95 % of the differences is kept.
type Difference struct {
	Set     string  `json:"set"`
	Measure string  `json:"measure"`
	Before  float64 `json:"before"`
	After   float64 `json:"after"`
	Low     float64 `json:"low"`  // ends of the interval of After - Before
	High    float64 `json:"high"` //
	Won     int     `json:"won"`  // questions that only the later report has right
	Lost    int     `json:"lost"` // questions that only the earlier one has
}

// Clear reports whether the interval leaves no doubt about the sign.
func (d Difference) Clear() bool { return d.Low > 0 || d.High < 0 }

const draws = 2000

// A pair is the two results of one question.
type pair struct{ before, after Result }

// A measure is a figure of some of the questions.
type measure struct {
	name  string
	value func([]Result) float64
	right func(Result) (right, counts bool) // nil: the figure is not a share of right questions
}

var measures = []measure{
	{"hit1", func(r []Result) float64 { return ScoresOf(r).Hit1.Value() }, func(r Result) (bool, bool) { return r.Hit1, r.Answerable }},
	{"full", func(r []Result) float64 { return ScoresOf(r).Full.Value() }, func(r Result) (bool, bool) { return r.Full, r.Answerable }},
	{"abstain", func(r []Result) float64 { return ScoresOf(r).Abstain.Value() }, func(r Result) (bool, bool) { return !r.Answered, !r.Answerable }},
	{"balanced", func(r []Result) float64 { return orNaN(ScoresOf(r).Balanced) }, nil},
	{"quotes", func(r []Result) float64 { return ScoresOf(r).Quotes.Value() }, nil},
	{"auc", auc, nil},
	{"paragraph recall1", recall1(func(r Result) int { return r.ParagraphRank }), func(r Result) (bool, bool) { return r.ParagraphRank == 1, r.Answerable && r.Ranked }},
	{"sentence recall1", recall1(func(r Result) int { return r.SentenceRank }), func(r Result) (bool, bool) { return r.SentenceRank == 1, r.Answerable && r.Ranked }},
}

func recall1(rank func(Result) int) func([]Result) float64 {
	return func(results []Result) float64 {
		var s Share
		for _, r := range results {
			if r.Answerable && r.Ranked {
				s.add(rank(r) == 1)
			}
		}
		return s.Value()
	}
}

// compare pairs the questions of the sets that both reports have.
func compare(before, after *Report, seed uint64) ([]Difference, error) {
	var out []Difference
	var pooled []pair
	sets := 0
	for _, a := range after.Sets {
		i := slices.IndexFunc(before.Sets, func(b SetReport) bool { return b.Set == a.Set && b.Corruption == a.Corruption })
		if i < 0 {
			continue
		}
		pairs := pairUp(before.Sets[i].Results, a.Results)
		out = append(out, differences(a.label(), pairs, seed)...)
		if !a.ownArticles && a.Corruption == "" {
			pooled = append(pooled, pairs...)
			sets++
		}
	}
	if len(out) == 0 {
		return nil, errors.New("the earlier report shares no question with this one")
	}
	if sets > 1 {
		out = append(out, differences("all", pooled, seed)...)
	}
	return out, nil
}

func pairUp(before, after []Result) []pair {
	byID := map[string]Result{}
	for _, r := range before {
		byID[r.ID] = r
	}
	var out []pair
	for _, r := range after {
		if b, ok := byID[r.ID]; ok && b.Question == r.Question {
			out = append(out, pair{b, r})
		}
	}
	return out
}

func differences(set string, pairs []pair, seed uint64) []Difference {
	if len(pairs) == 0 {
		return nil
	}
	deltas := make([][]float64, len(measures))
	random := rand.New(rand.NewPCG(seed, uint64(len(pairs))))
	drawn := make([]pair, len(pairs))
	for range draws {
		for i := range drawn {
			drawn[i] = pairs[random.IntN(len(pairs))]
		}
		b, a := split(drawn)
		for i, m := range measures {
			if d := m.value(a) - m.value(b); !math.IsNaN(d) {
				deltas[i] = append(deltas[i], d)
			}
		}
	}
	var out []Difference
	b, a := split(pairs)
	for i, m := range measures {
		d := Difference{Set: set, Measure: m.name, Before: m.value(b), After: m.value(a)}
		if math.IsNaN(d.Before) || math.IsNaN(d.After) || len(deltas[i]) == 0 {
			continue
		}
		d.Low, d.High = middle95(deltas[i])
		d.Won, d.Lost = m.wins(pairs)
		out = append(out, d)
	}
	return out
}

func split(pairs []pair) (before, after []Result) {
	for _, p := range pairs {
		before = append(before, p.before)
		after = append(after, p.after)
	}
	return before, after
}

func middle95(v []float64) (low, high float64) {
	slices.Sort(v)
	n := float64(len(v) - 1)
	return v[int(math.Round(0.025*n))], v[int(math.Round(0.975*n))]
}

func (m measure) wins(pairs []pair) (won, lost int) {
	if m.right == nil {
		return 0, 0
	}
	for _, p := range pairs {
		b, counted := m.right(p.before)
		a, counts := m.right(p.after)
		switch {
		case !counted || !counts || a == b:
		case a:
			won++
		default:
			lost++
		}
	}
	return won, lost
}
