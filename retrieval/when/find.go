package when

import "sync"

// lastYear is the last year in which a text may have been written.
const lastYear = 9000

// Find returns the dates of a text in order; they do not overlap. ref is the day
// on which the text was written, or the zero Day when that is not known.
func Find(text string, ref Day) []Date {
	if !glance(text) {
		return nil
	}
	return read(text, ref)
}

// read is Find without the glance.
func read(text string, ref Day) []Date {
	if ref.Year < 1 || ref.Year > lastYear || !periodOf(ref).valid() {
		ref = Day{}
	}
	f := finders.Get().(*finder)
	f.text, f.ref = text, ref
	f.tokens()
	f.english = f.leansEnglish()
	var found []Date
	for i := 0; i < len(f.toks); {
		if t := &f.toks[i]; t.class == other && t.quantity == nil && !t.word.Number {
			i++
			continue
		}
		d, next, ok := f.date(i)
		if ok && (len(found) == 0 || d.Start >= found[len(found)-1].End) {
			if d.nearest && otherYear(found, d) {
				d.Resolved = ""
			}
			found = append(found, d)
		}
		i = max(next, i+1)
	}
	finders.Put(f)
	return found
}

// finders keep their memory between texts.
var finders = sync.Pool{New: func() any { return new(finder) }}

// date reads the date that begins at token i and returns the token to go on with.
func (f *finder) date(i int) (Date, int, bool) {
	if d, next, ok := f.prefixed(i); ok {
		return d, next, true
	}
	if d, next, ok := f.recent(i); ok {
		return d, next, true
	}
	if d, next, ok := f.away(i); ok {
		return d, next, true
	}
	a, ok := f.point(i)
	if !ok {
		return Date{}, i + 1, false
	}
	return f.extended(a, i)
}

// leansEnglish reports whether more words of the text are English than Turkish,
// as far as the smallest words tell.
func (f *finder) leansEnglish() bool {
	n := 0
	for i := range f.toks {
		switch f.toks[i].word.Fold {
		case "the", "of", "in", "on", "and", "was", "is", "what", "when", "to", "at", "by", "for", "did":
			n++
		case "ve", "bir", "bu", "ile", "ne", "da", "de", "mi", "icin", "tarihinde", "zaman", "hangi", "gunu", "oldu":
			n--
		}
	}
	return n > 0
}
