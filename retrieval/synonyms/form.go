package synonyms

import (
	"strings"

	"alinti/retrieval/turkish"
)

// A wanted is one word of a phrase as it is looked for.
type wanted struct {
	word  string // folded; of a verb, its root
	vowel byte   // of a verb, the vowel of its suffixes, e or a; else 0
}

// want makes a folded word ready to be looked for. A verb is looked for by its
// root: göndermek finds gönderdi, gönderilen and gönderecek.
func want(word string) wanted {
	if root, ok := strings.CutSuffix(word, "mek"); ok && len(root) >= 2 {
		return wanted{root, 'e'}
	}
	if root, ok := strings.CutSuffix(word, "mak"); ok && len(root) >= 2 {
		return wanted{root, 'a'}
	}
	return wanted{word: word}
}

// key is what the forms of a word begin with, up to a stem.
func (w wanted) key() string { return turkish.Stem(w.word) }

// start is what every form of the word begins with, up to two letters; then is 0
// where the second may change: demek, diyor.
func (w wanted) start() (next, then byte) {
	if len(w.word) > 2 {
		then = w.word[1]
	}
	return w.word[0], then
}

// isLight reports whether the word is etmek or olmak.
func (w wanted) isLight() bool { return w == wanted{"et", 'e'} || w == wanted{"ol", 'a'} }

// finds reports whether a folded word may be a form of the wanted one. A short
// word is followed by suffixes, a verb by those of verbs. Of a long one the stem
// must be the same; where it stands alone, all of it but a last letter that may
// soften, so that belirsiz is not found in belirtti.
func (w wanted) finds(word string, alone bool) bool {
	if w.vowel != 0 {
		return isVerbForm(word, w.word, w.vowel, alone)
	}
	if len(w.word) < turkish.StemLength {
		return isNounForm(word, w.word)
	}
	if alone {
		return strings.HasPrefix(word, w.word) || isSoft(word, w.word)
	}
	return strings.HasPrefix(word, w.word[:turkish.StemLength]) || len(w.word) == turkish.StemLength && isSoft(word, w.word)
}

// isNounForm reports whether a word is a short noun with suffixes.
func isNounForm(word, noun string) bool {
	return strings.HasPrefix(word, noun) && turkish.Inflects(word[len(noun):]) ||
		len(noun) == 4 && isSoft(word, noun) && turkish.Inflects(word[len(noun):])
}

// isSoft reports whether a word begins with a noun whose last letter softened
// before a vowel: cevabı, uçağı, umudu.
func isSoft(word, noun string) bool {
	n := len(noun) - 1
	return len(word) > n+1 && word[:n] == noun[:n] && hard(word[n]) == noun[n] && isVowel(word[n+1])
}

// hard is the letter that softens into b, d or g before a vowel, else 0.
func hard(c byte) byte {
	switch c {
	case 'b':
		return 'p'
	case 'd':
		return 't'
	case 'g':
		return 'k'
	}
	return 0
}

func isVowel(c byte) bool {
	return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u'
}
