package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// The closed lists of words after which a period does not end a sentence, in
// Turkish and English together. A word with a capital counts only when it is
// written with one, because the small word means something else ("gör", see).
var (
	// titles stand before a name or a word that they belong to.
	titles = foldedSet(`dr prof doç yrd av alb gen org korg tümg tuğg bnb yzb ütğm tğm astsb mr mrs ms mme st ste sn hz op uzm
		ord arş Gör öğr müh mim ecz vet bşk Bak gn müd Kur onb çvş sgt capt lt col maj cmdr adm rev sen rep gov pres hon fr jr sr
		bro mah cad sok blv apt mt ft bkz bk krş karş örn ör ing alm lat yun osm çev ed eds trans viz cf ca approx dept üniv ens fak`)
	// units stand before a number.
	units = foldedSet(`no nr nu num s ss sf p pp vol c fig şek tab mad md fık bent par art ch chap sec tel faks fax
		jan feb mar apr jun jul aug sep sept oct nov dec oca şub nis may haz tem ağu eyl eki kas ara`)
	// endings may also stand at the end of a sentence.
	endings = foldedSet(`vb vs vd etc inc ltd co corp bros şti aş yy mö ms öö ös kg km cm mm gr lb hr dk tic san koop`)
	// starters begin a new sentence after an abbreviation, an initial or an
	// ordinal number, which no name and no noun phrase does.
	starters = foldedSet(`bu bunun buna bunu bunlar bunların bununla bunlardan şu onun onlar ancak ayrıca fakat ama lakin ardından böylece
		böylelikle nitekim üstelik çünkü eğer oysa oysaki hatta dolayısıyla sonuçta örneğin öte bazı birçok diğer her
		the this that these those there they their however but although though while when where since according
		some many most another nor also thus hence such what which who his her its she and after before during for from with`)
	// shortStarters are starters too, but also names, so not after a title or
	// an initial.
	shortStarters = foldedSet(`it in he we a an as at by if on to or o ne ve bir`)
)

// fold is a word in small letters, composed, without the difference between
// the four letters I, so that one list serves Turkish and English.
func fold(word string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case 'I', 'İ', 'ı':
			return 'i'
		}
		return unicode.ToLower(r)
	}, norm.NFC.String(word))
}

// foldedSet is the words as fold makes them, those with a capital as they are.
func foldedSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			w = fold(w)
		}
		m[w] = true
	}
	return m
}

// listed reports whether the word is in a list made by foldedSet.
func listed(list map[string]bool, word string) bool {
	return list[norm.NFC.String(word)] || list[fold(word)]
}

// starts reports whether the text begins with a word that only starts a sentence.
func starts(text string, short bool) bool {
	text = strings.TrimLeftFunc(text, isOpener)
	end := strings.IndexFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.Is(unicode.Mn, r) })
	if end < 0 {
		end = len(text)
	}
	const longest = 30 // bytes of the longest starter, and more
	if end > longest {
		return false
	}
	w := text[:end]
	return listed(starters, w) || short && listed(shortStarters, w)
}

// roman reports whether the word is a Roman numeral from I to XXXIX.
func roman(word string) bool {
	rest := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(word, "X"), "X"), "X")
	switch rest {
	case "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX":
		return true
	}
	return rest == "" && word != ""
}

// letters counts the letters of a word, combining marks put aside.
func letters(word string) int {
	n := 0
	for _, r := range word {
		if unicode.IsLetter(r) {
			n++
		}
	}
	return n
}
