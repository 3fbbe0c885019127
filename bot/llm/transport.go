package llm

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strconv"
	"time"
)

// maxReplyBytes bounds the body of a response. go-openai has no bound of its
// own and took 64 MiB when tried; a reply that names sentences is under 4 KiB.
const maxReplyBytes = 256 << 10

var (
	errTooLong  = errors.New("the reply is longer than 256 KiB")
	errBroke    = errors.New("the reply broke off")
	errRedirect = errors.New("the service redirects; put the final address into base_url")
)

// headline is what one attempt learns from the response that go-openai does
// not hand out with an error.
type headline struct {
	status     int
	retryAfter time.Duration
}

type headlineKey struct{}

// withHeadline returns a context for one attempt and where its headline will
// be written.
func withHeadline(ctx context.Context) (context.Context, *headline) {
	h := new(headline)
	return context.WithValue(ctx, headlineKey{}, h), h
}

// bounded is a RoundTripper that caps the response body and notes the headline.
// A redirect is an error: following one would carry the key elsewhere.
type bounded struct{ next http.RoundTripper }

func (b bounded) RoundTrip(req *http.Request) (*http.Response, error) {
	res, err := b.next.RoundTrip(req)
	if err != nil {
		return nil, err
	}
	if h, ok := req.Context().Value(headlineKey{}).(*headline); ok {
		h.status = res.StatusCode
		h.retryAfter = retryAfter(res.Header.Get("Retry-After"), time.Now())
	}
	if res.StatusCode >= 300 && res.StatusCode < 400 {
		_ = res.Body.Close()
		return nil, errRedirect
	}
	res.Body = &cappedBody{ReadCloser: res.Body, left: maxReplyBytes}
	return res, nil
}

// cappedBody fails once more than left bytes have been read, and tells a body
// that the network broke off from one that is merely not JSON.
type cappedBody struct {
	io.ReadCloser
	left int
}

func (c *cappedBody) Read(p []byte) (int, error) {
	if len(p) > c.left+1 {
		p = p[:c.left+1]
	}
	n, err := c.ReadCloser.Read(p)
	if n > c.left {
		return c.left, errTooLong
	}
	c.left -= n
	if err != nil && err != io.EOF {
		return n, errBroke
	}
	return n, err
}

// retryAfter reads the header's two forms, seconds and an HTTP date (RFC 9110,
// section 10.2.3). Anything else, and a time gone by, is 0.
func retryAfter(value string, now time.Time) time.Duration {
	if s, err := strconv.ParseUint(value, 10, 31); err == nil {
		return time.Duration(s) * time.Second
	}
	if t, err := http.ParseTime(value); err == nil && t.After(now) {
		return t.Sub(now)
	}
	return 0
}
