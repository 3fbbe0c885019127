package when

import (
	"strings"

	"alinti/retrieval/quantity"
	"alinti/retrieval/turkish"
)

// leapYear stands in for a year that is not said: it has a 29 February.
const leapYear = 2024

// year reads the year that token i says in digits or words: 2024, 2024'ün, 2024
// yılının, iki bin yirmi dört yılında; and geçen yıl. It does not ask whether the
// surroundings make it a year. rel says that it is relative to the day of
// writing; known is false when that is not known.
func (f *finder) year(i int) (y, next int, ending string, rel, ok bool) {
	if y, next, ending, ok = f.relativeYear(i); ok {
		return y, next, ending, true, true
	}
	n, whole := f.whole(i)
	t := f.at(i)
	if !whole || t.quantity.Kind != quantity.Year && (n < 1000 || n > 2100 || t.quantity.Kind != quantity.Plain) || strings.ContainsAny(f.text[t.quantity.Start:t.quantity.End], ".,") {
		return 0, 0, "", false, false
	}
	y, next, ending = n, i+1, t.ending
	if e := f.eraOf(i, next); e.bc || e.ad {
		return 0, 0, "", false, false
	}
	if w := f.at(next); w.class == yearW && f.adjoins(i, "") && ending == "" && (owned(w.ending) || plural(w.ending)) {
		next, ending = next+1, w.ending
	}
	return y, next, ending, false, true
}

// withinYear reads a year and what is said of it: geçtiğimiz yılın haziran
// ayında, 2024 haziranında, 2024 yılının 4 Mart'ında, bu yıl 4 Mart'ta, 2024
// yazında, 2024'ün ilk yarısında.
func (f *finder) withinYear(i int) (point, bool) {
	y, j, _, rel, ok := f.year(i)
	if !ok || !f.adjoins(j-1, "") && !(rel && f.adjoins(j-1, ",")) {
		return point{}, false
	}
	if f.at(j).class == in {
		j++ // last year in June
	}
	p, ok := f.part(y, j)
	p.relative = rel
	p.unknown = p.unknown || rel && f.ref.IsZero()
	return p, ok
}

// part reads the month, day, season, half or quarter at token j as one of year y.
func (f *finder) part(y, j int) (point, bool) {
	if m, next, ending, ok := f.monthAt(j); ok {
		if from, to, isDay := f.days(next); isDay && f.adjoins(next-1, "") && caseOf(ending) == turkish.Genitive && f.at(next).ending != "" {
			p := on(period{y, m, from}, f.at(next).ending, next+1)
			p.to.day = to
			return p, true // haziran ayının 4'ünde
		}
		return on(period{year: y, month: m}, ending, next), true
	}
	if from, to, ok := f.days(j); ok && f.adjoins(j, ".") && f.at(j+1).class == month {
		p := on(period{y, f.at(j + 1).n, from}, f.at(j+1).ending, j+2)
		p.to.day = to
		p.unknown = p.unknown || !p.to.valid()
		return p, true
	}
	if s := f.at(j); s.class == seasonW && strings.HasPrefix(s.ending, "ind") { // kışı and kişi fold to one
		return season(y, s.n, s.ending, j+1), true
	}
	return f.fraction(y, j)
}

// fraction reads ilk yarısı, ikinci çeyreğinde at token j as part of year y.
func (f *finder) fraction(y, j int) (point, bool) {
	n, ok := f.whole(j)
	w := f.at(j + 1)
	if !ok || f.at(j).quantity.Kind != quantity.Ordinal || !f.adjoins(j, "") {
		return point{}, false
	}
	months := 0
	switch w.class {
	case halfW:
		months = 6
	case quarterW:
		months = 3
	}
	if months == 0 || n < 1 || n*months > 12 {
		return point{}, false
	}
	p := on(period{year: y, month: (n-1)*months + 1}, w.ending, j+2)
	p.to.month = n * months
	return p, true
}

// bareYear reads a year, or a range of years, that stands alone.
func (f *finder) bareYear(i int) (point, bool) {
	t := f.at(i)
	q := t.quantity
	if q == nil {
		return point{}, false
	}
	if !q.IsRange() {
		y, next, ending, rel, ok := f.year(i)
		if !ok {
			return f.oldYear(i)
		}
		if !f.isYear(i, next) {
			return point{}, false
		}
		p := on(period{year: y}, ending, next)
		p.relative = rel
		return p, true
	}
	a, ok1 := q.Value.Int()
	b, ok2 := q.High.Int()
	if q.Kind != quantity.Year || !ok1 || !ok2 || a < 100 || b > 2100 || !f.isYear(i, i+1) {
		return point{}, false
	}
	p := on(period{year: int(a)}, t.ending, i+1)
	p.to.year = int(b)
	if e := f.eraOf(i, i+1); e.bc {
		return point{}, false // its years run the other way
	}
	if w := f.at(i + 1); w.class == yearW && f.adjoins(i, "") {
		p.next, p.ending = i+2, w.ending
	}
	return p, true
}

// isYear tells a year from a count by its surroundings. From 1901 to 2099, but
// not 2000, four digits that count nothing known are a year; older and round
// ones must be marked as one.
func (f *finder) isYear(i, next int) bool {
	t := f.at(i)
	q := t.quantity
	if q == nil { // geçen yıl
		return true
	}
	if q.Kind != quantity.Year || q.Qualifier != quantity.Unqualified && q.Qualifier != quantity.About {
		return false
	}
	if next > i+1 || f.at(i+1).class == yearW || f.at(i+1).class == between || f.at(i+1).class == before || f.at(i+1).class == after {
		return true
	}
	switch caseOf(t.ending) {
	case turkish.Locative, turkish.Ablative, turkish.Genitive, turkish.Dative, turkish.Adjectival:
		return true
	}
	switch f.at(i - 1).class {
	case in, since, until, before, after, from, between, edge, month, seasonW, yearW:
		return true
	}
	if q.Start > 0 && f.text[q.Start-1] == '(' {
		return true
	}
	n, _ := q.Value.Int()
	if n > 1900 && n < 2100 && n%100 != 0 {
		return true
	}
	w := f.at(i + 1)
	return q.UnitEnd == 0 || w.word.Capital && f.text[w.start:w.end] != turkish.Upper(f.text[w.start:w.end]) // 1500 RPM
}
