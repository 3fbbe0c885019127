package when

import "math"

// A Date is a date in a text.
type Date struct {
	Start, End int // bytes of the text, end exclusive; 0, 0 for a date not from a text

	// Resolved is the date in ISO 8601, as exact as the text is: 2024, 2024-06,
	// 2024-06-19, an interval 2024/2025, or one that is open at an end, 2023/..
	// and ../2023. It is empty when what the text says cannot be told.
	Resolved string

	// Relative says that the date was resolved, or would have to be, by the day
	// of writing: dün, geçen yıl, 4 Aralık.
	Relative bool

	first, last int  // numbers of its days, both inclusive
	nearest     bool // its year is the one that brings it nearest to the day of writing
}

// The ends of an interval that has none.
const (
	noFirst = math.MinInt
	noLast  = math.MaxInt
)

// interval resolves a date to the days from a to b; a nil end is open. It leaves
// the date unresolved when b ends before a begins or the calendar lacks one.
func (d *Date) interval(a, b *period) {
	from, to := "..", ".."
	d.first, d.last = noFirst, noLast
	if a != nil && a.valid() {
		from, d.first = a.String(), a.first()
	}
	if b != nil && b.valid() {
		to, d.last = b.String(), b.last()
	}
	switch {
	case d.first > d.last, a != nil && !a.valid(), b != nil && !b.valid():
		d.Resolved = ""
	case from == to:
		d.Resolved = from
	default:
		d.Resolved = from + "/" + to
	}
}

// Overlaps reports whether the two dates share a day. A date that is not
// resolved overlaps none.
func (d Date) Overlaps(e Date) bool {
	return d.Resolved != "" && e.Resolved != "" && d.first <= e.last && e.first <= d.last
}

// Covers reports whether every day of e is one of d: 2024 covers 2024-06. A date
// that is not resolved neither covers nor is covered.
func (d Date) Covers(e Date) bool {
	return d.Resolved != "" && e.Resolved != "" && d.first <= e.first && e.last <= d.last
}

// IsDay reports whether the date is a single day.
func (d Date) IsDay() bool { return d.Resolved != "" && d.first == d.last }

// Before reports whether the date is over on the given day; it is not if either
// is unknown, or its year is not said.
func (d Date) Before(day Day) bool {
	return d.Resolved != "" && !d.nearest && !day.IsZero() && d.last < day.number()
}
