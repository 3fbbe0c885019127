package retrieval

import (
	"math"
	"slices"
	"strings"

	"alinti/retrieval/corpus"
	"alinti/retrieval/evidence"
	"alinti/retrieval/quantity"
	"alinti/retrieval/turkish"
	"alinti/retrieval/when"
)

// A Value is what a sentence answers a question for a count, an amount or a
// time with.
type Value struct {
	Span corpus.Span // in the document: the words that say it
	Text string      // the same however it is written: "13000", "9800000000 USD", "10/15 km", "2024-06"
}

// Differ reports whether two hits answer a question that asks for a count, an
// amount or a time with different values, and with which. They do not when it
// cannot be told that both speak of the same thing (see [Hit.SameMatter]), when
// they count another thing, tell of another time, or have several values to
// choose from.
func (x *Index) Differ(asked evidence.Kind, a, b *Hit) (va, vb Value, ok bool) {
	if !a.SameMatter(b, valueShare) || a.Features[evidence.TypeFound] == 0 || b.Features[evidence.TypeFound] == 0 {
		return va, vb, false
	}
	switch asked {
	case evidence.Count, evidence.Amount:
		return x.amountsDiffer(a, b)
	case evidence.Time:
		return x.timesDiffer(a, b)
	}
	return va, vb, false
}

// valueShare is how much of what two hits hold of the question both must hold
// to give values of the same thing.
const valueShare = 2.0 / 3

// SameMatter reports whether two hits speak of the same thing, as far as can be
// told: neither is itself a question or gives something to another than the
// question does, both hold a share of what either holds of the question, with
// each name and number of that, and of its other words the rarest or, by rarity,
// two fifths.
func (h *Hit) SameMatter(o *Hit, share float64) bool {
	if h.contradicts() || o.contradicts() {
		return false
	}
	var both, either int
	var all, own, others, mass, shared, rarest float32
	rarestShared := false
	for i, k := range h.asked.Concepts {
		mine, other := h.matches[i].Value >= leastHeld, o.matches[i].Value >= leastHeld
		if k.Word == h.asked.Asked.Word {
			continue
		}
		all += k.IDF
		if mine {
			own += k.IDF
		}
		if other {
			others += k.IDF
		}
		if !mine && !other {
			continue
		}
		either++
		if mine && other {
			both++
		}
		if w := h.asked.Words[k.Word]; k.Entity || strings.ContainsAny(w.Fold, "0123456789") || w.Capital && (k.Word > 0 || w.Suffix != "") {
			if mine != other {
				return false
			}
			continue
		}
		mass += k.IDF
		if mine && other {
			shared += k.IDF
		}
		if k.IDF > rarest {
			rarest, rarestShared = k.IDF, mine && other
		}
	}
	if max(own, others) < leastCover*all || min(own, others) < leastOther*all {
		return false
	}
	return float64(both) >= share*float64(either) && (rarestShared || shared >= sharedMass*mass)
}

const (
	leastCover = 0.4  // of the question, by rarity, that the one says,
	leastOther = 0.25 // and the other
	leastHeld  = 0.2  // match from which on a sentence holds a word; a far translation is none
	sharedMass = 0.4  // of the words that either holds, by rarity
)

// contradicts reports whether a hit was not searched for, is a question, or
// says of another what the question says of one.
func (h *Hit) contradicts() bool {
	f := h.Features
	return f == nil || strings.HasSuffix(h.Document.Slice(h.Sentence.Span), "?") ||
		f[evidence.RoleSwap]+f[evidence.RoleConflict]+f[evidence.OwnerConflict]+f[evidence.NumberConflict]+f[evidence.DateConflict] > 0
}

// amountsDiffer compares the only amounts that two hits answer with.
func (x *Index) amountsDiffer(a, b *Hit) (va, vb Value, ok bool) {
	as, bs := x.amounts(a, a.Highlights()), x.amounts(b, b.Highlights())
	if len(as) != 1 || len(bs) != 1 || !as[0].comparable(bs[0]) || as[0].agrees(bs[0]) || x.otherTime(a, b) {
		return va, vb, false
	}
	return as[0].value(a), bs[0].value(b), true
}

// timesDiffer compares the only dates that two hits answer with.
func (x *Index) timesDiffer(a, b *Hit) (va, vb Value, ok bool) {
	as, bs := answering(a), answering(b)
	if len(as) != 1 || len(bs) != 1 || as[0].Overlaps(bs[0]) {
		return va, vb, false
	}
	return dateValue(a, as[0]), dateValue(b, bs[0]), true
}

// answering are the dates of what a hit tells that its highlights touch.
func answering(h *Hit) (dates []when.Date) {
	spans := h.Highlights()
	for _, d := range told(h) {
		if h.lit(spans, d.Start, d.End) {
			dates = append(dates, d)
		}
	}
	return dates
}

// lit reports whether one of the spans touches those bytes of the sentence.
func (h *Hit) lit(spans []corpus.Span, start, end int) bool {
	start, end = start+h.Sentence.Span.Start, end+h.Sentence.Span.Start
	return slices.ContainsFunc(spans, func(s corpus.Span) bool { return s.Start < end && start < s.End })
}

func dateValue(h *Hit, d when.Date) Value {
	at := h.Sentence.Span.Start
	return Value{corpus.Span{Start: at + d.Start, End: at + d.End}, d.Resolved}
}

// otherTime reports whether both hits name days of what they tell, and share none.
func (x *Index) otherTime(a, b *Hit) bool {
	as, bs := told(a), told(b)
	if len(as) == 0 || len(bs) == 0 {
		return false
	}
	return !slices.ContainsFunc(as, func(d when.Date) bool { return slices.ContainsFunc(bs, d.Overlaps) })
}

// told are the resolved dates of a hit but for the day of its article, which is
// when something was published, mostly.
func told(h *Hit) (dates []when.Date) {
	for _, d := range h.Dates {
		if d.Resolved != "" && d.Resolved != h.Document.Date {
			dates = append(dates, d)
		}
	}
	return dates
}

// A measured is an amount with what it counts: a unit, or the stem of a word.
type measured struct {
	evidence.Number
	unit string
}

// amounts are the amounts of a hit's sentence; if spans are given, those that
// the spans touch.
func (x *Index) amounts(h *Hit, spans []corpus.Span) (list []measured) {
	st := &x.sentences[h.at]
	for _, n := range st.facts.Numbers {
		if n.Kind == quantity.Label || n.Kind == quantity.Ordinal || n.Kind == quantity.Clock || n.Kind == quantity.Vague || n.Kind == quantity.Year {
			continue
		}
		if inDate(st.facts.Dates, n) || spans != nil && !h.lit(spans, n.PhraseStart, n.PhraseEnd) {
			continue
		}
		m := measured{n, n.Quantity.Unit}
		switch {
		case n.Kind == quantity.Percent || n.Kind == quantity.Fraction:
			m.unit = "%"
		case m.unit == "" && n.Unit >= 0:
			m.unit = turkish.Stem(st.words[n.Unit].Fold)
		}
		list = append(list, m)
	}
	return list
}

// inDate reports whether a number is part of a date that is understood.
func inDate(dates []when.Date, n evidence.Number) bool {
	return slices.ContainsFunc(dates, func(d when.Date) bool { return d.Resolved != "" && d.Start < n.End && n.Start < d.End })
}

// comparable reports whether two amounts count the same thing. A bare number
// may be of whatever the other counts, but for money, percents and measures.
func (m measured) comparable(n measured) bool {
	if m.unit == "" || n.unit == "" {
		return m.Quantity.Unit == "" && n.Quantity.Unit == "" && m.Kind == quantity.Plain && n.Kind == quantity.Plain
	}
	return m.unit == n.unit
}

// nearly is how far apart two amounts may be, as a share of the larger, and
// still agree when one of them is called approximate.
const nearly = 0.05

// agrees reports whether two amounts are equal, overlap as ranges, or are as
// near as makes no odds where one is approximate.
func (m measured) agrees(n measured) bool {
	if quantity.Equal(m.Quantity, n.Quantity) {
		return true
	}
	if (m.IsRange() || n.IsRange()) && m.Kind == n.Kind && m.Value.Cmp(n.High) <= 0 && n.Value.Cmp(m.High) <= 0 {
		return true
	}
	a, b := m.float(), n.float()
	return (m.rough() || n.rough()) && math.Abs(a-b) <= nearly*max(math.Abs(a), math.Abs(b))
}

// float is the amount as a number, of a percentage the share.
func (m measured) float() float64 {
	if m.Kind == quantity.Percent {
		return m.Value.Float() / 100
	}
	return m.Value.Float()
}

func (m measured) rough() bool {
	return m.Qualifier == quantity.About || m.Qualifier == quantity.Nearly
}

// value is the amount as an answer.
func (m measured) value(h *Hit) Value {
	text := m.Quantity.Value.String()
	if m.IsRange() {
		text += "/" + m.High.String()
	}
	if u := m.Quantity.Unit; u != "" {
		text += " " + u
	} else if m.unit == "%" && m.Kind == quantity.Percent {
		text += " %"
	}
	at := h.Sentence.Span.Start
	return Value{corpus.Span{Start: at + m.PhraseStart, End: at + m.PhraseEnd}, strings.TrimSpace(text)}
}
