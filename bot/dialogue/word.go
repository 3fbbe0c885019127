package dialogue

import (
	"regexp"
	"strings"
	"sync"

	"alinti/retrieval/english"
	"alinti/retrieval/gazetteer"
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
	place int // which place's name it is part of, counted from 1; 0: none
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
)

// finite and owned match verbs that close a clause and nouns with a possessive
// of the third person; they are compiled when a follow-up is first read.
var (
	finite = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(di|du|ti|tu|yor|acak|ecek|mis|mus|miyor|abilir|ebilir|dir|tir|sa|se)(m|n|k|lar|ler|di|du|dir|lardi|lerdi)*$|^(der|eder|olur|gelir|verir|alir|yapar)$`)
	})
	owned = sync.OnceValue(func() *regexp.Regexp {
		return regexp.MustCompile(`(leri|lari|[bcdfghjklmnprstvyz][iu]|s[iu])(n[iu]n|n[ae]|n[iu]|nd[ae]|nd[ae]n)?$`)
	})
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
	in, led := places(folds), leaders(folds)
	for i, w := range words {
		q.words = append(q.words, word{
			Word: w, text: text[w.Start:w.Tail], joins: i > 0 && text[words[i-1].Tail:w.Start] == "-",
			class: classOf(words, i, q.english, in[i] > 0 || led[i]), place: in[i],
		})
	}
	if !q.english {
		q.markVerb()
	} else if len(words) > 1 && words[1].Fold == "about" && q.words[0].class == asking {
		q.words[0].class = filler // what about, how about
	}
	return q
}

func classOf(words []turkish.Word, i int, inEnglish, known bool) class {
	w := words[i]
	switch {
	case known || isName(words, i, inEnglish):
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

// places tells of each word which place's name it is part of. Such a name needs
// no capital; a suffix stands apart from it.
func places(folds []string) []int {
	in := make([]int, len(folds))
	for n, m := range gazetteer.Find(folds) {
		if m.Kind == gazetteer.People || m.Name != strings.Join(folds[m.First:m.Last+1], " ") {
			continue
		}
		for i := m.First; i <= m.Last; i++ {
			in[i] = n + 1
		}
	}
	return in
}

// leaders tells which words are part of the name of a head of state or
// government, who is known without a capital and as the first word, where a
// capital says nothing. Kim alone is Turkish for who.
func leaders(folds []string) []bool {
	in := make([]bool, len(folds))
	for i, fold := range folds {
		_, n, suffix := gazetteer.LeaderAt(folds[i:])
		if suffix != "" || n == 1 && fold == "kim" {
			continue
		}
		for j := range n {
			in[i+j] = true
		}
	}
	return in
}

// isName reports whether the word is part of a name: it has a capital inside a
// question, or a suffix set off by an apostrophe.
func isName(words []turkish.Word, i int, inEnglish bool) bool {
	w := words[i]
	if w.Fold == "kim" && w.Capital && i+1 < len(words) && words[i+1].Capital {
		return true // who is never followed by a capital of its own
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
		case w.class == content && finite().MatchString(w.Fold):
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

// startsName reports whether a place begins or ends between two words, so that
// they are two names: "Kuzey Kore Rusya’ya".
func startsName(before, w word) bool { return before.place != w.place }

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
