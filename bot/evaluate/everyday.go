package evaluate

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"sync"
	"unicode"
)

// A respelling is a rule of how people write words when nobody corrects them.
// It sees one word in lower case.
type respelling struct {
	from *regexp.Regexp
	to   string
}

func respell(from, to string) respelling {
	return respelling{regexp.MustCompile(from), to}
}

// everydayRules: the spoken forms that Turkish dictionaries mark as such, and
// the two words that are most often written as one.
var everydayRules = sync.OnceValue(func() []respelling {
	return []respelling{
		respell(`(\pL)([ıiuü])yor(lar|du|muş)?$`, "${1}${2}yo${3}"),  // geliyor: geliyo
		respell(`([^aeıioöuü])[ae](c[ae][kğ])`, "${1}${2}"),          // yapacak: yapcak
		respell(`^nere(de|den|ye|si)`, "ner${1}"),                    // nerede: nerde
		respell(`^(bu|şu|o)ra(da|dan|ya)`, "${1}r${2}"),              // burada: burda
		respell(`^bir$`, "bi"),                                       //
		respell(`^değil`, "diil"),                                    //
		respell(`^nasıl`, "nası"),                                    //
		respell(`^(b|ş)?öyle`, "${1}öle"),                            //
		respell(`^niçin$`, "niye"),                                   //
		respell(`^(ne|kim|kaç|hangisi|nere|nasıl)d[ıiuü]r$`, "${1}"), // kimdir: kim
		respell(`^(m[ıiuü])d[ıiuü]r$`, "${1}"),                       //
		respell(`(m[ıiuü]ş)t[ıiuü]r$`, "${1}"),                       // gitmiştir: gitmiş
		respell(`^herhangi$`, "herangi"),                             //
		respell(`^yalnız`, "yanlız"),                                 //
		respell(`^herkes`, "herkez"),                                 //
	}
})

var everydayPhrases = strings.NewReplacer("'", "", "’", "", "bir şey", "bişey", "Bir şey", "Bişey", "ne zaman", "nezaman", "Ne zaman", "Nezaman", "her şey", "herşey", "pek çok", "pekçok")

// everyday writes without apostrophes and by the rules above.
func everyday(s string) string {
	return eachWord(everydayPhrases.Replace(s), func(word string) string {
		for _, rule := range everydayRules() {
			word = rule.from.ReplaceAllString(word, rule.to)
		}
		return word
	})
}

// short are words that people shorten on a phone.
var short = map[string]string{
	"nasıl": "nsl", "için": "icn", "bir": "bi", "kadar": "kdr", "zaman": "zmn", "değil": "dgl", "hangi": "hng",
	"neden": "ndn", "selam": "slm", "tamam": "tmm", "sonra": "snr", "herkes": "hrks", "lütfen": "ltfn", "kaç": "kac",
}

// neighbours are the keys beside each key of a Turkish Q keyboard's letter
// rows, written here without their marks.
var neighbours = map[rune]string{
	'q': "wa", 'w': "qes", 'e': "wrd", 'r': "etf", 't': "ryg", 'y': "tuh", 'u': "yij", 'i': "uok", 'o': "ipl", 'p': "ol",
	'a': "qsz", 's': "adwx", 'd': "sfec", 'f': "dgrv", 'g': "fhtb", 'h': "gjyn", 'j': "hkum", 'k': "jli", 'l': "ko",
	'z': "xa", 'x': "zcs", 'c': "xvd", 'v': "cbf", 'b': "vng", 'n': "bmh", 'm': "nj",
}

// phone writes in lower case and ASCII, without punctuation, with words
// shortened, and slips to a neighbouring key in one word of six letters or
// more. A question of nothing but punctuation stays.
func phone(s, _ string, r *rand.Rand) string {
	if strings.IndexFunc(s, unicode.IsLetter) < 0 {
		return s
	}
	s = strings.ToLowerSpecial(unicode.TurkishCase, s)
	s = strings.Map(func(c rune) rune {
		if unicode.IsPunct(c) && c != '-' && c != ',' {
			return -1
		}
		return c
	}, s)
	s = eachWord(s, func(word string) string {
		if to, ok := short[word]; ok {
			return to
		}
		return word
	})
	return editWords(toASCII.Replace(s), 6, 1, r, func(word []rune) []rune {
		i := r.IntN(len(word))
		if keys := neighbours[word[i]]; keys != "" {
			word[i] = rune(keys[r.IntN(len(keys))])
		}
		return word
	})
}

// eachWord rewrites every run of letters, given in lower case; what comes back
// gets the word's capital if it had one.
func eachWord(s string, rewrite func(string) string) string {
	var b strings.Builder
	for len(s) > 0 {
		n := strings.IndexFunc(s, func(r rune) bool { return !unicode.IsLetter(r) })
		if n < 0 {
			n = len(s)
		}
		if n == 0 {
			n = 1
			for n < len(s) && s[n]&0xC0 == 0x80 {
				n++
			}
			b.WriteString(s[:n])
		} else {
			b.WriteString(asWritten(s[:n], rewrite))
		}
		s = s[n:]
	}
	return b.String()
}

func asWritten(word string, rewrite func(string) string) string {
	lower := strings.ToLowerSpecial(unicode.TurkishCase, word)
	got := rewrite(lower)
	if got == lower {
		return word
	}
	if first := []rune(word)[0]; unicode.IsUpper(first) {
		letters := []rune(got)
		return strings.ToUpperSpecial(unicode.TurkishCase, string(letters[:1])) + string(letters[1:])
	}
	return got
}
