package evidence

import (
	"cmp"
	"slices"
	"strings"

	"alinti/retrieval/english"
	"alinti/retrieval/quantity"
	"alinti/retrieval/turkish"
)

// A Kind is the kind of thing that a question asks for.
type Kind uint8

// What can be asked for. A question is of one kind only: the first of its
// question words that says something decides.
const (
	Topic  Kind = iota // no question word: keywords, or a request
	Count              // kaç asker, how many
	Amount             // ne kadar, yüzde kaç, how much
	Time               // ne zaman, hangi yıl, when
	Person             // kim, who
	Place              // nerede, hangi şehir, where
	Reason             // neden, niçin, why
	Manner             // nasıl, how
	YesNo              // mı, does
	Which              // hangi anlaşma, which treaty
	Thing              // ne, neyi, what
	Name               // adı ne, isimleri neler, what is the name of
	kinds
)

var kindNames = [kinds]string{"topic", "number", "amount", "time", "person", "place", "reason", "manner", "yesno", "which", "thing", "name"}

func (k Kind) String() string { return kindNames[k] }

// Asked is what a question asks for.
type Asked struct {
	Kind    Kind
	Word    int     // position of the question word, -1 without one
	Last    int     // of the last question word: kaç in "yüzde kaç"
	Head    int     // position of the word it asks about: asker in "kaç asker", anlaşma in "hangi anlaşma"; -1 without one
	Unit    Unit    // of a question about time: the coarsest that answers
	Measure measure // of a question about a number: what it is asked for in
}

// A Unit is how exact a time has to be.
type Unit uint8

// From the coarsest to the finest; a day may leave its year unsaid.
const (
	AnyTime Unit = iota // ne zaman, hangi ay
	Dated               // hangi tarih: a date, and not how long before or after
	Year                // hangi yıl
	Day                 // hangi gün, ayın kaçında
	Hour                // saat kaçta
)

// unit is what a question about time asks for.
func (p *phrase) unit() Unit {
	switch p.words[len(p.words)-1] {
	case "yil", "yilinda", "year": // kaç yılında
		return Year
	case "tarih", "date":
		return Dated
	case "gun", "kacinda", "day":
		return Day
	case "saat", "kacta", "time", "kac", "kadar":
		return Hour
	}
	return AnyTime
}

// measure is what a phrase that asks for a number says it is to be in.
func (p *phrase) measure() (m measure) {
	switch last := p.words[len(p.words)-1]; last {
	case "long":
		m.Kind = quantity.Duration
	case "old":
		m = measure{quantity.Duration, "age"}
	case "far":
		m = measure{quantity.Measure, "length"}
	case "share", "percentage", "proportion", "percent", "oranda":
		m.Kind = quantity.Percent
	}
	if p.words[0] == "yuzde" || p.words[0] == "kacta" {
		m.Kind = quantity.Percent
	}
	return m
}

// nouns are what some words ask for when a question is about them, or when it
// is nothing but keywords and ends with one: adı ne, son başvuru tarihi.
var nouns = nounSet(map[Kind]string{
	Name:   "adi adlari adin ismi isimleri name names called",
	Time:   "tarihi tarihleri takvimi saati saatleri gunu gunleri date dates deadline",
	Count:  "sayisi adedi",
	Place:  "yeri adresi address location",
	Reason: "nedeni nedenleri sebebi sebepleri gerekcesi gerekceleri reason reasons cause",
})

func nounSet(kinds map[Kind]string) map[string]Kind {
	m := make(map[string]Kind)
	for kind, list := range kinds {
		for w := range strings.FieldsSeq(list) {
			m[w] = kind
		}
	}
	return m
}

// about makes a question about a name, date or number of one that asks what it is.
func (a Asked) about(words []turkish.Word) Asked {
	switch a.Kind {
	case Thing:
		near := words[max(0, a.Word-1):min(len(words), a.Word+5)]
		for i, w := range near {
			if kind, ok := nouns[w.Fold]; ok && (kind == Name || i == 0 || a.Word == 0) {
				a.Kind = kind
				if at := max(0, a.Word-1) + i; kind == Name && at > 0 && at-1 != a.Last {
					a.Head = at - 1 // yazarın in "yazarın adı"
				}
				break
			}
		}
	case Topic:
		if last := len(words) - 1; last > 0 {
			if kind, ok := nouns[words[last].Fold]; ok {
				a.Kind = kind
			}
		}
	}
	return a
}

// sort reports whether a word only says what sort of thing is asked for, so that
// an answer need not say it: the tarih of "hangi tarihte", the kişi of "kaç
// kişi", nedeni.
func (a Asked) sort(words []turkish.Word, i int) bool {
	if a.Word <= i && i <= a.Last {
		return true
	}
	if a.Kind == Count && i == a.Head && everyone[turkish.Stem(words[i].Fold)] {
		return true
	}
	kind, ok := nouns[words[i].Fold]
	return ok && kind == a.Kind
}

// A phrase is a question word, or several, and the kind of thing it asks for.
type phrase struct {
	words []string
	kind  Kind
	head  bool // the next word of content is what it asks about
	open  bool // its last word may go on: "hangi yıl" meets "hangi yıldan"
}

// phrases are what a language asks with.
type phrases struct {
	by    map[string][]phrase // by their first word, longer ones first
	first pairs               // of the first words
}

// pairs tell from its first two letters whether a word may be one of some, for
// most are not: by the first, a bit for each second, of either the low five bits.
type pairs [32]uint32

func (p *pairs) add(word string) { p[word[0]&31] |= 1 << (second(word) & 31) }

func (p *pairs) may(word string) bool {
	return word != "" && p[word[0]&31]>>(second(word)&31)&1 == 1
}

// second is the second letter of a word, 0 without one.
func second(word string) byte {
	if len(word) < 2 {
		return 0
	}
	return word[1]
}

// turkish and English question words. A star after a phrase says that it asks
// about the next word of content, a dash that its last word may go on.
var (
	turkishAsk = newPhrases(map[Kind]string{
		Time:   "ne zaman, ne zamandan, hangi yil-, hangi ay-, hangi gun-, hangi tarih-, hangi donem-, hangi yuzyil-, hangi mevsim-, hangi saat-, hangi hafta-, ne vakit, kac yilinda, kacinda, kacta, saat kac-, kaca kadar",
		Amount: "ne kadar*, ne kadari, ne kadarini, ne kadarinin, ne kadarina, ne kadara, ne kadarlik*, ne kadardir, ne kadardi, yuzde kac-, kacta kac-, ne oranda, hangi oranda",
		Count:  "kac*, kac tanesi-, kaci, kacini, kacinin, kacina, kacindan, kaca, kaclik*, kacinci*, kacar*, kactir, kacti",
		Place:  "hangi ulke-, hangi sehir-, hangi sehr-, hangi kent-, hangi bolge-, hangi kita-, hangi il-, hangi yer-, nerede, nereden, nereye, neresi, nereli, nerelerde, nerde, nerden",
		Person: "hangi kisi-, hangi lider-, kimde, kimce, kimlerde, kimlerce, kimlerle, kim, kimin, kime, kimi, kimler, kimden, kimle, kiminle, kimlere, kimlerin, kimleri, kimdir, kimdi, kimlerdir, kimlerden",
		Reason: "neden, nicin, niye, ne icin, ne sebeple, ne amacla, hangi nedenle, hangi amacla, hangi sebeple, hangi gerekce-, ne nedenle, ne diye, neye bagla-",
		Manner: "nasil, nasildir, ne sekilde, ne yonde, ne durumda",
		Name:   "hangi sirket-, hangi firma-, hangi kurum-, hangi kurulus-, hangi banka-, hangi universite-, hangi okul-, hangi gazete-, hangi parti-, hangi orgut-, hangi vakif-, hangi marka-",
		Which:  "hangi*, hangisi, hangileri, ne tur*, ne gibi*",
		Thing:  "ne, neyi, neye, neyin, neler, nelerden, nelere, neleri, nelerin, nedir, neydi, nelerdir, neyle, nesi, neyden",
	})
	englishAsk = newPhrases(map[Kind]string{
		Time:   "when, what year, which year, what month, which month, what date, what day, which day, what time, what century, since when, what period, which period",
		Amount: "how much*, how large, how big, how long, how far, how old, what share, what percentage, what proportion, what percent",
		Count:  "how many*",
		Place:  "where, which country, what country, which city, what city",
		Person: "who, whom, whose",
		Reason: "why, what reason, for what reason, how come, what caused, what causes",
		Manner: "how",
		Name:   "which company, what company, which firm, which organization, which organisation, which foundation, which bank, which university, which school, which newspaper, which party",
		Which:  "which*, what kind of*, what kinds of*, what type of*, what types of*",
		Thing:  "what",
	})
)

// The words that make a yes-or-no question: in Turkish the particle, wherever
// it stands, in English a verb that comes first.
var (
	turkishYesNo = wordSet("mi mu midir mudur miydi muydu miymis muymus misin musun misiniz musunuz miyim muyum miyiz muyuz")
	englishYesNo = wordSet("is are was were do does did has have had can could will would should may might")
)

func newPhrases(kinds map[Kind]string) *phrases {
	p := &phrases{by: make(map[string][]phrase)}
	for kind, list := range kinds {
		for text := range strings.SplitSeq(list, ", ") {
			name, head := strings.CutSuffix(text, "*")
			name, open := strings.CutSuffix(name, "-")
			words := strings.Fields(name)
			p.by[words[0]] = append(p.by[words[0]], phrase{words, kind, head, open})
			p.first.add(words[0])
		}
	}
	for _, same := range p.by {
		slices.SortFunc(same, func(a, b phrase) int {
			return cmp.Or(len(b.words)-len(a.words), strings.Compare(a.words[len(a.words)-1], b.words[len(b.words)-1]))
		})
	}
	return p
}

func wordSet(words string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}

// Named reports whether the word at a position is part of a name, and so does
// not ask: Kim in "Kim Jong-Un". A nil Named knows no names.
type Named func(words []turkish.Word, i int) bool

// MayAsk reports whether a folded word asks something by itself: kim, who.
func MayAsk(fold string) bool {
	alone := func(p phrase) bool { return len(p.words) == 1 }
	return slices.ContainsFunc(turkishAsk.by[fold], alone) || slices.ContainsFunc(englishAsk.by[fold], alone)
}

// Ask finds out what a question of the given words asks for, read as English or
// as Turkish.
func Ask(words []turkish.Word, inEnglish bool, named Named) Asked {
	table, stop := turkishAsk, turkish.IsStop
	if inEnglish {
		table, stop = englishAsk, english.IsStop
	}
	if last := len(words) - 1; !inEnglish && last > 0 && turkishYesNo[words[last].Fold] {
		return Asked{YesNo, last, last, -1, AnyTime, measure{}}
	}
	for i, w := range words {
		if !table.first.may(w.Fold) {
			continue
		}
		known := table.by[w.Fold]
		for n := range known {
			p := &known[n]
			if p.begins(words[i:]) && !(named != nil && named(words, i)) {
				return Asked{p.kind, i, i + len(p.words) - 1, p.about(words, i, stop), p.unit(), p.measure()}.about(words).measured(words)
			}
		}
	}
	for i, w := range words {
		if inEnglish && i == 0 && len(words) > 1 && englishYesNo[w.Fold] || !inEnglish && i > 0 && turkishYesNo[w.Fold] {
			return Asked{YesNo, i, i, -1, AnyTime, measure{}}
		}
	}
	return Asked{Topic, -1, -1, -1, AnyTime, measure{}}.about(words).measured(words)
}

// scales are the words that may follow "kaç" before what it counts: kaç milyar
// dolar, kaç yeni araç.
var scales = wordSet("yuz bin milyon milyar trilyon tane adet yeni hundred thousand million billion trillion new")

// begins reports whether words begin with the phrase, of which they have the first.
func (p *phrase) begins(words []turkish.Word) bool {
	if len(words) < len(p.words) {
		return false
	}
	for i := 1; i < len(p.words); i++ {
		w, want := words[i].Fold, p.words[i]
		if w != want && !(p.open && i == len(p.words)-1 && strings.HasPrefix(w, want)) {
			return false
		}
	}
	return true
}

// about is the position of the word that the phrase at i asks about: asker in
// "kaç asker", modeli in "modeli nedir"; -1 without one.
func (p *phrase) about(words []turkish.Word, i int, stop func(string) bool) int {
	end := i + len(p.words)
	if p.head {
		head := -1
		for j := end; j < len(words) && words[j].Start == words[j-1].Tail+1; j++ {
			if stop(words[j].Fold) || scales[words[j].Fold] {
				continue
			}
			if head < 0 {
				head = j
			}
			if !words[j].Capital { // asker in "kaç Rus askeri"
				return j
			}
		}
		if head >= 0 {
			return head
		}
	}
	rest := words[end:]
	if (len(rest) == 0 || len(rest) == 1 && strings.HasPrefix(rest[0].Fold, "ol")) && i > 0 && !stop(words[i-1].Fold) { // fiyatı ne olacak
		return i - 1
	}
	return -1
}
