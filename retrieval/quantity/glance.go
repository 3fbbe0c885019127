package quantity

import "unicode/utf8"

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
			if f.counts(word, before, text[end:]) {
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

// counts reports whether a word may be a number, between the word before it and
// the text after it. An article bir is most of what looks like one.
func (f *glancer) counts(word, before, after string) bool {
	b := f.fold(word)
	if f.lang != turkishText && english(b).class != none || isRoman(word) || string(b) == "ilk" {
		return true
	}
	r, ok := rootOf(b)
	if !ok || f.lang == englishText {
		return false
	}
	rest := b[len(r.text):]
	if r.text == "bir" && (len(rest) == 0 || rest[0] != 'd' && rest[0] != 'i') {
		_, more := rootOf(rest)
		return more || len(rest) == 0 && f.stressed(before, after)
	}
	if _, ok := endingOf(rest, r.vowel(), r.harmony); ok {
		return true
	}
	_, ok = rootOf(rest)
	return ok
}

// stressed reports whether a lone bir may be the number: after tek and its like
// or before a unit. What other number words follow it will be seen themselves.
func (f *glancer) stressed(before, after string) bool {
	switch string(f.fold(before)) {
	case "tek", "yalnizca", "sadece", "yalniz":
		return true
	}
	if len(after) < 2 || !isASCIILetter(after[1]) {
		return false
	}
	b := f.fold(after[1:lettersEnd(after, 1)])
	switch string(b) {
	case "tane", "adet", "abd", "amerikan", "metrik", "isik":
		return true
	}
	return lookupUnit(b).name != ""
}
