package when

import (
	"errors"
	"fmt"
	"time"
)

// A Day is a date of the Gregorian calendar, also before it began. The zero Day
// is no day at all.
type Day struct {
	Year  int
	Month time.Month
	Day   int
}

// ErrDay is what a text that is no date in the form 2006-01-02 is refused with.
var ErrDay = errors.New("not a date of the form 2006-01-02")

// ParseDay reads a date of the form 2006-01-02.
func ParseDay(s string) (Day, error) {
	t, err := time.Parse(time.DateOnly, s)
	if err != nil {
		return Day{}, fmt.Errorf("read %q: %w", s, ErrDay)
	}
	return DayOf(t), nil
}

// DayOf is the day of t in t's own time zone.
func DayOf(t time.Time) Day {
	y, m, d := t.Date()
	return Day{y, m, d}
}

// IsZero reports whether d is no day.
func (d Day) IsZero() bool { return d == Day{} }

// String is the day in the form 2006-01-02.
func (d Day) String() string {
	return period{year: d.Year, month: int(d.Month), day: d.Day}.String()
}

// number counts days; consecutive days have consecutive numbers.
func (d Day) number() int { return number(d.Year, int(d.Month), d.Day) }

// number counts days from the first of March of the year 0, by the algorithm of
// Howard Hinnant's "chrono-Compatible Low-Level Date Algorithms".
func number(y, m, d int) int {
	if m <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yearOfEra := y - era*400
	dayOfYear := (153*((m+9)%12)+2)/5 + d - 1
	return era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + dayOfYear
}

func floorDiv(a, b int) int {
	if a < 0 {
		return -((-a + b - 1) / b)
	}
	return a / b
}

// add is the day n days later.
func (d Day) add(n int) Day {
	return DayOf(time.Date(d.Year, d.Month, d.Day+n, 12, 0, 0, 0, time.UTC))
}

// addMonths is the same day n months later, or the last of that month.
func (d Day) addMonths(n int) Day {
	y, m := shiftMonth(d.Year, int(d.Month), n)
	return Day{y, time.Month(m), min(d.Day, daysIn(y, m))}
}

// shiftMonth is the month n months after month m of year y.
func shiftMonth(y, m, n int) (int, int) {
	k := y*12 + m - 1 + n
	return floorDiv(k, 12), k - floorDiv(k, 12)*12 + 1
}

// daysIn is the number of days of a month.
func daysIn(y, m int) int {
	y2, m2 := shiftMonth(y, m, 1)
	return number(y2, m2, 1) - number(y, m, 1)
}

// monday is the Monday of the day's week.
func (d Day) monday() Day { return d.add(-d.weekday()) }

// weekday counts from Monday, 0, to Sunday, 6.
func (d Day) weekday() int {
	return (int(time.Date(d.Year, d.Month, d.Day, 12, 0, 0, 0, time.UTC).Weekday()) + 6) % 7
}
