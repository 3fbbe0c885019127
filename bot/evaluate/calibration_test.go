package evaluate

import (
	"math"
	"slices"
	"testing"
)

func result(p float64, answerable, right bool) Result {
	return Result{Probability: p, Answerable: answerable, Right: right}
}

func TestAUC(t *testing.T) {
	for _, c := range []struct {
		name    string
		yes, no []float64
		want    float64
	}{
		{"apart", []float64{.9, .8}, []float64{.2, .1}, 1},
		{"upside down", []float64{.1}, []float64{.9, .8}, 0},
		{"all alike", []float64{.5, .5}, []float64{.5}, 0.5},
		{"one pair of four wrong", []float64{.9, .3}, []float64{.5, .1}, 0.75},
		{"half a pair for a tie", []float64{.9, .5}, []float64{.5, .1}, 0.875},
		{"only one kind", []float64{.9}, nil, math.NaN()},
	} {
		var rs []Result
		for _, p := range c.yes {
			rs = append(rs, result(p, true, true))
		}
		for _, p := range c.no {
			rs = append(rs, result(p, false, false))
		}
		if got := auc(rs); got != c.want && !(math.IsNaN(got) && math.IsNaN(c.want)) {
			t.Errorf("%s: AUC %v, want %v", c.name, got, c.want)
		}
	}
}

func TestReliability(t *testing.T) {
	c := CalibrationOf([]Result{
		result(0, false, false), result(.05, true, false), result(.72, true, true), result(.78, false, false), result(1, true, true),
	})
	want := []Bin{{0, 2, .025, 0}, {.7, 2, .75, .5}, {.9, 1, 1, 1}}
	if !slices.EqualFunc(c.Reliability, want, func(a, b Bin) bool {
		return a.From == b.From && a.Count == b.Count && math.Abs(a.Mean-b.Mean) < 1e-9 && a.Right == b.Right
	}) {
		t.Errorf("reliability %+v, want %+v", c.Reliability, want)
	}
	if ece := (2*.025 + 2*.25 + 0) / 5; math.Abs(c.ECE-ece) > 1e-9 {
		t.Errorf("calibration error %v, want %v", c.ECE, ece)
	}
	if brier := (.05*.05 + .28*.28 + .78*.78) / 5; math.Abs(c.Brier-brier) > 1e-9 {
		t.Errorf("Brier score %v, want %v", c.Brier, brier)
	}
}

func TestCoverage(t *testing.T) {
	got := CalibrationOf([]Result{
		result(.9, true, true), result(.1, true, false), result(.8, true, true), result(.5, true, true), result(.5, false, false),
	}).Coverage
	want := []Point{{.2, 1, .9}, {.4, 1, .8}, {.8, .75, .5}, {1, .6, .1}}
	if !slices.Equal(got, want) {
		t.Errorf("coverage %v, want %v", got, want)
	}
	if got := CalibrationOf(nil); got.Coverage != nil || got.Reliability != nil || got.AUC != nil {
		t.Errorf("calibration of nothing: %+v", got)
	}
}
