package evidence

import "math"

// The weights of the signals stand in weights.go. They are fitted by
//
//	ALINTI_XQUAD=<folder> go test ./bot/evaluate -run TestFit -fit
//
// and docs/evaluation.md says on what, and what cross-validation gave.

// Order is what the features say of a sentence's place among the candidates of
// one question: higher is better.
func (f *Features) Order() float64 { return dot(&order, f) }

// Probability is how likely it is that the sentence answers, 0 to 1. It is
// calibrated for the best candidate of a question.
func (f *Features) Probability() float64 {
	return 1 / (1 + math.Exp(-(bias + dot(&decision, f))))
}

// Alone is the probability that the sentence would have if it were the best
// candidate, with none near it: what it says for itself, whatever another
// document says.
func (f Features) Alone() float64 {
	f[ScoreRatio], f[Margin] = 1, 0
	return f.Probability()
}

func dot(w, f *Features) (sum float64) {
	for i := range f {
		sum += w[i] * f[i]
	}
	return sum
}

// contradictedCover is the share of a question that a sentence must carry
// before a difference between the two counts as a contradiction and not as a
// sentence about something else.
const contradictedCover = 0.6

// Contradicted reports whether the sentence speaks of what the question does
// but gives it to someone else, turns giver and taker round, or counts it
// otherwise.
func (f *Features) Contradicted() bool {
	differs := f[RoleSwap] > 0 || f[OwnerConflict] > 0 || f[NumberConflict] > 0 || f[RoleConflict] > 0
	return differs && f[Cover]+f[NearGain] >= contradictedCover
}
