package bot

import (
	"testing"
	"unicode"
)

// TestBlankIsWhatShowsNothing holds the table to the properties it is made of.
func TestBlankIsWhatShowsNothing(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		ignorable := unicode.In(r, unicode.Other_Default_Ignorable_Code_Point, unicode.Cf, unicode.Variation_Selector) &&
			!unicode.Is(unicode.Prepended_Concatenation_Mark, r) &&
			(r < 0xFFF9 || r > 0xFFFB) && (r < 0x13430 || r > 0x13440) // interlinear annotation, Egyptian joiners
		want := ignorable || unicode.In(r, unicode.White_Space, unicode.Cc)
		if got := unicode.Is(blank, r); got != want {
			t.Errorf("%U is blank: %t, want %t", r, got, want)
		}
	}
}
