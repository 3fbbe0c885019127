package evidence

import (
	"testing"

	"alinti/retrieval/turkish"
)

func TestIsSpot(t *testing.T) {
	for text, want := range map[string]bool{
		"dolabına": true, "mutfağında": true, "otoparkını": true, "arşivden": true, "Tanca'da": true, "Efeler'den": true, "okuldaki": true,
		"okul": false, "okulun": false, "Tanca'nın": false, "kitaba": false, "odak": false,
	} {
		w := turkish.Words(text)[0]
		if isSpot(&w, w.Capital) != want {
			t.Errorf("isSpot(%q) = %v", text, !want)
		}
	}
}
