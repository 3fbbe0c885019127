package quantity

// A sum is a number in the making: what scale words have closed, and the group
// below a thousand, or the digits, that the next one multiplies.
type sum struct {
	total, group Value
	slots        slot // what of the group is taken
	last         int  // power of ten of the last scale word, 0 for none
	digits       bool // the group was written in digits
}

// A slot is a place of a group.
type slot uint8

const (
	units slot = 1 << iota
	tens
	hundreds
	closed // nothing but a scale word or a dozen may follow
	all    = units | tens | hundreds | closed
)

// take adds a number word and reports whether it may stand there.
func (s *sum) take(n numeral) bool {
	switch n.class {
	case zero:
		return s.fill(s.slots == 0 && s.last == 0, Value{}, all)
	case unit:
		return s.fill(!s.digits && s.slots&(units|closed) == 0, integer(n.n), units)
	case teen, ten:
		taken := tens
		if n.class == teen {
			taken |= units
		}
		return s.fill(!s.digits && s.slots&(units|tens|closed) == 0, integer(n.n), taken)
	case hundred:
		return s.hundred(n.lang)
	case scale:
		return s.scale(int(n.n))
	case plusHalf:
		return s.plus(1, 2)
	case half:
		return s.part(2)
	case quarter:
		return s.part(4)
	case dozen:
		return s.dozen()
	case twice:
		return s.fill(s.slots == 0 && s.last == 0, integer(n.n), all)
	}
	return false
}

// fill adds v to the group when it may.
func (s *sum) fill(may bool, v Value, taken slot) bool {
	if !may {
		return false
	}
	g, ok := s.group.plus(v)
	s.group, s.slots = g, s.slots|taken
	return ok
}

// part begins a number with a half or a quarter, or takes so many of them: üç
// çeyrek, three quarters, one half.
func (s *sum) part(d int64) bool {
	if s.digits || s.last > 0 || s.slots != 0 && s.slots != units {
		return false
	}
	if s.slots == 0 {
		v, _ := newValue(1, d, 0)
		return s.fill(true, v, all)
	}
	v, ok := s.group.times(1, d)
	s.group, s.slots = v, all
	return ok && v.Cmp(integer(1)) < 0
}

func (s *sum) hundred(l language) bool {
	if s.slots == 0 && !s.digits {
		return s.fill(true, integer(100), hundreds)
	}
	n, whole := s.group.Int()
	most := int64(9)
	if l == englishText {
		most = 99 // nineteen hundred
	}
	if !whole || n < 1 || n > most || s.slots&(hundreds|closed) != 0 && !s.digits {
		return false
	}
	g, ok := s.group.shift(2)
	s.group, s.slots, s.digits = g, hundreds, false
	return ok
}

func (s *sum) scale(power int) bool {
	if s.slots == 0 && !s.digits {
		if s.last > 0 && power > s.last { // 5 bin milyar
			t, ok := s.total.shift(power)
			s.total, s.last = t, power
			return ok
		}
		s.group = integer(1)
	}
	if s.last > 0 && power >= s.last {
		return false
	}
	g, ok1 := s.group.shift(power)
	t, ok2 := s.total.plus(g)
	*s = sum{total: t, last: power}
	return ok1 && ok2
}

// plus adds n/d of what was said last: bir buçuk, 2 milyon buçuk.
func (s *sum) plus(n, d int64) bool {
	v, _ := newValue(n, d, 0)
	if s.slots == 0 && !s.digits {
		if s.last == 0 {
			return false
		}
		v, _ = v.shift(s.last)
		t, ok := s.total.plus(v)
		s.total, s.slots = t, all
		return ok
	}
	if _, whole := s.group.Int(); !whole || s.slots&closed != 0 {
		return false
	}
	g, ok := s.group.plus(v)
	s.group, s.slots, s.digits = g, all, false
	return ok
}

func (s *sum) dozen() bool {
	if s.last > 0 {
		return false
	}
	if s.slots == 0 && !s.digits {
		s.group = integer(1)
	}
	g, ok := s.group.times(12, 1)
	s.group, s.slots, s.digits = g, all, false
	return ok
}

// year reads years said in two halves: nineteen fifty-four.
func (s *sum) year(m numeral, n *number) bool {
	g, _ := s.group.Int()
	if m.lang != englishText || m.ordinal || m.class != ten && m.class != teen || s.last > 0 || n.to != n.from+1 || g < 13 || g > 20 || m.n == g+1 {
		return false
	}
	s.group, s.slots, n.year = integer(100*g+m.n), hundreds|tens|closed, true
	if m.class == ten {
		s.slots = hundreds | tens
	}
	return true
}
