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
		folded = room[:0]             // all words in one string
		ends   = make([]int32, 0, 64) // two a word: where its fold ends, where its suffix does
		first  = len(words)
	)
	for i := 0; i < len(text); {
		b, n, ok := appendWord(folded, text[i:])
		if !ok {
			i += n
			continue
		}
		w := Word{Start: i, End: i + n}
		w.Capital, w.Number = firstSign(text[i:])
		folded, ends = b, append(ends, int32(len(b)))
		folded, w.Tail = appendSuffix(folded, text, w)
		ends = append(ends, int32(len(folded)))
		words = append(words, w)
		i = w.Tail
	}
	all, at := string(folded), int32(0)
	for i := range words[first:] {
		w := &words[first+i]
		w.Fold, w.Suffix = all[at:ends[2*i]], all[ends[2*i]:ends[2*i+1]]
		at = ends[2*i+1]
	}
	return words
}

// appendWord appends the folded form of the word that s begins with, n bytes
// long; if s begins with something else, ok is false and n is how much of it to
// pass over.
func appendWord(b []byte, s string) (_ []byte, n int, ok bool) {
	for n < len(s) {
		c := s[n]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			} else if !('a' <= c && c <= 'z' || '0' <= c && c <= '9') {
				break
			}
			b = append(b, c)
			n++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[n:])
		if !isWordRune(r, n > 0) {
			if n == 0 {
				return b, size, false
			}
			break
		}
		b = appendFoldedRune(b, r)
		n += size
	}
	return b, max(n, 1), n > 0
}

// firstSign tells whether s begins with a capital or a digit.
func firstSign(s string) (capital, number bool) {
	if c := s[0]; c < utf8.RuneSelf {
		return 'A' <= c && c <= 'Z', '0' <= c && c <= '9'
	}
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r), unicode.IsDigit(r)
}

// isWordRune reports whether r belongs to a word; marks do once it has begun.
func isWordRune(r rune, begun bool) bool {
	if 'À' <= r && r <= 'ž' { // letters, but for two signs
		return r != '×' && r != '÷'
	}
	switch r {
	case 'ʼ': // a letter to Unicode, an apostrophe to whoever typed it
		return false
	case '\uff9e', '\uff9f': // letters to Unicode, marks to whoever folds them
		return begun
	}
	return unicode.IsLetter(r) || unicode.IsDigit(r) || begun && unicode.Is(unicode.M, r)
}

// appendSuffix appends the folded suffix after the word's apostrophe, and
// returns where it ends: where the word does, if it has none.
func appendSuffix(b []byte, text string, w Word) (_ []byte, end int) {
	size := apostropheLen(text[w.End:])
	if size == 0 {
		return b, w.End
	}
	start := w.End + size
	suffixed, n, ok := appendWord(b, text[start:])
	if !ok {
		return b, w.End
	}
	if capital, _ := firstSign(text[start:]); capital && utf8.RuneCountInString(text[w.Start:w.End]) == 1 {
		return b, w.End // O’Neill, D’Artagnan
	}
	return suffixed, start + n
}

// apostropheLen is the length of the apostrophe that s begins with, or 0. Both
// signs are one: ' as typed, ’ as set, and the marks used in their stead.
func apostropheLen(s string) int {
	if s == "" {
		return 0
	}
	if s[0] < utf8.RuneSelf {
		if s[0] == '\'' || s[0] == '`' {
			return 1
		}
		return 0
	}
	switch r, n := utf8.DecodeRuneInString(s); r {
	case '’', '‘', 'ʼ', '´':
		return n
	}
	return 0
}
