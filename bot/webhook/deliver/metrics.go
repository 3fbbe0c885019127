package deliver

import (
	"context"
	"fmt"
	"time"

	"alinti/bot/store"

	"github.com/prometheus/client_golang/prometheus"
)

// metrics count the attempts; how many jobs there are is asked of the queue
// when somebody looks.
type metrics struct {
	attempts *prometheus.CounterVec
	seconds  prometheus.Histogram
}

// Outcomes of an attempt.
const (
	outcomeDelivered = "delivered"
	outcomeFailed    = "failed" // and it will be tried again
	outcomeDead      = "dead"   // that was the last, or the receiver wants no more
)

func newMetrics(r prometheus.Registerer, q Queue) (*metrics, error) {
	m := &metrics{
		attempts: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "alinti_callback_attempts_total", Help: "Attempts to deliver, by outcome: delivered, failed, dead.",
		}, []string{"outcome"}),
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{
			Name: "alinti_callback_attempt_seconds", Help: "Time of an attempt, the answering included.",
			Buckets: []float64{0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10, 15, 30, 60},
		}),
	}
	for _, outcome := range []string{outcomeDelivered, outcomeFailed, outcomeDead} {
		m.attempts.WithLabelValues(outcome) // shown as 0 from the start
	}
	if r == nil {
		return m, nil
	}
	for _, c := range []prometheus.Collector{m.attempts, m.seconds, depth{q}} {
		if err := r.Register(c); err != nil {
			return nil, fmt.Errorf("register the metrics of callbacks: %w", err)
		}
	}
	return m, nil
}

func (m *metrics) attempted(state string, took time.Duration) {
	outcome := outcomeFailed
	switch state {
	case store.Delivered:
		outcome = outcomeDelivered
	case store.Dead:
		outcome = outcomeDead
	}
	m.attempts.WithLabelValues(outcome).Inc()
	m.seconds.Observe(took.Seconds())
}

// A depth shows how many jobs a queue holds.
type depth struct{ queue Queue }

var jobs = prometheus.NewDesc("alinti_callbacks", "Callbacks in the queue, by state: waiting for an attempt, or dead and to be sent again by hand.", []string{"state"}, nil)

// Describe tells the one metric.
func (d depth) Describe(to chan<- *prometheus.Desc) { to <- jobs }

// Collect counts. What cannot be counted is left out.
func (d depth) Collect(to chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	for _, state := range []string{store.Waiting, store.Dead} {
		if n, err := d.queue.Count(ctx, state); err == nil {
			to <- prometheus.MustNewConstMetric(jobs, prometheus.GaugeValue, float64(n), state)
		}
	}
}
