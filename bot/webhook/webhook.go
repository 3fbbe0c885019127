package webhook

import (
	"errors"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"alinti/bot"
	"alinti/bot/webhook/deliver"
	"alinti/retrieval/corpus"

	"github.com/prometheus/client_golang/prometheus"
)

// Options are what a Service is made of. Asker and Collection are needed, the
// rest may be left out.
type Options struct {
	Asker      bot.Asker
	Collection func() *corpus.Collection // the articles now served; may change between calls, never within one
	Config     Config
	Logger     *slog.Logger             // default: nothing is logged
	Registry   *prometheus.Registry     // what /metrics shows; default: one with the door's own counters alone
	Status     func() map[string]string // states of other parts ("discord", "llm") for /readyz
	Callbacks  *deliver.Dispatcher      // sends answers to a callback_url; default: that is refused
	Keeper     Keeper                   // keeps feedback; default: there is none
	Now        func() time.Time         // default: time.Now
}

// A Service is the HTTP door. It is safe for concurrent use.
type Service struct {
	asker       bot.Asker
	collection  func() *corpus.Collection
	config      Config
	log         *slog.Logger
	registry    *prometheus.Registry
	status      func() map[string]string
	callbacks   *deliver.Dispatcher
	keeper      Keeper
	description []byte
	reference   func(language string) ([]byte, error) // the same for people
	keys        atomic.Pointer[keyring]
	now         func() time.Time
	once        *once
	slots       slots
	waited      func(*http.Request) time.Duration // in the socket
	queue       queue
	refusals    tally
	proxies     proxies
	perAddress  *quota
	perKey      *quota
	ids         *ids
	metrics     *metrics
	mux         *http.ServeMux
	complete    sync.Once // adds what answers unknown paths, after everything is mounted
	rootTaken   bool
	served      []servedRoute // the door's own
	draining    atomic.Bool
}

// New builds the service with its own routes. The error names a setting.
func New(o Options) (*Service, error) {
	if o.Asker == nil || o.Collection == nil {
		return nil, errors.New("webhook: an Asker and a Collection are needed")
	}
	s := &Service{
		asker: o.Asker, collection: o.Collection, config: o.Config,
		log: o.Logger, registry: o.Registry, status: o.Status, callbacks: o.Callbacks, keeper: o.Keeper, description: description(o.Callbacks),
		ids: newIDs(), mux: http.NewServeMux(),
	}
	if o.Now == nil {
		o.Now = time.Now
	}
	s.reference = references(s.description)
	s.once = newOnce(o.Now)
	s.now = o.Now
	keys, err := s.newKeyring(o.Config)
	if err != nil {
		return nil, err
	}
	s.slots, s.waited = make(slots, o.Config.MaxInFlight), waited
	s.proxies, _ = newProxies(o.Config.TrustedProxies) // validated with the keys
	s.perAddress, s.perKey = newQuota("address", o.Config.RateAddress, o.Now), newQuota("key", o.Config.RateAuthorized, o.Now)
	s.keys.Store(keys)
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if s.registry == nil {
		s.registry = prometheus.NewRegistry()
	}
	if s.metrics, err = newMetrics(s.registry, s.slots); err != nil {
		return nil, err
	}
	s.routes()
	return s, nil
}

// routes is the door's own part of the router.
func (s *Service) routes() {
	s.route("/v1/ask", guarded, methods{"POST": s.ask})
	s.route("/v1/articles", guarded, methods{"GET": s.articles})
	s.route("/v1/articles/{id}", guarded, methods{"GET": s.article})
	s.route("/v1/jobs", guarded, methods{"GET": s.jobs})
	s.route("/v1/jobs/{id}", guarded, methods{"GET": s.job})
	s.route("/v1/jobs/{id}/resend", guarded, methods{"POST": s.resend})
	s.route("/v1/answers/{id}/feedback", guarded, methods{"POST": s.feedback})
	s.route("/v1/unanswered", admin, methods{"GET": s.unanswered})
	s.route("/v1/users/{id}", admin, methods{"DELETE": s.forget})
	s.route("/problems/{name}", open, methods{"GET": problemPage})
	s.route("/healthz", open, methods{"GET": s.healthz})
	s.route("/readyz", open, methods{"GET": s.readyz})
	s.route("/openapi.json", open, methods{"GET": s.describe})
	s.route("/docs", open, methods{"GET": s.referencePage})
	s.route("/metrics", guarded, methods{"GET": s.metricsPage})
}

// access says what a route asks for.
type access int

const (
	open    access = iota
	guarded        // the token or a signature, if any is set
	admin          // and the administrator's token
)

// A handler answers a request or returns why not; it has not written then.
type handler func(w *response, r *http.Request) error

// methods are the handlers of one path. GET serves HEAD as well.
type methods map[string]handler

// A servedRoute is one path of the door with its methods.
type servedRoute struct {
	path string
	methods
}

// route adds a path with everything that its handlers share.
func (s *Service) route(path string, a access, m methods) {
	allow := m.allow()
	s.served = append(s.served, servedRoute{path, m})
	s.mux.HandleFunc(path, func(rw http.ResponseWriter, r *http.Request) {
		w := rw.(*response)
		if a != open {
			if s.cors(w, r, allow) {
				return
			}
			if err := s.admit(w, r); err != nil {
				s.fail(w, r, err)
				return
			}
			defer s.slots.leave()
		}
		if a == admin {
			if err := s.authorizeAdmin(r); err != nil {
				s.fail(w, r, err)
				return
			}
		}
		h, ok := m[r.Method]
		switch {
		case ok:
		case r.Method == http.MethodHead && m["GET"] != nil:
			h = m["GET"]
		case r.Method == http.MethodOptions:
			w.Header().Set("Allow", allow)
			w.WriteHeader(http.StatusNoContent)
			return
		default:
			s.fail(w, r, methodNotAllowed.about("", allow).with("Allow", allow))
			return
		}
		if err := h(w, r); err != nil {
			s.fail(w, r, err)
		}
	})
}

func (m methods) allow() string {
	names := []string{"OPTIONS"}
	for name := range m {
		names = append(names, name)
		if name == "GET" {
			names = append(names, "HEAD")
		}
	}
	slices.Sort(names)
	return strings.Join(names, ", ")
}

// Handle mounts another door's handler under a pattern of http.ServeMux. A
// guarded one is reached only with the token or a signature. It must be called before the
// first request, and panics as http.ServeMux does when the pattern is taken.
func (s *Service) Handle(pattern string, h http.Handler, needsToken bool) {
	s.rootTaken = s.rootTaken || pattern == "/"
	s.mux.HandleFunc(pattern, func(rw http.ResponseWriter, r *http.Request) {
		if needsToken {
			w := rw.(*response)
			if s.cors(w, r, "DELETE, GET, HEAD, OPTIONS, POST") {
				return
			}
			if err := s.admit(w, r); err != nil {
				s.fail(w, r, err)
				return
			}
			defer s.slots.leave()
		}
		defer func() { r.Pattern = pattern }() // a router within sets its own; the counters want this one
		h.ServeHTTP(rw, r)
	})
}

// admit lets a guarded request in, or says why not. Who gets in leaves its slot.
func (s *Service) admit(w *response, r *http.Request) error {
	if err := s.allow(w, r); err != nil {
		return err
	}
	if err := s.authorize(w, r); err != nil {
		return err
	}
	if err := s.allowKey(w); err != nil {
		return err
	}
	waited := s.waited(r)
	if s.queue.stands(waited, s.now) {
		return refused
	}
	return s.slots.enter(r, waited)
}

// fail answers with a problem, unless the reply has begun already.
func (s *Service) fail(w *response, r *http.Request, err error) {
	p := asProblem(err)
	w.cause = err
	if w.status != 0 {
		return
	}
	writeProblem(w, p, s.languageOf(w, r))
}

// languageOf is the language of an error: what the request asked for, else
// what Accept-Language prefers, else Turkish.
func (s *Service) languageOf(w *response, r *http.Request) string {
	if w.language == "" {
		w.language = AcceptLanguage(r)
	}
	if w.language == "en" {
		return "en"
	}
	return "tr"
}

// Handler is the whole service: what is routed and mounted, with request ids,
// log, counters and a guard against panics around it.
func (s *Service) Handler() http.Handler {
	s.complete.Do(func() {
		s.mux.HandleFunc("/v1/", s.noRoute) // not for a page mounted at the root
		if !s.rootTaken {
			s.mux.HandleFunc("/", s.noRoute)
		}
	})
	return http.HandlerFunc(s.serve)
}

// noRoute answers what nothing else does.
func (s *Service) noRoute(rw http.ResponseWriter, r *http.Request) {
	r.Pattern = "" // not a route: the counters call it none
	s.fail(rw.(*response), r, notFound.about(""))
}

func (s *Service) serve(rw http.ResponseWriter, r *http.Request) {
	start := time.Now()
	w := &response{ResponseWriter: rw, draining: s.draining.Load(), gzip: acceptsGzip(r)}
	if w.id = r.Header.Get("X-Request-Id"); !saneID(w.id) {
		w.id = s.ids.next()
	}
	h := w.Header()
	w.own(h, 0, "X-Request-Id", w.id)
	h["X-Content-Type-Options"] = noSniff
	if w.draining {
		h["Connection"] = closing
	}
	s.metrics.inFlight.Inc()
	defer s.finish(w, r, start)
	s.mux.ServeHTTP(w, r)
}
