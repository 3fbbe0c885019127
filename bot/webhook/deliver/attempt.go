package deliver

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	neturl "net/url"
	"strconv"
	"strings"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

// maxReply is how much of a receiver's reply is read, in bytes; it means
// nothing.
const maxReply = 4 << 10

// errGone is a receiver that says it wants nothing any more.
var errGone = errors.New("the receiver answered 410 Gone")

// A throttled is a receiver that asks to be left alone for a while.
type throttled struct {
	status int
	after  time.Duration
}

func (t *throttled) Error() string { return fmt.Sprintf("the receiver answered %d", t.status) }

// newClient is an HTTP client behind the guard: no proxy, no redirect followed,
// no connection kept.
func newClient(g guard, timeout time.Duration) *http.Client {
	return &http.Client{
		Timeout: timeout,
		Transport: &http.Transport{
			Proxy: nil, DialContext: g.dialer().DialContext, DisableKeepAlives: true,
			TLSHandshakeTimeout: timeout, MaxResponseHeaderBytes: 64 << 10,
		},
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// post sends the payload once. The id is the same at every attempt, the time
// is this one's. It is signed with every secret, so that a receiver can change
// its own during a rotation.
func (d *Dispatcher) post(ctx context.Context, url, id string, payload []byte) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(payload))
	if err != nil {
		return fmt.Errorf("make the request: %w", err)
	}
	at := d.now()
	var signatures []string
	for _, secret := range *d.secrets.Load() {
		signature, err := secret.Sign(id, at, payload)
		if err != nil {
			return fmt.Errorf("sign: %w", err)
		}
		signatures = append(signatures, signature)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("User-Agent", "alinti")
	r.Header.Set(standardwebhooks.HeaderWebhookID, id)
	r.Header.Set(standardwebhooks.HeaderWebhookTimestamp, strconv.FormatInt(at.Unix(), 10))
	r.Header.Set(standardwebhooks.HeaderWebhookSignature, strings.Join(signatures, " "))
	res, err := d.client.Do(r)
	var in *neturl.Error
	if errors.As(err, &in) {
		return in.Err // without the address, which may hold a key of its own
	}
	if err != nil {
		return err
	}
	defer func() { _ = res.Body.Close() }()
	_, _ = io.CopyN(io.Discard, res.Body, maxReply)
	return verdict(res, at)
}

// verdict is what a status means (Standard Webhooks, "Response").
func verdict(res *http.Response, now time.Time) error {
	switch s := res.StatusCode; {
	case s >= 200 && s < 300:
		return nil
	case s == http.StatusGone:
		return errGone
	case s == http.StatusTooManyRequests, s >= 502 && s <= 504:
		return &throttled{s, retryAfter(res.Header.Get("Retry-After"), now)}
	default:
		return answered(s)
	}
}

// retryAfter reads the header, seconds or a date; 0 when it says nothing.
func retryAfter(h string, now time.Time) time.Duration {
	if seconds, err := strconv.Atoi(h); err == nil && seconds > 0 {
		return min(time.Duration(min(seconds, 1<<30))*time.Second, maxRetryAfter)
	}
	if at, err := http.ParseTime(h); err == nil {
		return max(at.Sub(now), 0)
	}
	return 0
}
