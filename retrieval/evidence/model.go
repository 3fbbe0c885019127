package evidence

import "math"

// The weights below were fitted by docs/evaluation/fit.py; docs/evaluation.md
// says on what, and what cross-validation gave.

var order = Features{
	Cover:         2.2615,
	NearGain:      3.2040,
	ParagraphGain: 2.8876,
	UnknownMass:   0.0000,
	RarestMissing: -1.6403,
	RarestUnknown: 0.0000,
	LastMatched:   0.4811,
	LastNear:      -0.9187,
	Concepts:      -0.0000,
	ScorePerMass:  0.3304,
	ScoreRatio:    4.9028,
	NamesMissing:  0.1583,
	NamesNear:     0.4264,
	NumberMissing: -0.7929,
	Tightness:     -0.5643,
	Adjacent:      2.3521,
	Length:        0.1596,
	IsHeading:     -1.1830,
	TypeFound:     1.0937,
	TypeMissing:   -1.7196,
	HeadCounted:   1.3386,
	HeadUncounted: -0.1450,
	YesNoCover:    -1.2866,
	MissingShare:  -0.6729,
	FirstMatched:  -0.2929,
	CoverSq:       -1.0402,
}

var decision = Features{
	Cover:         3.3811,
	NearGain:      3.2449,
	ParagraphGain: 1.8632,
	UnknownMass:   1.6095,
	RarestMissing: 0.3560,
	RarestUnknown: -0.0054,
	LastMatched:   0.8024,
	LastNear:      -0.8939,
	Concepts:      0.9892,
	ScorePerMass:  0.0884,
	ScoreRatio:    0.2365,
	Margin:        2.0507,
	NamesMissing:  -1.2950,
	NamesNear:     1.2437,
	NumberMissing: -1.1866,
	Tightness:     -0.1344,
	Adjacent:      -0.3735,
	Length:        -0.4022,
	IsHeading:     0.3298,
	TypeFound:     0.0159,
	TypeMissing:   -1.8020,
	HeadCounted:   0.5712,
	HeadUncounted: -1.0628,
	YesNoCover:    0.8308,
	MissingShare:  0.7014,
	FirstMatched:  0.9142,
	CoverSq:       -0.1640,
}

const (
	bias        = -6.0848
	orderWeight = 0.1427
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
