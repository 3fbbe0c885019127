package webhook

import (
	"net/http"
	"slices"
)

// Headers that pages of other origins may send and read.
const (
	corsSend = "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, X-Request-Id"
	corsRead = "Idempotent-Replayed, Location, RateLimit, RateLimit-Policy, Retry-After, X-Request-Id"
)

// cors lets pages of the origins in the settings use the service: no cookie
// means anything here, so none is allowed. It reports whether the request was
// a preflight and is answered.
func (s *Service) cors(w *response, r *http.Request, allow string) bool {
	origins := s.config.CORSOrigins
	if len(origins) == 0 {
		return false
	}
	h := w.Header()
	h.Add("Vary", "Origin")
	origin := r.Header.Get("Origin")
	if origin == "" || !slices.Contains(origins, origin) && !slices.Contains(origins, "*") {
		return false
	}
	h.Set("Access-Control-Allow-Origin", origin)
	if r.Method != http.MethodOptions || r.Header.Get("Access-Control-Request-Method") == "" {
		h.Set("Access-Control-Expose-Headers", corsRead)
		return false
	}
	h.Set("Access-Control-Allow-Methods", allow)
	h.Set("Access-Control-Allow-Headers", corsSend)
	h.Set("Access-Control-Max-Age", "600")
	w.WriteHeader(http.StatusNoContent)
	return true
}
