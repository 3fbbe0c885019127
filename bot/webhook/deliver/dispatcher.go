package deliver

import (
	"context"
	"crypto/rand"
	"encoding/base64"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"alinti/bot"
	"alinti/bot/store"

	"github.com/prometheus/client_golang/prometheus"
	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

// A Queue keeps deliveries. Due gives those that wait in the order in which
// they are due, due or not. *store.Memory and *store.Deliveries are two.
type Queue interface {
	Save(ctx context.Context, d store.Delivery) error
	Get(ctx context.Context, id string) (store.Delivery, error)
	List(ctx context.Context, state string, n int) ([]store.Delivery, error)
	Due(ctx context.Context, n int) ([]store.Delivery, error)
	Count(ctx context.Context, state string) (int, error)
	Forget(ctx context.Context, state string, before time.Time) error
	Disable(ctx context.Context, url string, disabled bool) error
	Disabled(ctx context.Context, url string) (bool, error)
}

// Errors of [Dispatcher.Enqueue].
var (
	ErrAddress  = errors.New("callback address refused")
	ErrDisabled = errors.New("the receiver has answered 410 Gone")
)

// Options are what a Dispatcher is made of. Queue, Secrets and Payload are
// needed.
type Options struct {
	Config  Config
	Queue   Queue
	Secrets []string                                                             // whsec_…; every one signs
	Payload func(ctx context.Context, id string, request []byte) ([]byte, error) // what is sent in answer to a request; an error is tried again
	Logger  *slog.Logger                                                         // default: nothing is logged
	Client  *http.Client                                                         // default: one behind the guard; for tests
	Metrics prometheus.Registerer                                                // default: they are counted and not shown
	Random  func() float64                                                       // from 0 to under 1, for the jitter; default: math/rand
}

// A Dispatcher answers and delivers jobs. It is safe for concurrent use.
type Dispatcher struct {
	config    Config
	queue     Queue
	secrets   atomic.Pointer[[]*standardwebhooks.Webhook]
	payload   func(ctx context.Context, id string, request []byte) ([]byte, error)
	log       *slog.Logger
	client    *http.Client
	random    func() float64
	guard     guard
	endpoints map[string]string
	now       func() time.Time
	wake      chan struct{}
	workers   chan struct{}
	metrics   *metrics

	mu      sync.Mutex
	busy    map[string]bool // ids being worked on, those of unsaved too
	unsaved []outcome
}

// New checks the options; nothing runs yet.
func New(o Options) (*Dispatcher, error) {
	if err := o.Config.Validate(); err != nil {
		return nil, err
	}
	g, err := newGuard(o.Config)
	if err != nil {
		return nil, err
	}
	endpoints, err := newEndpoints(o.Config.Endpoints, g)
	if err != nil {
		return nil, err
	}
	d := &Dispatcher{
		config: o.Config, queue: o.Queue, payload: o.Payload, log: o.Logger, client: o.Client, random: o.Random,
		guard: g, endpoints: endpoints, now: time.Now, wake: make(chan struct{}, 1), workers: make(chan struct{}, o.Config.Workers), busy: map[string]bool{},
	}
	if err := d.Rekey(o.Secrets); err != nil {
		return nil, err
	}
	if d.metrics, err = newMetrics(o.Metrics, o.Queue); err != nil {
		return nil, err
	}
	if d.log == nil {
		d.log = slog.New(slog.DiscardHandler)
	}
	if d.client == nil {
		d.client = newClient(g, o.Config.Timeout)
	}
	if d.random == nil {
		d.random = jitter
	}
	return d, nil
}

// Rekey signs with other secrets from the next attempt on. Nothing changes when
// they are not valid, or none.
func (d *Dispatcher) Rekey(secrets []string) error {
	if len(secrets) == 0 {
		return errors.New("callbacks: webhook.secrets is empty; deliveries are signed with them")
	}
	signers := make([]*standardwebhooks.Webhook, len(secrets))
	for i, secret := range secrets {
		key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
		if err != nil {
			return errors.New("callbacks: a secret of webhook.secrets is not base64 after whsec_")
		}
		if signers[i], err = standardwebhooks.NewWebhookRaw(key); err != nil {
			return fmt.Errorf("callbacks: %w", err)
		}
	}
	d.secrets.Store(&signers)
	return nil
}

// Enqueue promises that the request will be answered to the address. When it
// returns without an error the job is saved. The error is of [ErrAddress],
// [ErrDisabled], [bot.ErrBusy] when too many wait, or the queue's.
func (d *Dispatcher) Enqueue(ctx context.Context, url string, request []byte) (store.Delivery, error) {
	var none store.Delivery
	if err := d.guard.checkURL(url); err != nil {
		return none, err
	}
	if off, err := d.queue.Disabled(ctx, url); err != nil || off {
		return none, errors.Join(err, ErrDisabled)
	}
	waiting, err := d.queue.Count(ctx, store.Waiting)
	if err != nil {
		return none, err
	}
	if waiting >= d.config.MaxWaiting {
		return none, fmt.Errorf("%d callbacks wait: %w", waiting, bot.ErrBusy)
	}
	now := d.now()
	job := store.Delivery{ID: "msg_" + rand.Text(), URL: url, Request: request, State: store.Waiting, Next: now, Created: now}
	if err := d.queue.Save(ctx, job); err != nil {
		return none, err
	}
	d.nudge()
	return job, nil
}

// Get gives a job by its id, or an error that matches [store.ErrNotFound].
func (d *Dispatcher) Get(ctx context.Context, id string) (store.Delivery, error) {
	return d.queue.Get(ctx, id)
}

// List gives the newest jobs of a state, at most n.
func (d *Dispatcher) List(ctx context.Context, state string, n int) ([]store.Delivery, error) {
	return d.queue.List(ctx, state, n)
}

// Resend begins the attempts of a job anew, also when it was given up or
// delivered, and also when its receiver had said 410.
func (d *Dispatcher) Resend(ctx context.Context, id string) (store.Delivery, error) {
	job, err := Resend(ctx, d.queue, id, d.now())
	if err == nil {
		d.nudge()
	}
	return job, err
}

// Resend does so in a queue that another process may be working on.
func Resend(ctx context.Context, q Queue, id string, now time.Time) (store.Delivery, error) {
	job, err := q.Get(ctx, id)
	if err != nil {
		return job, err
	}
	job.State, job.Attempts, job.Next, job.Error = store.Waiting, 0, now, ""
	if err := q.Disable(ctx, job.URL, false); err != nil {
		return job, err
	}
	return job, q.Save(ctx, job)
}

// nudge makes Run look at the queue.
func (d *Dispatcher) nudge() {
	select {
	case d.wake <- struct{}{}:
	default:
	}
}
