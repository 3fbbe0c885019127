//go:build unix

package evaluate

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"

	"alinti/bot/bottest"
	"alinti/retrieval"
	"alinti/retrieval/corpus"
	"alinti/retrieval/evidence"
)

var ablate = flag.Bool("ablate", false, "measure what each part of the ranking and of the evidence is worth, and what it costs; needs ALINTI_XQUAD")

// An ablation is what is left out of the ranking, the evidence or both.
type ablation struct {
	name    string
	options retrieval.Options
	signals []int // of the evidence, that are found and not used
}

var ablations = []ablation{
	{name: "nothing"},
	{name: "four-letter pieces", options: retrieval.Options{Without: retrieval.Pieces}},
	{name: "windows of two sentences", options: retrieval.Options{Without: retrieval.Windows}},
	{name: "coverage", options: retrieval.Options{Without: retrieval.Coverage}},
	{name: "the paragraph's score", options: retrieval.Options{Without: retrieval.ParagraphScore}},
	{name: "the list of function words", options: retrieval.Options{Without: retrieval.StopWords}},
	{name: "stems one slip away", options: retrieval.Options{Without: retrieval.Typos}},
	{name: "compounds written apart", options: retrieval.Options{Without: retrieval.Compounds}},
	{name: "related stems", options: retrieval.Options{Without: retrieval.Related}},
	{name: "synonyms", options: retrieval.Options{NoBuiltin: true}},
	{name: "the English list", options: retrieval.Options{Without: retrieval.Translations}},
	{name: "countries as one thing", options: retrieval.Options{Without: retrieval.Countries}},
	{name: "numbers by value", options: retrieval.Options{Without: retrieval.Numbers}},
	{name: "dates by day", options: retrieval.Options{Without: retrieval.Dates}},
	{name: "signals: heading, neighbours, paragraph", options: retrieval.Options{Without: retrieval.Neighbours}},
	{name: "signals: names", options: retrieval.Options{Without: retrieval.Names}},
	{name: "signals: closeness", options: retrieval.Options{Without: retrieval.Closeness}},
	{name: "signals: kind, number and date asked", options: retrieval.Options{Without: retrieval.Kinds}},
	{name: "signals: parts of countries", options: retrieval.Options{Without: retrieval.Roles}},
	{name: "signals: score of the ranking", signals: []int{evidence.ScorePerMass, evidence.ScoreRatio, evidence.Margin}},
	{name: "signals: unknown and rare words", signals: []int{evidence.UnknownMass, evidence.RarestMissing, evidence.RarestUnknown, evidence.LastUnknown}},
	{name: "signals: first and last word", signals: []int{evidence.FirstMatched, evidence.LastMatched, evidence.LastNear}},
	{name: "signals: stand-ins", signals: []int{evidence.StandIn}},
	{name: "signals: length, heading, things asked", signals: []int{evidence.Length, evidence.IsHeading, evidence.Concepts}},
}

// TestAblation prints, for each part, what the figures gain without it. The weights are fitted anew each time, so that the others make up for it
// as they can, and every figure is of questions that the fit has not seen.
func TestAblation(t *testing.T) {
	if !*ablate {
		t.Skip("measures only when told to: go test ./bot/evaluate -run TestAblation -ablate -v -timeout 1h")
	}
	fmt.Println("| left out | right first | AUC | XQuAD | mistyped | English |")
	fmt.Println("|---|---|---|---|---|---|")
	asked := xquadAsked(t)
	all := measured(t, ablations[0], asked)
	fmt.Printf("| %s | %s |\n", ablations[0].name, strings.Join(all.cells(figures{}, "%.1f"), " | "))
	for _, a := range ablations[1:] {
		fmt.Printf("| %s | %s |\n", a.name, strings.Join(measured(t, a, asked).cells(all, "%+.1f"), " | "))
	}
}

// TestAblationCost prints how often the right paragraph of XQuAD is first, asked
// as it is, mistyped and in English, and what a question costs; for each part
// what the former gains without it, and how much of the latter it is.
func TestAblationCost(t *testing.T) {
	if !*ablate {
		t.Skip("measures only when told to: go test ./bot/evaluate -run TestAblationCost -ablate -v")
	}
	fmt.Println("| left out | paragraph | mistyped | English | µs, 2 articles | µs, 240 paragraphs |")
	fmt.Println("|---|---|---|---|---|---|")
	asked := xquadAsked(t)
	var all [3]float64
	for i, a := range ablations {
		if len(a.signals) > 0 {
			continue
		}
		recall, format := asked.recall(a.options), "%+.1f"
		if i == 0 {
			format = "%.1f"
		}
		fmt.Printf("| %s |", a.name)
		for j := range recall {
			fmt.Printf(" "+format+" |", recall[j]-all[j])
		}
		if i == 0 {
			all = recall
		}
		small, large := asked.cost(t, a.options)
		fmt.Printf(" %.1f | %.1f |\n", small, large)
	}
}

// recall is the share of the questions whose paragraph is ranked first, in per
// cent.
func (asked *xquad) recall(o retrieval.Options) (recall [3]float64) {
	x := retrieval.NewWith(asked.collection, o)
	for i, items := range asked.items {
		right := 0
		for _, it := range items {
			paragraphs, _ := x.Rank(it.Question(), 1)
			if len(paragraphs) > 0 && paragraphs[0].Document == it.Paragraph.Document {
				first, own := paragraphs[0].Span, it.Paragraph.Span
				if first.Contains(own) || own.Contains(first) {
					right++
				}
			}
		}
		recall[i] = 100 * float64(right) / float64(len(items))
	}
	return recall
}

// figures are what is measured, in per cent.
type figures struct {
	first, auc float64
	xquad      [3]float64 // as asked, mistyped, in English
}

func (f figures) cells(base figures, format string) []string {
	cells := []string{fmt.Sprintf(format, f.first-base.first), fmt.Sprintf(format, f.auc-base.auc)}
	for i := range f.xquad {
		cells = append(cells, fmt.Sprintf(format, f.xquad[i]-base.xquad[i]))
	}
	return cells
}

// An xquad is XQuAD's Turkish collection, and the questions about its second 24
// articles: as they are, mistyped, and in English.
type xquad struct {
	collection *corpus.Collection
	items      [3][]Item
}

func xquadAsked(t *testing.T) (asked xquad) {
	dir := os.Getenv("ALINTI_XQUAD")
	tr, err := Read(filepath.Join(dir, "xquad.tr.json"))
	if err != nil {
		t.Fatalf("ALINTI_XQUAD names the folder of XQuAD: %v", err)
	}
	en, err := Read(filepath.Join(dir, "xquad.en.json"))
	if err != nil {
		t.Fatal(err)
	}
	typo, err := CorruptionsNamed("typo")
	if err != nil {
		t.Fatal(err)
	}
	english := *tr
	english.Items = slices.Clone(tr.Items)
	if err := english.AskAs(en); err != nil {
		t.Fatal(err)
	}
	asked.collection = tr.Collection
	for i, set := range []*Set{tr, tr.Corrupt(typo[0], DefaultSeed), &english} {
		for _, it := range set.Items {
			if slices.Index(tr.Collection.Documents, it.Paragraph.Document) >= 24 {
				asked.items[i] = append(asked.items[i], it)
			}
		}
	}
	return asked
}

func measured(t *testing.T, a ablation, asked xquad) (f figures) {
	own := append(articleLessons(t, a.options), collectionLessons(t, a.options)...)
	other := xquadLessons(t, a.options)
	a.blind(own)
	a.blind(other)
	near, far := heldOut(own, other)
	f.first, f.auc, _ = rightFirst(append(near, far...))
	f.first, f.auc = 100*f.first, 100*f.auc
	m := learn(append(own, other...))
	whole := retrieval.NewWith(asked.collection, a.options)
	for i, items := range asked.items {
		right := 0
		for _, it := range items {
			l := lesson{hits: judge(whole, it)}
			a.blind([]lesson{l})
			if m.score(l).right {
				right++
			}
		}
		f.xquad[i] = 100 * float64(right) / float64(len(items))
	}
	return f
}

// cost is the time that the parts left out would take, of a question about the
// two articles and of one about XQuAD; with nothing left out, that of all.
func (asked *xquad) cost(t *testing.T, o retrieval.Options) (small, large float64) {
	c := bottest.Seeds(t)
	var own, other []string
	for _, file := range []string{"testdata/dev.jsonl", "testdata/dev2.jsonl"} {
		set, err := Read(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range set.Items {
			own = append(own, it.Question())
		}
	}
	for _, it := range asked.items[0] {
		other = append(other, it.Question())
	}
	return micros(c, o, own, 60), micros(asked.collection, o, other, 20)
}

// blind sets the signals that are not used to 0.
func (a ablation) blind(lessons []lesson) {
	for _, l := range lessons {
		for i := range l.hits {
			for _, s := range a.signals {
				l.hits[i].f[s] = 0
			}
		}
	}
}

// micros is the processor time that one search takes longer with all parts than
// with these options, or if they leave out nothing, that it takes. It is the
// least of several rounds, taken in turns, for whatever else the machine does
// only adds to it.
func micros(c *corpus.Collection, o retrieval.Options, questions []string, rounds int) float64 {
	with, less := retrieval.New(c), retrieval.NewWith(c, o)
	runtime.GC()
	var all, left []time.Duration
	for range rounds {
		all, left = append(all, searching(with, questions)), append(left, searching(less, questions))
	}
	spent := slices.Min(all)
	if o.Without != 0 || o.NoBuiltin {
		spent -= slices.Min(left)
	}
	return float64(spent.Nanoseconds()) / 1000 / float64(len(questions))
}

// searching is the processor time of the questions.
func searching(x *retrieval.Index, questions []string) time.Duration {
	start := processorTime()
	for _, q := range questions {
		r := x.Search(q, 12)
		r.Release()
	}
	return processorTime() - start
}

func processorTime() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		return 0
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}
