package webhook

import (
	"context"
	"errors"
	"testing"
	"testing/synctest"
	"time"
)

// Whatever somebody does with a patience, it ends as context.WithTimeout does.
func TestPatience(t *testing.T) {
	const limit = time.Second
	ends := map[string]struct {
		end  func(cancel func())
		want error
	}{
		"nothing ends it":  {func(func()) { time.Sleep(limit - 1) }, nil},
		"its time":         {func(func()) { time.Sleep(limit) }, context.DeadlineExceeded},
		"the request":      {func(cancel func()) { cancel() }, context.Canceled},
		"both, time first": {func(cancel func()) { time.Sleep(limit); cancel() }, nil}, // either is right before somebody waits
	}
	waits := map[string]func(context.Context) context.Context{
		"asked in the end": func(ctx context.Context) context.Context { return ctx },
		"waited for":       func(ctx context.Context) context.Context { ctx.Done(); return ctx },
		"a child": func(ctx context.Context) context.Context {
			ctx, cancel := context.WithCancel(ctx)
			context.AfterFunc(ctx, cancel)
			return ctx
		},
		"a value": func(ctx context.Context) context.Context { return context.WithValue(ctx, connKey{}, 1) },
	}
	for endName, e := range ends {
		for waitName, wait := range waits {
			t.Run(endName+"/"+waitName, func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					request, cancel := context.WithCancel(context.Background())
					p := &patience{Context: request, until: time.Now().Add(limit)}
					ctx := wait(p)
					if at, ok := ctx.Deadline(); !ok || !at.Equal(p.until) {
						t.Errorf("Deadline = %v, %v", at, ok)
					}
					e.end(cancel)
					synctest.Wait()
					err := ctx.Err()
					switch {
					case endName == "both, time first":
						if err == nil {
							t.Error("has not ended")
						}
					case !errors.Is(err, e.want):
						t.Errorf("Err = %v, want %v", err, e.want)
					}
					select {
					case <-ctx.Done():
						if err == nil {
							t.Error("is done, without an error")
						}
					default:
						if err != nil {
							t.Errorf("%v, and is not done", err)
						}
					}
					if got := context.Cause(ctx); !errors.Is(got, err) && e.want != nil {
						t.Errorf("Cause = %v, Err = %v", got, err)
					}
					cancel()
					p.leave()
				})
			})
		}
	}
}

func TestPatienceLeft(t *testing.T) {
	for name, early := range map[string]bool{"waited for before": true, "only afterwards": false} {
		p := &patience{Context: context.Background(), until: time.Now().Add(time.Hour)}
		if early {
			p.Done()
		}
		p.leave()
		<-p.Done()
		if err := p.Err(); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: Err = %v, want %v", name, err, context.Canceled)
		}
	}
}

func TestPatienceOfARequestThatEndsEarlier(t *testing.T) {
	soon := time.Now().Add(time.Minute)
	request, cancel := context.WithDeadline(context.Background(), soon)
	defer cancel()
	p := &patience{Context: request, until: soon.Add(time.Hour)}
	if at, _ := p.Deadline(); !at.Equal(soon) {
		t.Errorf("Deadline = %v, want %v", at, soon)
	}
}
