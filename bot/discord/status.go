package discord

import (
	"sync"
	"time"
)

// A State is what /readyz says about Discord.
type State struct {
	Status string    `json:"status"`          // one of the Status constants
	Since  time.Time `json:"since"`           // when it became so
	Cause  string    `json:"cause,omitempty"` // why it stopped, with the cure
}

// String is the status, and behind a colon the cause.
func (s State) String() string {
	if s.Cause == "" {
		return s.Status
	}
	return s.Status + ": " + s.Cause
}

// The states of the door.
const (
	StatusConnecting = "connecting" // on the way to Discord, for the first time or again
	StatusReady      = "ready"      // a session is live
	StatusStopped    = "stopped"    // Discord shut the bot out; see Cause
	StatusEndpoint   = "endpoint"   // interactions come by HTTP; there is no gateway
)

type status struct {
	now func() time.Time
	mu  sync.Mutex
	is  State
}

func (s *status) init(c Config, now func() time.Time) {
	s.now = now
	if c.Interactions == InteractionsEndpoint {
		s.set(StatusEndpoint, "")
	} else {
		s.set(StatusConnecting, "")
	}
}

func (s *status) set(name, cause string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.is.Status != name {
		s.is = State{Status: name, Since: s.now(), Cause: cause}
	}
}

func (s *status) live(yes bool) {
	if yes {
		s.set(StatusReady, "")
	} else {
		s.set(StatusConnecting, "")
	}
}

func (s *status) stop(err error) { s.set(StatusStopped, err.Error()) }

// State says how Discord is; safe to call at any time.
func (d *Door) State() State {
	d.status.mu.Lock()
	defer d.status.mu.Unlock()
	return d.status.is
}
