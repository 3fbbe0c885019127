package check

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// A date is what a text says of one: a year, a month, a day of a month. Parts
// that it leaves open are 0.
type date struct {
	year, month, day int
	start, end       int // bytes of the text
}

// dates finds years, months and days in a reading.
func (r reading) dates() []date {
	var list []date
	for i, t := range r.terms {
		if y, ok := yearOf(t); ok {
			list = append(list, date{year: y, start: t.first().Start, end: t.last().Tail})
			continue
		}
		m := monthOf(t)
		if m == 0 {
			continue
		}
		d := date{month: m, start: t.first().Start, end: t.last().Tail}
		for _, j := range []int{i - 1, i + 1} {
			if j < 0 || j >= len(r.terms) || d.day != 0 {
				continue
			}
			if n, err := strconv.Atoi(strings.TrimRight(r.terms[j].fold(), "thsrdn")); err == nil && 1 <= n && n <= 31 {
				d.day = n
				d.start, d.end = min(d.start, r.terms[j].first().Start), max(d.end, r.terms[j].last().Tail)
			}
		}
		list = append(list, d)
	}
	return list
}

func yearOf(t term) (int, bool) {
	n, err := strconv.Atoi(t.fold())
	return n, err == nil && len(t.fold()) == 4 && 1000 <= n && n <= 2100
}

func monthOf(t term) int {
	for _, s := range t.senses {
		if rest, ok := strings.CutPrefix(s.name, "month"); ok && s.kind == idea {
			n, _ := strconv.Atoi(rest)
			return n
		}
	}
	return 0
}

// lastYear reports whether the text speaks of the year before its article.
func (r reading) lastYear() bool {
	return slices.ContainsFunc(r.terms, func(t term) bool { return t.is("lastyear") })
}

// checkDates returns the first date of the statement that the quotes do not
// hold. A relative year in a quote is resolved by the article's date.
func checkDates(s reading, quotes []source) string {
	var held []date
	relative := false
	for _, q := range quotes {
		held = append(held, q.dates()...)
		if q.lastYear() {
			relative = true
			if y, ok := articleYear(q.Date); ok {
				held = append(held, date{year: y - 1})
			}
		}
	}
	for _, d := range s.dates() {
		if !slices.ContainsFunc(held, func(h date) bool { return h.carries(d) }) {
			return s.text[d.start:d.end]
		}
	}
	if s.lastYear() && !relative {
		return "last year"
	}
	return ""
}

// carries reports whether h says all that d says.
func (h date) carries(d date) bool {
	return (d.year == 0 || d.year == h.year) && (d.month == 0 || d.month == h.month) && (d.day == 0 || d.day == h.day)
}

func articleYear(iso string) (int, bool) {
	var y int
	_, err := fmt.Sscanf(iso, "%4d", &y)
	return y, err == nil
}
