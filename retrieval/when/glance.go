package when

//lint:file-ignore SA4000 letters are counted from 'a', 'a' itself too

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"alinti/retrieval/turkish"
)

// MayDate reports whether a folded word may be the heart of a date. A text
// without such a word and without digits holds no date.
func MayDate(folded string) bool { return mayDate(folded) }

// mayDate reports whether a word may be the heart of a date that has no digits.
func mayDate(word string) bool {
	const longest = 24
	if len(word) > 2*longest || !mayBegin(word) {
		return false
	}
	var room [longest]byte
	folded := turkish.AppendFold(room[:0], word)
	if len(folded) > longest || len(folded) < 2 {
		return false
	}
	s := string(folded)
	m := turkishWord(s)
	if m.class == other {
		m = englishWord(s)
	}
	if m.class == other {
		m = inflected(s, "")
	}
	switch m.class {
	case month, weekday, yearW, monthW, weekW, dayW, decadeW, centuryW, nearDay, dayPart, seasonW:
		return true
	}
	return false
}

// mayBegin tells from its first two letters whether a word may be such a one; it
// allows every word in which one of them is beyond ASCII.
func mayBegin(word string) bool {
	if len(word) < 2 {
		return false
	}
	a, b := (word[0]|0x20)-'a', word[1]|0x20
	return a >= 26 || word[1] >= utf8.RuneSelf || strings.IndexByte(seconds[a], b) >= 0
}

// seconds holds, for each letter, those that may follow it.
var seconds = [26]string{
	'a' - 'a': "fgkprsuy", 'b' - 'a': "au", 'c' - 'a': "aeu", 'd' - 'a': "aeu", 'e' - 'a': "kvy", 'f' - 'a': "aer", 'g' - 'a': "eu",
	'h' - 'a': "a", 'i' - 'a': "l", 'j' - 'a': "au", 'k' - 'a': "ai", 'm' - 'a': "ao", 'n' - 'a': "io", 'o' - 'a': "cg", 'p' - 'a': "ae",
	's' - 'a': "aeopu", 't' - 'a': "ehou", 'w' - 'a': "ei", 'y' - 'a': "aeiu",
}

// glance reports whether a text may hold a date at all: digits, or a word that is
// the heart of one.
func glance(text string) bool {
	for i := 0; i < len(text); {
		c := text[i]
		if '0' <= c && c <= '9' {
			return true
		}
		end := wordEnd(text, i)
		if end > i && mayDate(text[i:end]) {
			return true
		}
		i = max(end, i+1)
	}
	return false
}

// wordEnd is where the letters and marks from i on end.
func wordEnd(text string, i int) int {
	for begin := i; i < len(text); {
		if c := text[i]; c < utf8.RuneSelf {
			if (c|0x20)-'a' >= 26 {
				return i
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !('À' <= r && r <= 'ž') && (r == 'ʼ' || !unicode.IsLetter(r)) && !(i > begin && unicode.Is(unicode.M, r)) {
			return i
		}
		i += size
	}
	return i
}
