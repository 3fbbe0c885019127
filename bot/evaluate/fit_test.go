package evaluate

import (
	"bytes"
	"cmp"
	"flag"
	"fmt"
	"go/format"
	"hash/fnv"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/retrieval"
	"alinti/retrieval/corpus"
	"alinti/retrieval/evidence"
	"alinti/seeds"
)

var fit = flag.Bool("fit", false, "fit the weights of the evidence anew, cross-validate them and write them to retrieval/evidence/weights.go; needs ALINTI_XQUAD")

// The judged questions about the articles are few and hard, those of XQuAD many
// and easy; each of the latter counts a tenth. Of 1, 0.3, 0.1 and 0.03 this gave
// the best AUC on the former by cross-validation.
const (
	xquadWeight = 0.1
	orderRidge  = 3.0
	choiceRidge = 3.0
	folds       = 10
)

// A judgedHit is one candidate sentence of a judged question.
type judgedHit struct {
	f     evidence.Features
	right bool
}

// A lesson is what one question teaches: its candidates, none of them right
// when it cannot be answered.
type lesson struct {
	id         string
	answerable bool
	hits       []judgedHit
	weight     float64
	fold       int // -1: never held out
}

// TestFit fits the weights of the evidence: the order of the candidates as a
// choice among them, the decision as a logistic regression on the best one.
func TestFit(t *testing.T) {
	if !*fit {
		t.Skip("fits only when told to: go test ./bot/evaluate -run TestFit -fit")
	}
	own, other := articleLessons(t, retrieval.Options{}), xquadLessons(t, retrieval.Options{})
	printHeld(t, heldOut(own, other))
	writeWeights(t, learn(append(own, other...)))
}

// heldOut scores each lesson by a model that has not seen it.
func heldOut(own, other []lesson) (held []scored) {
	for k := range folds {
		var train, test []lesson
		for _, l := range own {
			if l.fold == k {
				test = append(test, l)
			} else {
				train = append(train, l)
			}
		}
		m := learn(append(train, other...))
		for _, l := range test {
			held = append(held, m.score(l))
		}
	}
	return held
}

func articleLessons(t *testing.T, o retrieval.Options) (lessons []lesson) {
	c, err := corpus.Load(seeds.FS)
	if err != nil {
		t.Fatal(err)
	}
	x := retrieval.NewWith(c, o)
	for _, file := range []string{"testdata/dev.jsonl", "testdata/dev2.jsonl"} {
		set, err := Read(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, it := range set.Items {
			h := fnv.New32a()
			h.Write([]byte(it.ID))
			lessons = append(lessons, lesson{it.ID, it.Answerable, judge(x, it), 1, int(h.Sum32() % folds)})
		}
	}
	return lessons
}

// xquadLessons asks the questions of the first 24 articles twice: of all
// paragraphs, and of a collection from which every paragraph is missing whose
// number is even, or odd, as the question's own.
func xquadLessons(t *testing.T, o retrieval.Options) (lessons []lesson) {
	set, err := Read(filepath.Join(os.Getenv("ALINTI_XQUAD"), "xquad.tr.json"))
	if err != nil {
		t.Fatalf("ALINTI_XQUAD names the folder of XQuAD: %v", err)
	}
	whole := retrieval.NewWith(set.Collection, o)
	halves := [2]*retrieval.Index{without(t, set.Collection, 0, o), without(t, set.Collection, 1, o)}
	for _, it := range set.Items {
		if slices.Index(set.Collection.Documents, it.Paragraph.Document) >= 24 {
			continue
		}
		lessons = append(lessons, lesson{it.ID, true, judge(whole, it), xquadWeight, -1})
		n := paragraphNumber(it.Paragraph)
		away := it
		away.Places, away.Gold = nil, nil
		lessons = append(lessons, lesson{it.ID, false, judge(halves[n%2], away), xquadWeight, -1})
	}
	return lessons
}

func paragraphNumber(p Place) int {
	for _, q := range p.Document.Paragraphs {
		if q.Span.Contains(p.Span) || p.Span.Contains(q.Span) {
			return q.N
		}
	}
	return 0
}

// without indexes the collection less the paragraphs of even (0) or odd (1) number.
func without(t *testing.T, c *corpus.Collection, parity int, o retrieval.Options) *retrieval.Index {
	left := &corpus.Collection{}
	for _, d := range c.Documents {
		var kept []string
		for _, p := range d.Paragraphs {
			if p.N%2 != parity {
				kept = append(kept, d.Slice(p.Span))
			}
		}
		if len(kept) == 0 {
			continue
		}
		doc, err := corpus.Paragraphs(d.Source, kept)
		if err != nil {
			t.Fatal(err)
		}
		left.Documents = append(left.Documents, doc)
	}
	return retrieval.NewWith(left, o)
}

func judge(x *retrieval.Index, it Item) (hits []judgedHit) {
	r := x.Search(it.Question(), 12)
	defer r.Release()
	for _, h := range r.Hits {
		q := bot.Quote{Text: h.Document.Slice(h.Sentence.Span), Start: h.Sentence.Span.Start, End: h.Sentence.Span.End}
		q.Source.ID = h.Document.ID
		hits = append(hits, judgedHit{*h.Features, it.Answerable && it.found(q)})
	}
	return hits
}

// A learned model: the order of candidates, and the decision about the best.
type learned struct {
	order    evidence.Features
	decision evidence.Features
	bias     float64
}

type scored struct {
	lesson
	p     float64
	right bool
}

func (m *learned) best(l lesson) (judgedHit, bool) {
	if len(l.hits) == 0 {
		return judgedHit{}, false
	}
	return slices.MaxFunc(l.hits, func(a, b judgedHit) int { return cmp.Compare(weighted(&m.order, &a.f), weighted(&m.order, &b.f)) }), true
}

func (m *learned) score(l lesson) scored {
	h, ok := m.best(l)
	if !ok {
		return scored{lesson: l}
	}
	return scored{l, 1 / (1 + math.Exp(-m.bias-weighted(&m.decision, &h.f))), h.right}
}

func weighted(w, f *evidence.Features) (sum float64) {
	for i := range f {
		sum += w[i] * f[i]
	}
	return sum
}

func learn(lessons []lesson) *learned {
	mean, spread := moments(lessons)
	m := &learned{order: learnOrder(lessons, mean, spread)}
	var rows [][]float64
	var right []bool
	var weights []float64
	for _, l := range lessons {
		if h, ok := m.best(l); ok {
			rows = append(rows, append(standard(&h.f, mean, spread), 1))
			right = append(right, h.right)
			weights = append(weights, l.weight)
		}
	}
	w := logistic(rows, right, weights)
	m.bias = w[evidence.NumFeatures]
	for i := range m.decision {
		m.decision[i] = w[i] / spread[i]
		m.bias -= w[i] * mean[i] / spread[i]
	}
	return m
}

func moments(lessons []lesson) (mean, spread []float64) {
	mean, spread = make([]float64, evidence.NumFeatures), make([]float64, evidence.NumFeatures)
	var n float64
	for _, l := range lessons {
		for _, h := range l.hits {
			n++
			for i, v := range h.f {
				mean[i] += v
				spread[i] += v * v
			}
		}
	}
	for i := range mean {
		mean[i] /= n
		spread[i] = math.Sqrt(max(spread[i]/n-mean[i]*mean[i], 1e-6))
	}
	return mean, spread
}

func standard(f *evidence.Features, mean, spread []float64) []float64 {
	row := make([]float64, evidence.NumFeatures, evidence.NumFeatures+1)
	for i, v := range f {
		row[i] = (v - mean[i]) / spread[i]
	}
	return row
}

// learnOrder maximises the likelihood that a right candidate is chosen among
// all of its question, by Newton's method with a ridge.
func learnOrder(lessons []lesson, mean, spread []float64) (order evidence.Features) {
	const n = int(evidence.NumFeatures)
	w := make([]float64, n)
	for range 25 {
		gradient, hessian := make([]float64, n), square(n)
		for _, l := range lessons {
			if !l.answerable || !slices.ContainsFunc(l.hits, func(h judgedHit) bool { return h.right }) {
				continue
			}
			choice(l, w, mean, spread, gradient, hessian)
		}
		for i := range w {
			gradient[i] -= orderRidge * w[i]
			hessian[i][i] += orderRidge
		}
		if advance(w, solve(mirrored(hessian), gradient)) {
			break
		}
	}
	for i := range order {
		order[i] = w[i] / spread[i]
	}
	return order
}

// choice adds one question's part of the gradient and of the Hessian.
func choice(l lesson, w, mean, spread, gradient []float64, hessian [][]float64) {
	rows, scores, top := make([][]float64, len(l.hits)), make([]float64, len(l.hits)), math.Inf(-1)
	for i := range l.hits {
		rows[i] = standard(&l.hits[i].f, mean, spread)
		for j, v := range rows[i] {
			scores[i] += w[j] * v
		}
		top = max(top, scores[i])
	}
	var all, good float64
	for i := range scores {
		scores[i] = math.Exp(scores[i] - top)
		all += scores[i]
		if l.hits[i].right {
			good += scores[i]
		}
	}
	center := make([]float64, len(w))
	for i, row := range rows {
		p, q := scores[i]/all, 0.0
		if l.hits[i].right {
			q = scores[i] / good
		}
		for j, v := range row {
			center[j] += p * v
			gradient[j] += l.weight * (q - p) * v
			for k, u := range row[:j+1] {
				hessian[j][k] += l.weight * p * v * u
			}
		}
	}
	for j := range center {
		for k := range j + 1 {
			hessian[j][k] -= l.weight * center[j] * center[k]
		}
	}
}

// logistic is a weighted ridge regression by Newton's method; the last column
// of each row is the constant and is not held back.
func logistic(rows [][]float64, right []bool, weights []float64) []float64 {
	n := len(rows[0])
	w := make([]float64, n)
	for range 25 {
		gradient, hessian := make([]float64, n), square(n)
		for i, row := range rows {
			z := 0.0
			for j, v := range row {
				z += w[j] * v
			}
			p, y := 1/(1+math.Exp(-z)), 0.0
			if right[i] {
				y = 1
			}
			for j, v := range row {
				gradient[j] += weights[i] * (y - p) * v
				for k, u := range row[:j+1] {
					hessian[j][k] += weights[i] * p * (1 - p) * v * u
				}
			}
		}
		for j := range w[:n-1] {
			gradient[j] -= choiceRidge * w[j]
			hessian[j][j] += choiceRidge
		}
		if advance(w, solve(mirrored(hessian), gradient)) {
			break
		}
	}
	return w
}

// mirrored fills the upper half of a matrix with the lower one.
func mirrored(m [][]float64) [][]float64 {
	for i := range m {
		for j := range i {
			m[j][i] = m[i][j]
		}
	}
	return m
}

// arrived is the longest step, in standard deviations, after which no other is
// taken.
const arrived = 1e-7

// advance takes one of Newton's steps, shortened if a weight would move by more
// than one standard deviation: far from the best point the curvature misleads.
// It reports whether that was as good as none.
func advance(w, step []float64) bool {
	longest := 1.0
	for _, s := range step {
		longest = max(longest, math.Abs(s))
	}
	moved := 0.0
	for i, s := range step {
		w[i] += s / longest
		moved = max(moved, math.Abs(s))
	}
	return moved < arrived
}

func square(n int) [][]float64 {
	m := make([][]float64, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	return m
}

// solve is a x = b by Gaussian elimination with pivots; a and b are used up.
func solve(a [][]float64, b []float64) []float64 {
	n := len(b)
	for i := range n {
		p := i
		for j := i + 1; j < n; j++ {
			if math.Abs(a[j][i]) > math.Abs(a[p][i]) {
				p = j
			}
		}
		a[i], a[p], b[i], b[p] = a[p], a[i], b[p], b[i]
		for j := i + 1; j < n; j++ {
			f := a[j][i] / a[i][i]
			for k := i; k < n; k++ {
				a[j][k] -= f * a[i][k]
			}
			b[j] -= f * b[i]
		}
	}
	x := make([]float64, n)
	for i := n - 1; i >= 0; i-- {
		x[i] = b[i]
		for k := i + 1; k < n; k++ {
			x[i] -= a[i][k] * x[k]
		}
		x[i] /= a[i][i]
	}
	return x
}

// rightFirst is the share of the answerable questions whose first sentence is
// right, auc the chance that one gets a higher probability than another that
// cannot be answered.
func rightFirst(held []scored) (share, auc, answerable float64) {
	var pairs, won, first float64
	for _, a := range held {
		if !a.answerable {
			continue
		}
		answerable++
		if a.right {
			first++
		}
		for _, b := range held {
			if b.answerable {
				continue
			}
			pairs++
			if a.p > b.p {
				won++
			}
		}
	}
	return first / answerable, won / pairs, answerable
}

// printHeld prints what the questions held out say of the fit.
func printHeld(t *testing.T, held []scored) {
	first, auc, answerable := rightFirst(held)
	fmt.Printf("held out: right first %.3f, AUC %.3f\n", first, auc)
	for _, at := range []float64{.2, .25, .3, .35, .4, .45, .5, .55, .6} {
		var hit, silent float64
		for _, s := range held {
			switch {
			case s.answerable && s.right && s.p >= at:
				hit++
			case !s.answerable && s.p < at:
				silent++
			}
		}
		fmt.Printf("  from %.2f: hit1 %.3f, abstain %.3f\n", at, hit/answerable, silent/(float64(len(held))-answerable))
	}
}

func writeWeights(t *testing.T, m *learned) {
	var b bytes.Buffer
	b.WriteString("// Code generated by go test ./bot/evaluate -run TestFit -fit; DO NOT EDIT.\n\npackage evidence\n\n")
	table := func(name string, f evidence.Features) {
		fmt.Fprintf(&b, "var %s = Features{\n", name)
		for i, v := range f {
			fmt.Fprintf(&b, "%s: %.4f,\n", goName(evidence.FeatureNames[i]), v)
		}
		b.WriteString("}\n\n")
	}
	table("order", m.order)
	table("decision", m.decision)
	fmt.Fprintf(&b, "const bias = %.4f\n", m.bias)
	src, err := format.Source(b.Bytes())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile("../../retrieval/evidence/weights.go", src, 0o644); err != nil {
		t.Fatal(err)
	}
}

// goName is the constant of a feature: names_missing is NamesMissing.
func goName(name string) string {
	var b strings.Builder
	for part := range strings.SplitSeq(name, "_") {
		b.WriteString(strings.ToUpper(part[:1]) + part[1:])
	}
	return b.String()
}
