package webhook

import (
	"net/http"
	"time"
)

// shedAfter is how long a request waits for its turn when too many are being
// answered: a refusal comes well within 100 ms.
const shedAfter = 50 * time.Millisecond

// slots bound how many guarded requests are answered at once.
type slots chan struct{}

// enter takes a slot, or gives up after a short wait. Who gets one leaves it.
func (s slots) enter(r *http.Request) error {
	select {
	case s <- struct{}{}:
		return nil
	default:
	}
	wait := time.NewTimer(shedAfter)
	defer wait.Stop()
	select {
	case s <- struct{}{}:
		return nil
	case <-wait.C:
		return busy.about("").with("Retry-After", "1")
	case <-r.Context().Done():
		return r.Context().Err()
	}
}

func (s slots) leave() { <-s }
