package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxSentence is the most code points of one quotable unit. A longer run of
// text without a sentence's end is cut at white space: nobody reads a quote
// of a page, and chat services refuse it.
const maxSentence = 2000

// splitLine appends the sentences of one line to dst. English is how ordinal
// numbers are read: "2. Dünya Savaşı" goes on in Turkish, "in 1942. It" ends.
//
// A sentence ends after . ! ? or … with the closing quotation marks, brackets
// and note numbers behind it,
//
//   - when white space and then a capital, a digit, a currency sign or an
//     opening mark of quotation follows, or also a small letter in a line that
//     has no capitals at all; or
//   - without white space between a small letter and a capital, for text typed so.
//
// It does not end inside of brackets or quotation marks that close within
// [maxShelter] code points, nor after a period that belongs to an abbreviation,
// an initial, a Turkish ordinal or Roman numeral; see [periodEnds]. What is
// left after the last sentence is one too, unless it is a dateline ("- SEUL").
func splitLine(dst []Span, text string, l Span, english bool) []Span {
	s := scanner{text: text[l.Start:l.End], english: english}
	s.shelters = shelters(s.text)
	s.uncapped = strings.IndexFunc(s.text, unicode.IsUpper) < 0
	start := 0
	for at := 0; at < len(s.text); {
		end, next := s.next(start, at)
		if end < 0 {
			break
		}
		if next < 0 {
			at = end
			continue
		}
		dst = appendCapped(dst, text, trim(text, Span{l.Start + start, l.Start + end}))
		start, at = next, next
	}
	rest := trim(text, Span{l.Start + start, l.End})
	if start > 0 && (!readable(text[rest.Start:rest.End]) || dateline(text[rest.Start:rest.End])) {
		return dst
	}
	return appendCapped(dst, text, rest)
}

// A scanner looks for sentence ends in one line.
type scanner struct {
	text     string
	english  bool
	shelters []Span // where no sentence ends, in order
	uncapped bool   // there is no capital in the line: a sentence may begin with a small letter
	quotes   int    // straight double quotation marks before counted
	counted  int
	lettered int // end of the stretch that is known to hold no letter since start
	start    int
}

// next looks from at on for the next run of terminators. end is where it ends,
// closing marks included, or -1 when there is none; next is where the next
// sentence begins, or -1 when the sentence that began at start goes on.
func (s *scanner) next(start, at int) (end, next int) {
	i := strings.IndexFunc(s.text[at:], isTerminator)
	if i < 0 {
		return -1, -1
	}
	i += at
	j := skip(s.text, i, isTerminator)
	k := s.closers(j)
	if k == len(s.text) {
		return -1, -1
	}
	m := skip(s.text, k, isSpace)
	if m == len(s.text) {
		return -1, -1
	}
	if s.sheltered(i, k) || !s.worded(start, i) {
		return k, -1
	}
	ok := false
	if m > k {
		ok = s.endsBeforeSpace(start, i, j, k, m)
	} else {
		ok = s.endsTight(i, k)
	}
	if !ok {
		return k, -1
	}
	return k, m
}

// worded reports whether there is a letter between start and i. Both only
// grow from call to call, so no byte is looked at twice.
func (s *scanner) worded(start, i int) bool {
	if s.start != start {
		s.start, s.lettered = start, start
	}
	for s.lettered < i {
		r, n := utf8.DecodeRuneInString(s.text[s.lettered:])
		if unicode.IsLetter(r) {
			return true
		}
		s.lettered += n
	}
	return false
}

// endsBeforeSpace reports whether the terminators at i..j, closed at k, end a
// sentence when white space reaches from k to m.
func (s *scanner) endsBeforeSpace(start, i, j, k, m int) bool {
	rest := s.text[m:]
	next := firstOf(rest)
	dot := s.text[i:j] == "."
	switch {
	case next == nextOther:
		return false
	case next == nextSmall:
		const word = 3 // letters that no unlisted abbreviation has, more or less
		if !s.uncapped || k > j || dot && letters(lastWord(s.text[start:i])) < word {
			return false
		}
	}
	return !dot || periodEnds(s.text[start:i], rest, k > j, next, s.english)
}

// endsTight reports whether the terminators at i end a sentence although no
// white space follows them at k: "geldi.Sonra", but not "www.Ornek.com".
func (s *scanner) endsTight(i, k int) bool {
	if r, n := utf8.DecodeRuneInString(s.text[k:]); isOpener(r) {
		k += n
	}
	r, n := utf8.DecodeRuneInString(s.text[k:])
	before := lastWord(s.text[:i])
	ok := false
	switch {
	case unicode.IsUpper(r):
		after, _ := utf8.DecodeRuneInString(s.text[k+n:])
		ok = !unicode.IsUpper(after) && (small(before) || strings.HasSuffix(s.text[:i], ")")) // not ASP.NET
	case unicode.IsDigit(r):
		const word = 4 // letters of a word that is not a name with a version number
		e := skip(s.text, k, unicode.IsDigit)
		follows, _ := utf8.DecodeRuneInString(s.text[e:])
		ok = small(before) && letters(before) >= word && e-k <= 4 && (isSpace(follows) || isApostrophe(follows))
	}
	return ok && !abbreviation(before) && !address(s.text, i)
}

// sheltered reports whether a terminator at i, with its closing marks up to
// k, lies within brackets or quotation marks that go on after k.
func (s *scanner) sheltered(i, k int) bool {
	for len(s.shelters) > 0 && s.shelters[0].End <= i {
		s.shelters = s.shelters[1:]
	}
	return len(s.shelters) > 0 && s.shelters[0].Start <= i && k < s.shelters[0].End
}

// dateline reports whether s is only a dash and a place in capitals, as news
// agencies end a report.
func dateline(s string) bool {
	const longest = 40 // code points
	r, n := utf8.DecodeRuneInString(s)
	if !isDash(r) || utf8.RuneCountInString(s) > longest {
		return false
	}
	capitals := 0
	for _, r := range s[n:] {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case !isSpace(r) && !unicode.Is(unicode.Mn, r) && !strings.ContainsRune("/.,()'’-", r):
			return false
		}
	}
	return capitals >= 2
}

// appendCapped appends s to dst, cut at white space into spans of at most
// maxSentence code points.
func appendCapped(dst []Span, text string, s Span) []Span {
	for s.Len() > maxSentence {
		n, cut, space := 0, s.End, -1
		for i, r := range text[s.Start:s.End] {
			if n++; n > maxSentence {
				cut = s.Start + i
				break
			}
			if isSpace(r) {
				space = s.Start + i
			}
		}
		if cut == s.End {
			break
		}
		if space > s.Start {
			cut = space
		}
		dst = append(dst, trim(text, Span{s.Start, cut}))
		s = trim(text, Span{cut, s.End})
	}
	if s.Len() > 0 {
		dst = append(dst, s)
	}
	return dst
}
