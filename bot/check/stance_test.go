package check_test

import (
	"testing"

	"alinti/bot/check"
)

func TestStances(t *testing.T) {
	for _, c := range []struct {
		question, sentence string
		want               check.Stance
	}{
		{"Belediye köprüyü onardı mı?", "Belediye köprüyü geçen yıl onardı.", check.Stated},
		{"Belediye köprüyü onardı mı?", "Belediyenin köprüyü onardığı iddia edildi.", check.Alleged},
		{"Belediye köprüyü onardı mı?", "Belediye köprüyü onarmadı.", check.Denied},
		{"Belediye köprüyü onardı mı?", "Belediyenin köprüyü onardığına dair hiçbir kanıt bulunmadığı bildirildi, park ise açıldı.", check.Denied},
		{"Belediye köprüyü onardı mı?", "Belediye köprüyü onardı, parkı onarmadı.", check.Stated},
		{"Belediye köprüyü onardı mı?", "Okullar pazartesi günü açılmadı.", check.Silent},
		{"Belediye köprüyü onardı mı?", "Belediye köprünün onarıldığını yalanladı.", check.Denied},
		{"Belediye köprüyü onardı mı?", "Belediye köprünün onarıldığını yalanlamadı.", check.Stated},
		{"Belediye köprüyü onaracak mı?", "Belediye köprünün onarımını göz ardı etmemektedir.", check.Stated},
		{"Will the city repair the bridge?", "The city does not rule out repairing the bridge.", check.Stated},
		{"Will the city repair the bridge?", "The city ruled out repairing the bridge.", check.Denied},
		{"Rusya Kuzey Kore'ye teknoloji verdi mi?", "Rusya ile Kuzey Kore sınırı kapandı.", check.Silent}, // names alone
		{"Did the city repair the bridge?", "The city repaired the bridge.", check.Stated},
		{"Did the city repair the bridge?", "The city did not repair the bridge.", check.Denied},
		{"Did the city repair the bridge?", "The city allegedly repaired the bridge.", check.Alleged},
		{"", "", check.Silent},
	} {
		got := check.Stances(c.question, check.Take(c.sentence))[0]
		if got.Stance != c.want {
			t.Errorf("Stances(%q, %q) = %v, want %v", c.question, c.sentence, got.Stance, c.want)
		}
		if got.Start < 0 || got.Start > got.End || got.End > len(c.sentence) || (got.End == 0) != (got.Stance == check.Silent) {
			t.Errorf("Stances(%q, %q) stands at %d to %d", c.question, c.sentence, got.Start, got.End)
		}
	}
}

func TestContrary(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want bool
	}{
		{"Belediye köprüyü onardı.", "Belediye köprüyü onarmadı.", true},
		{"Belediye köprüyü geçen yıl onardı.", "Belediye köprüyü onardı.", false},
		{"Belediye köprüyü onarmadı.", "Köprüyü belediye onarmadı.", false},
	} {
		if got := check.Contrary(check.Take(c.a), check.Take(c.b)); got != c.want {
			t.Errorf("Contrary(%q, %q) = %v", c.a, c.b, got)
		}
		if got := check.Contrary(check.Take(c.b), check.Take(c.a)); got != c.want {
			t.Errorf("Contrary(%q, %q) = %v", c.b, c.a, got)
		}
	}
}
