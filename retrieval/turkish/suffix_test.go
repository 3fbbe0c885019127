package turkish

import "testing"

func TestCases(t *testing.T) {
	for _, test := range []struct {
		a, b         string
		wantA, wantB Case
	}{
		{"bakanlığa", "Bakanlık", Dative, Bare},
		{"belediyenin", "belediyeye", Genitive, Dative},
		{"şirketine", "şirketi", Dative, Bare},
		{"sendikadan", "sendikalar", Ablative, Bare},
		{"Orhan'a", "Orhan’ın", Dative, Genitive},
		{"Orhan'a", "orhandan", Dative, Ablative},
		{"aktardı", "aktardığını", Bare, Unknown},
	} {
		a, b := Cases(&Words(test.a)[0], &Words(test.b)[0])
		if a != test.wantA || b != test.wantB {
			t.Errorf("Cases(%q, %q) = %v, %v, want %v, %v", test.a, test.b, a, b, test.wantA, test.wantB)
		}
	}
}
