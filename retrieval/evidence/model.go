package evidence

import "math"

// The weights of the signals stand in weights.go. They are fitted by
//
//	ALINTI_XQUAD=<folder> go test ./bot/evaluate -run TestFit -fit
//
// and docs/evaluation.md says on what, and what cross-validation gave.

// LogOdds is what the features say of a sentence: the logarithm of the odds
// that it answers the question, against that nothing does. Among the candidates
// of one question and no answer, each is chosen in proportion to its odds
// (conditional logit with an outside option: McFadden 1974). alone is what they
// would be if it were the best candidate, with none near it: what it says for
// itself, whatever another document says.
func (f *Features) LogOdds() (among, alone float64) {
	for i, v := range f {
		effect := weights[i] * v
		among += effect
		switch i {
		case ScoreRatio: // 1, and no margin
			alone += weights[i]
		case Margin:
		default:
			alone += effect
		}
	}
	return bias + among, bias + alone
}

// Probability is that of log odds.
func Probability(logOdds float64) float64 { return 1 / (1 + math.Exp(-logOdds)) }

// Either is the probability that one of the two likeliest candidates answers.
// The others are left out: they resemble each other more the more sentences
// there are to choose from, and would together outweigh no answer in a large
// collection.
func Either[T any](candidates []T, logOdds func(*T) float64) float64 {
	first, second := 0.0, 0.0
	for i := range candidates {
		odds := math.Exp(logOdds(&candidates[i]))
		first, second = max(first, odds), max(second, min(first, odds))
	}
	return (first + second) / (1 + first + second)
}

// contradictedCover is the share of a question that a sentence must carry
// before a difference between the two counts as a contradiction and not as a
// sentence about something else. What it says in other words is not counted.
const contradictedCover = 0.6

// Contradicted reports whether the sentence speaks of what the question does
// but gives it to someone else, turns giver and taker round, or counts it
// otherwise.
func (f *Features) Contradicted() bool {
	differs := f[RoleSwap] > 0 || f[OwnerConflict] > 0 || f[NumberConflict] > 0 || f[RoleConflict] > 0
	alone := f[Concepts] < math.Log(3) // a name alone claims nothing
	return differs && !alone && f[Cover]-f[StandIn]+f[NearGain] >= contradictedCover
}
