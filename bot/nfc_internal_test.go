package bot

import (
	"testing"

	"golang.org/x/text/unicode/norm"
)

func FuzzNFC(f *testing.F) {
	for _, s := range []string{"", "Kaç asker gönderdi?", "ag\u0306", "\u00e7\u0327", "\u0300", "ʼ\u02ff", "’“", "\u0344", "가", "\xcb", "c\xcc"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := nfc(s), norm.NFC.String(s); got != want {
			t.Errorf("nfc(%q) = %q, want %q", s, got, want)
		}
	})
}

// Every code point that is left alone is left alone by NFC, between any two.
func TestNFCLeavesAlone(t *testing.T) {
	for a := rune(0); a < 0x300; a++ {
		for b := rune(0); b < 0x300; b++ {
			if s := string([]rune{a, b}); !norm.NFC.IsNormalString(s) {
				t.Fatalf("%q is not in normal form C", s)
			}
		}
	}
}
