package quantity

// A language is what a text is written in, as far as reading its numbers goes.
type language uint8

const (
	unknown language = iota
	turkishText
	englishText
)

func languageOf(tag string) language {
	switch tag {
	case "tr":
		return turkishText
	case "en":
		return englishText
	}
	return unknown
}

// languageMatters reports whether some token reads differently in the two
// languages. "bir" alone does not.
func (p *parser) languageMatters() bool {
	for i := range p.toks {
		switch t := &p.toks[i]; t.kind {
		case digits:
			return true
		case word:
			if t.num.class != none && !(t.num.class == unit && t.num.n == 1 && t.num.lang == turkishText) {
				return true
			}
		}
	}
	return false
}

// guessLanguage weighs the words of the text. Few are needed: those of the
// other language are as good as never written.
func (p *parser) guessLanguage() language {
	const enough = 8
	weight := 0 // above 0: Turkish
	for i := range p.toks {
		if t := &p.toks[i]; t.kind == word {
			weight += p.leaning(t)
		}
		if weight >= enough || weight <= -enough {
			break
		}
	}
	switch {
	case weight > 0:
		return turkishText
	case weight < 0:
		return englishText
	}
	return unknown
}

// leaning is above 0 for a Turkish word, below for an English one.
func (p *parser) leaning(t *token) int {
	text := p.text[t.start:t.stem]
	if t.num.class != none {
		return numeralLeaning(t, text)
	}
	if t.suffixed && t.capital {
		return 1
	}
	for i := 0; i < len(text); i++ {
		switch text[i] {
		case 0xc4, 0xc5: // ğ ı ş İ Ğ Ş, and a few letters of neither language
			return 2
		case 0xc3:
			return 1
		}
	}
	b := p.fold(text)
	if n := functionWord(b); n != 0 {
		return n
	}
	return wordEnding(b)
}

func numeralLeaning(t *token, text string) int {
	switch {
	case t.num.lang == englishText:
		if t.num.n == 10 && t.num.class == ten && !t.num.ordinal {
			return 0 // ten is skin
		}
		return -2
	case text == "on" || text == "bin" || text == "On" || text == "Bin":
		return 0
	}
	return 2
}

// functionWord weighs the small words that only one language has.
func functionWord(b []byte) int {
	if len(b) > 6 {
		return 0
	}
	switch string(b) {
	case "the", "of", "and", "in", "to", "is", "was", "were", "are", "by", "for", "with", "from", "that", "this", "it",
		"as", "how", "many", "much", "what", "which", "who", "when", "where", "why", "did", "does", "has", "have", "had",
		"more", "than", "or", "not", "an", "be", "been", "its", "their", "his", "they", "he", "she", "after",
		"before", "about", "over", "into", "some", "all", "only", "up", "nearly", "almost", "around", "least", "most",
		"percent", "cent", "per", "every", "each", "world", "war", "people", "years", "year", "out", "between":
		return -2
	case "at", "do", "on", "a":
		return -1
	case "ve", "bir", "bu", "ile", "icin", "mi", "mu", "kac", "ne", "hangi", "olarak", "daha", "gibi", "cok", "ise",
		"var", "yok", "kadar", "sonra", "once", "oldu", "kim", "nedir", "nasil", "neden", "yuzde", "fazla", "yilda", "yil",
		"en", "az", "kisi", "asker", "sayi", "olan", "oldugu", "tane", "adet", "yilin", "dolar", "sirada", "ya", "ki",
		"yani", "veya", "saat":
		return 2
	case "da", "de":
		return 1
	}
	return 0
}

// wordEnding weighs the last letters of a longer word.
func wordEnding(b []byte) int {
	if len(b) < 5 {
		return 0
	}
	switch string(b[len(b)-3:]) {
	case "ing", "ion", "ted", "red", "ess", "ity", "ers", "ous", "ght", "sed", "ies":
		return -1
	case "lar", "ler", "dan", "den", "nin", "nun", "yor", "dir", "dur", "lik", "lan", "len", "nda", "nde", "mis", "mus",
		"tir", "tur", "ini", "nan", "yla", "yle", "igi", "ugu", "cak", "cek":
		return 1
	}
	return 0
}
