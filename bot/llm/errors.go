package llm

import (
	"errors"
	"fmt"
)

// Kinds of failure, matched with errors.Is.
var (
	ErrUnavailable = errors.New("model unavailable") // no reply in time: refused, slow, busy, failing
	ErrUnusable    = errors.New("model unusable")    // there was a reply, but not one that can be used
)

// fault is a failure of one attempt: its kind, what happened, and what follows
// from it for the next attempt. Its text is ours alone.
type fault struct {
	kind   error // ErrUnavailable or ErrUnusable
	what   string
	status int  // of the HTTP response; 0 if there was none
	retry  bool // another attempt may go better
	trips  bool // the service itself is failing; counts for the breaker
}

func (f *fault) Error() string {
	if f.status != 0 {
		return fmt.Sprintf("%s (status %d)", f.what, f.status)
	}
	return f.what
}

// Unwrap makes a fault match its kind.
func (f *fault) Unwrap() error { return f.kind }

// Unusable wraps ErrUnusable with what was wrong; for those who judge a reply.
func Unusable(what string) error { return &fault{kind: ErrUnusable, what: what} }
