package evaluate

import (
	"fmt"
	"io"
	"math"
	"strings"
	"text/tabwriter"
)

// label names a set and what was done to it.
func (r *SetReport) label() string {
	if r.Corruption != "" {
		return r.Set + " (" + r.Corruption + ")"
	}
	return r.Set
}

// Print writes the report as tables.
func (r *Report) Print(w io.Writer) error {
	var b strings.Builder
	for i := range r.Sets {
		s := &r.Sets[i]
		if s.Corruption == "" || len(r.Sets) <= 2 {
			s.print(&b)
		}
	}
	if r.Pooled != nil {
		r.Pooled.print(&b)
	}
	printRobustness(&b, r.Robustness)
	printComparison(&b, r.Comparison)
	_, err := io.WriteString(w, strings.TrimSuffix(b.String(), "\n"))
	return err
}

func (r *SetReport) print(b *strings.Builder) {
	if r.Statements != nil {
		fmt.Fprintf(b, "%s: %.0f statements\n\n", r.Set, r.Statements.Kept.Of+r.Statements.Withheld.Of)
		table(b, r.Statements.print)
		b.WriteByte('\n')
		return
	}
	fmt.Fprintf(b, "%s: %d questions", r.label(), r.Scores.Questions)
	if r.Skipped > 0 {
		fmt.Fprintf(b, ", %d left out (their answer does not stand in their context)", r.Skipped)
	}
	if r.Errors > 0 {
		fmt.Fprintf(b, ", %d ended in an error", r.Errors)
	}
	b.WriteString("\n\n")
	table(b, func(t io.Writer) {
		fmt.Fprintln(t, "style\tn\thit1\tfull\tabstain\tbalanced\tquotes\t")
		for _, s := range r.Styles {
			printScores(t, orDash(s.Style), s.Scores)
		}
		printScores(t, "all", r.Scores)
		fmt.Fprintf(t, "±\t\t%s\t%s\t%s\t\t\t\n", margin(r.Scores.Hit1), margin(r.Scores.Full), margin(r.Scores.Abstain))
	})
	fmt.Fprintf(b, "\nverbatim %s of %.0f shown · AUC %s · Brier %.3f · calibration error %.3f · median %d µs\n\n",
		figure3(r.Scores.Verbatim.Value()), r.Scores.Verbatim.Of, figure(orNaN(r.Calibration.AUC)), r.Calibration.Brier, r.Calibration.ECE, r.MedianUS)
	if r.Paragraphs != nil {
		table(b, func(t io.Writer) {
			fmt.Fprintln(t, "ranking\trecall@1\trecall@5\tMRR@10\t")
			printRanking(t, "paragraphs", r.Paragraphs)
			printRanking(t, "sentences", r.Sentences)
		})
		b.WriteByte('\n')
	}
	r.Calibration.print(b)
}

func printScores(t io.Writer, name string, s Scores) {
	fmt.Fprintf(t, "%s\t%d\t%s\t%s\t%s\t%s\t%s\t\n", name, s.Questions, s.Hit1, s.Full, s.Abstain, figure(orNaN(s.Balanced)), s.Quotes)
}

func printRanking(t io.Writer, name string, s *RankingScores) {
	fmt.Fprintf(t, "%s\t%.1f\t%.1f\t%.1f\t\n", name, 100*s.Recall1.Value(), 100*s.Recall5.Value(), 100*s.MRR10.Value())
}

// print writes the reliability table beside the coverage curve.
func (c Calibration) print(b *strings.Builder) {
	if len(c.Coverage) == 0 {
		return
	}
	table(b, func(t io.Writer) {
		fmt.Fprintln(t, "probability\tn\tmean\tright\t\tanswered\tright\tfrom\t")
		for i := range max(len(c.Reliability), len(c.Coverage)) {
			if i < len(c.Reliability) {
				r := c.Reliability[i]
				fmt.Fprintf(t, "%.1f–%.1f\t%d\t%.2f\t%.2f\t", r.From, r.From+1.0/bins, r.Count, r.Mean, r.Right)
			} else {
				fmt.Fprint(t, "\t\t\t\t")
			}
			if i < len(c.Coverage) {
				p := c.Coverage[i]
				fmt.Fprintf(t, "\t%.0f %%\t%.2f\t%.2f\t", 100*p.Answered, p.Right, p.Threshold)
			}
			fmt.Fprintln(t)
		}
	})
	b.WriteByte('\n')
}

func printRobustness(b *strings.Builder, kept []Kept) {
	if len(kept) == 0 {
		return
	}
	table(b, func(t io.Writer) {
		fmt.Fprintln(t, "set\tmistyped\tmeasure\tclean\tmistyped\tkept\t")
		for _, k := range kept {
			fmt.Fprintf(t, "%s\t%s\t%s\t%.3f\t%s\t%.3f\t\n", k.Set, k.Corruption, k.Measure, k.Clean, figure3(orNaN(k.Corrupted)), k.Share)
		}
	})
	b.WriteByte('\n')
}

func printComparison(b *strings.Builder, ds []Difference) {
	if len(ds) == 0 {
		return
	}
	table(b, func(t io.Writer) {
		fmt.Fprintln(t, "set\tmeasure\tbefore\tafter\tdifference\t95 % interval\twon\tlost\t")
		for _, d := range ds {
			clear := ""
			if d.Clear() {
				clear = " *"
			}
			fmt.Fprintf(t, "%s\t%s\t%.3f\t%.3f\t%+.3f%s\t%+.3f to %+.3f\t%d\t%d\t\n", d.Set, d.Measure, d.Before, d.After, d.After-d.Before, clear, d.Low, d.High, d.Won, d.Lost)
		}
	})
	fmt.Fprintf(b, "* the interval (paired bootstrap, %d draws) leaves out zero\n\n", draws)
}

func table(b *strings.Builder, write func(io.Writer)) {
	var cells strings.Builder
	t := tabwriter.NewWriter(&cells, 0, 0, 2, ' ', 0)
	write(t)
	t.Flush()
	for line := range strings.Lines(cells.String()) {
		b.WriteString(strings.TrimRight(line, " \n") + "\n")
	}
}

// margin is half of a share's 95 % interval.
func margin(s Share) string { return figure(1.96 * s.Error()) }

func figure3(v float64) string {
	if math.IsNaN(v) {
		return "–"
	}
	return fmt.Sprintf("%.3f", v)
}

func orDash(s string) string {
	if s == "" {
		return "–"
	}
	return s
}
