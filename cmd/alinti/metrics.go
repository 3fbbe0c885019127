package main

import (
	"fmt"
	"strings"

	"alinti/bot/llm"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
)

// newRegistry is what /metrics shows beside the webhook's own counters: the
// process, questions, the model, and the states of the parts.
func newRegistry(l *live, q *questionMetrics, states func() map[string]string) (*prometheus.Registry, error) {
	r := prometheus.NewRegistry()
	all := []prometheus.Collector{
		collectors.NewGoCollector(),
		collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}),
		stateCollector{states},
	}
	all = append(all, q.collectors()...)
	for _, m := range []struct {
		name, help string
		value      func(llm.Stats) float64
	}{
		{"calls_total", "Questions put to the model.", func(s llm.Stats) float64 { return float64(s.Questions) }},
		{"replies_total", "Calls that the model answered usably.", func(s llm.Stats) float64 { return float64(s.Replies) }},
		{"cache_hits_total", "Calls answered from the cache of replies.", func(s llm.Stats) float64 { return float64(s.CacheHits) }},
		{"unavailable_total", "Calls that the model could not be reached for.", func(s llm.Stats) float64 { return float64(s.Unavailable) }},
		{"unusable_total", "Calls whose reply could not be used.", func(s llm.Stats) float64 { return float64(s.Unusable) }},
		{"turned_away_total", "Calls that failed at once, because the service is resting or too many wait.", func(s llm.Stats) float64 { return float64(s.TurnedAway) }},
		{"retries_total", "Second attempts.", func(s llm.Stats) float64 { return float64(s.Retries) }},
		{"seconds_total", "Time of calls, cached replies apart.", func(s llm.Stats) float64 { return s.Seconds }},
		{"requests_total", "HTTP requests to the model's service.", func(s llm.Stats) float64 { return float64(s.Requests) }},
		{"prompt_tokens_total", "Tokens of prompts, as the service counts them.", func(s llm.Stats) float64 { return float64(s.PromptTokens) }},
		{"completion_tokens_total", "Tokens of replies, as the service counts them.", func(s llm.Stats) float64 { return float64(s.CompletionTokens) }},
		{"cost_total", "Cost by the prices in the settings.", func(s llm.Stats) float64 { return s.Cost }},
	} {
		all = append(all, prometheus.NewCounterFunc(
			prometheus.CounterOpts{Name: "alinti_llm_" + m.name, Help: m.help},
			func() float64 { return m.value(l.modelStats()) }))
	}
	all = append(all,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "alinti_llm_running", Help: "Calls that the model's service is answering."},
			func() float64 { return float64(l.modelStats().Running) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "alinti_llm_waiting", Help: "Calls that wait for one of those to end."},
			func() float64 { return float64(l.modelStats().Waiting) }))
	for _, c := range all {
		if err := r.Register(c); err != nil {
			return nil, fmt.Errorf("register metrics: %w", err)
		}
	}
	return r, nil
}

// A stateCollector shows the state of each part as a labelled 1.
type stateCollector struct{ states func() map[string]string }

var partState = prometheus.NewDesc("alinti_part_state", "1 for the state that a part of the program is in.", []string{"part", "state"}, nil)

// Describe tells the one metric.
func (c stateCollector) Describe(to chan<- *prometheus.Desc) { to <- partState }

// Collect reads the states.
func (c stateCollector) Collect(to chan<- prometheus.Metric) {
	for part, state := range c.states() {
		state, _, _ = strings.Cut(state, ":") // the cause is for /readyz
		to <- prometheus.MustNewConstMetric(partState, prometheus.GaugeValue, 1, part, state)
	}
}
