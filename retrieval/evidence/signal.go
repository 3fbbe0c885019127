package evidence

import (
	"cmp"
	"math"
	"slices"
)

// A Signal is a feature that says something of a sentence, and what that adds
// to the log odds that the sentence answers: +1 multiplies the odds by 2.7.
type Signal struct {
	Name   string
	Gloss  string // what it measures, in a few words
	Value  float64
	Effect float64
}

// noEffect is the smallest effect worth telling, in log odds.
const noEffect = 0.05

// Signals are the features that move the probability, the strongest first.
func (f *Features) Signals() []Signal {
	var out []Signal
	for i, v := range f {
		effect := v * weights[i]
		if math.Abs(effect) >= noEffect {
			out = append(out, Signal{FeatureNames[i], glosses[i], v, effect})
		}
	}
	slices.SortStableFunc(out, func(a, b Signal) int { return cmp.Compare(math.Abs(b.Effect), math.Abs(a.Effect)) })
	return out
}

// Start is the effect that every sentence begins with, before any signal.
func Start() float64 { return bias }
