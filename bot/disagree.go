package bot

import (
	"slices"

	"alinti/bot/check"
	"alinti/retrieval"
	"alinti/retrieval/corpus"
	"alinti/retrieval/evidence"
)

// A dispute is a pair of hits that answer one question differently.
type dispute struct {
	about string
	sides [2]stand
}

// A stand is what one hit of a dispute says. It outlives the hit.
type stand struct {
	document *corpus.Document
	sentence *corpus.Sentence
	value    string
	span     corpus.Span // in the document
}

// disputable reports whether two answers to such a question can be told apart.
func disputable(asked evidence.Kind) bool {
	switch asked {
	case evidence.YesNo, evidence.Count, evidence.Amount, evidence.Time:
		return true
	}
	return false
}

// disputed finds the first of some other hits that answers the question
// differently than h does, and where it stands among them. Counts, amounts and
// dates differ between documents only: one article that names two speaks of two
// things, mostly. A claim may be denied in its own article.
func (b *Bot) disputed(asked evidence.Kind, question string, h *retrieval.Hit, others []*retrieval.Hit) (d *dispute, at int) {
	if h.Sentence.Heading || len(others) == 0 {
		return nil, 0
	}
	about := AboutNumber
	switch asked {
	case evidence.YesNo:
		return b.denied(question, h, others)
	case evidence.Time:
		about = AboutDate
	}
	for i, o := range others {
		if o.Document == h.Document {
			continue
		}
		if x, y, ok := b.index.Differ(asked, h, o); ok {
			return &dispute{about, [2]stand{{h.Document, h.Sentence, x.Text, x.Span}, {o.Document, o.Sentence, y.Text, y.Span}}}, i
		}
	}
	return nil, 0
}

// claimShare is how much of what two hits hold of the question both must hold
// for one to deny the other.
const claimShare = 0.6

// denied finds a hit that denies what h says, or says what h denies.
func (b *Bot) denied(question string, h *retrieval.Hit, near []*retrieval.Hit) (d *dispute, at int) {
	denies := b.read.of(h).Denies()
	if !slices.ContainsFunc(near, func(o *retrieval.Hit) bool { return (denies || b.read.of(o).Denies()) && h.SameMatter(o, claimShare) }) {
		return nil, 0
	}
	read := []*check.Read{b.read.of(h)}
	for _, o := range near {
		read = append(read, b.read.of(o))
	}
	taken := check.Stances(question, read...)
	if taken[0].Stance == check.Silent {
		return nil, 0
	}
	for i, o := range near {
		t := taken[i+1]
		if t.Stance != check.Silent && (t.Stance == check.Denied) != (taken[0].Stance == check.Denied) && h.SameMatter(o, claimShare) {
			return &dispute{AboutClaim, [2]stand{claimed(h, taken[0]), claimed(o, t)}}, i
		}
	}
	return nil, 0
}

func claimed(h *retrieval.Hit, t check.Taken) stand {
	at := h.Sentence.Span.Start
	return stand{h.Document, h.Sentence, t.Stance.String(), corpus.Span{Start: at + t.Start, End: at + t.End}}
}

// disagreement is the dispute as the answer tells it, if quotes were made of
// both its sides.
func (d *dispute) disagreement(quotes []Quote) *Disagreement {
	if d == nil {
		return nil
	}
	out := &Disagreement{About: d.about}
	for i, q := range quotes {
		for _, s := range d.sides {
			if q.Source.ID != s.document.ID || q.Start != s.sentence.Span.Start || q.End != s.sentence.Span.End {
				continue
			}
			out.Sides = append(out.Sides, Side{
				Quote: i + 1, Value: s.value, Text: s.document.Slice(s.span),
				Start: s.span.Start, End: s.span.End, Date: s.document.Date,
			})
		}
	}
	if len(out.Sides) < len(d.sides) {
		return nil
	}
	return out
}
