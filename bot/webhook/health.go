package webhook

import "net/http"

// healthz says that the process lives.
func (s *Service) healthz(w *response, r *http.Request) error {
	return w.writeJSON(http.StatusOK, jsonType, map[string]string{"status": "ok"})
}

// readyJSON is the body of /readyz.
type readyJSON struct {
	Status   string            `json:"status"` // "ready", "stopping" or "empty"
	Articles int               `json:"articles"`
	Parts    map[string]string `json:"parts,omitempty"` // the states of Discord, the model, ...
}

// readyz is 200 whenever retrieval can answer. The state of the other parts is
// told, but losing one of them is not losing the answer.
func (s *Service) readyz(w *response, r *http.Request) error {
	ready := readyJSON{Status: "ready"}
	if c := s.collection(); c != nil {
		ready.Articles = len(c.Documents)
	}
	if s.status != nil {
		ready.Parts = s.status()
	}
	status := http.StatusOK
	switch {
	case w.draining:
		ready.Status, status = "stopping", http.StatusServiceUnavailable
	case ready.Articles == 0:
		ready.Status, status = "empty", http.StatusServiceUnavailable
	}
	return w.writeJSON(status, jsonType, ready)
}
