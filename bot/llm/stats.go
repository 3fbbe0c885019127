package llm

import "sync"

// Stats counts what a client has done since it was made.
type Stats struct {
	Questions        uint64  // calls of Complete
	Replies          uint64  // of them, those that the service answered usably
	CacheHits        uint64  // those answered from the cache
	Unavailable      uint64  // those that failed as ErrUnavailable
	Unusable         uint64  // those that failed as ErrUnusable
	TurnedAway       uint64  // failed at once: the breaker was open or the queue full; counted in Unavailable too
	Requests         uint64  // HTTP requests sent, second attempts included
	Retries          uint64  // second attempts
	PromptTokens     uint64  // as the service counted them
	CompletionTokens uint64  //
	Cost             float64 // by the prices in the settings
	Seconds          float64 // from being asked to the end of the reply or failure, cached replies apart
	Running          int     // calls with the service now
	Waiting          int     // calls that wait for one of those to end
	Open             bool    // the service is being left alone now
}

type counters struct {
	mu sync.Mutex
	s  Stats
}

func (c *counters) add(f func(*Stats)) {
	c.mu.Lock()
	defer c.mu.Unlock()
	f(&c.s)
}

// Stats is a snapshot of the counters.
func (c *Client) Stats() Stats {
	c.counters.mu.Lock()
	defer c.counters.mu.Unlock()
	s := c.counters.s
	s.Cost = (float64(s.PromptTokens)*c.config.InputPrice + float64(s.CompletionTokens)*c.config.OutputPrice) / 1e6
	s.Open = c.breaker.open()
	s.Running, s.Waiting = len(c.gate.running), int(min(c.gate.waiting.Load(), c.gate.queue))
	return s
}
