package quantity

import "testing"

// first is the only quantity of text.
func first(t *testing.T, text string) Quantity {
	t.Helper()
	found := Find(text)
	if len(found) != 1 {
		t.Fatalf("Find(%q) = %+v, want one quantity", text, found)
	}
	return found[0]
}

func TestEqual(t *testing.T) {
	for _, class := range [][]string{
		{"13 bin", "13.000", "13000", "13,000", "on üç bin", "onüç bin", "thirteen thousand", "ON ÜÇ BİN", "13 bin asker", "13,000 soldiers", "en az 13 bin", "13K"},
		{"%50", "yüzde elli", "yüzde 50'si", "50 percent", "yarısı", "half of it", "ikide biri", "1/2", "fifty per cent"},
		{"9,8 milyar dolar", "9.8 billion dollars", "9.800.000.000 dolar", "$9.8bn", "9,8 milyar USD"},
		{"üçte bir", "üçte biri", "1/3", "one third", "3'te 1'i"},
		{"bir buçuk yıl", "1,5 yıl", "1.5 years", "one and a half years"},
		{"%25", "çeyreği", "dörtte bir", "a quarter of it", "25 percent"},
		{"bir düzine", "12 tane", "a dozen eggs", "on iki tane", "twelve eggs"},
		{"üçüncü", "3. kez", "3rd time", "the third", "III. Dünya Savaşı"},
		{"14:30", "saat 14.30", "2:30 pm"},
		{"binlerce asker", "thousands of soldiers"},
		{"10-15 bin kişi", "10.000-15.000 kişi", "10 to 15 thousand people"},
		{"5 km", "5 kilometre", "five kilometers"},
		{"üç kat", "3 kere", "three times"},
		{"yüzde 10-15", "%10-%15", "10-15%"},
	} {
		for _, a := range class {
			for _, b := range class {
				x, y := first(t, a), first(t, b)
				if !Equal(x, y) {
					t.Errorf("Equal(%q, %q) = false", a, b)
				}
				if x.Key() != y.Key() {
					t.Errorf("Key of %q is %q, of %q %q", a, x.Key(), b, y.Key())
				}
			}
		}
	}
	for _, c := range [][2]string{
		{"13 bin", "12 bin"}, {"13 bin", "1,3 bin"}, {"9,8 milyar dolar", "9,8 milyar avro"}, {"9,8 milyar", "9,8 milyon"},
		{"%50", "50"}, {"%50", "%5"}, {"%33", "üçte bir"}, {"3. kez", "3 kez"}, {"bin kişi", "binlerce kişi"}, {"10-15", "10"},
		{"5 km", "5 kg"}, {"14:30", "870"}, {"-5 derece", "5 derece"}, {"0,5 kat", "%50"},
	} {
		if Equal(first(t, c[0]), first(t, c[1])) {
			t.Errorf("Equal(%q, %q) = true", c[0], c[1])
		}
	}
}
