package webhook

import (
	"container/list"
	"context"
	"crypto/sha256"
	"net/http"
	"strings"
	"sync"
	"time"

	"alinti/bot"
	"alinti/bot/store"
)

// How long and how many outcomes are remembered. A request signed for a clock
// that goes ahead can be replayed for twice the tolerance; its id is known for
// a minute longer. All are lost at a restart; a repeat costs one more answer.
const (
	rememberFor  = 2*tolerance + time.Minute
	rememberMost = 8192
)

// once lets the work of one request be done once: by Idempotency-Key, or by
// the webhook-id of a signed request. A repeat gets the first outcome.
type once struct {
	now     func() time.Time
	mu      sync.Mutex
	entries map[onceKey]*list.Element
	order   *list.List // of *onceEntry, oldest first
}

// A onceKey is what a caller names its request by. The two kinds of names do
// not meet.
type onceKey struct {
	signed bool // a webhook-id, else an Idempotency-Key
	id     string
}

// A digest is a SHA-256.
type digest [sha256.Size]byte

type onceEntry struct {
	key    onceKey
	digest digest // of what was asked under the key
	since  time.Time
	done   chan struct{} // closed when the outcome is there
	outcome
}

// An outcome is what became of a request.
type outcome struct {
	answer   bot.Answer
	job      store.Delivery // in place of an answer, when that is to be sent
	err      error
	replayed bool // it is of an earlier request
}

func newOnce(now func() time.Time) *once {
	return &once{now: now, entries: map[onceKey]*list.Element{}, order: list.New()}
}

// do runs work, unless a request with this key has been seen. Then its outcome
// is given, once it is there. A request with other content
// under the same key is refused, and so is a repeat by Idempotency-Key of what
// is still being worked on (draft-ietf-httpapi-idempotency-key-header-07).
func (o *once) do(ctx context.Context, key onceKey, content digest, work func() outcome) (result outcome) {
	e, first := o.enter(key, content)
	if first {
		defer func() {
			if !finished(e) { // work panicked
				o.leave(e, outcome{err: bot.ErrUnavailable})
			}
		}()
		result = work()
		o.leave(e, result)
		return result
	}
	if e.digest != content {
		if key.signed {
			return outcome{err: webhookIDReused.about("webhook-id")}
		}
		return outcome{err: keyReused.about("Idempotency-Key")}
	}
	if !key.signed && !finished(e) {
		return outcome{err: inProgress.about("Idempotency-Key").with("Retry-After", "1")}
	}
	select {
	case <-e.done:
		result = e.outcome
		result.replayed = true
		return result
	case <-ctx.Done():
		return outcome{err: ctx.Err()}
	}
}

func finished(e *onceEntry) bool {
	select {
	case <-e.done:
		return true
	default:
		return false
	}
}

// enter finds the key's entry or makes it.
func (o *once) enter(key onceKey, digest digest) (e *onceEntry, first bool) {
	o.mu.Lock()
	defer o.mu.Unlock()
	o.forget()
	if at, ok := o.entries[key]; ok {
		return at.Value.(*onceEntry), false
	}
	e = &onceEntry{key: key, digest: digest, since: o.now(), done: make(chan struct{})}
	o.entries[key] = o.order.PushBack(e)
	return e, true
}

// leave sets the outcome. What may go better next time is not kept.
func (o *once) leave(e *onceEntry, result outcome) {
	o.mu.Lock()
	defer o.mu.Unlock()
	e.outcome = result
	close(e.done)
	if at, ok := o.entries[e.key]; ok && at.Value == e && result.err != nil && transient(result.err) {
		delete(o.entries, e.key)
		o.order.Remove(at)
	}
}

// forget drops what is too old, and the oldest when there are too many.
func (o *once) forget() {
	for at := o.order.Front(); at != nil; at = o.order.Front() {
		e := at.Value.(*onceEntry)
		if o.order.Len() < rememberMost && o.now().Sub(e.since) < rememberFor {
			return
		}
		delete(o.entries, e.key)
		o.order.Remove(at)
	}
}

// transient reports whether the same request may be answered the next time.
func transient(err error) bool {
	switch status := asProblem(err).status; status {
	case http.StatusRequestTimeout, http.StatusTooManyRequests, statusClientGone:
		return true
	default:
		return status >= 500
	}
}

// onceKeyOf is the name a request gives itself, if it does. A signed one is
// known by its webhook-id, which the signature covers.
func onceKeyOf(w *response, r *http.Request) (key onceKey, named bool, err error) {
	if w.webhookID != "" {
		return onceKey{true, w.webhookID}, true, nil
	}
	sent, ok := r.Header["Idempotency-Key"]
	if !ok {
		return key, false, nil
	}
	id := sent[0]
	if quoted, ok := strings.CutPrefix(id, `"`); ok { // a string of RFC 8941; a bare one is taken as well
		id, ok = strings.CutSuffix(quoted, `"`)
		if !ok {
			id = ""
		}
	}
	if len(sent) > 1 || !plainKey(id) {
		return key, false, badKey.about("Idempotency-Key", maxID)
	}
	return onceKey{false, id}, true, nil
}

// plainKey reports whether an Idempotency-Key is visible ASCII without the two
// characters that an RFC 8941 string escapes.
func plainKey(id string) bool {
	return id != "" && len(id) <= maxID && validToken(id) && !strings.ContainsAny(id, `"\`)
}

// contentDigest is over everything that makes a request what it is.
func contentDigest(contentType string, body []byte) digest {
	h := sha256.New()
	h.Write([]byte(contentType))
	h.Write([]byte{0})
	h.Write(body)
	return digest(h.Sum(nil))
}
