package main

import (
	"context"
	"fmt"
	"io"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/spf13/cobra"
)

// mcp is the command that serves one assistant over standard input and output.
func (p *program) mcp() *cobra.Command {
	return &cobra.Command{
		Use:   "mcp",
		Short: "Serve the Model Context Protocol on standard input and output",
		Long: `Serve the Model Context Protocol on standard input and output, until the input
ends. An assistant that starts this command gets the tools ask, search, fetch
and verify_quote. The log goes to standard error. Over HTTP the same tools are
at /mcp of alinti serve.`,
		Example: `  claude mcp add alinti -- alinti mcp
  npx @modelcontextprotocol/inspector --cli alinti mcp --method tools/list`,
		Args: needs("no arguments", 0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error { return ended(p.runMCP(cmd.Context())) },
	}
}

func (p *program) runMCP(ctx context.Context) error {
	settings, err := p.settings(ctx)
	if err != nil {
		return err
	}
	c := settings.Revealed()
	log := p.logger(c.Log)
	a, err := p.open(settings, false, log)
	if err != nil {
		return err
	}
	door := newMCP(newQuestionMetrics().behind("mcp", newLive(a), nil, nil), c, log)
	err = door.Run(ctx, &sdk.IOTransport{Reader: io.NopCloser(p.stdin), Writer: nopWriteCloser{p.stdout}})
	if err != nil {
		return fmt.Errorf("read standard input: %w", err)
	}
	return nil
}

// nopWriteCloser leaves closing standard output to the process.
type nopWriteCloser struct{ io.Writer }

func (nopWriteCloser) Close() error { return nil }
