package deliver

import (
	"crypto/tls"
	"errors"
	"fmt"
	"net"
)

// An answered is a receiver's status that is no success.
type answered int

func (s answered) Error() string { return fmt.Sprintf("the receiver answered %d", int(s)) }

// errUnanswered is a job whose question got no answer yet.
var errUnanswered = errors.New("there is no answer to send yet")

// reason is why an attempt failed, in words for whoever asks about the job.
// They hold no address: one of the settings is nobody's business, and what a
// name leads to inside a network neither. The log has the whole cause.
func reason(err error) string {
	var status answered
	var slow *throttled
	var dns *net.DNSError
	var certificate *tls.CertificateVerificationError
	for _, known := range []error{errGone, errUnanswered, ErrAddress} {
		if errors.Is(err, known) {
			return known.Error()
		}
	}
	var timeout net.Error
	switch {
	case errors.As(err, &status):
		return status.Error()
	case errors.As(err, &slow):
		return slow.Error()
	case errors.As(err, &dns):
		return "the receiver's name cannot be resolved"
	case errors.As(err, &certificate):
		return "the receiver's certificate cannot be trusted"
	case errors.As(err, &timeout) && timeout.Timeout():
		return "the receiver did not answer in time"
	}
	return "the receiver cannot be reached"
}
