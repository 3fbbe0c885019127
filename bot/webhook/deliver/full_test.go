package deliver_test

import (
	"context"
	"errors"
	"net/http"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"alinti/bot/store"
)

// A shelf is a queue whose disk may be full.
type shelf struct {
	store.Memory
	full atomic.Bool
}

func (s *shelf) Save(ctx context.Context, d store.Delivery) error {
	if s.full.Load() {
		return errors.New("no space left on device")
	}
	return s.Memory.Save(ctx, d)
}

// While what became of an attempt cannot be saved, no other is made of it: the
// receiver is left alone, and what became of it is saved when it can be.
func TestAnAttemptThatCannotBeSavedIsNotMadeAgain(t *testing.T) {
	for name, c := range map[string]struct {
		status int
		state  string
	}{"delivered": {200, store.Delivered}, "failed": {500, store.Waiting}} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				q, r := new(shelf), new(receiver)
				r.script = []func() (*http.Response, error){func() (*http.Response, error) {
					q.full.Store(len(r.got) < 3) // not for ever, or a failure of this test would never end
					return answers(c.status)()
				}}
				stop := running(t, dispatcher(t, q, r, nil))
				defer stop()
				job := store.Delivery{ID: "msg_1", URL: hook, Payload: []byte("{}"), State: store.Waiting, Next: time.Now(), Created: time.Now()}
				if err := q.Save(t.Context(), job); err != nil {
					t.Fatal(err)
				}
				time.Sleep(10 * time.Minute)
				synctest.Wait()
				if len(r.got) != 1 {
					t.Fatalf("%d attempts on a full disk, want 1", len(r.got))
				}
				q.full.Store(false)
				time.Sleep(31 * time.Second)
				synctest.Wait()
				got, err := q.Get(t.Context(), "msg_1")
				if err != nil || got.State != c.state || got.Attempts == 0 {
					t.Errorf("with room again: %+v, %v, want it %s", got, err, c.state)
				}
			})
		})
	}
}

// A job that was sent again by hand meanwhile is not put back.
func TestAnAttemptThatCouldNotBeSavedGivesWayToAResend(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		q, r := new(shelf), new(receiver)
		r.script = []func() (*http.Response, error){func() (*http.Response, error) {
			q.full.Store(len(r.got) == 1)
			return answers(410)()
		}, answers(200)}
		d := dispatcher(t, q, r, nil)
		stop := running(t, d)
		defer stop()
		job, err := d.Enqueue(t.Context(), hook, []byte("soru"))
		if err != nil {
			t.Fatal(err)
		}
		synctest.Wait()
		q.full.Store(false)
		time.Sleep(time.Second)
		if _, err := d.Resend(t.Context(), job.ID); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Minute)
		synctest.Wait()
		if got, err := d.Get(t.Context(), job.ID); err != nil || got.State != store.Delivered {
			t.Errorf("sent again: %+v, %v, want it delivered", got, err)
		}
	})
}
