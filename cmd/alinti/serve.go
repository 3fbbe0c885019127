package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"runtime"

	"alinti/bot/config"

	"github.com/spf13/cobra"
)

// serveFlags are the flags of `alinti serve`; each is a setting too.
var serveFlags = []struct{ name, key, usage string }{
	{"listen", "listen", "`ADDRESS` of the webhook service (127.0.0.1:8080)"},
	{"log-level", "log.level", "`LEVEL` from which on the log is written: debug, info, warn, error"},
	{"log-format", "log.format", "`FORMAT` of the log: text or json"},
}

func (p *program) serve() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "serve",
		Short: "Run the webhook service, and Discord when a token is set",
		Long: `Run the webhook service, and Discord when discord.token is set, until the
process is told to stop (SIGTERM, Ctrl-C). What was begun is then finished.
SIGHUP reads settings and articles again and takes them over, whole or not at all.

Beyond loopback the service listens only with webhook.token or webhook.secrets,
or when webhook.allow_open says that something else guards it.`,
		Example: `  alinti serve
  alinti serve --listen 127.0.0.1:9000 --log-format json
  ALINTI_DISCORD_TOKEN=… alinti serve
  curl -s -d '{"question":"Rusya ne verdi?"}' -H 'Content-Type: application/json' 127.0.0.1:8080/v1/ask`,
		Args: needs("no arguments", 0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			var given []config.Flag
			for _, f := range serveFlags {
				if flag := cmd.Flags().Lookup(f.name); flag.Changed {
					given = append(given, config.Flag{Name: "--" + f.name, Key: f.key, Value: flag.Value.String()})
				}
			}
			return ended(p.runServe(cmd.Context(), given))
		},
	}
	for _, f := range serveFlags {
		cmd.Flags().String(f.name, "", f.usage)
	}
	return cmd
}

func (p *program) runServe(ctx context.Context, given []config.Flag) (err error) {
	settings, err := p.settings(ctx, given...)
	if err != nil {
		return err
	}
	c := settings.Revealed()
	if err := c.Webhook.CheckListen(c.Listen); err != nil {
		return wrong(err)
	}
	from := &slog.LevelVar{}
	from.Set(level(c.Log))
	lines := newLogQueue(p.stderr)
	defer lines.close()
	log := loggerTo(lines, c.Log, from)
	a, err := p.open(settings, false, log)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("%w; stop what holds the address, or name another one with --listen", err)
	}
	defer func() { _ = listener.Close() }() // does nothing once it was served
	kept, err := openStore(ctx, c)
	if err != nil {
		return failed(err)
	}
	if kept != nil {
		defer func() { err = errors.Join(err, kept.Close()) }()
	}
	doors, err := openDoors(newLive(a), c, kept, log)
	if err != nil {
		return wrong(err)
	}
	defer runtime.KeepAlive(calmCollector(log))
	spreadThreads(log)
	reloads := newReloader(p, given, c, doors, from, log)
	log.Info("listening", "address", listener.Addr().String(), "articles", len(a.Collection().Documents),
		"model", c.LLM.BaseURL != "", "discord", doors.discord != nil, "page", pageIsOn(c))
	return runParts(ctx, append(doors.parts(listener), part{run: reloads.run})...)
}
