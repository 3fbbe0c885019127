package bot

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"alinti/retrieval/corpus"
	"alinti/seeds"
)

func seedVerifier(t testing.TB) *Verifier {
	t.Helper()
	c, err := corpus.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	return NewVerifier(c)
}

// outcome is the verdicts as one line each: whether, what.
func outcome(v Verification) string {
	var b strings.Builder
	for _, d := range v.Verdicts {
		sign := "+"
		if !d.OK {
			sign = "-"
		}
		fmt.Fprintf(&b, "%s %s\n", sign, d.Text)
	}
	return b.String()
}

func TestVerifyText(t *testing.T) {
	const (
		troops  = "Rusya'ya en az 13 bin asker göndermişti."
		unequal = `İki ülke arasındaki ilişkide "eşitsizlik" olduğu belirtilen rapora göre Kuzey Kore, Rusya'ya 2023'ten bu yana kendi yıllık ekonomik üretiminin üçte birinden fazlasına denk gelen yaklaşık 9,8 milyar dolar değerinde silah, mühimmat ve asker sağladı.`
		putin   = `Putin, anlaşmayla ilgili yaptığı ilk açıklamada, "Rusya bugün imzalanan anlaşma uyarınca Kuzey Kore ile askeri-teknik iş birliğini göz ardı etmemektedir" ifadelerini kullanmıştı.`
		civil   = "Görüşmelerde doğal kaynaklar ve enerji politikalarından sorumlu üst düzey Rus yetkililerin yer alması, hedefin “sivil işbirliği” sınırlarını aşan bir ortaklık olduğunu teyit ediyor."
	)
	for _, tt := range []struct{ name, text, want string }{
		{"guillemets", "Yanıt: «" + troops + "» [1]\n", "+ " + troops},
		{"curly", "“" + troops + "”", "+ " + troops},
		{"German", "„" + troops + "“", "+ " + troops},
		{"straight", `"` + troops + `"`, "+ " + troops},
		{"part of a sentence", "Habere göre “en az 13 bin asker” gitti.", "+ en az 13 bin asker"},
		{"altered number", "«en az 12 bin asker göndermişti»", "- en az 12 bin asker göndermişti"},
		{"cut word", "«en az 13 bin asker gönder»", "- en az 13 bin asker gönder"},
		{"cut word at the start", "«z 13 bin asker göndermişti»", "- z 13 bin asker göndermişti"},
		{"other apostrophe", "«Rusya’ya en az 13 bin asker»", "- Rusya’ya en az 13 bin asker"},
		{"elision", "«Kuzey Kore … 13 bin asker»", "- Kuzey Kore … 13 bin asker"},
		{"two words are no quote", "“sivil işbirliği” ve «tırnak içi»", ""},
		{"none", "Tırnak yok.", ""},
		{"empty marks", "«» “” \"\" « »", ""},
		{"marks without words", "«… – !»", ""},
		{"white space within", "«en  az\n 13\tbin\u00a0asker»", "+ en az 13 bin asker"},
		{"space at the ends", "« en az 13 bin asker »", "+ en az 13 bin asker"},
		{"across paragraphs", "«işbirliği komisyonunun rutin toplantısından\n\nçok daha geniş»", ""},
		{"across blocks", "«güvenlik tehdidi Kaynak ve enerji»", "- güvenlik tehdidi Kaynak ve enerji"},
		{"nested in straight marks", `Dedi ki: "` + unequal + `" ve bitti.`, "+ " + unequal},
		{"nested at the end", `"` + putin + `"`, "+ " + putin},
		{"nested in guillemets", "«" + putin + "»", "+ " + putin},
		{"nested curly in curly", "“" + civil + "”", "+ " + civil},
		{"nested in an invented one", `“Putin dedi ki "en az 13 bin asker" gitti”`, `- Putin dedi ki "en az 13 bin asker" gitti`},
		{"invented end after a nested one", "“hedefin “sivil işbirliği” sınırlarını aşmayan”", "- hedefin “sivil işbirliği” sınırlarını aşmayan"},
		{"true beginning, invented end", `"en az 13 bin asker" göndermedi "ve uydurma bir söz"`, "+ en az 13 bin asker\n- ve uydurma bir söz"},
		{"unbalanced opening", "«Bitmeyen söz ve “en az 13 bin asker” burada", "+ en az 13 bin asker"},
		{"unbalanced closing", "13» ve «en az 13 bin asker» ve ”", "+ en az 13 bin asker"},
		{"inches", `5" boyunda ve 7" eninde "en az 13 bin asker" var`, "+ en az 13 bin asker"},
		{"suffix behind the mark", `"en az 13 bin asker"in ve "en az 13 bin asker", dedi.`, "+ en az 13 bin asker\n+ en az 13 bin asker"},
		{"heading of an article", "«Küresel güvenlik mimarisi açısından uzun vadeli sonuçlar»", "+ Küresel güvenlik mimarisi açısından uzun vadeli sonuçlar"},
		{"heading that has marks", `""Kuzey Kore ekonomisi, Rusya ile iş birliğine rağmen kötü durumda""`, `+ "Kuzey Kore ekonomisi, Rusya ile iş birliğine rağmen kötü durumda"`},
		{"block", "> " + troops + "\n\n— kaynak", "+ " + troops},
		{"block without space", ">" + troops, "+ " + troops},
		{"block in a block", "> > " + troops, "+ " + troops},
		{"block, wrapped", "> Rusya'ya en az 13\n> bin asker\n> göndermişti.", "+ " + troops},
		{"block of two quotes", "> " + troops + "\n> " + unequal, "+ " + troops + "\n+ " + unequal},
		{"block of two sentences", "> " + unequal + "\n> Buna rağmen Rusya'nın Kuzey Kore'ye en fazla", "+ " + unequal + " Buna rağmen Rusya'nın Kuzey Kore'ye en fazla"},
		{"block with an empty line", "> en az 13 bin asker\n>\n> uydurma", "+ en az 13 bin asker\n- uydurma"},
		{"block, second line altered", "> en az 13 bin asker\n> göndermedi ki.", "+ en az 13 bin asker\n- göndermedi ki."},
		{"block with marker and marks", "> «en az 13 bin asker» [1][2]\n> en az 13 bin asker [3]", "+ en az 13 bin asker\n+ en az 13 bin asker"},
		{"block with whose it is", "> en az 13 bin asker\n> — AA, 19 Eylül 2025", "+ en az 13 bin asker"},
		{"block that is only whose", "> — en az 12 bin asker", "- — en az 12 bin asker"},
		{"block with invented words around", "> Uydurma “en az 13 bin asker” uydurma", "- Uydurma “en az 13 bin asker” uydurma"},
		{"short block", "> asker\n", "+ asker"},
		{"empty block", ">\n> \n> …", ""},
		{"CRLF", "> en az 13 bin asker\r\n> göndermişti.\r\n\r\n«az 13 bin asker»\r\n", "+ en az 13 bin asker göndermişti.\n+ az 13 bin asker"},
		{"BOM", "\ufeff> en az 13 bin asker", "+ en az 13 bin asker"},
		{"bold", "> Rusya'ya **en az 13 bin asker** göndermişti.", "+ " + troops},
		{"bold around", "**«en az 13 bin asker»** ve «en **az 13** bin asker»", "+ en az 13 bin asker\n+ en az 13 bin asker"},
		{"escaped", `> İki ülke arasındaki ilişkide \"eşitsizlik\" olduğu belirtilen`, `+ İki ülke arasındaki ilişkide "eşitsizlik" olduğu belirtilen`},
		{"NUL", "«ortaya koyuyor.\x00 date 2025»", "- ortaya koyuyor.\xff date 2025"},
		{"not UTF-8", "«en az 13\xff bin asker»", "- en az 13\xff bin asker"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := seedVerifier(t).Text(tt.text)
			if err != nil {
				t.Fatal(err)
			}
			if want := strings.TrimSuffix(tt.want, "\n"); strings.TrimSuffix(outcome(got), "\n") != want {
				t.Errorf("Text(%q)\n got %s\nwant %s", tt.text, outcome(got), want)
			}
			if got.OK() == (strings.Contains("\n"+tt.want, "\n-") || tt.want == "") {
				t.Errorf("OK = %v of %s", got.OK(), outcome(got))
			}
		})
	}
}

func TestVerifyTextPlaces(t *testing.T) {
	v := seedVerifier(t)
	got, err := v.Text("Bir.\n\n“9,8 milyar dolar değerinde silah, mühimmat ve asker”\n> uluslararası\n")
	if err != nil || len(got.Verdicts) != 2 {
		t.Fatalf("Text = %+v, %v", got, err)
	}
	first := got.Verdicts[0]
	if len(first.Places) != 2 || first.Where != "line 3" || first.N != 1 {
		t.Fatalf("verdict = %+v, want two places, line 3", first)
	}
	for i, paragraph := range []int{1, 2} {
		p := first.Places[i]
		d := v.collection.Document(p.Source.ID)
		if p.Paragraph != paragraph || p.Source.ID != "naumann-raporu" || p.Source.SHA256 != d.SHA256 || d.Text[p.Start:p.End] != first.Text {
			t.Errorf("place %d = %+v, want paragraph %d and the words", i, p, paragraph)
		}
	}
	if second := got.Verdicts[1]; len(second.Places) != 2 || second.Where != "line 4" {
		t.Errorf("verdict = %+v, want two places, line 4", second)
	}
}

func TestVerifyNearest(t *testing.T) {
	v := seedVerifier(t)
	for _, tt := range []struct {
		quote        string
		word         int
		said, stands string
		sentence     string
	}{
		{"Rusya'ya en az 12 bin asker göndermişti.", 4, "12", "13", "İki ülke anlaşma"},
		{"en az 13 bin asker göndermemişti", 6, "göndermemişti", "göndermişti.", "İki ülke anlaşma"},
		{"Rusya’ya en az 13 bin asker", 1, "Rusya’ya", "Rusya'ya", "İki ülke anlaşma"},
		{"Kuzey Kore'nin yaklaşık 9,8 milyar dolar", 3, "", "Rusya'ya", "date 2025-09-19"},
		{"çoğu gıda ve bol petrol yardımından oluşan 1,2 milyar", 4, "bol", "", "date 2025-09-19"},
		{"rusya bugün imzalanan anlaşma", 1, "rusya", `"Rusya`, "Putin, anlaşmayla"},
		{"Askeri alışverişten stratejik ortaklığa", 1, "Askeri", "Askerî", "Askerî alışverişten"},
		{"ortaya koydu. İki ülke arasındaki ilişkide eşitsizlik", 7, "eşitsizlik", `"eşitsizlik"`, "İki ülke arasındaki"},
	} {
		d := v.Quote(tt.quote)
		if d.OK || d.Nearest == nil {
			t.Errorf("Quote(%q) = %+v, want a nearest sentence", tt.quote, d)
			continue
		}
		n := d.Nearest
		if n.Word != tt.word || n.Said != tt.said || n.Stands != tt.stands || !strings.HasPrefix(n.Text, tt.sentence) {
			t.Errorf("Quote(%q): word %d %q for %q in %.40q, want word %d %q for %q in %q", tt.quote, n.Word, n.Said, n.Stands, n.Text, tt.word, tt.said, tt.stands, tt.sentence)
		}
		if doc := v.collection.Document(n.Source.ID); doc.Text[n.Start:n.End] != n.Text {
			t.Errorf("Quote(%q): the nearest sentence is not at %d–%d", tt.quote, n.Start, n.End)
		}
	}
	if d := v.Quote("quantum chromodynamics explains gluons"); d.OK || d.Nearest != nil {
		t.Errorf("Quote of foreign words = %+v, want nothing near", d)
	}
	if d := v.Quote(" en az **13 bin** asker\n"); !d.OK || d.Text != "en az 13 bin asker" {
		t.Errorf("Quote of Markdown = %+v, want OK", d)
	}
	if d := v.Quote(""); d.OK {
		t.Errorf("Quote of nothing = %+v", d)
	}
}

func TestVerifyLimits(t *testing.T) {
	v := seedVerifier(t)
	if _, err := v.Text(strings.Repeat("a", MaxVerifyText+1)); !errors.Is(err, ErrUnverifiable) {
		t.Errorf("Text of too much = %v", err)
	}
	for _, quote := range []string{"> x\n\n", "> x\n", "«a b c» "} {
		if _, err := v.Text(strings.Repeat(quote, MaxVerdicts+2)); !errors.Is(err, ErrUnverifiable) {
			t.Errorf("Text of too many %q = %v", quote, err)
		}
	}
	if _, err := v.Answer(make([]byte, MaxVerifyAnswers+1)); !errors.Is(err, ErrUnverifiable) {
		t.Errorf("Answer of too much = %v", err)
	}
}

// What a quadratic verifier would need hours for is done in moments; the
// deadline is far above them.
func TestVerifyHostileTexts(t *testing.T) {
	v := seedVerifier(t)
	const size = 64 << 10
	for _, unit := range []string{
		"«", "“", "”", "\"", "„", "« ", "\" ", "\"a", "«»", "> ", ">\n", "> a", "> Rusya\n", "**", "\\", "\"Kuzey Kore ", "«Kuzey Kore", "\"Kuzey\" ", "«a b c d\n",
	} {
		for _, end := range []string{"", "»\"”"} {
			text := strings.Repeat(unit, size/len(unit)) + end
			done := make(chan struct{})
			go func() {
				defer close(done)
				_, _ = v.Text(text) // too many quotes is an answer, too
			}()
			select {
			case <-done:
			case <-time.After(time.Minute):
				t.Fatalf("Text(%q…%q) is still running", unit, end)
			}
		}
	}
}
