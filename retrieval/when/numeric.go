package when

// numeric reads 2025-09-19, 19.09.2025 and 19/9/2025. In English text a stroke
// may put the month first; when nothing tells, the date is not resolved.
func (f *finder) numeric(i int) (point, bool) {
	a, b, c := f.at(i), f.at(i+1), f.at(i+2)
	sep := f.gap(i)
	if len(sep) != 1 || f.gap(i+1) != sep || a.quantity != nil || b.quantity != nil || c.quantity != nil {
		return point{}, false
	}
	x, ok1 := digits(a.word.Fold)
	y, ok2 := digits(b.word.Fold)
	z, ok3 := digits(c.word.Fold)
	if !ok1 || !ok2 || !ok3 || a.word.Suffix != "" || b.word.Suffix != "" || len(b.word.Fold) > 2 {
		return point{}, false
	}
	switch la, lc := len(a.word.Fold), len(c.word.Fold); {
	case la == 4 && lc <= 2 && sep != ".":
		return on(period{x, y, z}, c.ending, i+3).strict(), true
	case la <= 2 && lc == 4 && (sep == "." || sep == "/" || sep == "-"):
		p := on(period{z, y, x}, c.ending, i+3).strict()
		if sep != "." && f.english {
			swapped := on(period{z, x, y}, c.ending, i+3).strict()
			switch {
			case p.unknown:
				p = swapped
			case !swapped.unknown && x != y:
				p.unknown = true
			}
		}
		return p, true
	}
	return point{}, false
}

// strict makes a day that must have a month and a day unknown without them.
func (p point) strict() point {
	if p.from.month == 0 || p.from.day == 0 {
		p.unknown = true
	}
	return p
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
