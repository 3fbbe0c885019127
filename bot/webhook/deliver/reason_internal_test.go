package deliver

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/url"
	"strings"
	"syscall"
	"testing"
)

// TestReasonTellsNoAddress: whoever may look at a job does not learn where an
// endpoint of the settings is.
func TestReasonTellsNoAddress(t *testing.T) {
	const where = "10.1.2.3:9000"
	for want, err := range map[string]error{
		"the receiver answered 500":                    answered(500),
		"the receiver answered 503":                    &throttled{status: 503},
		"the receiver answered 410 Gone":               errGone,
		"callback address refused":                     fmt.Errorf("dial %s: %w", where, fmt.Errorf("%w: %s", ErrAddress, where)),
		"the receiver's name cannot be resolved":       &net.OpError{Op: "dial", Err: &net.DNSError{Err: "no such host", Name: where}},
		"the receiver's certificate cannot be trusted": &tls.CertificateVerificationError{Err: errors.New(where)},
		"the receiver did not answer in time":          fmt.Errorf("%s: %w", where, context.DeadlineExceeded),
		"there is no answer to send yet":               errors.Join(errUnanswered, errors.New(where)),
		"the receiver cannot be reached":               &url.Error{Op: "Post", URL: where, Err: &net.OpError{Op: "dial", Err: syscall.ECONNREFUSED}},
	} {
		if got := reason(err); got != want || strings.Contains(got, where) {
			t.Errorf("reason(%v) = %q, want %q", err, got, want)
		}
	}
}
