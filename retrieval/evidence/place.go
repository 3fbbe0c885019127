package evidence

import (
	"strings"

	"alinti/retrieval/turkish"
)

// isSpot reports whether a word says where without naming a known country or
// town: dolabına, Tanca'da; name tells that it is a name.
func isSpot(w *turkish.Word, name bool) bool {
	if name {
		return whither[w.Suffix] // Tanca'da, Efeler'den
	}
	for n := min(len(w.Fold), longestSpot); n >= 3; n-- {
		if spots[w.Fold[:n]] && n < len(w.Fold) {
			rest := w.Fold[n:]
			return turkish.Inflects(rest) && pointing(rest)
		}
	}
	return false
}

// pointing reports whether a row of suffixes ends in a case that says where,
// where to or where from, or in that of the object: otoparkını kullanın.
func pointing(s string) bool {
	for _, end := range [...]string{"da", "de", "ta", "te", "dan", "den", "tan", "ten", "na", "ne", "ya", "ye", "ni", "nu", "a", "e", "ki"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}

var whither = wordSet("da de ta te dan den tan ten nda nde ndan nden daki deki taki teki ya ye a e na ne yla yle")

var spots = wordSet("okul sinif salon bina kapi oda kat bahce depo arsiv dolap dolab mutfak mutfag hastane fabrika liman istasyon otogar havaalan ofis buro sokak sokag " +
	"cadde meydan koy ilce sehir sehr kent mahalle ulke sinir bolge yol kopru banko gise raf kutu site adres ekran menu sayfa otopark park merkez kampus " +
	"otel lokanta kafe kantin kutuphane muze stadyum saha cami kilise yurt tarla ada kiyi sahil dag nehir nehr deniz orman masa cekmece klasor panel " +
	"laboratuvar laboratuar poliklinik poliklinig servis birim mudurluk mudurlug sube magaza market cezaev adliye karakol karargah cephe " +
	"kuzey guney dogu bati dis arka alt ust yan orta")

const longestSpot = 11 // letters
