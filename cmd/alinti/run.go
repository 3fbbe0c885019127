package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"alinti/bot/render"
)

// Exit codes. They are a contract with scripts.
const (
	exitDone   = 0 // done
	exitFailed = 1 // a check failed, or with --fail-unanswered a question was not answered
	exitWrong  = 2 // wrong use or settings
)

// A program is one run of the command: its streams and the flags that every
// command has.
type program struct {
	stdin          io.Reader
	stdout, stderr io.Writer

	settingsFile string
	articlesDir  string
}

// run is the whole program: it does what args say and returns the exit code.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) int {
	p := &program{stdin: stdin, stdout: stdout, stderr: stderr}
	root := p.root()
	root.SetArgs(args)
	root.SetIn(stdin)
	help := &helpOutput{w: stdout}
	root.SetOut(help)
	root.SetErr(stderr)
	cmd, err := root.ExecuteContextC(ctx)
	if err == nil && help.lost != nil {
		err = failed(fmt.Errorf("write the help: %w", help.lost))
	}
	if err == nil {
		return exitDone
	}
	var end *exit
	if !errors.As(err, &end) { // cobra's own: an unknown command, flag or argument
		end = &exit{exitWrong, fmt.Errorf("%w (see %s --help)", err, cmd.CommandPath())}
	}
	for _, line := range lines(end.err) {
		fmt.Fprintln(stderr, "alinti:", render.Visible(line)) // it may hold a name from outside
	}
	return end.code
}

// root is the command with all its commands.
func (p *program) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "alinti",
		Short: "Answers made of quotations",
		Long: `alinti answers questions about a set of articles with sentences quoted from
them word for word, each with a citation that can be checked, or says that the
articles do not answer. Without settings it works alone, on two articles inside
the program.`,
		Example: `  alinti ask "Kuzey Kore Rusya'ya kaç asker gönderdi?"
  alinti serve
  alinti check --config alinti.yaml`,
		SilenceErrors:     true,
		SilenceUsage:      true,
		CompletionOptions: cobra.CompletionOptions{DisableDefaultCmd: true},
		Args:              cobra.ArbitraryArgs,
		RunE:              noCommand,

		SuggestionsMinimumDistance: 2,
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error {
		said, _, _ := strings.Cut(err.Error(), ": strconv.") // names of Go functions help no one
		return errors.New(said)
	})
	flags := root.PersistentFlags()
	flags.StringVar(&p.settingsFile, "config", os.Getenv("ALINTI_CONFIG"), "settings `FILE`, see config.example.yaml; also ALINTI_CONFIG")
	flags.StringVar(&p.articlesDir, "articles", "", "`FOLDER` of .txt and .md files to ask, in place of the two articles inside the program")
	flags.Lookup("config").DefValue = ""
	_ = root.MarkPersistentFlagDirname("articles") // the flag is there
	root.SetHelpCommand(help())
	root.AddCommand(p.ask(), p.serve(), p.mcp(), p.deliveries(), p.eval(), p.verify(), p.check(), p.unanswered(), p.version(), p.completion())
	return root
}

// noCommand shows the help, or says what a word that is no command may have
// meant.
func noCommand(root *cobra.Command, args []string) error {
	if len(args) == 0 {
		return root.Help()
	}
	if near := root.SuggestionsFor(args[0]); len(near) > 0 {
		return fmt.Errorf("there is no command %q; did you mean %s?", args[0], near[0])
	}
	return fmt.Errorf("there is no command %q; to ask a question, write alinti ask %q", args[0], strings.Join(args, " "))
}

// needs is the error of a command whose arguments are missing or too many.
func needs(what string, least, most int) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < least || len(args) > most {
			return fmt.Errorf("%s needs %s", cmd.Name(), what)
		}
		return nil
	}
}
