package webhook

import (
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

// tolerance is how far a signed request's clock may be from ours, either way;
// the value of the Standard Webhooks reference libraries.
const tolerance = 5 * time.Minute

// Sizes of a secret in bytes, by the Standard Webhooks specification.
const (
	minSecret = 24
	maxSecret = 64
)

// maxID is the longest webhook-id or Idempotency-Key, in bytes.
const maxID = 255

// A verifier checks requests signed by Standard Webhooks. It knows several
// secrets, so that an old and a new one hold at once during a rotation.
type verifier struct {
	secrets []*standardwebhooks.Webhook
	now     func() time.Time
}

// newVerifier takes secrets of the form whsec_BASE64.
func newVerifier(secrets []string, now func() time.Time) (verifier, error) {
	v := verifier{now: now}
	for i, secret := range secrets {
		wh, err := newSigner(secret)
		if err != nil {
			return v, fmt.Errorf("webhook.secrets[%d]: %w", i, err)
		}
		v.secrets = append(v.secrets, wh)
	}
	return v, nil
}

// newSigner checks a secret's form. The error does not show the secret.
func newSigner(secret string) (*standardwebhooks.Webhook, error) {
	const cure = "; make one with: echo whsec_$(openssl rand -base64 32)"
	encoded, ok := strings.CutPrefix(secret, "whsec_")
	if !ok {
		return nil, errors.New("must begin with whsec_" + cure)
	}
	key, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return nil, errors.New("must be base64 after whsec_" + cure)
	}
	if len(key) < minSecret || len(key) > maxSecret {
		return nil, fmt.Errorf("has %d bytes, must have %d to %d"+cure, len(key), minSecret, maxSecret)
	}
	return standardwebhooks.NewWebhookRaw(key)
}

// on reports whether there is a secret at all.
func (v verifier) on() bool { return len(v.secrets) > 0 }

// signed reports whether the request claims to be signed.
func signed(r *http.Request) bool {
	return r.Header.Get(standardwebhooks.HeaderWebhookSignature) != ""
}

// check verifies the signature over the body, then the clock, and gives the
// webhook-id. The body has not been looked into before that. Ids with a dot
// are refused: in "id.timestamp.body" they could move text from one part into
// another.
func (v verifier) check(h http.Header, body []byte) (id string, err error) {
	id = h.Get(standardwebhooks.HeaderWebhookID)
	sent := h.Get(standardwebhooks.HeaderWebhookTimestamp)
	seconds, err := strconv.ParseInt(sent, 10, 64)
	if err != nil || strconv.FormatInt(seconds, 10) != sent {
		return "", badSignature.because(errors.New("webhook-timestamp is not a number of seconds"))
	}
	if !saneID(id) || strings.Contains(id, ".") {
		return "", badSignature.because(errors.New("webhook-id is not one"))
	}
	if !v.matches(h, body) {
		return "", badSignature.because(errors.New("no signature matches"))
	}
	if away := v.now().Sub(time.Unix(seconds, 0)); away > tolerance || away < -tolerance {
		return "", staleSignature.because(fmt.Errorf("the clocks are %v apart", away.Round(time.Second)))
	}
	return id, nil
}

// matches tries every secret, also after one has matched, so that the time
// does not tell which.
func (v verifier) matches(h http.Header, body []byte) bool {
	ok := false
	for _, secret := range v.secrets {
		if secret.VerifyIgnoringTimestamp(body, h) == nil {
			ok = true
		}
	}
	return ok
}
