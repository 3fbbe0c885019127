package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"text/tabwriter"

	"alinti/bot/config"

	"github.com/spf13/cobra"
)

func (p *program) check() *cobra.Command {
	return &cobra.Command{
		Use:   "check",
		Short: "Say what would run with these settings, and what is wrong with them",
		Long: `Load the settings and the articles, say what would run, and every problem with
its cure. Nothing is started and nothing is sent anywhere. Exits with 2 when the
settings would keep the program from starting, with 1 when it would start with a
part missing, else with 0.`,
		Example: `  alinti check
  alinti check --config alinti.yaml`,
		Args: needs("no arguments", 0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error { return ended(p.runCheck(cmd.Context())) },
	}
}

func (p *program) runCheck(ctx context.Context) error {
	settings, err := p.settings(ctx)
	if err != nil {
		return err
	}
	articles, refused := articles(settings.Revealed())
	own, file, unread := ownSynonyms(settings.Revealed())
	t := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	printSet(t, settings)
	printArticles(t, settings.Config, articles)
	printSynonyms(t, settings.Config, own, file)
	printParts(t, settings.Config)
	if err := t.Flush(); err != nil {
		return fmt.Errorf("write the report: %w", err)
	}
	wrongs := errors.Join(unread, settings.Revealed().Webhook.CheckListen(settings.Listen), checkStore(settings.Config))
	for _, note := range notes(settings) {
		fmt.Fprintln(p.stdout, "note:", note)
	}
	switch {
	case wrongs != nil || articles == nil:
		return wrong(errors.Join(wrongs, refused))
	case refused != nil:
		return failed(refused)
	}
	fmt.Fprintln(p.stdout, "no problem found")
	return nil
}

// checkStore finds what would keep the store from being opened, without
// making it.
func checkStore(c config.Config) error {
	if c.Store.Path == "" {
		return nil
	}
	dir := filepath.Dir(c.Store.Path)
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return fmt.Errorf("store.path: there is no folder %s to keep it in; make it, owned by the user that runs alinti", dir)
	}
	if info, err := os.Stat(c.Store.Path); err == nil && !info.Mode().IsRegular() {
		return fmt.Errorf("store.path: %s is not a file; name a file in that place", c.Store.Path)
	}
	return checkDatabase(c.Store.Path)
}

// checkDatabase finds a file that is there and is none of SQLite's: those begin
// with these 16 bytes (https://www.sqlite.org/fileformat.html), or are empty.
func checkDatabase(path string) error {
	const magic = "SQLite format 3\x00"
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return fmt.Errorf("store.path: %w; give the user that runs alinti the right to", err)
	}
	defer f.Close()
	head, err := io.ReadAll(io.LimitReader(f, int64(len(magic))))
	if err != nil {
		return fmt.Errorf("store.path: %w", err)
	}
	if len(head) > 0 && string(head) != magic {
		return fmt.Errorf("store.path: %s is no database; name another file", path)
	}
	return nil
}

// notes are things worth knowing that keep nothing from running.
func notes(s *config.Settings) []string {
	var notes []string
	if info, err := os.Stat(s.File); err == nil && s.HasSecrets() && info.Mode().Perm()&0o077 != 0 {
		notes = append(notes, fmt.Sprintf("%s holds a secret and others may read it; chmod 600 %s", s.File, s.File))
	}
	if s.LLM.BaseURL != "" && s.LLM.Model == "" {
		notes = append(notes, "llm.model is not set; most services want one")
	}
	return notes
}
