package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// What a number of up to three digits with a period is, "19." before a capital,
// cannot be told from the sign alone: the nineteenth in "19. Yüzyıl", the end of
// a sentence in "binde 19. Tanık, farkın…". Since a Turkish sentence seldom ends
// in a number it is an ordinal, unless what stands before it or behind it says
// otherwise.

var (
	// shares stand before a number that is a share of them: "yüzde 14", "binde 19".
	shares = foldedSet(`yüzde binde onbinde milyonda milyarda`)
	// scales and what else stands before a number that counts.
	scales = foldedSet(`bin milyon milyar trilyon toplam toplamı`)
	// ranked are the nouns, and the words before them, that have ordinals in
	// names and are written with a capital there.
	ranked = foldedSet(`ordu kolordu tümen tugay alay tabur bölük filo bölge bölgesi bölüm bölümü kısım kitap cilt baskı sayı sayfa madde fıkra
		sınıf kademe kat katı daire dairesi blok etap köprü cadde caddesi sokak sokağı mahalle mahallesi yüzyıl asır yıl yılı ay gün hafta
		dönem devre çeyrek yarı dünya haçlı viyana inönü balkan cumhuriyet cumhurbaşkanı başkan başbakan padişah sultan murad murat
		mehmed mehmet selim ahmed ahmet mahmud mahmut mustafa osman süleyman abdülhamid abdülhamit abdülmecid ağır asliye sulh iş aile
		idare vergi icra tüketici ceza hukuk bölge istinaf noter noterliği lig ligi grup tur maç sezon perde festival festivali fuar fuarı
		kongre kongresi kurultay kurultayı şura şurası zirve zirvesi sempozyum sempozyumu konferans konferansı çalıştay çalıştayı
		toplantı toplantısı oturum oturumu olimpiyat olimpiyatları oyunları kupa kupası olağan olağanüstü genel ulusal uluslararası
		milli millî millet geleneksel büyük avrupa asya türkiye türk istanbul ankara izmir antalya adana levent kalkınma beş derece
		yargı paket paketi kuşak nesil jenerasyon tip tür`)
)

// numberEnds decides after a number of digits alone, word, with lead before it:
// whether the period behind it ends a sentence when rest follows.
func numberEnds(word, lead, rest string, next nextKind, english bool) bool {
	const ordinal = 3 // digits of an ordinal, at most ("100. Yıl")
	if english || utf8.RuneCountInString(word) > ordinal || counts(word, lead) {
		return true
	}
	if next != nextCapital {
		return false
	}
	return starts(rest, false) || !listed(ranked, firstWord(rest)) && (subject(rest) || parallel(lead))
}

// counts reports whether the number is part of a longer figure ("9,8", "1.500",
// "11.40", "222 00"), a share ("%12", "binde 19"), a value ("Toplam: 85") or the
// rest of a large number ("4 bin 180").
func counts(word, lead string) bool {
	trimmed := strings.TrimRightFunc(lead, isSpace)
	if r, n := utf8.DecodeLastRuneInString(lead); n > 0 && strings.ContainsRune(".,:", r) {
		if r, _ = utf8.DecodeLastRuneInString(lead[:len(lead)-n]); unicode.IsDigit(r) {
			return true
		}
	}
	before := lastWord(trimmed)
	if r, _ := utf8.DecodeLastRuneInString(trimmed); unicode.IsDigit(r) && before != "" && letters(before) == 0 && letters(word) == 0 {
		return true // groups of digits
	}
	return strings.HasSuffix(lead, "%") || strings.HasSuffix(trimmed, "=") || listed(shares, before) || listed(scales, before)
}

// subject reports whether rest begins with one word and a comma, as a sentence
// does whose subject is a name: "Tanık, farkın…".
func subject(rest string) bool {
	w := firstWord(rest)
	const least = 3 // letters
	return letters(w) >= least && strings.HasPrefix(rest, w+",")
}

// parallel reports whether the clause before the last comma of lead ends in a
// number as well, both after a word of the same ending: "yerlide 11, ithalde 19."
func parallel(lead string) bool {
	clause, now, ok := cutLast(lead, ", ")
	if !ok {
		return false
	}
	number := lastWord(clause)
	before := lastWord(strings.TrimRightFunc(strings.TrimSuffix(clause, number), isSpace))
	after := lastWord(strings.TrimRightFunc(now, isSpace))
	return number != "" && letters(number) == 0 && locative(before) && locative(after)
}

// locative reports whether the word ends as "yerlide" and "S2'de" do.
func locative(w string) bool {
	for _, ending := range []string{"de", "da", "te", "ta"} {
		if strings.HasSuffix(w, ending) && len(w) > len(ending)+1 {
			return true
		}
	}
	return false
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return "", s, false
	}
	return s[:i], s[i+len(sep):], true
}

// firstWord is the letters and combining marks at the beginning of s.
func firstWord(s string) string {
	return s[:skip(s, 0, func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.M, r) })]
}
