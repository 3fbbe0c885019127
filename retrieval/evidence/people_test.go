package evidence

import "testing"

func TestIsPerson(t *testing.T) {
	for word, want := range map[string]bool{
		"muduru": true, "velilere": true, "tesisatcilar": true, "kurulca": true, "sirketimizin": true, "futbolcunun": true, "kiracisina": true, "baskanligi": true,
		"": false, "ikinci": false, "gecici": false, "sureci": false, "sayacini": false, "demecinde": false, "ihtiyaclari": false, "kalici": false, "masa": false, "uyelik": false, "isci": true,
	} {
		if isPerson(word) != want {
			t.Errorf("isPerson(%q) = %v", word, !want)
		}
	}
}
