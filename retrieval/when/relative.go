package when

import (
	"strings"

	"alinti/retrieval/turkish"
)

// relativeYear reads geçen yıl, bu sene, gelecek yıl, last year.
func (f *finder) relativeYear(i int) (y, next int, ending string, ok bool) {
	w := f.at(i + 1)
	if w.class != yearW || !f.adjoins(i, "") || plural(w.ending) || w.word.Fold == "years" {
		return 0, 0, "", false
	}
	switch t := f.at(i); t.class {
	case last:
		y = f.ref.Year - 1 - t.n
	case this:
		y = f.ref.Year
	case coming:
		y = f.ref.Year + 1
	default:
		return 0, 0, "", false
	}
	return y, i + 2, w.ending, true
}

// relativeUnit reads geçen ay, bu hafta, önümüzdeki salı, last June, bu sabah,
// and leaves what hangs on something said before (ertesi gün) unresolved.
func (f *finder) relativeUnit(i int) (point, bool) {
	t, w := f.at(i), f.at(i+1)
	step := 0
	switch t.class {
	case last:
		step = -1 - t.n
	case this:
	case coming:
		step = 1
	case aside:
		return f.aside(i)
	default:
		return point{}, false
	}
	if !f.adjoins(i, "") || plural(w.ending) || f.at(i+2).class == of { // the last week of February
		return point{}, false
	}
	p := on(periodOf(f.ref), w.ending, i+2)
	p.relative, p.unknown = true, f.ref.IsZero()
	switch w.class {
	case yearW:
		if w.word.Fold == "years" {
			return point{}, false
		}
		p.from = period{year: f.ref.Year + step}
	case monthW:
		p.from = period{year: f.ref.Year, month: int(f.ref.Month)}.next(step)
		if from, to, ok := f.days(i + 2); ok && caseOf(w.ending) == turkish.Genitive && f.at(i+2).ending != "" {
			p.from.day, p.next, p.ending = from, i+3, f.at(i+2).ending
			p.to = p.from
			p.to.day = to
			p.unknown = p.unknown || !p.to.valid()
			return p, true // geçen ayın 5'inde
		}
	case weekW:
		monday := f.ref.monday().add(7 * step)
		p.from, p.to = periodOf(monday), periodOf(monday.add(6))
		return p, w.word.Fold != "weeks"
	case dayW:
		return f.relativeDay(p, i, step)
	case dayPart:
		return f.relativeNight(p, i)
	case month:
		return f.relativeMonth(p, i, step)
	case weekday:
		p.from = periodOf(f.relativeWeekday(w.n, step))
	case centuryW:
		c := floorDiv(f.ref.Year-1, 100) + step
		p.from, p.to = period{year: 100*c + 1}, period{year: 100*c + 100}
		return p, true
	case seasonW:
		if w.ending != "" && w.ending != "in" && !strings.HasPrefix(w.ending, "ind") { // bu kişi, bu kısa
			return point{}, false
		}
		return f.relativeSeason(p, i, step)
	default:
		return point{}, false
	}
	p.to = p.from
	if w.class == weekday {
		p = f.dayAfter(p)
	}
	return p, true
}

// aside reads what depends on a date said before: ertesi gün, aynı yıl, the
// previous month, that day.
func (f *finder) aside(i int) (point, bool) {
	t, w := f.at(i), f.at(i+1)
	switch w.class {
	case yearW, monthW, weekW, dayW:
		if !f.adjoins(i, "") || plural(w.ending) || strings.HasSuffix(w.word.Fold, "s") || t.word.Fold == "o" && t.word.Suffix != "" {
			return point{}, false
		}
		p := point{weekday: -1, unknown: true, relative: true, ending: w.ending, next: i + 2}
		if _, next, ending, ok := f.monthAt(i + 2); ok && w.class == yearW && f.adjoins(i+1, "") {
			p.next, p.ending = next, ending // aynı yılın aralık ayında
		}
		return p, true
	}
	return point{}, false
}

// relativeMonth reads geçtiğimiz haziran, bu mart, last June: the latest before
// the day of writing, that of its year, the first after it.
func (f *finder) relativeMonth(p point, i, step int) (point, bool) {
	m, next, ending, _ := f.monthAt(i + 1)
	t := f.at(i + 1)
	if step < -1 || step == 0 && t.vague && next == i+2 && !(t.word.Capital && t.ending == "") {
		return point{}, false // bu aralık
	}
	y := f.ref.Year
	switch {
	case step < 0 && m >= int(f.ref.Month):
		y--
	case step > 0 && m <= int(f.ref.Month):
		y++
	}
	p.from = period{year: y, month: m}
	p.to, p.ending, p.next = p.from, ending, next
	return p, true
}

// relativeSeason reads geçen yaz, last summer.
func (f *finder) relativeSeason(p point, i, step int) (point, bool) {
	w := f.at(i + 1)
	y := f.ref.Year
	switch {
	case w.n == 12:
		p.unknown = true
	case step < 0 && w.n+2 >= int(f.ref.Month):
		y--
	case step > 0 && w.n <= int(f.ref.Month):
		y++
	}
	p.from, p.to = period{year: y, month: w.n}, period{year: y, month: min(w.n+2, 12)}
	return p, step >= -1
}
