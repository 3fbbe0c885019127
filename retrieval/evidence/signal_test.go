package evidence_test

import (
	"math"
	"testing"

	"alinti/retrieval/evidence"
)

// What the signals say adds up to the probability, but for what is too small
// to be told.
func TestSignalsAddUp(t *testing.T) {
	var f evidence.Features
	for i := range f {
		f[i] = float64(i%5) / 4
	}
	sum := evidence.Start()
	last := math.Inf(1)
	for _, s := range f.Signals() {
		if math.Abs(s.Effect) > last {
			t.Errorf("%s, of effect %v, stands after a weaker signal", s.Name, s.Effect)
		}
		last = math.Abs(s.Effect)
		sum += s.Effect
	}
	odds, _ := f.LogOdds()
	if math.Abs(sum-odds) > 0.05*evidence.NumFeatures {
		t.Errorf("the signals add up to %v, the log odds are %v", sum, odds)
	}
}

func TestEverySignalHasAName(t *testing.T) {
	seen := map[string]bool{}
	for i, name := range evidence.FeatureNames {
		if name == "" || seen[name] {
			t.Errorf("feature %d is called %q", i, name)
		}
		seen[name] = true
		f := evidence.Features{}
		f[i] = 1e6
		for _, s := range f.Signals() {
			if s.Gloss == "" {
				t.Errorf("nothing says what %s measures", s.Name)
			}
		}
	}
}
