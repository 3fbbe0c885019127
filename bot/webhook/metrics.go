package webhook

import (
	"fmt"
	"maps"
	"net/http"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// metrics are the door's own counters. Labels have few values: the route's
// pattern, never a path; the method, when it is one we serve.
type metrics struct {
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	inFlight prometheus.Gauge
	panics   prometheus.Counter
	page     http.Handler

	mu    sync.Mutex                        // of those who add to known
	known atomic.Pointer[map[labels]series] // what has been counted before, never changed
}

// labels are what requests are counted by.
type labels struct {
	route, method string
	status        int
}

// A series is where requests of one sort are counted. To find it by its labels
// takes five times as long as to count.
type series struct {
	requests prometheus.Counter
	seconds  prometheus.Observer
}

func newMetrics(r *prometheus.Registry, gate slots) (*metrics, error) {
	m := &metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "alinti_http_requests_total", Help: "Requests answered, by route, method and status.",
		}, []string{"route", "method", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "alinti_http_request_seconds", Help: "Time from a request's header to the end of its reply.",
			Buckets: []float64{50e-6, 100e-6, 250e-6, 500e-6, 1e-3, 5e-3, 25e-3, 0.1, 0.5, 2.5, 10, 30},
		}, []string{"route"}),
		inFlight: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "alinti_http_in_flight", Help: "Requests being answered.",
		}),
		panics: prometheus.NewCounter(prometheus.CounterOpts{
			Name: "alinti_http_panics_total", Help: "Handlers that panicked; each is a bug.",
		}),
		page: promhttp.HandlerFor(r, promhttp.HandlerOpts{}),
	}
	m.known.Store(&map[labels]series{})
	gated := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "alinti_http_gate", Help: "Requests under /v1 and /mcp being answered; at webhook.max_in_flight more are refused.",
	}, func() float64 { return float64(len(gate)) })
	for _, c := range []prometheus.Collector{m.requests, m.seconds, m.inFlight, m.panics, gated} {
		if err := r.Register(c); err != nil {
			return nil, fmt.Errorf("register the webhook's metrics: %w", err)
		}
	}
	return m, nil
}

func (m *metrics) observe(route, method string, status int, took time.Duration) {
	if route == "" {
		route = "none"
	}
	switch method {
	case "GET", "POST", "HEAD", "OPTIONS", "DELETE":
	default:
		method = "other"
	}
	one := m.series(labels{route, method, status})
	one.requests.Inc()
	one.seconds.Observe(took.Seconds())
}

// series finds a series, or makes it: there are as many as routes times methods
// times statuses.
func (m *metrics) series(k labels) series {
	if one, ok := (*m.known.Load())[k]; ok {
		return one
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	one := series{m.requests.WithLabelValues(k.route, k.method, strconv.Itoa(k.status)), m.seconds.WithLabelValues(k.route)}
	more := maps.Clone(*m.known.Load())
	more[k] = one
	m.known.Store(&more)
	return one
}

func (s *Service) metricsPage(w *response, r *http.Request) error {
	s.metrics.page.ServeHTTP(w, r)
	return nil
}
