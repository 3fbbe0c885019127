package when

//lint:file-ignore SA4000 letters are counted from 'a', 'a' itself too

import "strings"

// turkishWord knows the Turkish words that are used as they stand.
func turkishWord(s string) meaning {
	switch s {
	case "dun", "dunku":
		return meaning{class: nearDay, n: -1}
	case "bugun", "bugunku":
		return meaning{class: nearDay}
	case "dunden":
		return meaning{class: nearDay, n: -1, ending: "den"}
	case "bugunden":
		return meaning{class: nearDay, ending: "den"}
	case "bugune":
		return meaning{class: nearDay, ending: "e"}
	case "yarin", "yarinki":
		return meaning{class: nearDay, n: 1}
	case "gecen", "gectigimiz":
		return meaning{class: last}
	case "evvelki", "evvelsi":
		return meaning{class: last, n: 1}
	case "bu":
		return meaning{class: this}
	case "gelecek", "onumuzdeki":
		return meaning{class: coming}
	case "onceki", "ertesi", "ayni", "o":
		return meaning{class: aside}
	case "son":
		return meaning{class: recent}
	case "once", "evvel":
		return meaning{class: ago}
	case "sonra":
		return meaning{class: later}
	case "beri":
		return meaning{class: since}
	case "yana":
		return meaning{class: yana}
	case "itibaren":
		return meaning{class: onward}
	case "kadar", "dek", "degin":
		return meaning{class: until}
	case "oncesi", "oncesinde", "oncesine", "oncesindeki":
		return meaning{class: before}
	case "sonrasi", "sonrasinda", "sonrasina", "sonrasindaki":
		return meaning{class: after}
	case "arasi", "arasinda", "arasindaki", "araliginda":
		return meaning{class: between}
	case "ile", "ve":
		return meaning{class: joins}
	case "sabah", "sabahi", "aksam", "aksami", "gece", "gecesi", "oglen", "ogle", "aksamustu":
		return meaning{class: dayPart}
	}
	return meaning{}
}

// A stem is a Turkish word that takes endings.
type stem struct {
	text  string
	class class
	n     int
	vague bool
}

// inflected knows the Turkish words that take endings.
func inflected(s, suffix string) meaning {
	if s == "" || s[0] < 'a' || s[0] > 'z' {
		return meaning{}
	}
	for _, t := range stems[s[0]-'a'] {
		rest, ok := strings.CutPrefix(s, t.text)
		if !ok || suffix != "" && rest != "" || !isEnding(rest) || !isEnding(suffix) {
			continue
		}
		if suffix != "" {
			rest = suffix
		}
		return meaning{class: t.class, n: t.n, ending: rest, vague: t.vague}
	}
	return meaning{}
}

// stems holds them by first letter, longer ones first. A k softens before a
// vowel: aralığı, ocağın.
var stems = [26][]stem{
	'a' - 'a': {
		{"aralik", month, 12, true},
		{"aralig", month, 12, true},
		{"agustos", month, 8, false},
		{"asir", centuryW, 0, false},
		{"asr", centuryW, 0, false},
		{"ay", monthW, 0, false},
	},
	'b' - 'a': {
		{"bahar", seasonW, 3, false},
	},
	'c' - 'a': {
		{"cumartesi", weekday, 5, false},
		{"cuma", weekday, 4, false},
		{"carsamba", weekday, 2, false},
		{"ceyrek", quarterW, 0, false},
		{"ceyreg", quarterW, 0, false},
	},
	'e' - 'a': {
		{"eylul", month, 9, false},
		{"ekim", month, 10, true},
	},
	'g' - 'a': {
		{"gun", dayW, 0, false},
		{"guz", seasonW, 9, false},
	},
	'h' - 'a': {
		{"haziran", month, 6, false},
		{"hafta", weekW, 0, false},
	},
	'i' - 'a': {
		{"ilkbahar", seasonW, 3, false},
	},
	'k' - 'a': {
		{"kasim", month, 11, true},
		{"kis", seasonW, 12, false},
	},
	'm' - 'a': {
		{"mart", month, 3, true},
		{"mayis", month, 5, false},
	},
	'n' - 'a': {
		{"nisan", month, 4, false},
	},
	'o' - 'a': {
		{"ocak", month, 1, true},
		{"ocag", month, 1, true},
	},
	'p' - 'a': {
		{"pazartesi", weekday, 0, false},
		{"pazar", weekday, 6, false},
		{"persembe", weekday, 3, false},
	},
	's' - 'a': {
		{"subat", month, 2, false},
		{"sonbahar", seasonW, 9, false},
		{"sene", yearW, 0, false},
		{"sali", weekday, 1, false},
	},
	't' - 'a': {
		{"temmuz", month, 7, false},
	},
	'y' - 'a': {
		{"yuzyil", centuryW, 0, false},
		{"yil", yearW, 0, false},
		{"yaz", seasonW, 6, false},
		{"yarisi", halfW, 0, false},
	},
}
