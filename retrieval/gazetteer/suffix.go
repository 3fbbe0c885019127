package gazetteer

// An ending says how Turkish suffixes meet the end of a name.
type ending uint8

const (
	back    ending = 1 << iota // the last vowel is a back vowel: -a, not -e
	round                      // the last vowel is rounded: -u, not -i
	vowel                      // it ends in a vowel, or is spelled out (ABD)
	bare                       // it is an everyday word too: no suffix is taken
	english                    // it is one in Turkish: it counts only among English words
	either                     // it ends in a soft l, as Seul does: both -a and -e are written
)

// A state is how far along the row of suffixes a word is.
type state uint8

const (
	name      state = iota // the bare name
	person                 // after -li or a people's name: plural may follow
	owned                  // after the possessive: n comes before a case
	cased                  // after a case
	located                // after -da or -nin: -ki may follow
	predicate              // nothing follows
)

// steps are the suffixes, folded, as patterns: A is a or e, I is i or u by
// harmony, D is d or t; Y, N and S are y, n and s after a vowel and nothing
// after a consonant; other letters stand for themselves.
var steps = [...]struct {
	from, to state
	form     string
}{
	{name, person, "lI"}, // Koreli
	{name, cased, "cA"},  // Korece
	{name, owned, "SI"},  // 1990'ların Türkiyesi
	{name, cased, "YI"}, {name, cased, "YA"}, {name, located, "DA"}, {name, cased, "DAn"},
	{name, located, "NIn"}, {name, cased, "YlA"}, {name, predicate, "DIr"}, {name, predicate, "YDI"}, {name, predicate, "YsA"},
	{person, person, "lAr"},
	{person, cased, "cA"},
	{person, owned, "SI"},
	{person, cased, "YI"}, {person, cased, "YA"}, {person, located, "DA"}, {person, cased, "DAn"},
	{person, located, "NIn"}, {person, cased, "YlA"}, {person, predicate, "DIr"}, {person, predicate, "YDI"},
	{owned, cased, "nI"}, {owned, cased, "nA"}, {owned, located, "nDA"}, {owned, cased, "nDAn"}, {owned, located, "nIn"}, {owned, cased, "YlA"},
	{located, person, "ki"},
	{located, predicate, "DIr"}, {cased, predicate, "DIr"},
}

// suffixed reports whether rest is a row of Turkish suffixes that the name can
// take, or the s of an English plural of a people. A country's name with -li is
// its people.
func (p *place) suffixed(rest string) (Kind, bool) {
	if rest == "" {
		return p.kind, true
	}
	if p.ending&bare != 0 {
		return p.kind, p.kind == People && len(rest) >= 3 && accepts(rest, person, p.ending) && rest[0] == 'l'
	}
	from := name
	if p.kind == People {
		if rest == "s" {
			return People, true
		}
		from = person
	}
	if accepts(rest, from, p.ending) {
		if from == name && hasPerson(rest) {
			return People, true
		}
		return p.kind, true
	}
	return p.kind, compound(p.name) && accepts(rest, owned, p.ending)
}

// hasPerson reports whether suffixes begin with -li.
func hasPerson(rest string) bool {
	return len(rest) >= 2 && rest[0] == 'l' && (rest[1] == 'i' || rest[1] == 'u')
}

// compound reports whether a name may end in the possessive, as Kore Yarımadası
// does: several words, the last ending in i or u.
func compound(name string) bool {
	c := name[len(name)-1]
	if c != 'i' && c != 'u' {
		return false
	}
	for i := range len(name) {
		if name[i] == ' ' {
			return true
		}
	}
	return false
}

// accepts reports whether rest is a row of suffixes from a state on.
func accepts(rest string, from state, e ending) bool {
	if rest == "" {
		return true
	}
	if e&either != 0 {
		e &^= either
		return accepts(rest, from, e) || accepts(rest, from, e^back)
	}
	for i := range steps {
		s := &steps[i]
		if s.from != from || s.form[0] >= 'a' && s.form[0] != rest[0] {
			continue
		}
		if n, next, ok := take(rest, s.form, e); ok && accepts(rest[n:], s.to, next) {
			return true
		}
	}
	return false
}

// take matches one suffix at the start of rest, n bytes of it; next is the
// ending of the word so far.
func take(rest, form string, e ending) (n int, next ending, ok bool) {
	for i := range len(form) {
		want := form[i]
		switch want {
		case 'Y', 'N', 'S':
			if e&vowel == 0 {
				continue
			}
			want += 'a' - 'A'
		case 'A':
			want = 'e'
			if e&back != 0 {
				want = 'a'
			}
		case 'I':
			want = 'i'
			if e&round != 0 {
				want = 'u'
			}
		case 'D':
			want = 'd'
			if n < len(rest) && rest[n] == 't' {
				want = 't'
			}
		}
		if n == len(rest) || rest[n] != want {
			return 0, e, false
		}
		n++
		switch want {
		case 'a', 'e':
			e = e&back | vowel // and no longer rounded
		case 'i', 'u':
			e |= vowel
		default:
			e &^= vowel
		}
	}
	return n, e, true
}
