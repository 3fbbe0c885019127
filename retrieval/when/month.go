package when

import (
	"strings"

	"alinti/retrieval/quantity"
	"alinti/retrieval/turkish"
)

// monthAt reads the month at token i and the word ayı after it.
func (f *finder) monthAt(i int) (m, next int, ending string, ok bool) {
	t := f.at(i)
	if t.class != month {
		return 0, 0, "", false
	}
	m, next, ending = t.n, i+1, t.ending
	if w := f.at(next); w.class == monthW && f.adjoins(i, "") && ending == "" && owned(w.ending) {
		next, ending = next+1, w.ending
	}
	return m, next, ending, true
}

// days reads the day, or the days from and to, of a month at token i.
func (f *finder) days(i int) (from, to int, ok bool) {
	q := f.at(i).quantity
	if q == nil || q.Kind != quantity.Plain && q.Kind != quantity.Ordinal {
		return 0, 0, false
	}
	if q.PhraseStart < q.Start { // about 5 May
		return 0, 0, false
	}
	a, ok1 := q.Value.Int()
	b, ok2 := q.High.Int()
	return int(a), int(b), ok1 && ok2 && 1 <= a && a <= b && b <= 31
}

// dayMonth reads 4 Aralık, 04 Aralık 2025’te, 4-6 Aralık, 4th of December 2025.
func (f *finder) dayMonth(i int) (point, bool) {
	from, to, ok := f.days(i)
	j := i + 1
	if f.at(j).class == of && f.adjoins(i, "") {
		j++
	}
	if !ok || !f.adjoins(j-1, ".") || f.at(j).class != month {
		return point{}, false
	}
	m := f.at(j)
	p := point{weekday: -1, ending: m.ending, next: j + 1, yearless: true}
	y, next, ending, rel, hasYear := f.year(j + 1)
	if hasYear && !rel && f.adjoins(j, ",") && m.ending == "" {
		p.yearless, p.ending, p.next = false, ending, next
	} else {
		y = leapYear
		if m.vague && englishOnly(m.word.Fold) && !m.word.Capital {
			return point{}, false // article 5 may
		}
	}
	p.from, p.to = period{y, m.n, from}, period{y, m.n, to}
	p.unknown = !p.to.valid()
	return p, true
}

// englishOnly reports whether a vague month name is an English one.
func englishOnly(fold string) bool {
	switch fold {
	case "ocak", "mart", "ekim", "kasim", "aralik":
		return false
	}
	return true
}

// monthDay reads the English December 4, 2025, June 5-7 and March 3rd.
func (f *finder) monthDay(i int) (point, bool) {
	m := f.at(i)
	if n, _ := englishMonth(m.word.Fold); m.class != month || n == 0 || m.ending != "" {
		return point{}, false
	}
	j := i + 1
	if f.at(j).class == article && f.adjoins(i, "") {
		j++
	}
	from, to, ok := f.days(j)
	if !ok || !f.adjoins(j-1, ".") || f.at(j).quantity.Unit != "" {
		return point{}, false
	}
	p := point{weekday: -1, next: j + 1, yearless: true, ending: f.at(j).ending}
	y, next, ending, rel, hasYear := f.year(j + 1)
	if hasYear && !rel && f.adjoins(j, ",") {
		p.yearless, p.ending, p.next = false, ending, next
	} else {
		y = leapYear
		if m.vague && !m.word.Capital {
			return point{}, false
		}
	}
	p.from, p.to = period{y, m.n, from}, period{y, m.n, to}
	p.unknown = !p.to.valid()
	return p, true
}

// season is the season of year y that begins with month m; a winter is not
// more exact than its year.
func season(y, m int, ending string, next int) point {
	p := on(period{year: y}, ending, next)
	if m < 12 {
		p.from, p.to = period{year: y, month: m}, period{year: y, month: m + 2}
	}
	return p
}

// monthYear reads Haziran 2024, June of 2012, June of last year, summer of 2024.
func (f *finder) monthYear(i int) (point, bool) {
	t := f.at(i)
	if t.class != month && t.class != seasonW || t.ending != "" {
		return point{}, false
	}
	j := i + 1
	if t.class == month {
		_, j, _, _ = f.monthAt(i)
	}
	signs := ","
	if f.at(j).class == of {
		j, signs = j+1, ""
	}
	if f.at(j).class == article {
		j++
	}
	if p, ok := f.aside(j); ok && f.at(j).class == aside && f.at(j+1).class == yearW && signs == "" {
		return p, true // December of the same year
	}
	y, next, ending, rel, ok := f.year(j)
	if !ok || !f.adjoins(j-1, signs) {
		return point{}, false
	}
	p := on(period{year: y, month: t.n}, ending, next)
	if t.class == seasonW {
		p = season(y, t.n, ending, next)
	}
	p.relative = rel
	p.unknown = p.unknown || rel && f.ref.IsZero()
	return p, true
}

// bareMonth reads a month that stands alone: haziranda, aralık ayında, in June.
func (f *finder) bareMonth(i int) (point, bool) {
	m, next, ending, ok := f.monthAt(i)
	if !ok || !f.isMonth(i, next) {
		return point{}, false
	}
	p := point{from: period{leapYear, m, 0}, yearless: true, weekday: -1, ending: ending, next: next}
	if from, to, isDay := f.days(next); isDay && next > i+1 && f.adjoins(next-1, "") && caseOf(ending) == turkish.Genitive && f.at(next).ending != "" {
		p.from.day, p.next, p.ending = from, next+1, f.at(next).ending
		p.to = p.from
		p.to.day = to
		p.unknown = !p.to.valid()
		return p, true // aralık ayının 4'ünde
	}
	p.to = p.from
	return p, true
}

// isMonth reports whether the name at token i, read up to next, means a month
// and not a hearth, a sowing or a person.
func (f *finder) isMonth(i, next int) bool {
	t, prev := f.at(i), f.at(i-1).class
	if next > i+1 { // ayı
		return true
	}
	if n, _ := englishMonth(t.word.Fold); n > 0 {
		pointed := prev == in && f.at(i-1).word.Fold != "around" && f.at(i-1).word.Fold != "circa" || prev == since || prev == until || prev == edge ||
			prev == before || prev == after || prev == from || prev == between || f.at(i-1).word.Fold == "early"
		if !t.vague {
			return t.word.Capital || pointed
		}
		return pointed && (t.word.Capital || prev == in && f.at(i-1).word.Fold == "in" || prev == since || prev == until)
	}
	if t.ending == "" && f.adjoins(next-1, "") && isPartOfMonth(f.at(next).word.Fold) {
		return true
	}
	kase := caseOf(t.ending)
	pointed := kase == turkish.Locative || kase == turkish.Ablative || kase == turkish.Adjectival || kase == turkish.Dative && f.at(next).class == until
	switch t.word.Fold[:2] {
	case "oc", "ar": // on the stove, in the gap
		return t.vague && pointed && t.word.Capital
	case "ni", "ey": // names of people
		return pointed
	}
	if t.vague {
		return pointed
	}
	return t.ending != "" || !t.word.Capital || !f.at(next).word.Capital || !f.adjoins(next-1, "") // Mayıs Nehri
}

// isPartOfMonth reports whether a folded word after the name of a month says
// which part of it is meant: nisan sonunda, ocak başından.
func isPartOfMonth(fold string) bool {
	for _, part := range [...]string{"sonu", "basi", "ortasi"} {
		if rest, ok := strings.CutPrefix(fold, part); ok && isEnding(strings.TrimPrefix(rest, "n")) {
			return true
		}
	}
	return false
}
