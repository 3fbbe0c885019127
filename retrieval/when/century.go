package when

import (
	"strings"

	"alinti/retrieval/quantity"
)

// century reads 19. yüzyıl, XIX. yüzyılın ikinci yarısı, 18. ve 19. yüzyıllar,
// the second half of the 19th century, geçen yüzyıl.
func (f *finder) century(i int) (point, bool) {
	if p, ok := f.halfFirst(i); ok {
		return p, true
	}
	a, j, ok := f.ordinals(i)
	if !ok || f.at(j).class != centuryW || !f.adjoins(j-1, ".") {
		return point{}, false
	}
	p := f.centuries(i, a[0], a[1], f.at(j).ending, j+1)
	if half, ok := f.partOfCentury(p, j+1); ok && a[0] == a[1] {
		return half, true
	}
	return p, true
}

// ordinals reads one ordinal, a range of them, or two with a word between.
func (f *finder) ordinals(i int) (n [2]int, next int, ok bool) {
	q := f.at(i).quantity
	if q == nil || q.Kind != quantity.Ordinal {
		return n, 0, false
	}
	a, ok1 := q.Value.Int()
	b, ok2 := q.High.Int()
	next = i + 1
	if second := f.at(i + 2).quantity; f.at(i+1).class == joins && second != nil && second.Kind == quantity.Ordinal {
		b, ok2 = second.High.Int()
		next = i + 3
	}
	return [2]int{int(a), int(b)}, next, ok1 && ok2 && 1 <= a && a <= b && b <= 30
}

// centuries is the point from century a to century b.
func (f *finder) centuries(i, a, b int, ending string, next int) point {
	e := f.eraOf(i, next)
	p := point{weekday: -1, ending: ending, next: e.next, lead: e.lead}
	p.from, p.to = period{year: 100*a - 99}, period{year: 100 * b}
	if e.bc {
		p.from, p.to = period{year: 1 - 100*a}, period{year: 100 - 100*b}
	}
	return p
}

// partOfCentury narrows a century by what follows it: ilk yarısında, son
// çeyreğinde.
func (f *finder) partOfCentury(p point, j int) (point, bool) {
	n, ok := f.whole(j)
	if f.at(j).class == recent { // son
		n, ok = -1, true
	}
	years := 0
	switch f.at(j + 1).class {
	case halfW:
		years = 50
	case quarterW:
		years = 25
	}
	if !ok || years == 0 || n < -1 || n == 0 || n*years > 100 {
		return p, false
	}
	if n < 0 {
		n = 100 / years
	}
	p.to.year = p.from.year + n*years - 1
	p.from.year += (n - 1) * years
	p.ending, p.next = f.at(j+1).ending, j+2
	return p, true
}

// halfFirst reads the English order: the second half of the 19th century, the
// first quarter of 2024.
func (f *finder) halfFirst(i int) (point, bool) {
	w := f.at(i + 1).class
	if w != halfW && w != quarterW || f.at(i+2).class != of {
		return point{}, false
	}
	j := i + 3
	if f.at(j).class == article {
		j++
	}
	if c, ok := f.century(j); ok {
		p, ok := f.partOfCentury(c, i)
		p.next = c.next
		return p, ok
	}
	y, next, ending, rel, ok := f.year(j)
	if !ok {
		return point{}, false
	}
	p, ok := f.fraction(y, i)
	p.next, p.ending, p.relative = next, ending, rel
	p.unknown = p.unknown || rel && f.ref.IsZero()
	return p, ok
}

// decade reads 1990'lar, 1990'lı yıllarda, the 1990s, 90'lar, 1800'ler.
func (f *finder) decade(i int) (point, bool) {
	t := f.at(i)
	n, ok := f.whole(i)
	if !ok || n%10 != 0 || t.ending == "" {
		return point{}, false
	}
	many, kind := plural(t.ending) || t.ending == "s", t.ending == "li" || t.ending == "lu"
	next, ending := i+1, strings.TrimPrefix(strings.TrimPrefix(t.ending, "lar"), "ler")
	if w := f.at(next); kind && w.class == yearW && plural(w.ending) && f.adjoins(i, "") {
		next, ending, many = next+1, w.ending, true
	}
	switch {
	case !many && !(kind && n >= 1000):
		return point{}, false
	case 30 <= n && n <= 90:
		n += 1900
	case n < 1000 || n > 2100:
		return point{}, false
	}
	years := 10
	if n%100 == 0 && n != 2000 {
		years = 100
	}
	p := on(period{year: n}, ending, next)
	p.to.year = n + years - 1
	if e := f.eraOf(i, next); e.bc {
		p.from.year, p.to.year, p.lead, p.next = 1-p.to.year, 1-n, e.lead, e.next
	}
	return p, true
}
