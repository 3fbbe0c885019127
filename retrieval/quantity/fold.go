package quantity

import (
	"unicode/utf8"

	"alinti/retrieval/turkish"
)

// maxWord is the most folded letters of a word that is looked at, and of a
// numeral written in one word.
const maxWord = 64

// folder folds words into room of its own; what it returned last is gone with
// the next call.
type folder struct{ room [maxWord]byte }

// fold is the word without case and marks, empty when it is too long.
func (f *folder) fold(word string) []byte {
	if len(word) > 4*maxWord {
		return nil
	}
	b := turkish.AppendFold(f.room[:0], word)
	if len(b) > maxWord {
		return nil
	}
	return b
}

// A spelling tells how a word was typed, beyond its folded letters.
type spelling struct {
	marks uint64 // bit n: the nth folded letter carried a cedilla, breve or two dots
	ascii bool   // no letter is beyond ASCII
}

// spell reads the spelling of a word.
func spell(word string) spelling {
	s, n := spelling{ascii: true}, -1
	for i := 0; i < len(word); {
		if word[i] < utf8.RuneSelf {
			i, n = i+1, n+1
			continue
		}
		s.ascii = false
		r, size := utf8.DecodeRuneInString(word[i:])
		i += size
		switch r {
		case '\u0327', '\u0306', '\u0308':
			s.mark(n)
		case 'ç', 'Ç', 'ğ', 'Ğ', 'ö', 'Ö', 'ş', 'Ş', 'ü', 'Ü':
			n++
			s.mark(n)
		case '\u0302', '\u0307':
		default:
			n++
		}
	}
	return s
}

func (s *spelling) mark(n int) {
	if 0 <= n && n < maxWord {
		s.marks |= 1 << n
	}
}
