package deliver

import (
	"math/rand/v2"
	"time"
)

// waits are between the attempts of one delivery, the schedule of Svix that
// Standard Webhooks points to: the first attempt is made at once, the last
// after a little more than a day.
var waits = []time.Duration{
	5 * time.Second, 5 * time.Minute, 30 * time.Minute, 2 * time.Hour, 5 * time.Hour, 10 * time.Hour, 10 * time.Hour,
}

// maxRetryAfter bounds how long a receiver can ask to be left alone.
const maxRetryAfter = 24 * time.Hour

// wait is how long to wait after so many attempts, and false when that was the
// last. It is drawn from 20 % either way, so that what failed together does
// not come back together, but is never shorter than the receiver asked for.
func wait(attempts int, asked time.Duration, random func() float64) (time.Duration, bool) {
	if attempts > len(waits) {
		return 0, false
	}
	base := waits[attempts-1]
	drawn := time.Duration(float64(base) * (0.8 + 0.4*random()))
	return max(drawn, min(asked, maxRetryAfter)), true
}

// jitter is the usual source of chance.
func jitter() float64 { return rand.Float64() }
