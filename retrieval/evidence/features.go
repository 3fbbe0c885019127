package evidence

import (
	"math"
)

// A Match is the best word of a sentence for one concept of the question.
type Match struct {
	Value float32 // 0 to 1; 0 is none
	At    int     // position of the word in the sentence
}

// A Concept is a thing that the question speaks of, as the features see it.
type Concept struct {
	Word    int     // position of its first word in the question
	Last    int     // position of its last word
	Entity  bool    // a country
	Own     bool    // the collection has its stem
	Proper  bool    // the collection never writes it without a capital
	Apart   bool    // the collection begins names with it, and none goes on with it after the word before
	IDF     float32 // how rare it is in the collection
	Known   bool    // the collection has a word for it
	Strange bool    // neither the collection nor the dictionaries have it: a name, most likely
	name    bool    // it has a capital that does not begin the question, and is no country
	sort    bool    // it only says what sort of thing is asked for, see [Asked.sort]
}

// A Candidate is what there is to judge a sentence by.
type Candidate struct {
	Matches   []Match   // by concept: in the sentence
	Near      []float32 // by concept: in its heading and the sentences beside it
	Previous  []float32 // by concept: in the sentence before it
	Paragraph []float32 // by concept: anywhere in its paragraph
	Score     float32   // of the ranking
	Top       float32   // score of the best candidate
	Second    float32   // score of the second best
	Facts     *Facts
	Heading   bool
}

// Features are the named signals that the decision is made of.
type Features [NumFeatures]float64

// Names of the features, in order.
const (
	Cover = iota
	NearGain
	ParagraphGain
	UnknownMass
	RarestMissing
	RarestUnknown
	LastMatched
	LastNear
	PoolCover
	Concepts
	ScorePerMass
	ScoreRatio
	Margin
	NamesMissing
	NamesNear
	NumberMissing
	Tightness
	Adjacent
	Length
	IsHeading
	TypeFound
	TypeMissing
	HeadCounted
	HeadUncounted
	AsksYesNo
	AsksNumber
	AsksName
	MissingShare
	FirstMatched
	EntityMissing
	EntityAbsent
	RoleConflict
	RoleSwap
	OwnerConflict
	HeadMatched
	HeadMissing
	LastUnknown
	NumberConflict
	StandIn
	DateConflict
	NameUnknown
	TypeGap
	PreviousGain
	NameOther
	Displaced
	ReasonFound
	ReasonMissing
	NumFeatures
)

// FeatureNames are what --explain calls them.
var FeatureNames = [NumFeatures]string{"cover", "near_gain", "paragraph_gain", "unknown_mass", "rarest_missing", "rarest_unknown", "last_matched", "last_near",
	"pool_cover", "concepts", "score_per_mass", "score_ratio", "margin", "names_missing", "names_near", "number_missing", "tightness", "adjacent", "length",
	"is_heading", "type_found", "type_missing", "head_counted", "head_uncounted", "asks_yes_no", "asks_number", "asks_name", "missing_share", "first_matched", "entity_missing", "entity_absent", "role_conflict", "role_swap", "owner_conflict", "head_matched", "head_missing", "last_unknown", "number_conflict", "stand_in", "date_conflict", "name_unknown", "type_gap", "previous_gain", "name_other", "displaced", "reason_found", "reason_missing"}

// standIn is the value below which a match is by a synonym, a translation or a
// mended typing error, and not by the word itself.
const standIn = 0.75

// Weigh looks at a candidate and fills in the features.
func (f *Features) Weigh(q *Question, c *Candidate) {
	*f = q.features
	var mass, cover, near, par, rarest, standsIn, previous float64
	sought, missing := 0, 0
	for i := range q.Concepts {
		g := float64(q.Concepts[i].IDF)
		s := float64(c.Matches[i].Value)
		if s == 0 && q.Concepts[i].sort { // not missed
			continue
		}
		mass += g
		sought++
		n := max(s, float64(c.Near[i]))
		p := max(n, float64(c.Paragraph[i]))
		cover += g * s
		if s < standIn {
			standsIn += g * s
		}
		near += g * (n - s)
		previous += g * (max(s, float64(c.Previous[i])) - s)
		par += g * (p - n)
		if n == 0 {
			missing++
			rarest = max(rarest, g)
		}
	}
	if mass == 0 {
		mass = 1
	}
	f[Cover], f[NearGain], f[ParagraphGain] = cover/mass, near/mass, par/mass
	f[StandIn], f[PreviousGain] = standsIn/mass, previous/mass
	f[RarestMissing] = rarest / q.top
	f[MissingShare] = float64(missing) / float64(max(sought, 1))
	if l := len(q.Concepts); l > 0 {
		f[FirstMatched], f[LastMatched] = q.held(c, 0), q.held(c, l-1)
		f[LastNear] = max(f[LastMatched], float64(c.Near[l-1]))
	}
	f[ScorePerMass] = float64(c.Score) / max(q.mass, 1) // words that stand everywhere have next to none
	f[ScoreRatio] = float64(c.Score / max(c.Top, 1e-9))
	f[Margin] = float64((c.Score - c.Second) / max(c.Top, 1e-9))
	f[Length] = c.Facts.length
	f[IsHeading] = boolean(c.Heading)
	if q.Without&Names == 0 {
		f.names(q, c)
	}
	if q.Without&Closeness == 0 {
		f.positions(q, c)
	}
	if q.Without&Kinds == 0 {
		f.asked(q, c)
	}
	if q.Without&Roles == 0 {
		f.roles(q, c)
		f.sides(q, c)
	}
}

// held is how well the sentence says the i-th concept: one that only says what
// sort of thing is asked for needs no saying.
func (q *Question) held(c *Candidate, i int) float64 {
	if q.Concepts[i].sort {
		return 1
	}
	return float64(c.Matches[i].Value)
}

// A Group is signals that are found together.
type Group uint8

// The groups that can be left out; the other signals are always found.
const (
	Names     Group = 1 << iota // the question's names
	Closeness                   // how close together its words stand
	Kinds                       // the kind of thing asked for, numbers and dates contradicted
	Roles                       // the parts that names play
)

// names looks at the question's names: words with a capital that does not begin it.
func (f *Features) names(q *Question, c *Candidate) {
	names := 0.0
	for i := range q.Concepts {
		if !q.Concepts[i].name {
			continue
		}
		names++
		if c.Matches[i].Value == 0 {
			f[NamesMissing]++
			if c.Near[i] > 0 {
				f[NamesNear]++
			}
		}
	}
	if names > 0 {
		f[NamesMissing] /= names
		f[NamesNear] /= names
	}
}

// positions looks at how close together the matched words stand.
func (f *Features) positions(q *Question, c *Candidate) {
	lo, hi, n, adjacent, pairs := math.MaxInt, -1, 0, 0.0, 0.0
	for i, m := range c.Matches {
		if m.Value == 0 {
			continue
		}
		n++
		lo, hi = min(lo, m.At), max(hi, m.At)
		if i > 0 && c.Matches[i-1].Value > 0 && q.Concepts[i].Word == q.Concepts[i-1].Word+1 {
			pairs++
			if d := m.At - c.Matches[i-1].At; d == 1 {
				adjacent++
			}
		}
	}
	if n > 1 {
		f[Tightness] = float64(n-1) / float64(hi-lo+1)
	}
	if len(q.Concepts) > 1 {
		f[Adjacent] = adjacent / float64(len(q.Concepts)-1)
	}
}

// asked looks for the kind of thing that was asked for.
func (f *Features) asked(q *Question, c *Candidate) {
	var room [16]int
	found, typed := c.Facts.answers(room[:0], q, c)
	f[TypeFound], f[TypeMissing] = boolean(len(found) > 0), boolean(typed && len(found) == 0)
	if len(found) > 0 {
		gap := 99.0
		for _, m := range c.Matches {
			if m.Value == 0 {
				continue
			}
			for _, w := range found {
				gap = min(gap, math.Abs(float64(w-m.At)))
			}
		}
		f[TypeGap] = math.Log1p(gap)
	}
	counted := c.Facts.counted(q, c)
	f[HeadCounted], f[HeadUncounted] = boolean(counted > 0), boolean(counted < 0)
	f[NumberMissing], f[NumberConflict] = boolean(c.Facts.missing(q)), boolean(c.Facts.contradicted(q))
	f[DateConflict] = boolean(c.Facts.otherDate(q))
	if i := q.head; i >= 0 {
		f[HeadMatched] = float64(max(c.Matches[i].Value, c.Near[i]))
		f[HeadMissing] = boolean(c.Matches[i].Value == 0 && c.Near[i] == 0)
	}
	if q.Asked.Kind == Reason {
		given := c.Facts.explains(c)
		f[ReasonFound], f[ReasonMissing] = boolean(given), boolean(!given)
	}
}

func boolean(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
