package evidence

import (
	"testing"

	"alinti/retrieval/turkish"
)

func TestGives(t *testing.T) {
	for text, want := range map[string]bool{
		"Maç yağmur yüzünden ertelendi.": true, "Savunma geçersiz, çünkü çizim eski.": true, "Geç kaldığı için ceza aldı.": true,
		"Cihaz bozulduğundan kapalıydı.": true, "Barışı korumak üzere toplandılar.": true, "Talep etmesi üzerine görüştüler.": true,
		"Artışı zamlara bağladı.": true, "Bu adım görüşmeleri zorlaştırıyor.": true, "Kararı sağlık gerekçesiyle verdi.": true,
		"Çocuklar için park yapıldı.": false, "Masanın üzerine koydu.": false, "\"Bitti\" diye konuştu.": false,
		"Bütçeyi eleştirdi.": false, "Toplantıyı gerçekleştirdi.": false, "Maç ertelendi.": false,
	} {
		got, words := false, turkish.Words(text)
		for i := range words {
			got = got || gives(words, i, false)
		}
		if got != want {
			t.Errorf("gives a reason in %q: %v", text, got)
		}
	}
}
