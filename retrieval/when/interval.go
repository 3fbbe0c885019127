package when

import (
	"strings"

	"alinti/retrieval/turkish"
)

// extended makes a date of point a, which began at token i, with the words after
// it that make an interval: 2023'ten bu yana, 2023'e kadar, Haziran 2023 - Mart
// 2024, 2019 ile 2021 arasında.
func (f *finder) extended(a point, i int) (Date, int, bool) {
	if b, next, ok := f.secondEnd(a); ok {
		d, ok := f.joined(a, b, f.start(a, i), f.at(next-1).end)
		return d, next, ok
	}
	kase, w := caseOf(a.ending), f.at(a.next)
	if !f.adjoins(a.next-1, "") {
		return f.plain(a, i)
	}
	switch {
	case kase == turkish.Ablative && (w.class == since || w.class == onward):
		return f.open(a, i, a.next+1, since)
	case kase == turkish.Ablative && w.class == this && f.at(a.next+1).class == yana:
		return f.open(a, i, a.next+2, since)
	case kase == turkish.Ablative && w.class == ago, a.ending == "" && w.class == before:
		return f.open(a, i, a.next+1, before)
	case kase == turkish.Ablative && w.class == later, a.ending == "" && w.class == after:
		return f.open(a, i, a.next+1, after)
	case kase == turkish.Dative && w.class == until:
		return f.open(a, i, a.next+1, until)
	}
	return f.plain(a, i)
}

// start is the byte at which point a, read from token i on, begins.
func (f *finder) start(a point, i int) int { return f.at(i).start - a.lead }

// plain is the date of point a alone.
func (f *finder) plain(a point, i int) (Date, int, bool) {
	d := Date{Start: f.start(a, i), End: f.at(a.next - 1).end, nearest: a.yearless}
	f.settle(&a)
	d.Relative = a.relative
	if !a.unknown {
		d.interval(&a.from, &a.to)
	}
	return d, a.next, true
}

// open is the interval that point a opens or closes.
func (f *finder) open(a point, i, next int, how class) (Date, int, bool) {
	f.settle(&a)
	d := Date{Start: f.start(a, i), End: f.at(next - 1).end, Relative: a.relative}
	if a.unknown {
		return d, next, true
	}
	if how == since && a.relative && a.from.first() > f.ref.number() && a.from.month > 0 {
		a.from.year-- // hazirandan beri: the last one
	}
	switch how {
	case since:
		d.interval(&a.from, nil)
	case until:
		d.interval(nil, &a.to)
	case before:
		end := a.from.next(-1)
		d.interval(nil, &end)
	case after:
		begin := a.to.next(1)
		d.interval(&begin, nil)
	}
	return d, next, true
}

// secondEnd reads the other end of an interval that begins with point a.
func (f *finder) secondEnd(a point) (b point, next int, ok bool) {
	j := a.next
	switch strings.TrimSpace(f.gap(j - 1)) {
	case "-", "–", "—":
		b, ok = f.point(j)
		return b, b.next, ok
	case "":
	default:
		return b, 0, false
	}
	if f.at(j).class == joins && a.ending == "" {
		b, ok = f.point(j + 1)
		for k := b.next; ok && k < b.next+2; k++ {
			if f.at(k).class == between {
				return b, k + 1, true
			}
		}
		return b, 0, false
	}
	if caseOf(a.ending) == turkish.Ablative {
		b, ok = f.point(j)
		if ok && caseOf(b.ending) == turkish.Dative {
			next = b.next
			if f.at(next).class == until {
				next++
			}
			return b, next, true
		}
	}
	return b, 0, false
}

// joined is the interval from a to b. A year or month that only b names is a's
// too: Haziran–Ağustos 2024, 3 Mart - 5 Nisan 2024.
func (f *finder) joined(a, b point, start, end int) (Date, bool) {
	switch {
	case a.yearless && !b.yearless && b.weekday < 0 && b.from.month > 0:
		a.yearless = false
		a.from.year, a.relative = b.from.year, b.relative
		if a.from.month > b.from.month {
			a.from.year--
		}
	case a.yearless && b.yearless:
		f.settle(&a)
		b.yearless, b.relative, b.unknown = false, true, b.unknown || a.unknown
		b.to.year = a.from.year
		if b.to.month < a.from.month {
			b.to.year++
		}
	case !a.yearless && b.yearless && a.from.month > 0:
		b.yearless = false
		b.to.year, b.relative = a.from.year, a.relative
		if b.to.month < a.from.month {
			b.to.year++
		}
	}
	f.settle(&a)
	f.settle(&b)
	d := Date{Start: start, End: end, Relative: a.relative || b.relative}
	if !a.unknown && !b.unknown && a.from.valid() && b.to.valid() {
		d.interval(&a.from, &b.to)
	}
	return d, true
}

// prefixed reads the English intervals, whose words come first: since 2023, until
// June 2024, between 2019 and 2021, from June to August 2024, after 1945.
func (f *finder) prefixed(i int) (Date, int, bool) {
	j := i + 1
	for f.at(j).class == article || f.at(j).class == edge {
		j++
	}
	if !f.adjoins(i, "") || !f.adjoins(j-1, "-") {
		return Date{}, 0, false
	}
	how := since
	switch f.at(i).word.Fold {
	case "between":
		return f.fromTo(i, j, "and")
	case "from":
		return f.fromTo(i, j, "to")
	case "since":
	case "until", "till":
		how = until
	case "before":
		how = before
	case "after":
		how = after
	default:
		return Date{}, 0, false
	}
	a, ok := f.point(j)
	if !ok {
		return Date{}, 0, false
	}
	if (how == before || how == after) && j > i+1 && (f.at(j-1).class == edge || a.from == a.to) {
		return Date{}, 0, false // after the 1973 oil crisis
	}
	return f.open(a, i, a.next, how)
}

// fromTo reads two dates with a word between them; a range that is one quantity
// is left to be read as it stands.
func (f *finder) fromTo(i, j int, word string) (Date, int, bool) {
	a, ok := f.point(j)
	w := f.at(a.next)
	if !ok || w.word.Fold != word && (word == "and" || w.word.Fold != "through" && w.word.Fold != "until") || !f.adjoins(a.next-1, "") {
		return Date{}, 0, false
	}
	k := a.next + 1
	for f.at(k).class == article {
		k++
	}
	b, ok := f.point(k)
	if !ok {
		return Date{}, 0, false
	}
	d, ok := f.joined(a, b, f.start(a, i), f.at(b.next-1).end)
	return d, b.next, ok
}
