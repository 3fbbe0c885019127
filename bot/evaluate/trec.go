package evaluate

import (
	"bufio"
	"fmt"
	"io"
	"os"

	"alinti/bot"
	"alinti/retrieval/corpus"
)

// WriteTREC writes the run of sentences to file and its judgements beside it,
// to file.qrels; the same of paragraphs to file.paragraphs and
// file.paragraphs.qrels if any were ranked.
func (r *Report) WriteTREC(file, tag string) error {
	kinds := []string{""}
	for _, s := range r.Sets {
		if s.Paragraphs != nil {
			kinds = []string{"", ".paragraphs"}
		}
	}
	for _, kind := range kinds {
		paragraphs := kind != ""
		err := toFile(file+kind, func(w io.Writer) error { return r.WriteRun(w, tag, paragraphs) })
		if err != nil {
			return fmt.Errorf("writing the run: %w", err)
		}
		err = toFile(file+kind+".qrels", func(w io.Writer) error { return r.WriteQrels(w, paragraphs) })
		if err != nil {
			return fmt.Errorf("writing the judgements: %w", err)
		}
	}
	return nil
}

func toFile(name string, write func(io.Writer) error) error {
	f, err := os.Create(name)
	if err != nil {
		return err
	}
	if err := write(f); err != nil {
		f.Close()
		return err
	}
	return f.Close()
}

// WriteRun writes the rankings of sentences in the format of TREC runs, one
// line a question and sentence: "question Q0 sentence rank score tag". A
// question that was not ranked gets what was shown for it. Sentences are named
// as the corpus names them ("article-1/4.2"). With paragraphs set, the run is
// of paragraphs, as far as they were ranked.
func (r *Report) WriteRun(w io.Writer, tag string, paragraphs bool) error {
	b := bufio.NewWriter(w)
	for _, s := range r.Sets {
		names := namesOf(s.collection, paragraphs)
		for _, res := range s.Results {
			for i, u := range unitsOf(res, paragraphs, names) {
				// Readers of runs sort by score: make it fall with the rank.
				fmt.Fprintf(b, "%s Q0 %s %d %g %s\n", s.queryID(res.ID), u, i+1, 1/float64(i+1), tag)
			}
		}
	}
	return b.Flush()
}

// WriteQrels writes which sentences, or paragraphs, are right for each
// answerable question, in the format of TREC relevance judgements: "question 0
// sentence 1".
func (r *Report) WriteQrels(w io.Writer, paragraphs bool) error {
	b := bufio.NewWriter(w)
	for _, s := range r.Sets {
		if s.collection == nil {
			continue
		}
		for _, it := range s.items {
			for _, u := range it.rightUnits(s.collection, paragraphs) {
				fmt.Fprintf(b, "%s 0 %s 1\n", s.queryID(it.ID), u)
			}
		}
	}
	return b.Flush()
}

// queryID tells apart the same question in several variants of a set.
func (r *SetReport) queryID(id string) string {
	if r.Corruption != "" {
		return r.Corruption + "/" + id
	}
	return id
}

// namesOf maps places to the ids of sentences or paragraphs.
func namesOf(c *corpus.Collection, paragraphs bool) map[string]string {
	names := map[string]string{}
	if c == nil {
		return names
	}
	for _, d := range c.Documents {
		if paragraphs {
			for _, p := range d.Paragraphs {
				names[place(d.ID, p.Span)] = p.ID
			}
			continue
		}
		for _, s := range d.Sentences {
			names[place(d.ID, s.Span)] = s.ID
		}
	}
	return names
}

// unitsOf are the ids of what was ranked, best first, each once.
func unitsOf(r Result, paragraphs bool, names map[string]string) []string {
	places := r.Places
	switch {
	case r.Ranked && paragraphs:
		places = placesOf(r.ranking.Paragraphs)
	case r.Ranked:
		places = placesOf(r.ranking.Sentences)
	case paragraphs:
		return nil
	}
	var out []string
	seen := map[string]bool{}
	for _, p := range places {
		if name := names[p]; name != "" && !seen[name] {
			seen[name] = true
			out = append(out, name)
		}
	}
	return out
}

func placesOf(ranked []bot.Ranked) []string {
	var out []string
	for _, r := range ranked {
		out = append(out, place(r.Document.ID, r.Span))
	}
	return out
}

func (it Item) rightUnits(c *corpus.Collection, paragraphs bool) []string {
	var out []string
	if !it.Answerable {
		return nil
	}
	for _, d := range c.Documents {
		if paragraphs {
			for _, p := range d.Paragraphs {
				if it.inParagraph(d, p.Span) {
					out = append(out, p.ID)
				}
			}
			continue
		}
		for _, s := range d.Sentences {
			if it.inSentence(d, s.Span) {
				out = append(out, s.ID)
			}
		}
	}
	return out
}
