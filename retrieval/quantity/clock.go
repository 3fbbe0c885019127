package quantity

import (
	"strings"

	"alinti/retrieval/turkish"
)

// clock reads the time of day that begins at token i: 14:30, saat 14.30, saat
// 14'te, saat üç buçukta, 5 pm, 5:30 p.m.
func (p *parser) clock(i int) (Quantity, int, bool) {
	t := &p.toks[i]
	if t.kind == sign || t.kind == word && t.num.class == none {
		return Quantity{}, i, false
	}
	said := p.is(i-1, "saat") || p.is(i-1, "saati") || p.is(i-1, "saatler")
	minutes, to, ok := p.colon(i)
	if !ok && said {
		minutes, to, ok = p.afterSaat(i)
	}
	if !ok {
		n, whole := p.number(i)
		hour, isInt := n.value.Int()
		if !whole || !isInt || hour < 1 || hour > 12 || n.ending != (ending{}) {
			return Quantity{}, i, false
		}
		minutes, to = hour*60, n.to
	}
	half, end := int64(0), to
	if t.num.lang != turkishText {
		half, end = p.halfOfDay(to)
	}
	if end > to {
		minutes, to = minutes%720+half, end
	} else if !ok {
		return Quantity{}, i, false
	}
	q := Quantity{Start: t.start, End: p.toks[to-1].end, Kind: Clock, Value: integer(minutes), High: integer(minutes)}
	q.PhraseStart, q.PhraseEnd = q.Start, q.End
	if said {
		q.PhraseStart = p.toks[i-1].start
	}
	return q, to, true
}

// colon reads 14:30 and 14:30:05.
func (p *parser) colon(i int) (minutes int64, to int, ok bool) {
	if p.toks[i].kind != digits || !p.glued(i+1, ':') || i+2 >= len(p.toks) || p.toks[i+2].spaced || p.toks[i+2].kind != digits {
		return 0, 0, false
	}
	h, m := p.text[p.toks[i].start:p.toks[i].stem], p.text[p.toks[i+2].start:p.toks[i+2].stem]
	to = i + 3
	if p.glued(to, ':') && to+1 < len(p.toks) && p.toks[to+1].kind == digits && !p.toks[to+1].spaced {
		to += 2
	}
	minutes, ok = timeOf(h, m)
	return minutes, to, ok
}

// timeOf is the time h:m in minutes.
func timeOf(h, m string) (int64, bool) {
	if len(h) > 2 || len(m) != 2 || !isDigit(m[0]) || !isDigit(m[1]) {
		return 0, false
	}
	hour, ok := value(h, false)
	n, _ := hour.Int()
	minute := int64(m[0]-'0')*10 + int64(m[1]-'0')
	return n*60 + minute, ok && n <= 24 && minute < 60
}

// afterSaat reads what follows the word saat: 14.30, 14'te, üç buçukta.
func (p *parser) afterSaat(i int) (minutes int64, to int, ok bool) {
	t := &p.toks[i]
	if t.kind == digits && t.form == decimalLiteral && t.stem-t.start <= 5 {
		s := p.text[t.start:t.stem]
		if n := digitRun(s); s[n] == '.' {
			minutes, ok = timeOf(s[:n], s[n+1:])
			return minutes, i + 1, ok
		}
	}
	n, ok := p.number(i)
	if !ok || n.ordinal || n.scaled > 0 {
		return 0, 0, false
	}
	v, ok := n.value.times(60, 1)
	minutes, whole := v.Int()
	if u := p.unitAt(n.to); u.name != "" || n.ending.kase == turkish.Ablative && p.more(n.to) {
		return 0, 0, false
	}
	return minutes, n.to, ok && whole && minutes <= 24*60
}

// more reports whether token i says that more or less is meant.
func (p *parser) more(i int) bool { return p.is(i, "fazla") || p.is(i, "az") || p.is(i, "cok") }

// halfOfDay reads am, pm, a.m. and p.m. at token i, and o'clock.
func (p *parser) halfOfDay(i int) (add int64, to int) {
	switch string(p.folded(i)) {
	case "am":
		return 0, i + 1
	case "pm":
		return 720, i + 1
	case "a", "p":
		if p.glued(i+1, '.') && p.is(i+2, "m") && !p.toks[i+2].spaced {
			if p.is(i, "p") {
				add = 720
			}
			to = i + 3
			if p.glued(to, '.') {
				to++
			}
			return add, to
		}
	case "o":
		if t := &p.toks[i]; strings.HasSuffix(p.text[t.stem:t.end], "clock") {
			return 0, i + 1
		}
	}
	return 0, i
}
