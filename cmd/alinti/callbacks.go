package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"text/tabwriter"
	"time"

	"alinti/bot/config"
	"alinti/bot/store"
	"alinti/bot/webhook"
	"alinti/bot/webhook/deliver"

	"github.com/spf13/cobra"
)

// A queue is where callbacks are kept.
type queue interface {
	deliver.Queue
	Close() error
}

// memory keeps them until the process ends.
type memory struct{ store.Memory }

func (*memory) Close() error { return nil }

// openCallbacks makes what sends answers to a callback_url, when there is a
// secret to sign them with.
func (d *doors) openCallbacks(c config.Config, log *slog.Logger) (err error) {
	if len(c.Webhook.Secrets) == 0 {
		return nil
	}
	if d.queue, err = openQueue(c); err != nil {
		return err
	}
	d.callbacks, err = deliver.New(deliver.Options{
		Config: c.Callbacks, Queue: d.queue, Secrets: c.Webhook.Secrets, Logger: log, Metrics: d.registry,
		Payload: webhook.Payload(d.asker("webhook"), c.Webhook.AskTimeout),
	})
	if err == nil && c.Store.Path == "" {
		log.Warn("callbacks are kept in memory and lost when the process ends; set store.path to keep them")
	}
	return err
}

func openQueue(c config.Config) (queue, error) {
	if c.Store.Path == "" {
		return new(memory), nil
	}
	return store.OpenDeliveries(context.Background(), c.Store.Path)
}

// runCallbacks delivers until ctx ends.
func (d *doors) runCallbacks(ctx context.Context) error {
	return errors.Join(d.callbacks.Run(ctx), d.queue.Close())
}

// deliveries is the command about callbacks in the store.
func (p *program) deliveries() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "callbacks",
		Short: "List callbacks, and send again those that were given up",
		Long: `List the callbacks kept in store.path, and send again those that were given up.
A running alinti serve notices within half a minute.`,
		Example: `  alinti callbacks list
  alinti callbacks list --state waiting
  alinti callbacks resend msg_4XGQ2V7…`,
		Args: needs("list or resend", 0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error { return cmd.Help() },
	}
	list := &cobra.Command{
		Use: "list", Short: "List the newest callbacks of a state, 100 at most",
		Example: `  alinti callbacks list --state dead`,
		Args:    needs("no arguments", 0, 0),
	}
	state := list.Flags().String("state", store.Dead, "`STATE`: dead, waiting or delivered")
	list.RunE = func(cmd *cobra.Command, _ []string) error { return ended(p.listCallbacks(cmd.Context(), *state)) }
	resend := &cobra.Command{
		Use: "resend ID…", Short: "Begin the attempts of callbacks anew",
		Example: `  alinti callbacks resend msg_4XGQ2V7…`,
		Args:    needs("one id or more", 1, 1<<20),
		RunE:    func(cmd *cobra.Command, ids []string) error { return ended(p.resendCallbacks(cmd.Context(), ids)) },
	}
	cmd.AddCommand(list, resend)
	return cmd
}

// stored opens the queue that the settings name.
func (p *program) stored(ctx context.Context) (queue, error) {
	settings, err := p.settings(ctx)
	if err != nil {
		return nil, err
	}
	c := settings.Revealed()
	if c.Store.Path == "" {
		return nil, wrong(errors.New("store.path is not set: callbacks are kept by the running process alone; ask it at /v1/jobs"))
	}
	if err := storeExists(c.Store.Path); err != nil {
		return nil, err
	}
	return openQueue(c)
}

// noCallbacks says that none is in a state.
var noCallbacks = map[string]string{
	store.Dead:      "no callback was given up; --state waiting and --state delivered list the others",
	store.Waiting:   "no callback waits to be sent",
	store.Delivered: "no callback was delivered",
}

func (p *program) listCallbacks(ctx context.Context, state string) error {
	if state != store.Dead && state != store.Waiting && state != store.Delivered {
		return wrong(fmt.Errorf("--state %s: is not dead, waiting or delivered", state))
	}
	q, err := p.stored(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = q.Close() }()
	found, err := q.List(ctx, state, 100)
	if err != nil {
		return err
	}
	if len(found) == 0 {
		_, err := fmt.Fprintln(p.stderr, "alinti:", noCallbacks[state]) // lines of standard output are callbacks
		return err
	}
	t := tabwriter.NewWriter(p.stdout, 0, 0, 2, ' ', 0)
	for _, d := range found {
		fmt.Fprintf(t, "%s\t%s\t%d attempts\t%s\t%s\n", d.ID, d.Created.Format(time.RFC3339), d.Attempts, d.URL, d.Error)
	}
	return t.Flush()
}

func (p *program) resendCallbacks(ctx context.Context, ids []string) error {
	q, err := p.stored(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = q.Close() }()
	for _, id := range ids {
		_, err := deliver.Resend(ctx, q, id, time.Now())
		switch {
		case errors.Is(err, store.ErrNotFound):
			return fmt.Errorf("no callback has the id %s; alinti callbacks list shows those that were given up", id)
		case err != nil:
			return fmt.Errorf("resend %s: %w", id, err)
		}
		if _, err := fmt.Fprintln(p.stdout, id, "waits for its next attempt"); err != nil {
			return err
		}
	}
	return nil
}
