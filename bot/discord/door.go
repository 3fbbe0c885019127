package discord

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"
	"github.com/prometheus/client_golang/prometheus"

	"alinti/bot"
	"alinti/retrieval/corpus"
)

// Options are what a [Door] is made of. Only Config and Asker are needed.
type Options struct {
	Config     Config
	Asker      bot.Asker                 // also a [bot.EarlyAsker] if it can answer before a model does
	Quiet      bot.Asker                 // asked what nobody typed: what can be suggested, further quotes; nil: Asker
	Collection func() *corpus.Collection // the articles now served; may change between calls
	Keeper     Keeper                    // keeps questions and votes; nil: nothing is kept, and no buttons for votes are shown
	Teller     Teller                    // tells what is kept, and deletes it on request; nil: no command for it
	Link       func(bot.Quote) string    // where a quote is on the web; nil or an empty string: nowhere
	Logger     *slog.Logger              // nil: no log
	Metrics    prometheus.Registerer     // nil: counted for nobody
	Transport  http.RoundTripper         // for REST; nil: the standard one
	Dial       Dial                      // opens every connection, the gateway's and, without a Transport, REST's; nil: the standard one
	Now        func() time.Time          // nil: time.Now
}

// A Dial opens a connection, as net.Dialer.DialContext does.
type Dial func(ctx context.Context, network, address string) (net.Conn, error)

// A Door is the bot on Discord. It answers each event once, in a goroutine of
// its own; [Door.Run] waits for all of them.
type Door struct {
	config     Config
	asker      bot.Asker
	quiet      bot.Asker
	collection func() *corpus.Collection
	keeper     Keeper
	teller     Teller
	link       func(bot.Quote) string
	log        *slog.Logger
	now        func() time.Time
	rest       *rest
	gateway    *gateway
	idle       func() // closes idle connections
	patience   time.Duration

	metrics   *metrics
	suggester *suggester
	verifier  verifier

	seen   *seen
	self   atomic.Value // string: the bot's user id
	app    atomic.Value // string: the application's id
	status status
	setup  sync.Once // registers the commands
	chats  *chats
	forms  *forms
	quotas *quotas

	work    sync.WaitGroup
	slots   chan struct{}
	closing sync.RWMutex    // held for writing while closed is set
	closed  bool            // nothing is started any more
	working context.Context // of everything that answers events
	cancel  context.CancelFunc
}

const (
	maxWork    = 1024             // events answered at the same time
	answerTime = 60 * time.Second // for one event, a model's time included
	patience   = time.Second      // how long an asker sees nothing; Discord's own limit is three seconds
	graceTime  = 20 * time.Second // for what is being answered when Run ends
	maxSeen    = 10_000           // events remembered, so that none is answered twice
)

// New makes a door from checked settings.
func New(o Options) (*Door, error) {
	if err := o.Config.Validate(); err != nil {
		return nil, fmt.Errorf("discord settings: %w", err)
	}
	if o.Asker == nil {
		return nil, errors.New("discord: no Asker")
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	if o.Collection == nil {
		none := &corpus.Collection{}
		o.Collection = func() *corpus.Collection { return none }
	}
	d := &Door{
		config: o.Config, asker: o.Asker, quiet: o.Quiet, collection: o.Collection, keeper: o.Keeper, teller: o.Teller, link: o.Link, log: o.Logger, now: o.Now,
		patience: patience,
		seen:     newSeen(maxSeen), chats: newChats(maxSeen), quotas: newQuotas(o.Config, o.Now), forms: newForms(o.Config, o.Now),
		slots: make(chan struct{}, maxWork),
	}
	if d.quiet == nil {
		d.quiet = d.asker
	}
	d.suggester = &suggester{ask: d.quiet.Ask}
	var err error
	if d.metrics, err = newMetrics(o.Metrics); err != nil {
		return nil, err
	}
	d.self.Store("")
	d.app.Store(o.Config.ApplicationID)
	d.working, d.cancel = context.WithCancel(context.Background())
	server, err := d.connectREST(o.Transport, o.Dial)
	if err != nil {
		return nil, err
	}
	d.gateway = &gateway{
		server: server, address: d.rest.gateway,
		dialer: &websocket.Dialer{Proxy: http.ProxyFromEnvironment, HandshakeTimeout: 15 * time.Second, NetDialContext: o.Dial},
		token:  o.Config.Token, intents: intents(o.Config),
		event: d.event, live: d.live, begun: func(how string) { d.metrics.sessions.WithLabelValues(how).Inc() },
		log: o.Logger, wait: wait, random: rand.Float64, now: o.Now,
		identifies: newIdentifies(),
	}
	d.status.init(o.Config, o.Now)
	return d, nil
}

func (d *Door) connectREST(t http.RoundTripper, dial Dial) (address, error) {
	d.idle = func() {}
	if t == nil {
		own := http.DefaultTransport.(*http.Transport).Clone()
		own.MaxIdleConnsPerHost = 64
		if dial != nil {
			own.DialContext = dial
		}
		t, d.idle = own, own.CloseIdleConnections
	}
	addressed, err := newAddresser(d.config.APIURL, t)
	if err != nil {
		return address{}, err
	}
	addressed.called = d.metrics.called
	d.rest = &rest{token: d.config.Token, client: &http.Client{
		Transport:     newLimiter(addressed, maxWait, d.now, wait),
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}}
	return addressed.address, nil
}

// intents are what the gateway should send. Content of messages comes without
// a privileged intent in direct messages and where the bot is mentioned.
func intents(c Config) discordgo.Intent {
	in := discordgo.IntentGuildMessages | discordgo.IntentDirectMessages
	if c.MessageContent {
		in |= discordgo.IntentMessageContent
	}
	return in
}

// wait sleeps unless ctx ends first.
func wait(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-t.C:
		return nil
	}
}

// Run keeps the bot on Discord until ctx ends, then finishes what is being
// answered and returns nil. It returns a [*FatalError] when Discord shuts the
// bot out for good; nothing else of the program needs to stop then. With
// interactions from the endpoint there is no gateway, and Run only registers
// the commands.
func (d *Door) Run(ctx context.Context) error {
	defer d.finish()
	d.learn()
	if d.config.Interactions == InteractionsEndpoint {
		if d.config.Token != "" {
			d.setup.Do(func() { d.start(d.registerCommands) })
		}
		<-ctx.Done()
		return nil
	}
	if err := d.gateway.run(ctx); err != nil {
		d.status.stop(err)
		d.log.Error("discord: stopped for good; everything else goes on", "cause", err)
		return err
	}
	return nil
}

func (d *Door) live(yes bool) {
	d.status.live(yes)
	d.metrics.live(yes)
}

// finish waits for the answers under way, for a while.
func (d *Door) finish() {
	d.closing.Lock()
	d.closed = true
	d.closing.Unlock()
	done := make(chan struct{})
	go func() { d.work.Wait(); close(done) }()
	select {
	case <-done:
	case <-time.After(graceTime):
		d.log.Warn("discord: answers were still under way at the end")
	}
	d.cancel()
	<-done
	d.idle()
}

// start runs f in a goroutine that Run waits for. A panic in f is logged and
// ends f alone. It reports false when too much is under way, or Run has ended.
func (d *Door) start(f func(ctx context.Context)) bool {
	d.closing.RLock()
	defer d.closing.RUnlock()
	if d.closed {
		return false
	}
	select {
	case d.slots <- struct{}{}:
	default:
		d.log.Error("discord: too many events at once, one is dropped", "limit", maxWork)
		return false
	}
	d.work.Add(1)
	go func() {
		defer d.work.Done()
		defer func() { <-d.slots }()
		defer func() {
			if p := recover(); p != nil {
				d.log.Error("discord: panic while answering", "cause", p, "stack", string(debug.Stack()))
			}
		}()
		ctx, cancel := context.WithTimeout(d.working, answerTime)
		defer cancel()
		f(ctx)
	}()
	return true
}
