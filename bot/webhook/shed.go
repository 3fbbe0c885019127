package webhook

import (
	"net/http"
	"sync/atomic"
	"time"
)

// A refusal comes well within 100 ms.
const (
	shedAfter   = 50 * time.Millisecond // how long a request waits in line when too many are being answered
	lainLong    = 25 * time.Millisecond // how long one may have lain in its socket before that, while many do
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
// latter passes. It follows CoDel (RFC 8289): no request is refused as long as
// one in a while has waited less, and refusing begins at once when what had
// just ended begins again.
type queue struct {
	above atomic.Int64 // when a request was first seen to have waited too long, since one that had not; nanoseconds of the Unix time, 0: none
	ended atomic.Int64 // when refusing ended
	run   atomic.Int64 // how many have waited too long since then
	turn  atomic.Int64 // of those that refusing did not keep up with
}

const (
	passing = 50 * time.Millisecond // how long waits may be too long before requests are refused
	several = 32                    // and how many must have waited, one after the other
	again   = time.Second           // within which overload is the same as before

	// One in so many of those that have lain for lainTooLong is answered all the
	// same. Where an answer is quick, a refusal costs a third of it, so that at
	// some load refusing alone takes all the time there is, and does not keep up:
	// if all were refused then, none would ever be answered again.
	answeredOneIn = 8
)

// stands reports whether a request that has waited so long is to be refused.
func (q *queue) stands(waited time.Duration, now func() time.Time) bool {
	if waited < lainLong && q.above.Load() == 0 && q.run.Load() == 0 {
		return false // the common case, which writes nothing
	}
	at := now().UnixNano()
	if waited < lainLong {
		if above, n := q.above.Swap(0), q.run.Swap(0); above != 0 && at-above >= int64(passing) && n >= several {
			q.ended.Store(at)
		}
		return false
	}
	since, n := at, int64(1)
	if at-q.ended.Load() < int64(again) {
		since, n = at-int64(passing), several
	}
	q.above.CompareAndSwap(0, since)
	above := q.above.Load()
	if q.run.Add(n) < several || above == 0 || at-above < int64(passing) {
		return false
	}
	return waited < lainTooLong || q.turn.Add(1)%answeredOneIn != 0
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
