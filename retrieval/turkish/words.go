package turkish

import (
	"unicode"
	"unicode/utf8"
)

// A Word is one word of a text.
type Word struct {
	Start, End int    // bytes of the text, without a suffix set off by an apostrophe
	Tail       int    // end of that suffix; End when there is none
	Fold       string // the word from Start to End, folded
	Suffix     string // what follows the apostrophe, folded; "ya" in Rusya’ya
	Capital    bool   // its first letter is a capital
	Number     bool   // it begins with a digit
}

// Words returns the words of text in order: letters, digits and combining marks
// in a row. What follows an apostrophe inside a word is its suffix, as in
// Rusya’ya and 2023'ten, unless it reads as a name of its own (O’Neill).
func Words(text string) []Word {
	return AppendWords(make([]Word, 0, len(text)/7+1), text)
}

// AppendWords is [Words] into a slice that is already there.
func AppendWords(words []Word, text string) []Word {
	var (
		room   [256]byte
		folded = room[:0]           // all words in one string
		ends   = make([]int, 0, 64) // two a word: where its fold ends, where its suffix does
		first  = len(words)
	)
	for i := 0; i < len(text); {
		n, ok := wordLen(text[i:])
		if !ok {
			i += n
			continue
		}
		w := Word{Start: i, End: i + n, Tail: i + n}
		r, _ := utf8.DecodeRuneInString(text[i:])
		w.Capital, w.Number = unicode.IsUpper(r), unicode.IsDigit(r)
		folded = AppendFold(folded, text[i:w.End])
		ends = append(ends, len(folded))
		if start, end := suffixSpan(text, w); end > 0 {
			folded = AppendFold(folded, text[start:end])
			w.Tail = end
		}
		ends = append(ends, len(folded))
		words = append(words, w)
		i = w.Tail
	}
	all, at := string(folded), 0
	for i := range words[first:] {
		w := &words[first+i]
		w.Fold, w.Suffix = all[at:ends[2*i]], all[ends[2*i]:ends[2*i+1]]
		at = ends[2*i+1]
	}
	return words
}

// wordLen is the length in bytes of the word that s begins with; if s begins
// with something else, ok is false and n is how much of it to pass over.
func wordLen(s string) (n int, ok bool) {
	for n < len(s) {
		c := s[n]
		if c < utf8.RuneSelf {
			if !isASCIIWord(c) {
				break
			}
			n++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[n:])
		if !isWordRune(r, n > 0) {
			if n == 0 {
				return size, false
			}
			break
		}
		n += size
	}
	return max(n, 1), n > 0
}

// isWordRune reports whether r belongs to a word; marks do once it has begun.
func isWordRune(r rune, begun bool) bool {
	if 'À' <= r && r <= 'ž' { // letters, but for two signs
		return r != '×' && r != '÷'
	}
	if r == 'ʼ' { // a letter to Unicode, an apostrophe to whoever typed it
		return false
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || begun && unicode.Is(unicode.M, r)
}

func isASCIIWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

// suffixSpan is where the suffix after the word's apostrophe stands; end is 0
// when there is none.
func suffixSpan(text string, w Word) (start, end int) {
	size := apostropheLen(text[w.End:])
	if size == 0 {
		return 0, 0
	}
	start = w.End + size
	n, ok := wordLen(text[start:])
	if !ok {
		return 0, 0
	}
	r, _ := utf8.DecodeRuneInString(text[start:])
	if unicode.IsUpper(r) && utf8.RuneCountInString(text[w.Start:w.End]) == 1 {
		return 0, 0 // O’Neill, D’Artagnan
	}
	return start, start + n
}

// apostropheLen is the length of the apostrophe that s begins with, or 0. Both
// signs are one: ' as typed, ’ as set, and the marks used in their stead.
func apostropheLen(s string) int {
	if s == "" {
		return 0
	}
	if s[0] == '\'' || s[0] == '`' {
		return 1
	}
	switch r, n := utf8.DecodeRuneInString(s); r {
	case '’', '‘', 'ʼ', '´':
		return n
	}
	return 0
}
