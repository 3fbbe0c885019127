package when

import (
	"strings"

	"alinti/retrieval/quantity"
	"alinti/retrieval/turkish"
)

// A length is a count of days, weeks, months or years.
type length struct {
	n     int
	class class
	next  int
	exact bool
	word  *token // its unit
}

// length reads üç yıl, 24 gün, two weeks, a year at token i.
func (f *finder) length(i int) (length, bool) {
	t := f.at(i)
	if t.class == article && t.word.Fold == "a" && f.adjoins(i, "") {
		w := f.at(i + 1)
		return length{1, w.class, i + 2, true, w}, isUnit(w.class)
	}
	q := t.quantity
	if q == nil || q.Kind != quantity.Duration || q.UnitEnd == 0 {
		return length{}, false
	}
	w := f.at(i + 1)
	if !isUnit(w.class) || !f.adjoins(i, "-") {
		return length{}, false
	}
	n, whole := q.Value.Int()
	exact := whole && !q.IsRange() && (q.Qualifier == quantity.Unqualified) && 0 < n && n < 100 && (n < 20 || n%10 != 0)
	return length{int(n), w.class, i + 2, exact, w}, true
}

func isUnit(c class) bool {
	switch c {
	case yearW, monthW, weekW, dayW, decadeW:
		return true
	}
	return false
}

// back is the day n units before the day of writing, n after it when negative.
func (f *finder) back(l length) Day {
	switch l.class {
	case yearW:
		return f.ref.addMonths(-12 * l.n)
	case decadeW:
		return f.ref.addMonths(-120 * l.n)
	case monthW:
		return f.ref.addMonths(-l.n)
	case weekW:
		return f.ref.add(-7 * l.n)
	}
	return f.ref.add(-l.n)
}

// away reads 3 gün önce, iki yıl sonra, two weeks ago: as exact as its unit. From
// another day than that of writing (savaştan iki yıl sonra) it is not resolved;
// nor is "two years later", nor iki yıl sonra but for what is still to come.
func (f *finder) away(i int) (Date, int, bool) {
	l, ok := f.length(i)
	if !ok || plural(l.word.ending) || !f.adjoins(l.next-1, "") {
		return Date{}, 0, false
	}
	d := Date{Start: f.at(i).start, Relative: true}
	t, next := f.at(l.next), l.next+1
	deictic := f.fromNow(i)
	switch {
	case t.class == ago || t.word.Fold == "onceki":
		deictic = deictic || !f.fromElsewhere(i)
	case t.class == later || t.word.Fold == "sonraki":
		l.n = -l.n
		deictic = deictic || t.word.Fold == "sonra" && !f.fromElsewhere(i) && f.future()
	case t.class == from && f.at(next).word.Fold == "now":
		l.n, next, deictic = -l.n, next+1, true
	default:
		return Date{}, 0, false
	}
	d.End = f.at(next - 1).end
	if !deictic || !l.exact || f.ref.IsZero() {
		return d, next, true
	}
	day := f.back(l)
	a := periodOf(day)
	switch l.class {
	case yearW, decadeW:
		a = period{year: a.year}
	case monthW:
		a.day = 0
	case weekW:
		a = periodOf(day.monday())
		b := periodOf(day.monday().add(6))
		d.interval(&a, &b)
		return d, next, true
	}
	d.interval(&a, &a)
	return d, next, true
}

// fromNow reports whether "bundan" stands before token i.
func (f *finder) fromNow(i int) bool { return f.at(i-1).word.Fold == "bundan" }

// fromElsewhere reports whether the word before token i is in the ablative:
// savaştan iki yıl sonra.
func (f *finder) fromElsewhere(i int) bool {
	w := f.at(i - 1).word
	if w.Suffix != "" {
		return caseOf(w.Suffix) == turkish.Ablative
	}
	return len(w.Fold) > 4 && caseOf(w.Fold) == turkish.Ablative
}

// future reports whether a verb of the text is in the Turkish future tense.
func (f *finder) future() bool {
	for i := range f.toks {
		s := f.toks[i].word.Fold
		for _, mark := range []string{"acak", "ecek", "acag", "eceg"} {
			if k := strings.Index(s, mark); k > 1 && s != "gelecek" {
				return true
			}
		}
	}
	return false
}

// recent reads son üç yılda, the last three years, the past decade: up to the
// day of writing. Those of something else (savaşın son iki yılında, the last
// three years of his life) are not resolved.
func (f *finder) recent(i int) (Date, int, bool) {
	t := f.at(i)
	if t.class != recent && t.word.Fold != "last" || !f.adjoins(i, "") {
		return Date{}, 0, false
	}
	l, ok := f.length(i + 1)
	if w := f.at(i + 1); !ok && (w.class == decadeW || w.class == yearW && t.word.Fold == "past") && w.word.Fold != "decades" && w.word.Fold != "years" {
		l, ok = length{1, w.class, i + 2, true, w}, true
	}
	if !ok {
		return Date{}, 0, false
	}
	d := Date{Start: t.start, End: f.at(l.next - 1).end, Relative: true}
	if owned(l.word.ending) || f.at(l.next).class == of || !l.exact || f.ref.IsZero() {
		return d, l.next, true
	}
	a, b := periodOf(f.back(l)), periodOf(f.ref)
	d.interval(&a, &b)
	return d, l.next, true
}
