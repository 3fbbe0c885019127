package llm

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"time"

	openai "github.com/sashabaranov/go-openai"
)

// Options are what a client needs beside its settings; the zero value is fine.
type Options struct {
	Transport http.RoundTripper // nil: a clone of http.DefaultTransport
}

// A Client asks one model of one service. It is safe for concurrent use.
type Client struct {
	config   Config
	api      *openai.Client
	tongue   tongue
	breaker  breaker
	purse    purse
	gate     *gate
	cache    *cache
	counters counters
}

// New makes a client. Nothing is sent before the first call of Complete.
func New(c Config, o Options) (*Client, error) {
	if err := c.Validate(); err != nil {
		return nil, fmt.Errorf("llm settings: %w", err)
	}
	address, err := baseURL(c.BaseURL)
	if err != nil {
		return nil, fmt.Errorf("llm settings: base_url: %w", err)
	}
	if c.Model == "" {
		c.Model = "default"
	}
	next := o.Transport
	if next == nil {
		next = http.DefaultTransport.(*http.Transport).Clone()
	}
	settings := openai.DefaultConfig(c.APIKey)
	settings.BaseURL = address
	settings.HTTPClient = &http.Client{Transport: bounded{next}} // deadlines come with each call's context
	return &Client{
		config: c,
		api:    openai.NewClientWithConfig(settings),
		tongue: tongue{now: firstDialect(c)},
		purse:  purse{tenths: firstPurse},
		gate:   newGate(c.MaxConcurrent, c.MaxQueue),
		cache:  newCache(c.CacheEntries),
	}, nil
}

// Model is the name of the model asked.
func (c *Client) Model() string { return c.config.Model }

// Timeout is the time that one call, and whatever one question needs of the
// model, may take.
func (c *Client) Timeout() time.Duration { return c.config.Timeout }

// Complete sends the prompt and returns the finished reply. It returns within
// the timeout of the settings, or earlier when ctx ends. Its errors match
// [ErrUnavailable] or [ErrUnusable].
func (c *Client) Complete(ctx context.Context, r Request) (Reply, error) {
	if r.MaxTokens == 0 {
		r.MaxTokens = c.config.MaxTokens
	}
	start := time.Now()
	reply, err := c.complete(ctx, r)
	took := time.Since(start)
	c.counters.add(func(s *Stats) {
		s.Questions++
		if !reply.Cached {
			s.Seconds += took.Seconds()
		}
		switch {
		case errors.Is(err, ErrUnavailable):
			s.Unavailable++
		case err != nil:
			s.Unusable++
		case reply.Cached:
			s.CacheHits++
		default:
			s.Replies++
		}
	})
	if err != nil {
		return Reply{}, fmt.Errorf("ask the model: %w", err)
	}
	return reply, nil
}

func (c *Client) complete(ctx context.Context, r Request) (Reply, error) {
	key := cacheKey(c.config.Model, r)
	if reply, ok := c.cache.get(key); ok && (r.Accept == nil || r.Accept(reply.Text) == nil) {
		reply.Cached = true
		return reply, nil
	}
	ctx, cancel := context.WithTimeout(ctx, c.config.Timeout)
	defer cancel()
	reply, err := c.admitted(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	if r.Accept != nil {
		if err := r.Accept(reply.Text); err != nil {
			return Reply{}, &fault{kind: ErrUnusable, what: err.Error()}
		}
	}
	c.cache.put(key, reply)
	return reply, nil
}

// admitted waits for a place, then makes the attempts.
func (c *Client) admitted(ctx context.Context, r Request) (Reply, error) {
	turnAway := func(why string) (Reply, error) {
		c.counters.add(func(s *Stats) { s.TurnedAway++ })
		return Reply{}, &fault{kind: ErrUnavailable, what: why}
	}
	if c.breaker.open() {
		return turnAway("the service has been failing and is left alone for a while")
	}
	if !c.gate.enter(ctx) {
		return turnAway("too many calls are running already")
	}
	defer c.gate.leave()
	c.purse.earn()
	reply, wish, err := c.guarded(ctx, r)
	var f *fault
	if err == nil || !errors.As(err, &f) || !f.retry || c.breaker.open() {
		return reply, err
	}
	if !c.purse.spend() || !sleep(ctx, pauseBefore(wish)) {
		return reply, err
	}
	c.counters.add(func(s *Stats) { s.Retries++ })
	reply, _, err = c.guarded(ctx, r)
	return reply, err
}

// guarded makes one attempt under the breaker. It also returns how long the
// service wants to be left alone.
func (c *Client) guarded(ctx context.Context, r Request) (Reply, time.Duration, error) {
	if !c.breaker.enter() {
		return Reply{}, 0, &fault{kind: ErrUnavailable, what: "the service is being tried by another call"}
	}
	reply, wish, err := c.negotiate(ctx, r)
	var f *fault
	switch {
	case errors.Is(ctx.Err(), context.Canceled):
		c.breaker.left()
	case errors.As(err, &f) && f.trips:
		c.breaker.failed(hold(ctx, wish))
	default:
		c.breaker.went()
	}
	return reply, wish, err
}

// hold is how long the breaker must keep calls away on the service's wish: not
// at all when this call itself can wait for it and try again.
func hold(ctx context.Context, wish time.Duration) time.Duration {
	if end, ok := ctx.Deadline(); ok && time.Until(end) > wish {
		return 0
	}
	return wish
}

// negotiate sends the request in the dialect that the service is known or
// found to take.
func (c *Client) negotiate(ctx context.Context, r Request) (Reply, time.Duration, error) {
	d := c.tongue.speak()
	auto := c.config.ResponseFormat == FormatAuto
	for {
		attempt, head := withHeadline(ctx)
		c.counters.add(func(s *Stats) { s.Requests++ })
		res, err := c.api.CreateChatCompletion(attempt, d.request(c.config.Model, r))
		if err == nil {
			c.tongue.taken(d)
			reply, err := c.read(res)
			return reply, 0, err
		}
		plainer, ok := c.tongue.plainer(d, auto, r, head.status, err)
		if !ok {
			return Reply{}, head.retryAfter, judge(ctx, head.status, err)
		}
		d = plainer
	}
}
