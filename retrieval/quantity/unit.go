package quantity

import "bytes"

// A unitMatch is a unit found in the text.
type unitMatch struct {
	name       string // empty when there is none
	kind       Kind
	from, to   int // tokens
	start, end int // bytes
}

// unitAt reads the unit that token i begins with. Before it the name of a
// country may stand (ABD doları), and square or cubic.
func (p *parser) unitAt(i int) unitMatch {
	if i >= len(p.toks) {
		return unitMatch{}
	}
	if p.toks[i].kind == sign {
		return p.degree(i)
	}
	from := i
	square, working := "", false
	switch string(p.folded(i)) {
	case "is": // üç iş günü
		i, working = i+1, true
	case "abd", "amerikan", "us", "turk", "rus", "euro", "canadian", "australian", "kanada", "avustralya", "ingiliz", "metrik", "metric", "long", "short", "light", "isik":
		i++
	case "square", "sq":
		square, i = "²", i+1
	case "cubic":
		square, i = "³", i+1
	}
	u := p.unitWordAt(i)
	if i > from && (u.name == "" || working && u.name != "day") {
		i, square = from, ""
		u = p.unitWordAt(i)
	}
	if u.name == "" {
		return u
	}
	u.from, u.start = from, p.toks[from].start
	if i > from && u.kind == Duration && !working {
		u.name, u.kind = "light year", Measure
	}
	if square == "" {
		square = p.power(&u)
	}
	u.name += square
	return u
}

// unitWordAt looks token i up.
func (p *parser) unitWordAt(i int) unitMatch {
	b := p.folded(i)
	if len(b) == 0 {
		return unitMatch{}
	}
	best := lookupUnit(b)
	if best.name == "" || best.front == "won" && p.lang == englishText && !(i > 0 && p.toks[i-1].num.class == scale) {
		return unitMatch{}
	}
	if len(b) == 1 && (i == 0 || p.toks[i-1].kind != digits) {
		return unitMatch{} // m
	}
	t := &p.toks[i]
	return unitMatch{name: best.name, kind: best.kind, from: i, to: i + 1, start: t.start, end: t.end}
}

// lookupUnit returns the unit that a folded word names, without a name when it
// names none.
func lookupUnit(b []byte) unitWord {
	best := unitWord{}
	if len(b) == 0 || string(b) == "yeni" || string(b) == "yeniden" { // new, and no yen
		return best
	}
	for _, u := range unitWords(b[0]) {
		if u.front[0] == b[0] && len(u.front) > len(best.front) && bytes.HasPrefix(b, []byte(u.front)) && unitEnding(b[len(u.front):], u.open) {
			best = u
		}
	}
	return best
}

// unitEnding reports whether rest is an ending that a unit takes.
func unitEnding(rest []byte, open bool) bool {
	if len(rest) == 0 {
		return true
	}
	if !open {
		return false
	}
	switch string(rest) {
	case "s", "es", "li", "lu", "luk", "lik", "ki", "dir", "dur", "tir", "tur":
		return true
	case "k", "n", "m":
		return false
	}
	if e, ok := endingOf(rest, true, harmony{}); ok {
		return !e.ordinal && !e.each
	}
	return false
}

// power reads what makes a unit of length one of area or volume, or of speed:
// m², metre kare, km/h.
func (p *parser) power(u *unitMatch) string {
	i := u.to
	if i >= len(p.toks) {
		return ""
	}
	t := &p.toks[i]
	switch {
	case t.kind == sign && !t.spaced && (t.r == '²' || t.r == '³'):
		u.to, u.end = i+1, t.end
		return string(t.r)
	case t.kind == digits && !t.spaced && (p.text[t.start:t.stem] == "2" || p.text[t.start:t.stem] == "3"):
		u.to, u.end = i+1, t.end
		if p.text[t.start] == '2' {
			return "²"
		}
		return "³"
	case bytes.HasPrefix(p.folded(i), []byte("kare")): // kilometre kareye
		u.to, u.end = i+1, t.end
		return "²"
	case p.is(i, "kup"):
		u.to, u.end = i+1, t.end
		return "³"
	case p.glued(i, '/') && i+1 < len(p.toks) && p.toks[i+1].kind == word && !p.toks[i+1].spaced:
		u.to, u.end = i+2, p.toks[i+1].end
		switch string(p.folded(i + 1)) {
		case "h", "s", "sa", "saat":
			return "/h"
		case "sn":
			return "/s"
		}
	}
	return ""
}

// degree reads °C, ° and the signs of money after a number.
func (p *parser) degree(i int) unitMatch {
	t := &p.toks[i]
	if t.r != '°' && t.r != '℃' {
		return unitMatch{}
	}
	u := unitMatch{name: "°", kind: Measure, from: i, to: i + 1, start: t.start, end: t.end}
	if i+1 < len(p.toks) && !p.toks[i+1].spaced {
		switch string(p.folded(i + 1)) {
		case "c":
			u.name, u.to, u.end = "°C", i+2, p.toks[i+1].end
		case "f":
			u.name, u.to, u.end = "°F", i+2, p.toks[i+1].end
		}
	}
	return u
}

// UnitOf returns the unit that a folded word names, as in [Quantity], and the
// kind of number that it makes: "TRY" and Money for lira, "km" and Measure for
// km. The name is empty if the word names none.
func UnitOf(fold string) (name string, kind Kind) {
	u := lookupUnit([]byte(fold))
	return u.name, u.kind
}
