package webhook

import (
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

// A refusal comes well within 100 ms.
const (
	shedAfter   = 50 * time.Millisecond // how long a request waits in line when too many are being answered
	lainLong    = 40 * time.Millisecond // how long one may have lain in its socket before that, while many do
	lainTooLong = 2 * lainLong          // how long none does as long as refusing keeps up
)

// slots bound how many guarded requests are answered at once.
type slots chan struct{}

// enter takes a slot, or gives up after a short wait, shorter for a request that
// has waited already. Who gets one leaves it.
func (s slots) enter(r *http.Request, already time.Duration) error {
	select {
	case s <- struct{}{}:
		return nil
	default:
	}
	wait := time.NewTimer(max(shedAfter-already, shedAfter/10))
	defer wait.Stop()
	select {
	case s <- struct{}{}:
		return nil
	case <-wait.C:
		return refused
	case <-r.Context().Done():
		return r.Context().Err()
	}
}

func (s slots) leave() { <-s }

// refused is what whoever is refused gets.
var refused = busy.about("").with("Retry-After", "1")

// A queue tells whether the requests that wait too long do so because more come
// than can be answered, or because the machine stood still for a moment: the
// latter passes. As in CoDel (RFC 8289) none is refused until they have waited too
// long for a while, and refusing begins at once when what had just ended begins
// again. A few may have waited less meanwhile: the first request of a new
// connection passes those that lie in others.
type queue struct {
	run atomic.Int64 // how many have waited too long, less relief for each that has not; 0: none waits

	mu       sync.Mutex // of what follows, and of writing run
	above    time.Time  // since when it is more than none
	last     time.Time  // when one last had waited too long
	standing bool       // requests are refused
	ended    time.Time  // when that last ended
	turn     int        // of those that refusing did not keep up with
}

const (
	passing = 25 * time.Millisecond // how long waits may be too long before requests are refused
	several = 32                    // and how many must have waited
	relief  = 4                     // of them one that has not waited outweighs
	again   = time.Second           // within which overload is the same as before

	// One in so many of those that have lain for lainTooLong is answered all the
	// same. Where an answer is quick, a refusal costs half of it, so that at
	// some load refusing alone takes all the time there is, and does not keep up:
	// if all were refused then, none would ever be answered again.
	answeredOneIn = 8
)

// stands reports whether a request that has waited so long is to be refused.
func (q *queue) stands(waited time.Duration, now func() time.Time) bool {
	long := waited >= lainLong
	if !long && q.run.Load() == 0 {
		return false // the common case, which writes nothing
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	if !long {
		q.relieve(now())
		return false
	}
	q.add(now())
	if !q.standing {
		return false
	}
	if waited < lainTooLong {
		return true
	}
	q.turn++
	return q.turn%answeredOneIn != 0
}

// add counts a request that has waited too long.
func (q *queue) add(at time.Time) {
	run := q.run.Load()
	if run == 0 || at.Sub(q.last) >= again { // what is left of long ago tells nothing
		run, q.above, q.standing = 0, at, at.Sub(q.ended) < again
	}
	q.last = at
	run = min(run+1, 2*several)
	q.run.Store(run)
	if run >= several && at.Sub(q.above) >= passing {
		q.standing = true
	}
}

// relieve counts one that has not.
func (q *queue) relieve(at time.Time) {
	run := max(0, q.run.Load()-relief)
	q.run.Store(run)
	if run == 0 && q.standing {
		q.ended, q.standing = at, false
	}
}

// A tally counts what comes too often to be logged one by one.
type tally struct {
	count  atomic.Int64
	logged atomic.Int64 // when it was, in nanoseconds of the Unix time
}

// tallyEvery is how often the count is told at most.
const tallyEvery = time.Second

// add counts one more, and returns how many there are to be told now; mostly
// none.
func (t *tally) add(now time.Time) int64 {
	t.count.Add(1)
	last := t.logged.Load()
	if now.UnixNano()-last < int64(tallyEvery) || !t.logged.CompareAndSwap(last, now.UnixNano()) {
		return 0
	}
	return t.count.Swap(0)
}
