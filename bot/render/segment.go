package render

import (
	"slices"
	"unicode/utf8"

	"alinti/bot"
)

// A Segment is a stretch of a quote, highlighted or not.
type Segment struct {
	Text   string
	Marked bool
}

// Segments cuts a quote at its highlights. Joined, the segments are the
// quote's text whatever the highlights say: ranges which overlap are joined,
// and a range which lies outside the quote or cuts a code point is left out.
func Segments(q bot.Quote) []Segment {
	var out []Segment
	at := 0
	for _, r := range marks(q) {
		if r.Start > at {
			out = append(out, Segment{Text: q.Text[at:r.Start]})
		}
		out = append(out, Segment{Text: q.Text[r.Start:r.End], Marked: true})
		at = r.End
	}
	if at < len(q.Text) {
		out = append(out, Segment{Text: q.Text[at:]})
	}
	return out
}

// marks are the highlights as sorted, disjoint ranges of q.Text.
func marks(q bot.Quote) []bot.Range {
	var in []bot.Range
	for _, h := range q.Highlights {
		r := bot.Range{Start: h.Start - q.Start, End: h.End - q.Start}
		if r.Start >= 0 && r.Start < r.End && r.End <= len(q.Text) && onRune(q.Text, r.Start) && onRune(q.Text, r.End) {
			in = append(in, r)
		}
	}
	slices.SortFunc(in, func(a, b bot.Range) int { return a.Start - b.Start })
	out := in[:0]
	for _, r := range in {
		if n := len(out); n > 0 && r.Start <= out[n-1].End {
			out[n-1].End = max(out[n-1].End, r.End)
			continue
		}
		out = append(out, r)
	}
	return out
}

// onRune reports whether a code point begins at i, or the text ends there.
func onRune(s string, i int) bool { return i == len(s) || utf8.RuneStart(s[i]) }
