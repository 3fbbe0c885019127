package webhook

import (
	"fmt"
	"net/http"
	"strconv"
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
	m.requests.WithLabelValues(route, method, statusText(status)).Inc()
	m.seconds.WithLabelValues(route).Observe(took.Seconds())
}

// statusText spares the common status an allocation.
func statusText(status int) string {
	if status == http.StatusOK {
		return "200"
	}
	return strconv.Itoa(status)
}

func (s *Service) metricsPage(w *response, r *http.Request) error {
	s.metrics.page.ServeHTTP(w, r)
	return nil
}
