package quantity

import "sync"

// A Kind says what sort of number a [Quantity] is.
type Kind uint8

// The kinds of number.
const (
	Plain    Kind = iota // 13 bin asker: a count, or a number and no more
	Percent              // %50, yüzde elli; binde 5 is 0.5 of them
	Fraction             // üçte bir, yarısı, 1/3, half
	Ordinal              // 3., üçüncü, 3rd, XIV. Louis
	Year                 // 2024: four digits without grouping, 1000 to 2100, that count nothing; a guess
	Money                // 9,8 milyar dolar
	Measure              // 40 km, 20 °C
	Duration             // üç yıl, 24 saat; an age
	Multiple             // üç kat, beş kez, twice
	Clock                // 14:30; Value is minutes since midnight
	Vague                // binlerce, thousands; Value is the order of magnitude
	Label                // F-16, G20: digits that are part of a name
)

var kindNames = [...]string{"plain", "percent", "fraction", "ordinal", "year", "money", "measure", "duration", "multiple", "clock", "vague", "label"}

// String is the kind in one English word.
func (k Kind) String() string { return kindNames[k] }

// A Qualifier says how the text bounds or blurs a number.
type Qualifier uint8

// The qualifiers.
const (
	Unqualified Qualifier = iota
	AtLeast               // en az, at least
	AtMost                // en fazla, up to
	MoreThan              // -den fazla, -i aşkın, over
	LessThan              // -den az, under
	About                 // yaklaşık, civarında, about
	Nearly                // -e yakın, neredeyse, almost
)

var qualifierNames = [...]string{"", "at least", "at most", "more than", "less than", "about", "nearly"}

// String is the qualifier in English; empty for [Unqualified].
func (q Qualifier) String() string { return qualifierNames[q] }

// A Quantity is one number in a text. All offsets count bytes of that text, ends
// exclusive.
type Quantity struct {
	Start, End int // the number with its sign and ending: %50'si, 9,8 milyar, üçte birinden

	// The number with the words that qualify it and its unit: "en az 13 bin
	// asker". It holds Start to End.
	PhraseStart, PhraseEnd int

	Value Value // as said: 50 for %50; the lower bound of a range
	High  Value // the upper bound of a range; else equal to Value
	Kind  Kind

	Qualifier Qualifier

	// Unit names what is counted when it is one the package knows: "USD" (ISO
	// 4217), "km", "kg", "year", "times", "%"; else it is empty.
	Unit string
	// The word of the unit, or else the word after the number that is likely
	// what it counts (asker in 13 bin asker); both 0 when there is none.
	UnitStart, UnitEnd int
}

// IsRange reports whether the quantity has two bounds: 10-15 bin.
func (q Quantity) IsRange() bool { return q.Value != q.High }

// Find returns the numbers of a text in order. They do not overlap. The
// language is told from the text itself when the reading depends on it.
func Find(text string) []Quantity { return FindIn(text, "") }

// FindIn is [Find] for a text whose language is known: "tr" or "en". With any
// other language the text decides.
func FindIn(text, language string) []Quantity {
	lang := languageOf(language)
	if !glance(text, lang) {
		return nil
	}
	return read(text, lang)
}

// read is FindIn without the glance.
func read(text string, lang language) []Quantity {
	room := rooms.Get().(*[]token)
	p := parser{text: text, toks: scan((*room)[:0], text), lang: lang}
	if p.lang == unknown && p.languageMatters() {
		p.lang = p.guessLanguage()
	}
	var found []Quantity
	for i := 0; i < len(p.toks); {
		if !p.mayBegin(i) {
			i++
			continue
		}
		q, next, ok := p.quantity(i)
		if ok {
			found = append(found, q)
		}
		i = max(next, i+1)
	}
	*room = p.toks
	rooms.Put(room)
	return found
}

// rooms hold the memory of tokens between texts.
var rooms = sync.Pool{New: func() any { return new([]token) }}

// Equal reports whether two quantities say the same number of the same thing.
// Percentages and fractions compare as shares, so that %50 is half; ordinals,
// clock times and vague numbers equal only their like. Units count when both
// are known: 5 km is not 5 kg, but it is 5. Qualifiers do not count.
func Equal(a, b Quantity) bool {
	if a.Unit != "" && b.Unit != "" && a.Unit != b.Unit && !(a.share() && b.share()) {
		return false
	}
	if family(a.Kind) != family(b.Kind) {
		return false
	}
	if a.Kind == Percent != (b.Kind == Percent) {
		return a.share() && b.share() && a.of1() == b.of1()
	}
	return a.Value == b.Value && a.High == b.High
}

// Key is the quantity's number as text, the same for however it is written: 13
// bin and 13.000 are "13000", %50, yüzde elli and yarısı "0.5 of 1". It says
// nothing of the unit, of a range the lower bound alone.
func (q Quantity) Key() string {
	if q.share() {
		return q.of1()[0].String() + " of 1"
	}
	return q.Value.String()
}

// share reports whether the quantity can be read as a part of a whole.
func (q Quantity) share() bool { return q.Kind == Percent || q.Kind == Fraction }

// of1 is the quantity's bounds as shares of one.
func (q Quantity) of1() [2]Value {
	if q.Kind != Percent {
		return [2]Value{q.Value, q.High}
	}
	low, _ := q.Value.shift(-2)
	high, _ := q.High.shift(-2)
	return [2]Value{low, high}
}

// family groups the kinds that can equal each other.
func family(k Kind) Kind {
	switch k {
	case Ordinal, Clock, Vague:
		return k
	}
	return Plain
}
