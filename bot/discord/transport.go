package discord

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"

	"github.com/bwmarrin/discordgo"
)

// userAgent is what Discord wants to see of a bot: a name, an address, a version.
const userAgent = "DiscordBot (https://github.com/bwmarrin/discordgo, v" + discordgo.VERSION + ") alinti"

// maxReply is how much of a REST reply is read, in bytes. The largest that is
// asked for, a list of commands, is far below.
const maxReply = 4 << 20

// An addresser sends discordgo's requests to where discord.api_url says the
// API is, and reads no reply without end. discordgo computes its addresses
// once, as package variables; here they stay as they are, and each request is
// readdressed on its way out.
type addresser struct {
	address
	next   http.RoundTripper
	called func(status int) // told of each call; 0 is no reply
}

func newAddresser(apiURL string, next http.RoundTripper) (*addresser, error) {
	a, err := newAddress(apiURL)
	return &addresser{address: a, next: next, called: func(int) {}}, err
}

func (a *addresser) RoundTrip(req *http.Request) (*http.Response, error) {
	path := req.URL.Path
	req = req.Clone(req.Context())
	req.URL.Scheme, req.URL.Host, req.Host = a.api.Scheme, a.api.Host, a.api.Host
	if rest, ok := strings.CutPrefix(path, "/api/v"+discordgo.APIVersion); ok {
		req.URL.Path, req.URL.RawPath = a.api.Path+rest, ""
	}
	resp, err := a.next.RoundTrip(req)
	if err != nil {
		a.called(0)
		return nil, err
	}
	a.called(resp.StatusCode)
	resp.Body = &boundedBody{ReadCloser: resp.Body, left: maxReply}
	return resp, nil
}

var errReplyTooLong = errors.New("the reply is too long")

// A boundedBody fails once more than left bytes were read.
type boundedBody struct {
	io.ReadCloser
	left int64
}

func (b *boundedBody) Read(p []byte) (int, error) {
	n, err := b.ReadCloser.Read(p)
	if b.left -= int64(n); b.left < 0 {
		return 0, errReplyTooLong
	}
	return n, err
}

// withoutAddress takes the address out of an error of net/http: an
// interaction's address holds its token.
func withoutAddress(doing string, err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		err = u.Err
	}
	var limited *discordgo.RateLimitError
	if errors.As(err, &limited) {
		err = errRateLimited
	}
	var status *discordgo.RESTError
	if errors.As(err, &status) {
		return &restError{doing: doing, cause: status}
	}
	return fmt.Errorf("%s: %w", doing, err)
}

// A restError is a refusal by Discord. It keeps the code, which says more than
// the status, and drops the request, which holds the token.
type restError struct {
	doing string
	cause *discordgo.RESTError
}

func (e *restError) Error() string {
	status := e.cause.Response.StatusCode
	if m := e.cause.Message; m != nil {
		return fmt.Sprintf("%s: HTTP %d, code %d: %s", e.doing, status, m.Code, m.Message)
	}
	return fmt.Sprintf("%s: HTTP %d", e.doing, status)
}

// hasCode reports whether err is Discord's refusal with that JSON error code.
func hasCode(err error, code int) bool {
	var e *restError
	return errors.As(err, &e) && e.cause.Message != nil && e.cause.Message.Code == code
}

// isTimeout reports whether err says that no reply came in time, so that what
// was asked for may have happened.
func isTimeout(err error) bool {
	var t interface{ Timeout() bool }
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &t) && t.Timeout()
}
