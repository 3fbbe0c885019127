package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// periodEnds reports whether one period after before, and before white space
// and rest, ends a sentence although it could belong to the word or number in
// front of it. closed says that closing marks follow the period. Where both
// readings are possible it is no end, unless a word follows that only begins
// sentences: two sentences in one quote are better than half of one.
func periodEnds(before, rest string, closed bool, next nextKind, english bool) bool {
	word := lastWord(before)
	lead := before[:len(before)-len(word)]
	n := letters(word)
	switch {
	case word == "":
		return true // after a mark: 5%. or (1990).
	case n == 0 && !closed:
		return numberEnds(word, lead, rest, next, english)
	case word == "o": // the pronoun
		return true
	case n == 1 && !strings.ContainsFunc(word, unicode.IsDigit):
		if strings.HasSuffix(lead, ".") && letters(lastWord(lead[:len(lead)-1])) == 1 { // U.S., M.Ö.
			return starts(rest, true)
		}
		return starts(rest, false) // an initial, or s. for sayfa
	case !english && !closed && roman(word):
		return starts(rest, false)
	case fold(word) == "al" && lastWord(strings.TrimRightFunc(lead, isSpace)) == "et": // et al.
		return starts(rest, true)
	case strings.HasSuffix(lead, ".") && !abbreviation(lastWord(lead[:len(lead)-1])): // the end of an address, not "Prof.Dr."
		return true
	case listed(units, word) && next == nextDigit:
		return false
	case listed(titles, word):
		return starts(rest, false)
	case listed(endings, word):
		return starts(rest, true)
	}
	return true
}

// lastWord is the letters, digits, combining marks and apostrophes at the end of s.
func lastWord(s string) string {
	i := len(s)
	for i > 0 {
		r, n := utf8.DecodeLastRuneInString(s[:i])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.M, r) && !isApostrophe(r) {
			break
		}
		i -= n
	}
	return strings.TrimLeftFunc(s[i:], isApostrophe)
}

// abbreviation reports whether the word is in any of the lists.
func abbreviation(word string) bool {
	return listed(titles, word) || listed(endings, word) || listed(units, word)
}

// small reports whether the word has at least two letters and ends in a small one.
func small(word string) bool {
	last := strings.TrimRightFunc(word, func(r rune) bool { return unicode.Is(unicode.M, r) })
	r, _ := utf8.DecodeLastRuneInString(last)
	return unicode.IsLower(r) && letters(word) >= 2
}

// address reports whether what stands around i without white space is an
// address of the web or of mail, or code in back-quotes.
func address(text string, i int) bool {
	const most = 200 // bytes to look at on either side
	from, to := max(0, i-most), min(len(text), i+most)
	if k := strings.LastIndexFunc(text[from:i], isSpace); k >= 0 {
		from += k
	}
	if k := strings.IndexFunc(text[i:to], isSpace); k >= 0 {
		to = i + k
	}
	token := text[from:to]
	dot, slash := strings.IndexByte(token, '.'), strings.IndexByte(token, '/')
	return strings.Contains(token, "://") || strings.Contains(token, "www.") || strings.ContainsAny(token, "@`\\") ||
		0 < dot && dot < slash // damla.example/Destek.html, but not "km/saat.Sonra"
}
