package dialogue

import (
	"regexp"
	"strings"

	"alinti/retrieval/english"
	"alinti/retrieval/turkish"
)

// A class says what a word does in a question.
type class int

const (
	content class = iota
	asking        // who, when, kaç: asks
	filler        // joins and fills
	pointer       // it, they, bunun, orada: points back
	verb          // the Turkish verb that ends a question
	named         // part of a name
)

// A word is one word of a question with its class.
type word struct {
	turkish.Word
	text  string // as written, with its suffix
	joins bool   // a hyphen joins it to the word before
	class class
}

// A question is a text as words.
type question struct {
	words   []word
	english bool
}

var (
	asks = set(`kim kimi kime kimin kimden kimle kimler kimlerle kiminle ne neyi neye neyin neden nicin niye nasil nerede nereye nereden neresi nerelerde
		kac kaci kacta hangi hangisi hangileri neler nelerden nelerdir nedir kimdir mi mu midir mudur miydi muydu kadar kadari kadarlik kadardi zaman`)
	englishAsks = set(`who whom whose what when where why how which much many`)
	fills       = set(`peki ya ve ile da de ki o halde bir su acaba yani hani iste ama icin gibi olarak sonra once en daha cok var yok oldu oldugu olmus olur olacak olabilir oluyor
		soyle soyler misin misiniz lutfen tane`)
	englishFills = set(`and the a an of or to in on at for from with by as is are was were be been do does did has have had so then about please will would can could also ok okay well else tell me exactly`)
	points       = set(`bu bunu buna bunun bunlar bunlari bunlarin bundan bununla onu ona onun onlar onlari onlarin ondan onunla orada oraya oradan orasi burada
		karsiliginda karsilik boyle oyle aynisi digeri diger baska`)
	englishPoints = set(`it its they them their theirs he she him her his that this those these there return so same other`)
	finite        = regexp.MustCompile(`(di|du|ti|tu|yor|acak|ecek|mis|mus|miyor|abilir|ebilir|dir|tir|sa|se)(m|n|k|lar|ler|di|du|dir|lardi|lerdi)*$|^(der|eder|olur|gelir|verir|alir|yapar)$`)
	owned         = regexp.MustCompile(`(leri|lari|[bcdfghjklmnprstvyz][iu]|s[iu])(n[iu]n|n[ae]|n[iu]|nd[ae]|nd[ae]n)?$`)
)

func set(words string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

// read classes the words of a question.
func read(text string) question {
	words := turkish.Words(text)
	folds := make([]string, len(words))
	for i, w := range words {
		folds[i] = w.Fold
	}
	q := question{english: english.Likely(folds)}
	if n := len(words); q.english && n > 3 && folds[n-2] == "of" && (folds[n-3] == "many" || folds[n-3] == "much") && englishPoints[folds[n-1]] {
		words = words[:n-2] // how many of them
	}
	for i, w := range words {
		q.words = append(q.words, word{Word: w, text: text[w.Start:w.Tail], joins: i > 0 && text[words[i-1].Tail:w.Start] == "-", class: classOf(words, i, q.english)})
	}
	if !q.english {
		q.markVerb()
	} else if len(words) > 1 && words[1].Fold == "about" && q.words[0].class == asking {
		q.words[0].class = filler // what about, how about
	}
	return q
}

func classOf(words []turkish.Word, i int, inEnglish bool) class {
	w := words[i]
	switch {
	case isName(words, i, inEnglish):
		return named
	case small(asks, englishAsks, w, inEnglish):
		return asking
	case small(points, englishPoints, w, inEnglish):
		return pointer
	case died(w, words):
		return content
	case small(fills, englishFills, w, inEnglish):
		return filler
	}
	return content
}

// small reports whether the word is in the list of its language.
func small(tr, en map[string]bool, w turkish.Word, inEnglish bool) bool {
	if inEnglish {
		return en[w.Fold]
	}
	return tr[w.Fold]
}

// died tells "öldü" from "oldu", which fold to the same letters: it ends the
// question after "who", "how many".
func died(w turkish.Word, words []turkish.Word) bool {
	return w.Fold == "oldu" && w.End-w.Start > len("oldu")+1 && len(words) > 1
}

// names that are known without a capital.
var places = set(`rusya kore moskova pyongyang ukrayna abd cin washington putin kim russia korea moscow ukraine china`)

// isName reports whether the word is part of a name: it has a capital inside a
// question, or a suffix set off by an apostrophe, or is a place much spoken of.
func isName(words []turkish.Word, i int, inEnglish bool) bool {
	w := words[i]
	if places[w.Fold] && !(w.Fold == "kim" && !w.Capital) && !(w.Fold == "kim" && (i+1 == len(words) || !words[i+1].Capital)) {
		return true
	}
	if (w.Fold == "kuzey" || w.Fold == "guney" || w.Fold == "north" || w.Fold == "south") && i+1 < len(words) && strings.HasPrefix(words[i+1].Fold, "kor") {
		return true
	}
	if inEnglish && i > 0 && w.Capital && !w.Number && !englishAsks[w.Fold] && !englishFills[w.Fold] && !englishPoints[w.Fold] {
		return true // Kim, who is no kim
	}
	if !w.Capital || w.Number || asks[w.Fold] || fills[w.Fold] || points[w.Fold] || englishAsks[w.Fold] || englishFills[w.Fold] || englishPoints[w.Fold] {
		return false
	}
	return i > 0 || w.Suffix != "" && !inEnglish
}

// markVerb classes the verb at the end, after which only asking words may stand.
func (q *question) markVerb() {
	for i := len(q.words) - 1; i >= 0; i-- {
		switch w := &q.words[i]; {
		case w.class == asking || w.class == filler:
			continue
		case w.class == content && finite.MatchString(w.Fold):
			w.class = verb
			return
		default:
			return
		}
	}
}

func (q question) count(classes ...class) int {
	n := 0
	for _, w := range q.words {
		for _, c := range classes {
			if w.class == c {
				n++
			}
		}
	}
	return n
}

// A span of words is a name: Kuzey Kore, Vladimir Putin.
type span struct{ from, to int }

// names are the names in the question, words in a row as one unless a suffix
// ends the name.
func (q question) names() []span {
	var list []span
	for i := 0; i < len(q.words); {
		if q.words[i].class != named {
			i++
			continue
		}
		j := i + 1
		for j < len(q.words) && q.words[j].class == named && q.words[j-1].Suffix == "" && !startsName(q.words[j-1], q.words[j]) {
			j++
		}
		list = append(list, span{i, j})
		i = j
	}
	return list
}

// startsName reports whether a known place begins a name of its own after
// another: "Kuzey Kore Rusya’ya" are two.
func startsName(before, w word) bool {
	if places[before.Fold] {
		return true
	}
	return places[w.Fold] && w.Fold != "kore" && w.Fold != "korea"
}

// joined is the words as a text.
func joined(words []word) string {
	var b strings.Builder
	for i, w := range words {
		switch {
		case i == 0:
		case w.joins && words[i-1].End == w.Start-1:
			b.WriteByte('-')
		default:
			b.WriteByte(' ')
		}
		b.WriteString(w.text)
	}
	return b.String()
}
