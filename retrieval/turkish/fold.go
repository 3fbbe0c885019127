// Package turkish holds what the program knows of the Turkish language: how
// letters fold, where words are, what is cut from them and which of them carry
// no meaning of their own. Every function is pure, and every position it gives
// counts bytes of the text as it was written.
//
// The analyser is a short row of steps, each with its file:
//
//	words.go   letters and digits in a row are a word; what follows an apostrophe is its suffix
//	fold.go    case and diacritics go: IŞIK, ışık and isik are one
//	stem.go    inflection goes
//	stop.go    words that ask or join, and carry no meaning to look for
//	suffix.go  the case that a suffix marks: who, whose, to whom, from where
package turkish

import (
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns s in lower case without diacritics, so that text typed without
// Turkish letters, or in capitals, meets the text it means. All four of I, İ, ı
// and i become i, which makes the result the same whether s was Turkish or not.
func Fold(s string) string {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c >= utf8.RuneSelf || 'A' <= c && c <= 'Z' {
			return string(AppendFold(make([]byte, 0, len(s)), s))
		}
	}
	return s
}

// AppendFold appends the folded form of s to b, as [Fold] gives it.
func AppendFold(b []byte, s string) []byte {
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if 'A' <= c && c <= 'Z' {
				c += 'a' - 'A'
			}
			b = append(b, c)
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		b = appendFoldedRune(b, r)
		i += n
	}
	return b
}

// appendFoldedRune appends one rune beyond ASCII.
func appendFoldedRune(b []byte, r rune) []byte {
	if a := foldTable(r); a != 0 {
		return append(b, a)
	}
	if unicode.Is(unicode.Mn, r) {
		return b
	}
	for _, d := range norm.NFKD.String(string(r)) {
		if unicode.Is(unicode.Mn, d) {
			continue
		}
		d = unicode.ToLower(d)
		if a := foldTable(d); a != 0 {
			b = append(b, a)
		} else {
			b = utf8.AppendRune(b, d)
		}
	}
	return b
}

// foldTable folds the letters that Turkish text is full of without a look at
// the Unicode tables, and the dotless ı, which no decomposition reaches.
func foldTable(r rune) byte {
	switch r {
	case 'ı', 'İ', 'î', 'Î':
		return 'i'
	case 'ş', 'Ş':
		return 's'
	case 'ğ', 'Ğ':
		return 'g'
	case 'ü', 'Ü', 'û', 'Û':
		return 'u'
	case 'ö', 'Ö':
		return 'o'
	case 'ç', 'Ç':
		return 'c'
	case 'â', 'Â':
		return 'a'
	}
	return 0
}

// Lower is the lower case of s by the Turkish rules: I becomes ı, İ becomes i.
func Lower(s string) string { return mapCase(s, unicode.TurkishCase.ToLower) }

// Upper is the upper case of s by the Turkish rules: i becomes İ, ı becomes I.
func Upper(s string) string { return mapCase(s, unicode.TurkishCase.ToUpper) }

func mapCase(s string, f func(rune) rune) string {
	b := make([]byte, 0, len(s))
	for _, r := range s {
		b = utf8.AppendRune(b, f(r))
	}
	return string(b)
}
