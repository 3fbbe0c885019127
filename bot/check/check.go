package check

// A Quote is a sentence that is to carry a statement.
type Quote struct {
	Text    string
	Date    string // of its article, ISO 8601; resolves "last year"; may be empty
	Context string // what stands before it in its article: whom "the two countries" means; may be empty
}

// Reasons why a statement is withheld.
const (
	Number  = "number"  // a number that the quotes do not hold
	Date    = "date"    // a date that they do not hold
	Name    = "name"    // a name that they do not hold
	Denial  = "denial"  // denies what they assert, or the other way round
	Certain = "certain" // vouches for what they only claim or think possible
	Scale   = "scale"   // says the opposite
	Role    = "role"    // who does it to whom, or whose it is, differs
	Added   = "added"   // too many words that they do not carry
)

// A Verdict is the outcome for one statement.
type Verdict struct {
	Carried bool
	Reason  string // why not; one of the reasons above
	Detail  string // the word or number it fails on, for the log
}

// Statement reports whether the quotes carry the statement.
func Statement(text string, quotes []Quote) Verdict {
	s := readClosely(text)
	q := make([]source, len(quotes))
	for i, quote := range quotes {
		q[i] = source{Quote: quote, reading: readClosely(quote.Text)}
	}
	s.align(q)
	answer(s, q)
	for _, c := range []struct {
		reason string
		check  func(reading, []source) string
	}{
		{Number, checkNumbers},
		{Date, checkDates},
		{Name, checkNames},
		{Scale, checkScales},
		{Scale, checkOpposites},
		{Denial, checkDenials},
		{Certain, checkCertainty},
		{Role, checkRoles},
		{Role, checkSwaps},
		{Added, checkSupport},
	} {
		if detail := c.check(s, q); detail != "" {
			return Verdict{Reason: c.reason, Detail: detail}
		}
	}
	return Verdict{Carried: true}
}

// readClosely reads a text for the words beyond the lexicon too.
func readClosely(text string) reading {
	r := read(text)
	r.markPoles()
	r.markSynonyms()
	r.markTranslations()
	return r
}

// A source is a quote, read.
type source struct {
	Quote
	reading
}
