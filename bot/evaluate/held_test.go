package evaluate

import (
	"bytes"
	"flag"
	"fmt"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"alinti/bot"
)

var heldTo = flag.String("held", "", "with -fit, write each judged question and what came of it held out to this file, tab-separated")

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

// printHeld prints what the questions held out say of the fit, by style at the
// strictness that is shipped.
func printHeld(held []scored) {
	first, auc, _ := rightFirst(held)
	fmt.Printf("held out: right first %.3f, AUC %.3f\n", first, auc)
	for _, at := range []float64{.2, .25, .3, .35, .4, .45, .5, .6, .7} {
		hit, silent := strict(held, at)
		fmt.Printf("  from %.2f: hit1 %.3f, abstain %.3f, mean %.3f\n", at, hit, silent, (hit+silent)/2)
	}
	styles := map[string][]scored{}
	for _, s := range held {
		styles[s.asked.Style] = append(styles[s.asked.Style], s)
	}
	for _, style := range slices.Sorted(maps.Keys(styles)) {
		some := styles[style]
		hit, silent := strict(some, bot.DefaultStrictness)
		fmt.Printf("  %s %.2f of %d", style, max(hit, silent), len(some))
	}
	fmt.Println()
}

// strict are the shares of the answerable questions that were answered rightly,
// and of the others that were not answered, when a sentence is quoted from a
// probability of at on; 0 where there are none of them.
func strict(held []scored, at float64) (hit, silent float64) {
	var answerable, none float64
	for _, s := range held {
		switch {
		case s.answerable:
			answerable++
			hit += count(s.right && s.p >= at)
		default:
			none++
			silent += count(s.p < at)
		}
	}
	return hit / max(answerable, 1), silent / max(none, 1)
}

func count(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// writeHeld writes a line for each question: id, style, whether it can be
// answered, whether the likeliest sentence is right, its probability, the
// question, that sentence, and the gold.
func writeHeld(t *testing.T, name string, held []scored) {
	var b bytes.Buffer
	for _, s := range held {
		gold := make([]string, len(s.asked.Gold))
		for i, group := range s.asked.Gold {
			gold[i] = strings.Join(group, " | ")
		}
		fmt.Fprintf(&b, "%s\t%s\t%t\t%t\t%.2f\t%s\t%s\t%s\n",
			s.asked.ID, s.asked.Style, s.answerable, s.right, s.p, s.asked.Question(), s.text, strings.Join(gold, " & "))
	}
	if err := os.WriteFile(name, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
}
