package when

// relativeDay reads bu gün and evvelsi gün; the next day hangs on another one.
func (f *finder) relativeDay(p point, i, step int) (point, bool) {
	w := f.at(i + 1)
	switch {
	case w.word.Fold == "day":
		p.unknown = true
		return p, f.at(i).class == coming
	case step == 0 || step == -2:
		p.from = p.from.next(step)
		p.to = p.from
		return p, true
	}
	return point{}, false
}

// relativeNight reads bu sabah, this morning and last night.
func (f *finder) relativeNight(p point, i int) (point, bool) {
	switch t, w := f.at(i), f.at(i+1); {
	case t.class == this:
		return p, true
	case t.class == last && w.word.Fold == "night":
		p.from = p.from.next(-1)
		p.to = p.from
		return p, true
	}
	return point{}, false
}

// relativeWeekday is the latest such weekday before the day of writing, the one
// of its week, or the first after it.
func (f *finder) relativeWeekday(n, step int) Day {
	off := n - f.ref.weekday()
	switch {
	case step < 0 && off >= 0:
		off -= 7
	case step > 0 && off <= 0:
		off += 7
	}
	return f.ref.add(off)
}

// nearDay reads dün, bugün, dün gece, yarın akşam, today.
func (f *finder) nearDay(i int) (point, bool) {
	t := f.at(i)
	if t.class != nearDay || t.word.Capital && f.at(i+1).word.Capital && f.adjoins(i, "") { // The Tomorrow People
		return point{}, false
	}
	p := on(periodOf(f.ref).next(t.n), t.ending, i+1)
	p.relative, p.unknown = true, f.ref.IsZero()
	if f.at(i+1).class == dayPart && f.adjoins(i, "") {
		p.next++
	}
	return p, true
}

// weekday reads a weekday that stands alone: pazartesi günü, cuma akşamı, on
// Monday. Those of every week are none: pazar günleri, her salı.
func (f *finder) weekday(i int) (point, bool) {
	t, w := f.at(i), f.at(i+1)
	if t.class != weekday || f.at(i-1).word.Fold == "her" || f.at(i-1).word.Fold == "every" || f.at(i-1).word.Fold == "each" {
		return point{}, false
	}
	named := (w.class == dayW && owned(w.ending) && !plural(w.ending) || w.class == dayPart) && f.adjoins(i, "")
	if !named && (englishWeekday(t.word.Fold) < 0 || !t.word.Capital || w.word.Capital && f.adjoins(i, "")) { // The Sunday Times
		return point{}, false
	}
	p := point{weekday: t.n, ending: t.ending, next: i + 1}
	return f.dayAfter(p), true
}

// dayAfter takes the günü or akşamı after a weekday.
func (f *finder) dayAfter(p point) point {
	w := f.at(p.next)
	if (w.class == dayW && owned(w.ending) || w.class == dayPart) && f.adjoins(p.next-1, "") {
		p.ending, p.next = w.ending, p.next+1
	}
	return p
}
