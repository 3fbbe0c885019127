package evaluate

import (
	"cmp"
	"math"
	"slices"
)

// A Calibration says what the probability of an answer is worth. The
// probability is that of the best quote, or of the best passage that was shown
// as not an answer; what it should foretell is that this quote is right.
type Calibration struct {
	AUC         *float64 `json:"auc"`   // chance that an answerable question has a higher probability than an unanswerable one; null without both
	Brier       float64  `json:"brier"` // mean squared distance of probability and outcome
	ECE         float64  `json:"ece"`   // expected calibration error: mean distance of probability and share over the bins
	Reliability []Bin    `json:"reliability"`
	Coverage    []Point  `json:"coverage"`
}

// A Bin holds the questions whose probability lies from From to From + 0.1.
type Bin struct {
	From  float64 `json:"from"`
	Count int     `json:"count"`
	Mean  float64 `json:"mean"`  // mean probability
	Right float64 `json:"right"` // share of them whose best quote is right
}

// A Point says what share of the quotes is right when only the surest share of
// the questions is answered, as GopherCite's curve does (arXiv 2203.11147).
type Point struct {
	Answered  float64 `json:"answered"`
	Right     float64 `json:"right"`
	Threshold float64 `json:"threshold"` // the lowest probability among those answered
}

const bins = 10

// CalibrationOf is the calibration of results.
func CalibrationOf(results []Result) Calibration {
	c := Calibration{AUC: orNull(auc(results)), Coverage: coverage(results)}
	if len(results) == 0 {
		return c
	}
	sums := [bins]Bin{}
	for _, r := range results {
		b := &sums[min(bins-1, max(0, int(r.Probability*bins)))]
		b.Count++
		b.Mean += r.Probability
		b.Right += outcome(r)
		c.Brier += math.Pow(r.Probability-outcome(r), 2)
	}
	n := float64(len(results))
	c.Brier /= n
	for i, b := range sums {
		if b.Count == 0 {
			continue
		}
		c.ECE += math.Abs(b.Mean-b.Right) / n
		c.Reliability = append(c.Reliability, Bin{
			From: float64(i) / bins, Count: b.Count, Mean: b.Mean / float64(b.Count), Right: b.Right / float64(b.Count),
		})
	}
	return c
}

func outcome(r Result) float64 {
	if r.Right {
		return 1
	}
	return 0
}

// auc is the area under the ROC curve by mean ranks (Mann-Whitney): ties count
// half. NaN without both kinds of question.
func auc(results []Result) float64 {
	sorted := slices.Clone(results)
	slices.SortFunc(sorted, func(a, b Result) int { return cmp.Compare(a.Probability, b.Probability) })
	var rankSum, yes, no float64
	for i := 0; i < len(sorted); {
		j := i
		for j < len(sorted) && sorted[j].Probability == sorted[i].Probability {
			j++
		}
		meanRank := float64(i+j+1) / 2
		for _, r := range sorted[i:j] {
			if r.Answerable {
				rankSum += meanRank
				yes++
			} else {
				no++
			}
		}
		i = j
	}
	if yes == 0 || no == 0 {
		return math.NaN()
	}
	return (rankSum - yes*(yes+1)/2) / (yes * no)
}

// coverage is the curve at every tenth of the questions. Questions of the same
// probability are answered together, so a point may lie beyond its tenth.
func coverage(results []Result) []Point {
	sorted := slices.Clone(results)
	slices.SortStableFunc(sorted, func(a, b Result) int { return cmp.Compare(b.Probability, a.Probability) })
	var points []Point
	right, n, tenth := 0.0, len(sorted), 1
	for i, r := range sorted {
		right += outcome(r)
		last := i+1 == n || sorted[i+1].Probability != r.Probability
		if !last || (i+1)*bins < tenth*n {
			continue
		}
		points = append(points, Point{Answered: float64(i+1) / float64(n), Right: right / float64(i+1), Threshold: r.Probability})
		tenth = (i+1)*bins/n + 1
	}
	return points
}
