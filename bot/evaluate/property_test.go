package evaluate

import (
	"crypto/sha256"
	"encoding/hex"
	"flag"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/retrieval/corpus"
	"alinti/seeds"
)

// An oracle knows the articles' files and nothing of the program.
type oracle map[string]string // text by file name

func newOracle(t *testing.T) oracle {
	t.Helper()
	o := oracle{}
	names, err := fs.Glob(seeds.FS, "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		data, err := seeds.FS.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		o[name] = string(data)
	}
	return o
}

// fault is what is wrong with an answer, or empty.
func (o oracle) fault(a bot.Answer, limit int) string {
	switch {
	case a.Answered != (len(a.Quotes) > 0):
		return "answered without a quote, or the other way round"
	case len(a.Quotes) > limit:
		return fmt.Sprintf("%d quotes, %d asked for", len(a.Quotes), limit)
	case a.Answered && len(a.Closest) > 0:
		return "an answer with nearest passages"
	case !a.Answered && a.Reason == "":
		return "a refusal without a reason"
	}
	for i, q := range a.Quotes {
		if q.N != i+1 || !strings.Contains(a.Text, fmt.Sprintf("%s» [%d]", q.Text, q.N)) {
			return fmt.Sprintf("quote %d is not in the text with its marker", i+1)
		}
	}
	for _, q := range append(a.Quotes, a.Closest...) {
		if f := o.quoteFault(q); f != "" {
			return fmt.Sprintf("quote %q: %s", q.Text, f)
		}
	}
	return ""
}

func (o oracle) quoteFault(q bot.Quote) string {
	file, ok := o[q.Source.File]
	digest := sha256.Sum256([]byte(file))
	switch {
	case !ok || q.Source.SHA256 != hex.EncodeToString(digest[:]):
		return "of no file"
	case q.Start < 0 || q.Start >= q.End || q.End > len(file) || file[q.Start:q.End] != q.Text:
		return "not its bytes"
	case strings.ContainsAny(q.Text, "\r\n") || strings.TrimSpace(q.Text) != q.Text || !utf8.ValidString(q.Text):
		return "not on one line"
	case q.StartRune != utf8.RuneCountInString(file[:q.Start]) || q.EndRune != utf8.RuneCountInString(file[:q.End]):
		return "code points counted wrong"
	case !strings.HasSuffix(file[:q.Start], q.Prefix) || !strings.HasPrefix(file[q.End:], q.Suffix):
		return "not between its neighbours"
	case q.Score < 0 || q.Score > 1:
		return fmt.Sprintf("a probability of %v", q.Score)
	}
	for _, h := range q.Highlights {
		if h.Start < q.Start || h.Start >= h.End || h.End > q.End || !utf8.ValidString(file[h.Start:h.End]) {
			return fmt.Sprintf("highlight %v outside", h)
		}
	}
	for _, d := range q.Dates {
		if d.Start < q.Start || d.End > q.End || file[d.Start:d.End] != d.Text {
			return fmt.Sprintf("date %q is not its bytes", d.Text)
		}
	}
	return ""
}

var madeUp = flag.Int("made-up", 20_000, "`N` made-up questions to ask; CI asks 100,000")

// Every quote is bytes of an article, whatever is asked: all judged questions,
// also mistyped, and many made up.
func TestEveryQuoteIsBytesOfAnArticle(t *testing.T) {
	c := bottest.Seeds(t)
	b := bottest.Bot(t, c)
	o := newOracle(t)
	ask := func(q bot.Question) bot.Answer {
		a, err := b.Ask(t.Context(), q)
		if err != nil {
			t.Errorf("Ask(%q): %v", q.Text, err)
			return a
		}
		if f := o.fault(a, q.Quotes); f != "" {
			t.Errorf("Ask(%q): %s", q.Text, f)
		}
		return a
	}
	for _, file := range []string{"testdata/dev.jsonl", "testdata/dev2.jsonl"} {
		set, err := Read(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, corruption := range append([]Corruption{{"clean", func(s, _ string, _ *rand.Rand) string { return s }}}, Corruptions()...) {
			for _, it := range set.Corrupt(corruption, DefaultSeed).Items {
				ask(bot.Question{Text: it.Question(), Quotes: bot.DefaultQuotes})
			}
		}
	}
	const workers = 4
	n := *madeUp
	var wg sync.WaitGroup
	answered := make([]int, workers)
	for w := range workers {
		wg.Go(func() {
			made := newQuestions(c, uint64(w))
			for i := range n / workers {
				q := made.next()
				a := ask(q)
				if a.Answered {
					answered[w]++
				}
				if i%100 == 0 {
					if again := ask(q); again.ID != a.ID || again.Text != a.Text {
						t.Errorf("Ask(%q) answered differently the second time", q.Text)
					}
				}
			}
		})
	}
	wg.Wait()
	total := 0
	for _, k := range answered {
		total += k
	}
	if total < n/100 {
		t.Errorf("only %d of %d made-up questions were answered; they try too little", total, n)
	}
	t.Logf("%d of %d made-up questions were answered", total, n)
}

// questions makes up questions out of the articles' words and other things.
type questions struct {
	random      *rand.Rand
	words       []string
	corruptions []Corruption
}

func newQuestions(c *corpus.Collection, seed uint64) *questions {
	q := &questions{random: rand.New(rand.NewPCG(DefaultSeed, seed)), corruptions: Corruptions()}
	for _, d := range c.Documents {
		q.words = append(q.words, strings.Fields(d.Text)...)
	}
	other := strings.Fields(`kim ne nerede kaç neden nasıl hangi mı mi değil what who when how many did not the Japonya Türkiye 2024 13 %50
		«x» “y” [1] > ** \ 🙂 İIıi \u202e e\u0301 ﬁ ǅ ß 0x00 <b> {{.}}`)
	for range 40 {
		q.words = append(q.words, other...)
	}
	return q
}

func (q *questions) next() bot.Question {
	var b strings.Builder
	if q.random.IntN(3) == 0 { // some words of the articles in a row
		n := 2 + q.random.IntN(8)
		at := q.random.IntN(len(q.words) - n)
		b.WriteString(strings.Join(q.words[at:at+n], " "))
	}
	for range 1 + q.random.IntN(8) {
		b.WriteString(" " + q.words[q.random.IntN(len(q.words))])
	}
	text := b.String()
	if i := q.random.IntN(2 * len(q.corruptions)); i < len(q.corruptions) {
		text = q.corruptions[i].corrupt(text, "", q.random)
	}
	if strings.TrimSpace(text) == "" {
		text = "?"
	}
	return bot.Question{Text: text + "?", Quotes: 1 + q.random.IntN(bot.MaxQuotes)}
}
