package evaluate

import (
	"encoding/json"
	"fmt"
	"io"
	"math"
	"os"
	"slices"

	"alinti/retrieval/corpus"
)

// A Report is what came of a run. As JSON it can be read back and compared
// with a later one.
type Report struct {
	Seed       uint64       `json:"seed"`
	Sets       []SetReport  `json:"sets"`                 // one for each file and corruption
	Pooled     *SetReport   `json:"pooled,omitempty"`     // all sets about the served articles together, if there is more than one
	Robustness []Kept       `json:"robustness,omitempty"` // what is left of the clean figures, by corruption
	Comparison []Difference `json:"comparison,omitempty"` // with the earlier report
}

// A SetReport is what came of one set.
type SetReport struct {
	Set         string         `json:"set"`
	Corruption  string         `json:"corruption,omitempty"`
	Scores      Scores         `json:"scores"`
	Styles      []StyleScores  `json:"styles,omitempty"`
	Calibration Calibration    `json:"calibration"`
	Paragraphs  *RankingScores `json:"paragraphs,omitempty"`
	Sentences   *RankingScores `json:"sentences,omitempty"`
	MedianUS    int64          `json:"median_us"`         // of the answers' took_us
	Skipped     int            `json:"skipped,omitempty"` // questions whose answer does not stand in their context
	Errors      int            `json:"errors,omitempty"`  // questions that got an error for an answer
	Results     []Result       `json:"results"`

	Statements *StatementReport `json:"statements,omitempty"` // of a set of statements; nothing else is filled then

	items       []Item
	collection  *corpus.Collection
	ownArticles bool
}

func newSetReport(s *Set, corruption string, results []Result, c *corpus.Collection) SetReport {
	r := SetReport{Set: s.Name, Corruption: corruption, Skipped: s.Skipped, Results: results, items: s.Items, collection: c, ownArticles: s.Collection != nil}
	r.score()
	return r
}

// score fills the figures from the results.
func (r *SetReport) score() {
	r.Scores = ScoresOf(r.Results)
	r.Styles = byStyle(r.Results)
	r.Calibration = CalibrationOf(r.Results)
	r.Paragraphs, r.Sentences = rankingScores(r.Results)
	var took []int64
	for _, x := range r.Results {
		if x.Error != "" {
			r.Errors++
			continue
		}
		took = append(took, x.TookUS)
	}
	if len(took) > 0 {
		slices.Sort(took)
		r.MedianUS = took[len(took)/2]
	}
}

// pool joins the sets that ask about the served articles, as written.
func (r *Report) pool() {
	all, n := SetReport{Set: "all"}, 0
	for _, s := range r.Sets {
		if s.Corruption == "" && !s.ownArticles && s.Statements == nil {
			all.Results = append(all.Results, s.Results...)
			n++
		}
	}
	if n > 1 {
		all.score()
		r.Pooled = &all
	}
}

// Kept is how much of a clean figure is left when questions are mistyped.
type Kept struct {
	Set        string   `json:"set"`
	Corruption string   `json:"corruption"` // "mean" for the mean of all
	Measure    string   `json:"measure"`    // "recall1" of paragraphs where there is a ranking of a SQuAD file, else "hit1"
	Clean      float64  `json:"clean"`
	Corrupted  *float64 `json:"corrupted,omitempty"`
	Share      float64  `json:"share"`
}

// robustness compares each corrupted set with the clean one before it.
func robustness(sets []SetReport) []Kept {
	var out []Kept
	var clean SetReport
	var shares []float64
	mean := func() {
		if len(shares) > 1 {
			last := out[len(out)-1]
			out = append(out, Kept{Set: last.Set, Corruption: "mean", Measure: last.Measure, Clean: last.Clean, Share: meanOf(shares)})
		}
		shares = nil
	}
	for _, s := range sets {
		if s.Corruption == "" {
			mean()
			clean = s
			continue
		}
		name, was := clean.quality()
		_, is := s.quality()
		if was == 0 || math.IsNaN(was) || math.IsNaN(is) {
			continue
		}
		shares = append(shares, is/was)
		out = append(out, Kept{Set: s.Set, Corruption: s.Corruption, Measure: name, Clean: was, Corrupted: &is, Share: is / was})
	}
	mean()
	return out
}

// quality is the one figure that robustness is measured on.
func (r *SetReport) quality() (string, float64) {
	if r.ownArticles && r.Paragraphs != nil {
		return "recall1", r.Paragraphs.Recall1.Value()
	}
	return "hit1", r.Scores.Hit1.Value()
}

func meanOf(v []float64) float64 {
	sum := 0.0
	for _, x := range v {
		sum += x
	}
	return sum / float64(len(v))
}

// WriteJSON writes the report, indented, with every question's result.
func (r *Report) WriteJSON(w io.Writer) error {
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	e.SetIndent("", " ")
	return e.Encode(r)
}

// ReadReport reads a report that was written as JSON.
func ReadReport(file string) (*Report, error) {
	data, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("reading the earlier report: %w", err)
	}
	var r Report
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("reading the earlier report %s: %w", file, err)
	}
	if len(r.Sets) == 0 {
		return nil, fmt.Errorf("the earlier report %s holds no set; write one with --json", file)
	}
	return &r, nil
}
