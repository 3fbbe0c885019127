package gazetteer

import "strings"

// A Leader is a head of state or government, who in the news does what the
// country does.
type Leader struct {
	Name string // folded, one for all spellings: zelenski for Zelensky too
	Key  string // of the country, see the package comment
}

// leaders are heads of state and government as the Turkish and the English
// press spell them: those of 2025, and of those before them whom the news still
// names. The list is written by hand and not complete. A surname that is an
// everyday word or a common name stands with what tells it apart only (Şi
// Cinping, Pedro Sánchez).
var leaders = [...]struct{ spelling, given, name, key string }{
	{"albanese", "anthony", "albanese", "AU"},
	{"aliyev", "ilham", "aliyev", "AZ"},
	{"berdimuhamedov", "serdar,gurbanguli", "berdimuhamedov", "TM"},
	{"biden", "joe", "biden", "US"},
	{"bolsonaro", "jair", "bolsonaro", "BR"},
	{"boris johnson", "", "boris johnson", "GB"},
	{"caparov", "sadir", "caparov", "KG"},
	{"carney", "mark", "carney", "CA"},
	{"de wever", "bart", "de wever", "BE"},
	{"diaz canel", "miguel", "diaz canel", "CU"},
	{"duda", "andrzej", "duda", "PL"},
	{"erdogan", "recep tayyip,tayyip", "erdogan", "TR"},
	{"fico", "robert", "fico", "SK"},
	{"frederiksen", "mette", "frederiksen", "DK"},
	{"ishiba", "shigeru", "isiba", "JP"},
	{"isiba", "sigeru", "isiba", "JP"},
	{"japarov", "sadyr", "caparov", "KG"},
	{"kim", "", "kim", "KP"},
	{"kim jong un", "", "kim", "KP"},
	{"kishida", "fumio", "kisida", "JP"},
	{"kisida", "fumio", "kisida", "JP"},
	{"kobahidze", "irakli", "kobahidze", "GE"},
	{"kobakhidze", "irakli", "kobahidze", "GE"},
	{"kristersson", "ulf", "kristersson", "SE"},
	{"lee jae myung", "", "lee jae myung", "KR"},
	{"lukasenko", "aleksandr,aleksander", "lukasenko", "BY"},
	{"lukashenko", "alexander,aleksandr", "lukasenko", "BY"},
	{"lula", "", "lula", "BR"},
	{"lula da silva", "luiz inacio", "lula", "BR"},
	{"macron", "emmanuel", "macron", "FR"},
	{"maduro", "nicolas", "maduro", "VE"},
	{"mahmoud abbas", "", "mahmud abbas", "PS"},
	{"mahmud abbas", "", "mahmud abbas", "PS"},
	{"mattarella", "sergio", "mattarella", "IT"},
	{"meloni", "giorgia", "meloni", "IT"},
	{"merkel", "angela", "merkel", "DE"},
	{"merz", "friedrich", "merz", "DE"},
	{"micotakis", "kiryakos", "micotakis", "GR"},
	{"milei", "javier", "milei", "AR"},
	{"mirziyoyev", "sevket,shavkat", "mirziyoyev", "UZ"},
	{"mitsotakis", "kyriakos", "micotakis", "GR"},
	{"modi", "narendra", "modi", "IN"},
	{"nawrocki", "karol", "nawrocki", "PL"},
	{"netanyahu", "binyamin,benjamin", "netanyahu", "IL"},
	{"obama", "barack", "obama", "US"},
	{"orban", "viktor", "orban", "HU"},
	{"pasinyan", "nikol", "pasinyan", "AM"},
	{"pashinyan", "nikol", "pasinyan", "AM"},
	{"pedro sanchez", "", "pedro sanchez", "ES"},
	{"pezeshkian", "masoud", "pezeskiyan", "IR"},
	{"pezeskiyan", "mesud", "pezeskiyan", "IR"},
	{"putin", "vladimir", "putin", "RU"},
	{"rahmon", "imamali,emomali", "rahmon", "TJ"},
	{"ramaphosa", "cyril", "ramaphosa", "ZA"},
	{"rishi sunak", "", "rishi sunak", "GB"},
	{"sandu", "maia", "sandu", "MD"},
	{"scholz", "olaf", "scholz", "DE"},
	{"sheinbaum", "claudia", "sheinbaum", "MX"},
	{"si cinping", "", "si cinping", "CN"},
	{"starmer", "keir", "starmer", "GB"},
	{"steinmeier", "frank walter", "steinmeier", "DE"},
	{"stubb", "alexander", "stubb", "FI"},
	{"takaichi", "sanae", "takaici", "JP"},
	{"takaici", "sanae", "takaici", "JP"},
	{"tokayev", "kasim comert,kassym jomart", "tokayev", "KZ"},
	{"trudeau", "justin", "trudeau", "CA"},
	{"trump", "donald", "trump", "US"},
	{"tusk", "donald", "tusk", "PL"},
	{"vucic", "aleksandar", "vucic", "RS"},
	{"xi jinping", "", "si cinping", "CN"},
	{"yoon suk yeol", "", "yoon suk yeol", "KR"},
	{"zelenski", "volodimir,vladimir", "zelenski", "UA"},
	{"zelenskiy", "volodimir,vladimir", "zelenski", "UA"},
	{"zelensky", "volodymyr", "zelenski", "UA"},
	{"zelenskyy", "volodymyr", "zelenski", "UA"},
}

// LeaderOf returns the leader of a folded name in any of its spellings, without
// suffix: "putin", "vladimir putin". The name "kim" is also Turkish for who;
// what is meant, the caller has to tell.
func LeaderOf(name string) (Leader, bool) {
	l, n, suffix := LeaderAt(strings.Fields(name))
	return l, n > 0 && suffix == "" && n == strings.Count(name, " ")+1
}

// LeaderAt returns the leader whose name words begin with, the longest name
// first, how many words it has, 0 when there is none, and the Turkish suffix
// that its last word bears without an apostrophe.
func LeaderAt(words []string) (l Leader, n int, suffix string) {
	if len(words) == 0 {
		return l, n, suffix
	}
	for i := range leaders {
		p := &leaders[i]
		if !strings.HasPrefix(words[0], p.spelling[:2]) && !strings.Contains(p.given, words[0]) {
			continue
		}
		if m, rest, ok := bearing(words, p.spelling); ok && m > n {
			l, n, suffix = Leader{p.name, p.key}, m, rest
		}
		for given := range strings.SplitSeq(p.given, ",") {
			before, ok := leading(words, given)
			if !ok || before == 0 {
				continue
			}
			if m, rest, ok := bearing(words[before:], p.spelling); ok && before+m > n {
				l, n, suffix = Leader{p.name, p.key}, before+m, rest
			}
		}
	}
	return l, n, suffix
}

// leading reports whether words begin with those of name, and how many they are.
func leading(words []string, name string) (n int, ok bool) {
	for name != "" {
		var first string
		first, name, _ = strings.Cut(name, " ")
		if n == len(words) || words[n] != first {
			return 0, false
		}
		n++
	}
	return n, true
}

// bearing is leading for a full name whose last word may bear a suffix. One of three
// letters takes none: kime, kimin are forms of who.
func bearing(words []string, full string) (n int, suffix string, ok bool) {
	cut := strings.LastIndexByte(full, ' ') + 1
	n, ok = leading(words, strings.TrimSuffix(full[:cut], " "))
	if !ok || n == len(words) {
		return 0, "", false
	}
	suffix, ok = strings.CutPrefix(words[n], full[cut:])
	if !ok || suffix != "" && (len(full) <= 3 || !accepts(suffix, name, endingOf(full))) {
		return 0, "", false
	}
	return n + 1, suffix, true
}

// endingOf reads off a name's letters how suffixes meet its end.
func endingOf(name string) ending {
	last := strings.LastIndexAny(name, "aeiou")
	var e ending
	if last < 0 {
		return e
	}
	if last == len(name)-1 {
		e |= vowel
	}
	switch name[last] {
	case 'a':
		e |= back
	case 'o', 'u':
		e |= back | round
	}
	return e
}
