package quantity

//lint:file-ignore SA4000 letters are counted from 'a', 'a' itself too

// isRoman reports whether a word is a Roman numeral in capitals, up to 99.
func isRoman(word string) bool {
	for i := 0; i < len(word); i++ {
		if c := word[i]; c != 'I' && c != 'V' && c != 'X' && c != 'L' && c != 'C' {
			return false
		}
	}
	return romanValue(word) > 0
}

// romanValue is the value of a Roman numeral in its usual form, 0 for any other
// word.
func romanValue(word string) int64 {
	if len(word) == 0 || len(word) > 8 {
		return 0
	}
	rest, n := word, int64(0)
	for _, part := range [...]struct {
		text string
		n    int64
	}{{"XC", 90}, {"L", 50}, {"XL", 40}, {"X", 10}, {"X", 10}, {"X", 10}, {"IX", 9}, {"V", 5}, {"IV", 4}, {"I", 1}, {"I", 1}, {"I", 1}} {
		if len(rest) >= len(part.text) && rest[:len(part.text)] == part.text {
			n += part.n
			rest = rest[len(part.text):]
		}
	}
	if rest != "" || spellRoman(n) != word {
		return 0
	}
	return n
}

// spellRoman writes n, from 1 to 99, as a Roman numeral.
func spellRoman(n int64) string {
	if n < 1 || n > 99 {
		return ""
	}
	const tens, ones = 10, 10
	return [tens]string{"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"}[n/10] +
		[ones]string{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"}[n%10]
}

// roman reads the Roman numeral at token i: XIV. Louis, II. Dünya Savaşı, Louis
// XIV, World War II, XIX. yüzyıl. Numerals of one letter, and those with an L,
// need a noun known to be numbered beside them; the others a name.
func (p *parser) roman(i int) (amount, bool) {
	t := &p.toks[i]
	if !t.roman {
		return amount{}, false
	}
	n := romanValue(p.text[t.start:t.stem])
	a := amount{number: number{value: integer(n), from: i, to: i + 1, ordinal: true, words: true}, start: t.start, end: t.end, kind: Ordinal}
	strong := p.numbered(i - 1)
	weak := i > 0 && p.toks[i-1].kind == word && p.toks[i-1].capital && !p.toks[i-1].roman && t.spaced
	next := i + 1
	if p.glued(next, '.') && next+1 < len(p.toks) && p.toks[next+1].spaced {
		next++
		if p.numbered(next) || p.numberedPair(next) {
			strong = true
		}
		if strong || p.toks[next].kind == word && p.toks[next].capital {
			weak = true
			a.end, a.to = p.toks[next-1].end, next
		}
	} else if p.numbered(next) && (n > 1 || t.spaced) {
		strong = true
	}
	long := t.stem-t.start > 1 && p.text[t.start] != 'L' && n < 40
	return a, strong || weak && long
}

// numberedPair reports whether the noun that is numbered is the second word:
// II. Dünya Savaşı.
func (p *parser) numberedPair(i int) bool {
	return i < len(p.toks) && p.toks[i].capital && p.numbered(i+1) && p.is(i, "dunya")
}

// numbered reports whether token i is a noun that Roman numerals count: rulers
// by name, wars, centuries, parts of a work.
func (p *parser) numbered(i int) bool {
	b := p.folded(i)
	if len(b) < 3 {
		return false
	}
	if b[0] < 'a' || b[0] > 'z' {
		return false
	}
	for _, front := range numberedNouns[b[0]-'a'] {
		if len(b) >= len(front) && string(b[:len(front)]) == front {
			return len(b) <= len(front)+8
		}
	}
	return false
}

// numberedNouns holds the fronts of these nouns, folded, by first letter.
var numberedNouns = [26][]string{
	'a' - 'a': {"abdul", "ahmed", "ahmet", "aleksandr", "alexander", "act", "article", "asama", "albert", "alfons"},
	'b' - 'a': {"bayezid", "beyazit", "bolum", "bowl", "book", "benedict", "baskan"},
	'c' - 'a': {"charles", "century", "chapter", "cilt", "class", "catherine", "cag"},
	'd' - 'a': {"dynasty", "donem", "derece", "darius", "degree"},
	'e' - 'a': {"edward", "elizabeth", "ernst"},
	'f' - 'a': {"ferdinand", "francis", "frederick", "friedrich", "francois", "filip", "fransuva"},
	'g' - 'a': {"george", "gregory", "gustav", "gregor"},
	'h' - 'a': {"henry", "hanedan", "heinrich", "hussein"},
	'i' - 'a': {"innocent", "ivan", "isabella"},
	'j' - 'a': {"james", "john", "joseph", "julius"},
	'k' - 'a': {"karl", "katerina", "kisim", "kism", "kitap", "konstantin", "kolordu", "kral"},
	'l' - 'a': {"louis", "leo", "leopold", "ludwig", "lui"},
	'm' - 'a': {"mehmed", "mehmet", "murad", "murat", "mustafa", "mahmud", "mahmut", "madde", "magnus", "maria", "mesrutiyet"},
	'n' - 'a': {"nikola", "nicholas", "napol"},
	'o' - 'a': {"osman", "otto", "olympiad"},
	'p' - 'a': {"paul", "peter", "petro", "philip", "pius", "part", "perde", "phase"},
	'r' - 'a': {"richard", "ramses", "ramesses", "rudolf", "robert"},
	's' - 'a': {"savas", "selim", "suleyman", "sezon", "section", "schedule", "sigismund", "stanis"},
	't' - 'a': {"tip", "type", "table", "title", "tablo", "theodosius", "tutmosis"},
	'v' - 'a': {"volume", "vatikan", "victor", "vakif"},
	'w' - 'a': {"war", "william", "wilhelm"},
	'y' - 'a': {"yuzyil"},
}
