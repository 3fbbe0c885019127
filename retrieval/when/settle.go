package when

// otherYear reports whether a date before d names a year that d does not lie in:
// in "1754'te yola çıktı, 28 Mayıs'ta vardı" the nearest May is not meant.
func otherYear(found []Date, d Date) bool {
	for _, e := range found {
		if !e.Relative && e.Resolved != "" && e.last-e.first < 366 && (d.first > e.last+366 || d.last < e.first-366 || d.Resolved[:4] != e.Resolved[:4]) {
			return true
		}
	}
	return false
}

// settle fills in the year of a yearless point, and the day of a bare weekday,
// by the day of writing: the nearest there is.
func (f *finder) settle(p *point) {
	if p.weekday >= 0 {
		p.relative = true
		if p.unknown = f.ref.IsZero(); !p.unknown {
			off := (p.weekday - f.ref.weekday() + 10) % 7 // 0 to 6
			p.from = periodOf(f.ref.add(off - 3))
			p.to = p.from
		}
		return
	}
	if !p.yearless {
		return
	}
	p.relative = true
	if p.unknown = p.unknown || f.ref.IsZero(); p.unknown {
		return
	}
	p.from, p.unknown = f.nearest(p.from)
	if p.to.month < p.from.month {
		p.to.year = p.from.year + 1
	} else {
		p.to.year = p.from.year
	}
	p.unknown = p.unknown || !p.to.valid()
}

// nearest is the month or day p in the year that brings it nearest to the day of
// writing; of two months as far away the one before.
func (f *finder) nearest(p period) (best period, unknown bool) {
	distance := -1
	for y := f.ref.Year - 1; y <= f.ref.Year+1; y++ {
		q := period{y, p.month, p.day}
		if !q.valid() {
			continue
		}
		away := (q.year-f.ref.Year)*12 + q.month - int(f.ref.Month)
		if q.day > 0 {
			away = q.first() - f.ref.number()
		}
		if away < 0 {
			away = -away
		}
		if distance < 0 || away < distance {
			best, distance = q, away
		}
	}
	return best, distance < 0
}
