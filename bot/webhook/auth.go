package webhook

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"io"
	"net/http"
	"strings"
)

// A keyring is what a caller may show. One is never changed, only replaced.
type keyring struct {
	guarded  bool // something must be shown
	bearer   bearer
	admin    bearer // opens the rest as well
	verifier verifier
}

func (s *Service) newKeyring(c Config) (*keyring, error) {
	if err := c.Validate(); err != nil {
		return nil, err
	}
	v, err := newVerifier(c.Secrets, s.now)
	return &keyring{guarded: c.guarded(), bearer: newBearer(c.Token), admin: newBearer(c.AdminToken), verifier: v}, err
}

// Rekey puts the token and the secrets of c in place of those before, for
// every request and delivery from now on. Nothing changes when they are not
// valid.
func (s *Service) Rekey(c Config) error {
	k, err := s.newKeyring(c)
	if err != nil {
		return err
	}
	if s.callbacks != nil {
		if err := s.callbacks.Rekey(c.Secrets); err != nil {
			return err
		}
	}
	s.keys.Store(k)
	return nil
}

// authorize is nil when the caller may go on: with the token, with a
// signature, or when neither is asked for. A signature that is there must be
// right even beside the right token.
func (s *Service) authorize(w *response, r *http.Request) error {
	keys := s.keys.Load()
	if keys.verifier.on() && signed(r) {
		body, err := s.readBody(w, r)
		if err != nil {
			return err
		}
		w.webhookID, err = keys.verifier.check(r.Header, body)
		r.Body = io.NopCloser(bytes.NewReader(body)) // for the handler
		return err
	}
	if keys.guarded && !keys.admin.matches(r) {
		return keys.bearer.check(r)
	}
	return nil
}

// authorizeAdmin is nil when a caller who may go on shows the administrator's
// token.
func (s *Service) authorizeAdmin(r *http.Request) error {
	switch keys := s.keys.Load(); {
	case keys.admin.none:
		return adminOff.about("")
	case keys.admin.matches(r):
		return nil
	case keys.bearer.matches(r):
		return adminOnly.about("")
	default:
		return keys.admin.check(r)
	}
}

// A bearer checks the Authorization header of RFC 6750. It keeps only the
// token's digest: comparing digests takes the same time whatever was sent.
type bearer struct {
	none   bool // no token is set: nothing matches
	digest [sha256.Size]byte
}

func newBearer(token string) bearer {
	return bearer{none: token == "", digest: sha256.Sum256([]byte(token))}
}

// matches reports whether the request shows the token.
func (b bearer) matches(r *http.Request) bool {
	scheme, token, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	sent := sha256.Sum256([]byte(strings.TrimSpace(token)))
	same := subtle.ConstantTimeCompare(sent[:], b.digest[:]) == 1
	return same && !b.none && strings.EqualFold(scheme, "Bearer")
}

// check is nil when the request shows the token.
func (b bearer) check(r *http.Request) error {
	if b.matches(r) {
		return nil
	}
	challenge := `Bearer realm="alinti"`
	if r.Header.Get("Authorization") != "" {
		challenge += `, error="invalid_token"`
	}
	return unauthorized.about("").with("WWW-Authenticate", challenge)
}
