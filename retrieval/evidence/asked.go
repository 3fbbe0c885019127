package evidence

import (
	"slices"
	"strings"

	"alinti/retrieval/turkish"
)

// A Kind is the kind of thing that a question asks for.
type Kind uint8

// What can be asked for. A question is of one kind only: the first of its
// question words that says something decides.
const (
	Topic  Kind = iota // no question word: keywords, or a request
	Number             // kaç asker, how many
	Amount             // ne kadar, yüzde kaç, how much
	Time               // ne zaman, hangi yıl, when
	Person             // kim, who
	Place              // nerede, hangi şehir, where
	Reason             // neden, niçin, why
	Manner             // nasıl, how
	YesNo              // mı, does
	Which              // hangi anlaşma, which treaty
	Thing              // ne, neyi, what
	kinds
)

var kindNames = [kinds]string{"topic", "number", "amount", "time", "person", "place", "reason", "manner", "yesno", "which", "thing"}

func (k Kind) String() string { return kindNames[k] }

// Asked is what a question asks for.
type Asked struct {
	Kind Kind
	Word int // position of the question word, -1 without one
	Head int // position of the word it asks about: asker in "kaç asker", anlaşma in "hangi anlaşma"; -1 without one
}

// turkishAsk says which kind a folded question word or phrase asks for. Longer
// phrases stand before the words they begin with.
var turkishAsk = []struct {
	phrase string
	kind   Kind
	head   bool // the next content word is what it asks about
}{
	{"ne zaman", Time, false}, {"ne zamandan", Time, false}, {"hangi yil", Time, false}, {"hangi ay", Time, false}, {"hangi gun", Time, false},
	{"hangi tarih", Time, false}, {"hangi donem", Time, false}, {"hangi yuzyil", Time, false}, {"hangi mevsim", Time, false}, {"hangi saat", Time, false},
	{"kac yilinda", Time, false}, {"kacinda", Time, false}, {"kacta", Time, false},
	{"ne kadar", Amount, true}, {"yuzde kac", Amount, false}, {"kacta kac", Amount, false}, {"ne oranda", Amount, false}, {"hangi oranda", Amount, false},
	{"kac", Number, true}, {"kaci", Number, false}, {"kacinin", Number, false}, {"kacinci", Number, true}, {"kacar", Number, true},
	{"hangi ulke", Place, false}, {"hangi sehir", Place, false}, {"hangi sehr", Place, false}, {"hangi kent", Place, false}, {"hangi bolge", Place, false}, {"hangi kita", Place, false},
	{"hangi il", Place, false}, {"hangi yer", Place, false},
	{"nerede", Place, false}, {"nereden", Place, false}, {"nereye", Place, false}, {"neresi", Place, false}, {"nereli", Place, false}, {"nerelerde", Place, false}, {"nerde", Place, false},
	{"hangi kisi", Person, false}, {"hangi lider", Person, false},
	{"kim", Person, false}, {"kimin", Person, false}, {"kime", Person, false}, {"kimi", Person, false}, {"kimler", Person, false}, {"kimden", Person, false}, {"kimle", Person, false},
	{"kimlere", Person, false}, {"kimlerin", Person, false}, {"kimleri", Person, false}, {"kimdir", Person, false}, {"kimdi", Person, false}, {"kimlerdir", Person, false},
	{"neden", Reason, false}, {"nicin", Reason, false}, {"niye", Reason, false}, {"ne sebeple", Reason, false}, {"ne amacla", Reason, false}, {"hangi nedenle", Reason, false},
	{"ne icin", Reason, false}, {"hangi amacla", Reason, false},
	{"nasil", Manner, false}, {"nasildir", Manner, false}, {"ne sekilde", Manner, false}, {"ne yonde", Manner, false}, {"ne durumda", Manner, false},
	{"hangi", Which, true}, {"hangisi", Which, false}, {"hangileri", Which, false}, {"ne tur", Which, true}, {"ne gibi", Which, true},
	{"ne", Thing, false}, {"neyi", Thing, false}, {"neye", Thing, false}, {"neyin", Thing, false}, {"neler", Thing, false}, {"nelerden", Thing, false}, {"nelere", Thing, false},
	{"neleri", Thing, false}, {"nedir", Thing, false}, {"neydi", Thing, false}, {"nelerdir", Thing, false}, {"neyle", Thing, false}, {"nesi", Thing, false}, {"neyden", Thing, false},
}

// turkishYesNo are the forms of the particle that makes a question of a sentence.
var turkishYesNo = []string{"mi", "mu", "midir", "mudur", "miydi", "muydu", "miymis", "muymus", "misin", "musun", "misiniz", "musunuz", "miyim", "muyum", "miyiz", "muyuz", "mise", "musa"}

var englishAsk = []struct {
	phrase string
	kind   Kind
	head   bool
}{
	{"how many", Number, true}, {"how much", Amount, true}, {"how large", Amount, false}, {"how big", Amount, false}, {"what share", Amount, false}, {"what percentage", Amount, false},
	{"what proportion", Amount, false}, {"what percent", Amount, false}, {"how long", Amount, false}, {"how far", Amount, false}, {"how old", Amount, false},
	{"when", Time, false}, {"what year", Time, false}, {"which year", Time, false}, {"what month", Time, false}, {"which month", Time, false}, {"what date", Time, false},
	{"what day", Time, false}, {"which day", Time, false}, {"what century", Time, false}, {"since when", Time, false}, {"what period", Time, false}, {"which period", Time, false},
	{"where", Place, false}, {"which country", Place, false}, {"what country", Place, false}, {"which city", Place, false}, {"what city", Place, false},
	{"who", Person, false}, {"whom", Person, false}, {"whose", Person, false},
	{"why", Reason, false}, {"what reason", Reason, false}, {"how", Manner, false}, {"which", Which, true}, {"what kind of", Which, true}, {"what kinds of", Which, true},
	{"what type of", Which, true}, {"what types of", Which, true}, {"what", Thing, false},
}

var englishYesNo = []string{"is", "are", "was", "were", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would", "should", "may", "might"}

// Ask finds out what a question of the given words asks for. english says in
// which language to read it.
func Ask(words []turkish.Word, english bool) Asked {
	if english {
		return askEnglish(words)
	}
	for i := range words {
		for _, a := range turkishAsk {
			n := match(words[i:], a.phrase, a.kind == Time || a.kind == Place)
			if n == 0 {
				continue
			}
			asked := Asked{Kind: a.kind, Word: i, Head: -1}
			if a.head {
				asked.Head = nextContent(words, i+n)
			}
			return asked
		}
	}
	for i, w := range words {
		if slices.Contains(turkishYesNo, w.Fold) && i > 0 {
			return Asked{Kind: YesNo, Word: i, Head: -1}
		}
	}
	return Asked{Kind: Topic, Word: -1, Head: -1}
}

func askEnglish(words []turkish.Word) Asked {
	for i := range words {
		for _, a := range englishAsk {
			if n := match(words[i:], a.phrase, false); n > 0 {
				asked := Asked{Kind: a.kind, Word: i, Head: -1}
				if a.head {
					asked.Head = nextContent(words, i+n)
				}
				return asked
			}
		}
	}
	if len(words) > 1 && slices.Contains(englishYesNo, words[0].Fold) {
		return Asked{Kind: YesNo, Word: 0, Head: -1}
	}
	return Asked{Kind: Topic, Word: -1, Head: -1}
}

// match is the number of words that phrase takes up at the start of words, or
// 0. With prefix the last word of the phrase may go on: "hangi yil" meets
// "hangi yıldan".
func match(words []turkish.Word, phrase string, prefix bool) int {
	n := 0
	for part := range strings.SplitSeq(phrase, " ") {
		if n == len(words) {
			return 0
		}
		w := words[n].Fold
		n++
		if w == part {
			continue
		}
		last := strings.HasSuffix(phrase, part)
		if !(prefix && last && n > 1 && strings.HasPrefix(w, part)) {
			return 0
		}
	}
	return n
}

func nextContent(words []turkish.Word, from int) int {
	for i := from; i < len(words); i++ {
		if !turkish.IsStop(words[i].Fold) {
			return i
		}
	}
	return -1
}
