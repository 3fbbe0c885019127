package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"alinti/bot/config"
	"alinti/bot/store"

	"github.com/spf13/cobra"
)

// openStore opens the file that the settings name; nil when they name none.
func openStore(ctx context.Context, c config.Config) (*store.Store, error) {
	if c.Store.Path == "" {
		return nil, nil
	}
	return store.Open(ctx, c.Store, nil)
}

// storeExists refuses a file that is not there: a command that only looks into
// the store makes none.
func storeExists(path string) error {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return failed(fmt.Errorf("store.path: there is no file %s yet; serve makes it", path))
	}
	return nil
}

func (p *program) unanswered() *cobra.Command {
	var asJSON bool
	var limit int
	cmd := &cobra.Command{
		Use:   "unanswered",
		Short: "List the questions that found no answer, like ones grouped",
		Long: `List the questions kept in the file of store.path that found no answer, the most
asked first, with the counts of all questions and of the votes. Questions that
share most of their words are one line. Nothing is kept unless store.path is set;
alinti serve then keeps what is asked on Discord, the webhook and the page.`,
		Example: `  alinti unanswered --config alinti.yaml
  ALINTI_STORE_PATH=alinti.db alinti unanswered --json`,
		Args: needs("no arguments", 0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			return ended(p.runUnanswered(cmd.Context(), asJSON, limit))
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print the report as JSON")
	cmd.Flags().IntVar(&limit, "limit", 50, "`N` groups of questions at most")
	return cmd
}

func (p *program) runUnanswered(ctx context.Context, asJSON bool, limit int) (err error) {
	settings, err := p.settings(ctx)
	if err != nil {
		return err
	}
	c := settings.Revealed()
	switch {
	case c.Store.Path == "":
		return wrong(errors.New("nothing is kept; set store.path to the file that serve keeps questions in"))
	case limit < 1:
		return wrong(errors.New("--limit must be 1 or more"))
	}
	if err := storeExists(c.Store.Path); err != nil {
		return err
	}
	kept, err := openStore(ctx, c)
	if err != nil {
		return failed(err)
	}
	defer func() { err = errors.Join(err, kept.Close()) }()
	report, err := kept.Report(ctx, "", limit)
	if err != nil {
		return failed(err)
	}
	if asJSON {
		return json.NewEncoder(p.stdout).Encode(report)
	}
	_, err = io.WriteString(p.stdout, reportText(report))
	return err
}

func reportText(r store.Report) string {
	var b strings.Builder
	fmt.Fprintf(&b, "asked %d, answered %d, helped %d, did not help %d\n", r.Asked, r.Answered, r.Helped, r.NotHelped)
	for _, g := range r.Unanswered {
		fmt.Fprintf(&b, "%5d  %s  %q\n", g.Count, g.Last.Format("2006-01-02"), g.Question)
		for _, other := range g.Others {
			fmt.Fprintf(&b, "                   %q\n", other)
		}
	}
	return b.String()
}
