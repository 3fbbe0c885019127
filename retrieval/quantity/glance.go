package quantity

//lint:file-ignore SA4000 letters are counted from 'a', 'a' itself too

import (
	"strings"
	"unicode/utf8"
)

// MayCount reports whether a folded word may be a number or part of one. A text
// without such a word for which [HasFigures] is false holds no number.
func MayCount(folded string) bool {
	roman := true
	for i := range len(folded) {
		c := folded[i]
		if !isASCIILetter(c) {
			return true
		}
		roman = roman && strings.IndexByte("ivxlc", c) >= 0
	}
	if roman || folded == "ilk" || len(folded) > maxWord {
		return true
	}
	var f folder
	b := f.fold(folded)
	if english(b).class != none {
		return true
	}
	may, _ := turkishCount(b)
	return may
}

// HasFigures reports whether a text has a digit or a fraction in one sign, such
// as ½. It takes some other signs for one.
func HasFigures(text string) bool {
	for i := range len(text) {
		switch c := text[i]; {
		case isDigit(c), c == 0xc2: // ½, and other signs of Latin-1
			return true
		case c == 0xe2 && text[i+1:] != "" && (text[i+1] == 0x85 || text[i+1] == 0x86): // ⅓, and other forms of numbers
			return true
		}
	}
	return false
}

// glance reports whether text may hold a number at all. Most sentences do not,
// and are done with after it: it keeps nothing.
func glance(text string, lang language) bool {
	var (
		f      = glancer{lang: lang}
		before string // the word before
	)
	for i := 0; i < len(text); {
		c := text[i]
		switch {
		case isASCIILetter(c):
		case c < utf8.RuneSelf:
			if isDigit(c) {
				return true
			}
			i++
			continue
		default:
			r, size := utf8.DecodeRuneInString(text[i:])
			if !isLetter(r) {
				if _, ok := vulgar(r); ok {
					return true
				}
				i += size
				continue
			}
		}
		end := lettersEnd(text, i)
		if word := text[i:end]; mayCount(word) || c <= 'X' && isRoman(word) {
			if f.counts(word, before, text[:i], text[end:]) {
				return true
			}
		}
		before, i = text[i:end], end
	}
	return false
}

// A glancer tells words that may be numbers from others.
type glancer struct {
	lang language
	folder
}

// counts reports whether a word may be a number. An article bir is most of what
// looks like one; last is the word before it, before and after the text around.
func (f *glancer) counts(word, last, before, after string) bool {
	b := f.fold(word)
	if f.lang != turkishText && english(b).class != none || isRoman(word) || string(b) == "ilk" {
		return true
	}
	if f.lang == englishText {
		return false
	}
	may, article := turkishCount(b)
	return may && (!article || f.stressed(last, before, after))
}

// turkishCount reports whether a folded word may be a Turkish number, and
// whether it is bir, which is an article mostly.
func turkishCount(b []byte) (may, article bool) {
	r, ok := rootOf(b)
	if !ok {
		return false, false
	}
	rest := b[len(r.text):]
	_, more := rootOf(rest)
	if r.text == "bir" && (len(rest) == 0 || rest[0] != 'd' && rest[0] != 'i') {
		return more || len(rest) == 0, len(rest) == 0
	}
	_, ends := endingOf(rest, r.vowel(), r.harmony)
	return ends || more, false
}

// stressed reports whether a lone bir may be the number: after tek and its like,
// before a unit, or beside a sign. What other number words stand around it will
// be seen themselves.
func (f *glancer) stressed(last, before, after string) bool {
	const spaces = " \t\r\n\u00a0\u202f"
	after = strings.TrimLeft(after, spaces+"-")
	a, _ := utf8.DecodeLastRuneInString(strings.TrimRight(before, spaces))
	b, _ := utf8.DecodeRuneInString(after)
	for _, r := range [...]rune{a, b} {
		if currency(r) != "" || r == '%' || r == '‰' || r == '°' || r == '℃' {
			return true
		}
	}
	switch string(f.fold(last)) {
	case "tek", "yalnizca", "sadece", "yalniz":
		return true
	}
	word := f.fold(after[:lettersEnd(after, 0)])
	switch string(word) {
	case "tane", "adet", "percent", "pct", "per", "abd", "amerikan", "metrik", "isik":
		return true
	}
	return lookupUnit(word).name != ""
}

// seconds holds, for each letter, the letters that may follow it at the
// beginning of a number word, a bit each.
var seconds = [26]uint32{
	'a' - 'a': 1 << ('l' - 'a'),
	'b' - 'a': 1<<('i'-'a') | 1<<('e'-'a') | 1<<('u'-'a'),
	'c' - 'a': 1 << ('e' - 'a'),
	'd' - 'a': 1<<('o'-'a') | 1<<('u'-'a'),
	'e' - 'a': 1<<('l'-'a') | 1<<('i'-'a'),
	'f' - 'a': 1<<('o'-'a') | 1<<('i'-'a'),
	'h' - 'a': 1<<('u'-'a') | 1<<('a'-'a'),
	'i' - 'a': 1<<('k'-'a') | 1<<('l'-'a'),
	'k' - 'a': 1<<('i'-'a') | 1<<('a'-'a'),
	'm' - 'a': 1 << ('i' - 'a'),
	'n' - 'a': 1 << ('i' - 'a'),
	'o' - 'a': 1<<('n'-'a') | 1<<('t'-'a'),
	'q' - 'a': 1 << ('u' - 'a'),
	's' - 'a': 1<<('i'-'a') | 1<<('e'-'a'),
	't' - 'a': 1<<('w'-'a') | 1<<('h'-'a') | 1<<('e'-'a') | 1<<('r'-'a'),
	'u' - 'a': 1 << ('c' - 'a'),
	'y' - 'a': 1<<('u'-'a') | 1<<('i'-'a') | 1<<('e'-'a') | 1<<('a'-'a'),
	'z' - 'a': 1 << ('e' - 'a'),
}

// mayCount tells from its first two letters whether a word can be a number
// word; it allows every word in which one of them is beyond ASCII.
func mayCount(word string) bool {
	if len(word) < 2 {
		return false
	}
	a, b := (word[0]|0x20)-'a', (word[1]|0x20)-'a'
	return a >= 26 || b >= 26 || seconds[a]>>b&1 == 1
}
