package webhook

import "net/http"

// conversation is the key under which the bot remembers a conversation: that
// which the caller chose, set apart from those of other doors and of other
// callers. Who guesses another's key reads nothing of it. A caller is known by
// what it has shown; who has shown nothing, by its address.
func (s *Service) conversation(w *response, r *http.Request, chosen string) string {
	if chosen == "" {
		return ""
	}
	return "webhook:" + s.principal(w, r) + ":" + chosen
}

// principal names the caller by the sort of what it has shown, so that a
// conversation goes on when a token or secret is changed for another.
func (s *Service) principal(w *response, r *http.Request) string {
	switch keys := s.keys.Load(); {
	case w.webhookID != "":
		return "signed"
	case keys.admin.matches(r):
		return "admin"
	case keys.bearer.matches(r):
		return "token"
	default:
		return s.proxies.caller(r).String()
	}
}
