package when

import "alinti/retrieval/turkish"

// A class is what a word means for a date.
type class uint8

const (
	other    class = iota
	month          // n: 1 to 12
	weekday        // n: 0, Monday, to 6
	yearW          // yıl, year
	monthW         // ay, month
	weekW          // hafta, week
	dayW           // gün, day
	decadeW        // decade
	centuryW       // yüzyıl, century
	seasonW        // n: first month; 12 for winter
	nearDay        // dün, today; n: days from today
	last           // geçen, last; n: how many more before
	this           // bu, this
	coming         // gelecek, next
	aside          // önceki, ertesi, aynı: by something said before
	recent         // son, past
	ago            // önce, ago
	later          // sonra, later
	since          // beri, since
	yana           // yana, of "bu yana"
	onward         // itibaren
	until          // kadar, until
	before         // öncesi, before
	after          // sonrası, after
	between        // arası, between
	from           // from
	joins          // ile, ve, and, to
	in             // in, on, by: a date may follow
	dayPart        // sabah, evening
	edge           // early, late: no part of what is resolved
	halfW          // yarısı, half
	quarterW       // çeyreği, quarter
	of             // of
	article        // the, a
)

// A meaning is what the lexicon says of a word.
type meaning struct {
	class  class
	n      int
	ending string // what follows a Turkish stem, an apostrophe's suffix included
	vague  bool   // a month that is also another word: ocak, may
}

// meaningOf looks a word up.
func meaningOf(w *turkish.Word) meaning {
	m := turkishWord(w.Fold)
	if m.class == other {
		m = englishWord(w.Fold)
	}
	if m.class != other {
		m.ending += w.Suffix
		return m
	}
	return inflected(w.Fold, w.Suffix)
}
