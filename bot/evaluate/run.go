package evaluate

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"

	"alinti/bot"
	"alinti/retrieval/corpus"
)

// Options say what to ask, of whom, and what to make of it.
type Options struct {
	Files []string // question files; see [Read]

	Asker      bot.Asker                                   // answers about the articles that are served
	Collection *corpus.Collection                          // those articles, to hold quotes against their bytes
	New        func(*corpus.Collection) (bot.Asker, error) // builds an asker for a collection that a file brings
	Question   bot.Question                                // a template: Quotes, Mode and Language of every question
	Workers    int                                         // questions asked at once; 0 means one, so that times mean something
	Progress   func(done, total int)                       // called after each question, never at once; may be nil
	Seed       uint64                                      // of corruptions and the bootstrap; 0 means DefaultSeed

	HoldOut bool   // take every second article out of the collections that files bring
	Half    int    // 1 or 2: only the questions about that half of a file's articles; 0 means all
	AskAs   string // a SQuAD file whose questions are asked in place of those with the same ids
	Corrupt string // also ask every question mistyped: a corruption's name, or "all"
	Compare string // an earlier report, as JSON, to compare with
}

// DefaultSeed makes reports of different days comparable.
const DefaultSeed = 20240607

// Run reads the files, asks every question and scores the answers.
func Run(ctx context.Context, o Options) (*Report, error) {
	if o.Seed == 0 {
		o.Seed = DefaultSeed
	}
	var before *Report
	if o.Compare != "" {
		var err error
		if before, err = ReadReport(o.Compare); err != nil {
			return nil, err
		}
	}
	sets, err := readSets(o)
	if err != nil {
		return nil, err
	}
	variants, err := o.variants()
	if err != nil {
		return nil, err
	}
	total := 0
	for _, s := range sets {
		total += len(s.Items) * len(variants)
	}
	progress := newCounter(total, o.Progress)
	report := &Report{Seed: o.Seed}
	for _, set := range sets {
		if len(set.Statements) > 0 {
			report.Sets = append(report.Sets, SetReport{Set: set.Name, Statements: checkStatements(set.Statements, o.Collection)})
			continue
		}
		asker, c, err := o.askerFor(set)
		if err != nil {
			return nil, err
		}
		e := newExaminer(asker, c, o.Question)
		for _, v := range variants {
			asked := set
			if v.corrupt != nil {
				asked = set.Corrupt(v, o.Seed)
			}
			e.run = len(report.Sets)
			results, err := askAll(ctx, e, asked.Items, max(1, o.Workers), progress)
			if err != nil {
				return nil, err
			}
			report.Sets = append(report.Sets, newSetReport(asked, v.Name, results, c))
		}
	}
	report.pool()
	report.Robustness = robustness(report.Sets)
	if before != nil {
		report.Comparison, err = compare(before, report, o.Seed)
	}
	return report, err
}

func readSets(o Options) ([]*Set, error) {
	if len(o.Files) == 0 {
		return nil, errors.New("no question file given")
	}
	var sets []*Set
	for _, f := range o.Files {
		s, err := Read(f)
		if err == nil {
			err = o.reshape(s)
		}
		if err != nil {
			return nil, err
		}
		sets = append(sets, s)
	}
	return sets, nil
}

// reshape does to a set what the options ask for.
func (o Options) reshape(s *Set) error {
	if o.AskAs != "" {
		other, err := Read(o.AskAs)
		if err != nil {
			return err
		}
		if err := s.AskAs(other); err != nil {
			return err
		}
	}
	if o.Half != 0 {
		if err := s.Half(o.Half); err != nil {
			return err
		}
	}
	if o.HoldOut {
		return s.HoldOut()
	}
	return nil
}

// variants are the questions as written, then each corruption asked for.
func (o Options) variants() ([]Corruption, error) {
	clean := []Corruption{{}}
	if o.Corrupt == "" {
		return clean, nil
	}
	more, err := CorruptionsNamed(o.Corrupt)
	return slices.Concat(clean, more), err
}

// askerFor is the asker of a set and the collection which it answers from.
func (o Options) askerFor(s *Set) (bot.Asker, *corpus.Collection, error) {
	if s.Collection == nil {
		if o.Asker == nil {
			return nil, nil, fmt.Errorf("%s asks about articles, and none are given", s.Name)
		}
		return o.Asker, o.Collection, nil
	}
	if o.New == nil {
		return nil, nil, fmt.Errorf("%s brings its own collection, which cannot be served here", s.Name)
	}
	asker, err := o.New(s.Collection)
	if err != nil {
		return nil, nil, fmt.Errorf("serving the collection of %s: %w", s.Name, err)
	}
	return asker, s.Collection, nil
}

// askAll asks the items, some at once, and keeps their order. The first error
// stops the rest.
func askAll(ctx context.Context, e examiner, items []Item, workers int, progress *counter) ([]Result, error) {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	results := make([]Result, len(items))
	next := make(chan int)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for i := range next {
				r, err := e.ask(ctx, items[i])
				if err != nil {
					cancel(err)
				}
				results[i] = r
				progress.add()
			}
		})
	}
	for i := range items {
		if ctx.Err() != nil {
			break
		}
		next <- i
	}
	close(next)
	wg.Wait()
	return results, context.Cause(ctx)
}

// A counter tells how far a run is, one call at a time.
type counter struct {
	mu          sync.Mutex
	done, total int
	tell        func(done, total int)
}

func newCounter(total int, tell func(done, total int)) *counter {
	return &counter{total: total, tell: tell}
}

func (c *counter) add() {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.done++
	if c.tell != nil {
		c.tell(c.done, c.total)
	}
}
