package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"
)

// help is cobra's command, but for a topic that there is none of: that is wrong
// use.
func help() *cobra.Command {
	return &cobra.Command{
		Use:     "help [COMMAND]",
		Short:   "Help about any command",
		Example: `  alinti help ask`,
		RunE: func(cmd *cobra.Command, args []string) error {
			about, rest, err := cmd.Root().Find(args)
			if err != nil || len(rest) > 0 {
				return wrong(fmt.Errorf("there is no command %q (see %s --help)", strings.Join(args, " "), about.CommandPath()))
			}
			return about.Help()
		},
	}
}

// A helpOutput is standard output as cobra writes to it, which loses the errors
// of that.
type helpOutput struct {
	w    io.Writer
	lost error
}

func (h *helpOutput) Write(text []byte) (int, error) {
	n, err := h.w.Write(text)
	if h.lost == nil {
		h.lost = err
	}
	return n, err
}
