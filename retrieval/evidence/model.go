package evidence

import "math"

// The weights below were fitted by docs/evaluation/fit.py; docs/evaluation.md
// says on what, and what cross-validation gave.

var order = Features{
	Cover:          1.8156,
	NearGain:       2.7733,
	ParagraphGain:  2.4081,
	UnknownMass:    -0.0000,
	RarestMissing:  -1.4856,
	RarestUnknown:  -0.0000,
	LastMatched:    0.4230,
	LastNear:       -0.8349,
	Concepts:       -0.0000,
	ScorePerMass:   0.2212,
	ScoreRatio:     5.6119,
	NamesMissing:   0.0843,
	NamesNear:      0.3664,
	NumberMissing:  -0.7838,
	Tightness:      -0.5907,
	Adjacent:       1.8947,
	Length:         0.0176,
	IsHeading:      -0.9063,
	TypeFound:      0.9765,
	TypeMissing:    -1.3448,
	HeadCounted:    1.2622,
	HeadUncounted:  -0.5338,
	YesNoCover:     -1.3877,
	MissingShare:   -1.0228,
	FirstMatched:   -0.3250,
	CoverSq:        -0.8220,
	EntityMissing:  0.1136,
	EntityAbsent:   -1.8879,
	RoleAgree:      0.6962,
	RoleConflict:   -0.3311,
	RoleSwap:       0.0402,
	OwnerConflict:  0.3156,
	HeadMatched:    -0.3386,
	HeadMissing:    0.2204,
	LastUnknown:    0.0000,
	NumberConflict: -3.5089,
}

var decision = Features{
	Cover:          0.8283,
	NearGain:       -2.2666,
	ParagraphGain:  1.1262,
	UnknownMass:    0.1547,
	RarestMissing:  -0.3694,
	RarestUnknown:  0.3510,
	LastMatched:    0.4275,
	LastNear:       -0.3588,
	Concepts:       1.1285,
	ScorePerMass:   0.0769,
	ScoreRatio:     0.6417,
	Margin:         1.9314,
	NamesMissing:   -1.9497,
	NamesNear:      2.2606,
	NumberMissing:  -0.3778,
	Tightness:      0.5057,
	Adjacent:       0.4780,
	Length:         -0.4456,
	IsHeading:      -0.0041,
	TypeFound:      -0.2032,
	TypeMissing:    -2.3510,
	HeadCounted:    0.8876,
	HeadUncounted:  0.3308,
	YesNoCover:     1.2231,
	MissingShare:   -2.4977,
	FirstMatched:   0.5552,
	CoverSq:        -1.3760,
	EntityMissing:  -2.0160,
	EntityAbsent:   -3.2037,
	RoleAgree:      -0.3289,
	RoleConflict:   -0.8778,
	RoleSwap:       -6.0171,
	OwnerConflict:  -6.0148,
	HeadMatched:    0.0554,
	HeadMissing:    -0.5926,
	LastUnknown:    -0.2143,
	NumberConflict: -1.7510,
}

const (
	bias        = -2.0482
	orderWeight = 0.1502
)

// Order is what the features say of a sentence's place among the candidates of
// one question: higher is better.
func (f *Features) Order() float64 { return dot(&order, f) }

// Probability is how likely it is that the sentence answers, 0 to 1. It is
// calibrated for the best candidate of a question.
func (f *Features) Probability() float64 {
	return 1 / (1 + math.Exp(-(bias + dot(&decision, f) + orderWeight*f.Order())))
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
