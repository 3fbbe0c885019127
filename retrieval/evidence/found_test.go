package evidence

import (
	"testing"

	"alinti/retrieval/turkish"
	"alinti/retrieval/when"
)

// TestAnswers asks of a sentence what it holds and what it only seems to hold.
func TestAnswers(t *testing.T) {
	for _, c := range []struct {
		question, sentence string
		want               bool
	}{
		{"Müdür kaç yaşında?", "Ücret 15 yıl boyunca sabit kalacak.", false},
		{"Müdür kaç yaşında?", "48 yaşındaki müdür istifa etti.", true},
		{"Kutu kaç gram?", "Kutu bir metre derinlikte bulundu.", false},
		{"Kutu kaç gram?", "Kutu 250 gram geliyor.", true},
		{"Kaç araç alındı?", "Toplam 85 yeni araç alındı.", true},
		{"Kurslara kaç öğrenci başvurdu?", "Kurslar 4 Ekim Cumartesi günü başlayacak.", false},
		{"Salona kaç kişi girebilir?", "Salon 14.00–15.30 arasında açıktır.", false},
		{"Salon saat kaçta açılıyor?", "Salon 14.00'te açılıyor.", true},
		{"Kaç iş günü sürer?", "Yanıt on iş gününde verilir.", true},
		{"Üyelerin yüzde kaçı katıldı?", "Toplantıya 140 üye katıldı.", false},
		{"Şirket hangi yıl kuruldu?", "Dava dün sonuçlandı.", false},
		{"Şirket hangi yıl kuruldu?", "Şirket 1994'te kuruldu.", true},
		{"Toplantı hangi tarihte?", "Bir sonraki toplantı 4 Aralık'ta yapılacak.", true},
		{"Talep en geç hangi gün yapılır?", "İdareler 10 Ekim'e kadar erteleme isteyebilir.", true},
		{"Bu ne zaman bildirilmeli?", "Bunu en geç bir hafta önceden bildiriniz.", true},
		{"Bilet kaça satıldı?", "Biletler iki saatte tükendi.", false},
		{"Dolabın fiyatı ne olacak?", "Dolap mayısta fuara yetişecek.", false},
		{"Açılış hangi tarihe ertelendi?", "Açılış 2030'un sonuna ertelendi.", true},
		{"Açılış hangi tarihte?", "Açılış bir saat sonra bitti.", false},
		{"okul adresi", "Okulumuz Tanca'da, limanın karşısındadır.", true},
		{"üye sayısı", "Toplantıya 140 üye katıldı.", true},
		{"yarışma tarihi", "Yarışma 4 Aralık'ta yapılacak.", true},
		{"yazar adı", "Kitabı Ayşe Kara yazdı.", true},
		{"Taşımacının adı ne?", "Taşımacı paletleri ıslatmamış.", false},
		{"Komutanı kim?", "Kuzey Kore Rusya'ya asker gönderdi.", false},
		{"Montajı kimler yapabilir?", "Bunu yalnızca tesisatçılar yapar.", true},
	} {
		words := turkish.Words(c.sentence)
		folds := make([]string, len(words))
		for i, w := range words {
			folds[i] = w.Fold
		}
		facts := Read(c.sentence, words, folds, false, when.Day{})
		q := Question{Words: turkish.Words(c.question)}
		q.Asked = Ask(q.Words, false, nil)
		q.Prepare()
		found, typed := facts.answers(nil, &q, &Candidate{})
		if !typed || len(found) > 0 != c.want {
			t.Errorf("%q in %q: %v, want %v (%v)", c.question, c.sentence, found, c.want, q.Asked)
		}
	}
}
