package when

import "strings"

// Parse reads a date as [Date.Resolved] writes it; ok is false for anything
// else.
func Parse(resolved string) (d Date, ok bool) {
	from, to, isInterval := strings.Cut(resolved, "/")
	if !isInterval {
		to = from
	}
	a, ok1 := parseEnd(from)
	b, ok2 := parseEnd(to)
	if !ok1 || !ok2 || a == nil && b == nil {
		return Date{}, false
	}
	d.interval(a, b)
	return d, d.Resolved == resolved
}

// parseEnd reads one end of an interval; nil is an open one.
func parseEnd(s string) (*period, bool) {
	if s == ".." {
		return nil, true
	}
	var p period
	rest, minus := strings.CutPrefix(s, "-")
	fields := strings.Split(rest, "-")
	for i, to := range []*int{&p.year, &p.month, &p.day} {
		if i < len(fields) {
			width := 2
			if i == 0 {
				width = 4
			}
			n, ok := digits(fields[i])
			if !ok || len(fields[i]) != width || i > 0 && n == 0 {
				return nil, false
			}
			*to = n
		}
	}
	if minus {
		p.year = -p.year
	}
	return &p, len(fields) <= 3 && p.valid()
}

// digits reads a number of one to four digits.
func digits(s string) (int, bool) {
	n := 0
	for i := 0; i < len(s); i++ {
		if s[i] < '0' || s[i] > '9' {
			return 0, false
		}
		n = n*10 + int(s[i]-'0')
	}
	return n, 0 < len(s) && len(s) <= 4
}
