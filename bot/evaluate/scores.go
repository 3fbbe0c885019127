package evaluate

import (
	"encoding/json"
	"fmt"
	"math"
)

// A Share is a sum over a number of cases: hits of questions, quotes of answers.
type Share struct{ Sum, Of float64 }

// Value is the mean, or NaN when there is no case.
func (s Share) Value() float64 {
	if s.Of == 0 {
		return math.NaN()
	}
	return s.Sum / s.Of
}

// Error is the standard error of a share of hits, sqrt(p(1-p)/n).
func (s Share) Error() float64 {
	p := s.Value()
	return math.Sqrt(max(0, p*(1-p)) / s.Of)
}

func (s *Share) add(hit bool) {
	s.Of++
	if hit {
		s.Sum++
	}
}

// String is the value with two decimals, or a dash when there is no case.
func (s Share) String() string { return figure(s.Value()) }

// MarshalJSON writes {"value":0.5,"sum":1,"of":2}; value is null without a case.
func (s Share) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Value *float64 `json:"value"`
		Sum   float64  `json:"sum"`
		Of    float64  `json:"of"`
	}{orNull(s.Value()), s.Sum, s.Of})
}

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Share) UnmarshalJSON(data []byte) error {
	var v struct{ Sum, Of float64 }
	if err := json.Unmarshal(data, &v); err != nil {
		return err
	}
	s.Sum, s.Of = v.Sum, v.Of
	return nil
}

// Scores are the figures of a list of results.
type Scores struct {
	Questions int      `json:"questions"`
	Hit1      Share    `json:"hit1"`
	Full      Share    `json:"full"`
	Abstain   Share    `json:"abstain"`
	Verbatim  Share    `json:"verbatim"`
	Quotes    Share    `json:"quotes"`
	Balanced  *float64 `json:"balanced"` // null without questions of both kinds
}

// ScoresOf are the scores of results.
func ScoresOf(results []Result) Scores {
	s := Scores{Questions: len(results)}
	for _, r := range results {
		if r.Answerable {
			s.Hit1.add(r.Hit1)
			s.Full.add(r.Full)
		} else {
			s.Abstain.add(!r.Answered)
		}
		if r.Answered {
			s.Quotes.Of++
			s.Quotes.Sum += float64(r.Quotes)
		}
		s.Verbatim.Of += float64(r.Shown)
		s.Verbatim.Sum += float64(r.Verbatim)
	}
	s.Balanced = orNull((s.Hit1.Value() + s.Abstain.Value()) / 2)
	return s
}

// StyleScores are the scores of the questions of one style.
type StyleScores struct {
	Style string `json:"style"`
	Scores
}

// byStyle are the scores of each style, in the order in which styles appear.
// It is empty if there is only one.
func byStyle(results []Result) []StyleScores {
	var order []string
	groups := map[string][]Result{}
	for _, r := range results {
		if groups[r.Style] == nil {
			order = append(order, r.Style)
		}
		groups[r.Style] = append(groups[r.Style], r)
	}
	if len(order) < 2 {
		return nil
	}
	var out []StyleScores
	for _, style := range order {
		out = append(out, StyleScores{style, ScoresOf(groups[style])})
	}
	return out
}

func orNull(v float64) *float64 {
	if math.IsNaN(v) {
		return nil
	}
	return &v
}

func orNaN(v *float64) float64 {
	if v == nil {
		return math.NaN()
	}
	return *v
}

func figure(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return fmt.Sprintf("%.2f", v)
}
