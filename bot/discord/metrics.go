package discord

import (
	"fmt"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// metrics are the door's own counters. Labels have few values, none of them
// from outside.
type metrics struct {
	events      *prometheus.CounterVec
	sessions    *prometheus.CounterVec
	replies     *prometheus.CounterVec
	calls       *prometheus.CounterVec
	acknowledge prometheus.Histogram
	connected   prometheus.Gauge
}

func newMetrics(r prometheus.Registerer) (*metrics, error) {
	counter := func(name, help string, labels ...string) *prometheus.CounterVec {
		return prometheus.NewCounterVec(prometheus.CounterOpts{Name: "alinti_discord_" + name, Help: help}, labels)
	}
	m := &metrics{
		events:   counter("events_total", "Events that speak to the bot, by kind; duplicates apart.", "kind"),
		sessions: counter("sessions_total", "Times that the gateway connection began, by how: identify or resume.", "how"),
		replies:  counter("replies_total", "Questions, by how they ended: answered, refused, failed, limited.", "outcome"),
		calls:    counter("rest_calls_total", "REST calls, by class of status; error is no reply.", "status"),
		acknowledge: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "alinti_discord_acknowledge_seconds", Help: "Time from an interaction's arrival until Discord took the first reply.",
			Buckets: []float64{0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3},
		}),
		connected: prometheus.NewGauge(prometheus.GaugeOpts{Name: "alinti_discord_connected", Help: "1 while a gateway session is live."}),
	}
	if r == nil {
		return m, nil
	}
	for _, c := range []prometheus.Collector{m.events, m.sessions, m.replies, m.calls, m.acknowledge, m.connected} {
		if err := r.Register(c); err != nil {
			return nil, fmt.Errorf("registering Discord's metrics: %w", err)
		}
	}
	return m, nil
}

func (m *metrics) live(yes bool) {
	if yes {
		m.connected.Set(1)
	} else {
		m.connected.Set(0)
	}
}

// called counts a REST call by the class of its status.
func (m *metrics) called(status int) {
	class := "error"
	switch {
	case status == 429:
		class = "429"
	case status >= 200 && status < 600:
		class = fmt.Sprintf("%dxx", status/100)
	}
	m.calls.WithLabelValues(class).Inc()
}

func (m *metrics) acknowledged(since time.Duration) { m.acknowledge.Observe(since.Seconds()) }
