package webhook

import (
	"crypto/sha256"
	"crypto/subtle"
	"net/http"
	"strings"
)

// A bearer checks the Authorization header of RFC 6750. It keeps only the
// token's digest: comparing digests takes the same time whatever was sent.
type bearer struct {
	open   bool
	digest [sha256.Size]byte
}

func newBearer(token string) bearer {
	return bearer{open: token == "", digest: sha256.Sum256([]byte(token))}
}

// check is nil when the request shows the token, or none is needed.
func (b bearer) check(r *http.Request) error {
	if b.open {
		return nil
	}
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	sent := sha256.Sum256([]byte(strings.TrimSpace(token)))
	if subtle.ConstantTimeCompare(sent[:], b.digest[:]) == 1 && strings.EqualFold(scheme, "Bearer") {
		return nil
	}
	challenge := `Bearer realm="alinti"`
	if scheme != "" {
		challenge += `, error="invalid_token"`
	}
	return unauthorized.about("").with("WWW-Authenticate", challenge)
}
