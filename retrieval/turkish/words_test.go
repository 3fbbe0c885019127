package turkish

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestWords(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"Rusya’ya 13 bin asker", "Rusya|rusya+ya 13|13 bin|bin asker|asker"},
		{"2023'ten bu yana", "2023|2023+ten bu|bu yana|yana"},
		{"RUSYA'YA IŞIK İSTANBUL", "RUSYA|rusya+ya IŞIK|isik İSTANBUL|istanbul"},
		{"askerî, resmî hükûmet", "askerî|askeri resmî|resmi hükûmet|hukumet"},
		{"Kim Jong-Un O’Neill'in", "Kim|kim Jong|jong Un|un O|o Neill|neill+in"},
		{"“sivil” 'söz' ʼ", "sivil|sivil söz|soz"},
		{"Vakfıʼnın", "Vakfı|vakfi+nin"},
		{"9,8 milyar %50", "9|9 8|8 milyar|milyar 50|50"},
		{"ﬁlm Straße œuvre Москва", "ﬁlm|film Straße|straße œuvre|œuvre Москва|москва"},
		{"", ""},
	} {
		for _, form := range []norm.Form{norm.NFC, norm.NFD} {
			text := form.String(c.text)
			var got []string
			for _, w := range Words(text) {
				s := norm.NFC.String(text[w.Start:w.End]) + "|" + w.Fold
				if w.Suffix != "" {
					s += "+" + w.Suffix
				}
				got = append(got, s)
			}
			if g := strings.Join(got, " "); g != c.want {
				t.Errorf("Words(%q) = %s, want %s", text, g, c.want)
			}
		}
	}
}

func TestFold(t *testing.T) {
	for in, want := range map[string]string{
		"IŞIK": "isik", "ışık": "isik", "İIiı": "iiii", "ÇĞÖŞÜçğöşü": "cgosucgosu", "âîûÂÎÛ": "aiuaiu", "Éé": "ee", "abc": "abc",
	} {
		if got := Fold(in); got != want {
			t.Errorf("Fold(%q) = %q, want %q", in, got, want)
		}
		if got := Fold(norm.NFD.String(in)); got != want {
			t.Errorf("Fold(NFD %q) = %q, want %q", in, got, want)
		}
	}
}

func TestCaseOfLetters(t *testing.T) {
	if got := Lower("IŞIK İSTANBUL"); got != "ışık istanbul" {
		t.Errorf("Lower = %q", got)
	}
	if got := Upper("ışık istanbul"); got != "IŞIK İSTANBUL" {
		t.Errorf("Upper = %q", got)
	}
}

func TestStem(t *testing.T) {
	for in, want := range map[string]string{"askerlerini": "asker", "kac": "kac", "москва": "москв"} {
		if got := Stem(in); got != want {
			t.Errorf("Stem(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestFills(t *testing.T) {
	for word, want := range map[string]bool{"oldu": true, "OLDU": true, "öldü": false, "ÖLDÜ": false, "ölmüş": false, "için": true, "icin": true, "asker": false} {
		if got := Fills(word, Words(word)[0]); got != want {
			t.Errorf("Fills(%q) = %v, want %v", word, got, want)
		}
	}
}

func TestCaseOf(t *testing.T) {
	for suffix, want := range map[string]Case{"": Bare, "ya": Dative, "nin": Genitive, "dan": Ablative, "da": Locative, "yi": Accusative, "yla": Instrumental, "li": Adjectival, "xyz": Unknown} {
		if got := CaseOf(suffix); got != want {
			t.Errorf("CaseOf(%q) = %v, want %v", suffix, got, want)
		}
	}
}

func FuzzWords(f *testing.F) {
	for _, s := range []string{"Rusya’ya 13 bin", "a'b'c''", "İ\u0307ʼ´x", "\xff'\xfe", "é\u0301'́a", "\uff9e b'\uff9f"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, w := range Words(text) {
			if w.Fold == "" {
				t.Fatalf("Words(%q): %q has no letter", text, text[w.Start:w.End])
			}
			if w.Start < end || w.End <= w.Start || w.Tail < w.End || w.Tail > len(text) {
				t.Fatalf("Words(%q): word %+v after byte %d", text, w, end)
			}
			if utf8.ValidString(text) && w.Fold != Fold(text[w.Start:w.End]) {
				t.Fatalf("Words(%q): fold %q of %q", text, w.Fold, text[w.Start:w.End])
			}
			end = w.Tail
		}
	})
}

func BenchmarkWords(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		Words("Kuzey Kore Rusya’ya savaşta ne kadar değerinde silah, mühimmat ve asker sağladı?")
	}
}

func ExampleWords() {
	for _, w := range Words("Rusya’ya kaç asker?") {
		fmt.Printf("%s+%s\n", w.Fold, w.Suffix)
	}
	// Output:
	// rusya+ya
	// kac+
	// asker+
}
