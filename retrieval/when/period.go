package when

import "fmt"

// A period is a year, a month or a day; month and day are 0 when they are not
// part of it. Years count astronomically: 0 is 1 BC.
type period struct{ year, month, day int }

func periodOf(d Day) period { return period{d.Year, int(d.Month), d.Day} }

// valid reports whether the calendar has such a period.
func (p period) valid() bool {
	if p.year < -9999 || p.year > 9999 || p.month < 0 || p.month > 12 || p.day < 0 {
		return false
	}
	if p.day > 0 {
		return p.month > 0 && p.day <= daysIn(p.year, p.month)
	}
	return true
}

// first is the number of the period's first day.
func (p period) first() int { return number(p.year, max(p.month, 1), max(p.day, 1)) }

// last is the number of the period's last day.
func (p period) last() int {
	switch {
	case p.month == 0:
		return number(p.year, 12, 31)
	case p.day == 0:
		return number(p.year, p.month, daysIn(p.year, p.month))
	}
	return p.first()
}

// next is the period of the same length that is n later.
func (p period) next(n int) period {
	switch {
	case p.month == 0:
		return period{year: p.year + n}
	case p.day == 0:
		y, m := shiftMonth(p.year, p.month, n)
		return period{year: y, month: m}
	}
	y, m, d := p.year, p.month, p.day+n
	for d < 1 {
		y, m = shiftMonth(y, m, -1)
		d += daysIn(y, m)
	}
	for d > daysIn(y, m) {
		d -= daysIn(y, m)
		y, m = shiftMonth(y, m, 1)
	}
	return period{y, m, d}
}

// String is the period in ISO 8601, as exact as it is.
func (p period) String() string {
	s := fmt.Sprintf("%04d", p.year)
	if p.year < 0 {
		s = fmt.Sprintf("-%04d", -p.year)
	}
	if p.month > 0 {
		s += fmt.Sprintf("-%02d", p.month)
	}
	if p.day > 0 {
		s += fmt.Sprintf("-%02d", p.day)
	}
	return s
}
