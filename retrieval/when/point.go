package when

// A point is a date read but not yet resolved.
type point struct {
	from, to period // equal but for weeks, decades and the like
	yearless bool   // the year is not said: 4 Aralık
	weekday  int    // -1, or a bare weekday from 0 on
	unknown  bool   // it cannot be resolved
	relative bool
	ending   string // of its last word
	lead     int    // bytes of it before its first token: MÖ
	next     int    // the token after it
}

// on is the point for a period.
func on(p period, ending string, next int) point {
	return point{from: p, to: p, weekday: -1, ending: ending, next: next, unknown: !p.valid()}
}

// point reads one date, without the words that make an interval of it.
func (f *finder) point(i int) (point, bool) {
	for _, read := range [...]func(*finder, int) (point, bool){
		(*finder).numeric, (*finder).dayMonth, (*finder).monthDay, (*finder).withinYear, (*finder).monthYear, (*finder).century,
		(*finder).decade, (*finder).relativeUnit, (*finder).nearDay, (*finder).weekday, (*finder).bareMonth, (*finder).bareYear,
	} {
		if p, ok := read(f, i); ok {
			return p, true
		}
	}
	return point{}, false
}
