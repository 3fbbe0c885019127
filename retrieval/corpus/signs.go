package corpus

import "strings"

// isTerminator reports whether r ends sentences.
func isTerminator(r rune) bool {
	switch r {
	case '.', '!', '?', '…', '‽', '。', '！', '？', '؟', '۔':
		return true
	}
	return false
}

// isCloser reports whether r closes brackets, quotation or emphasis.
func isCloser(r rune) bool {
	switch r {
	case '"', '\'', ')', ']', '}', '*', '_':
		return true
	}
	return r > 0x7f && strings.ContainsRune("”’»›“", r)
}

// isOpener reports whether r opens brackets, quotation or emphasis.
func isOpener(r rune) bool {
	switch r {
	case '"', '\'', '(', '[', '{', '*', '_':
		return true
	}
	return r > 0x7f && strings.ContainsRune("“„‘«‹¿¡", r)
}

func isApostrophe(r rune) bool { return r == '\'' || r == '’' || r == '‘' || r == 'ʼ' }

func isDash(r rune) bool { return r == '-' || r == '–' || r == '—' }

// skip is where the run of runes that are f ends, from byte i on.
func skip(text string, i int, f func(rune) bool) int {
	if n := strings.IndexFunc(text[i:], func(r rune) bool { return !f(r) }); n >= 0 {
		return i + n
	}
	return len(text)
}
