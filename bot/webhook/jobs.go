package webhook

import (
	"errors"
	"net/http"
	"time"

	"alinti/bot/store"
)

// jobJSON is a callback on its way, without the question and the address.
type jobJSON struct {
	ID       string     `json:"id"`
	State    string     `json:"state"`
	URL      string     `json:"url"` // of this job
	Attempts int        `json:"attempts"`
	Created  time.Time  `json:"created"`
	Next     *time.Time `json:"next_attempt,omitempty"`
	Error    string     `json:"error,omitempty"` // why the last attempt failed
}

func jobPath(id string) string { return "/v1/jobs/" + id }

func jobOf(d store.Delivery) jobJSON {
	j := jobJSON{ID: d.ID, State: d.State, URL: jobPath(d.ID), Attempts: d.Attempts, Created: d.Created.UTC(), Error: d.Error}
	if d.State == store.Waiting {
		next := d.Next.UTC()
		j.Next = &next
	}
	return j
}

// mostJobs is the longest list of jobs.
const mostJobs = 100

// jobStates are what a list can be of.
const jobStates = store.Dead + ", " + store.Waiting + ", " + store.Delivered

// jobs answers GET /v1/jobs?state=dead: the newest, at most 100.
func (s *Service) jobs(w *response, r *http.Request) error {
	state := store.Dead
	if asked := r.URL.Query(); asked.Has("state") {
		state = asked.Get("state")
	}
	switch state {
	case store.Dead, store.Waiting, store.Delivered:
	default:
		return badState.about("state", jobStates)
	}
	list := []jobJSON{}
	if s.callbacks != nil {
		found, err := s.callbacks.List(r.Context(), state, mostJobs)
		if err != nil {
			return err
		}
		for _, d := range found {
			list = append(list, jobOf(d))
		}
	}
	return w.writeJSON(http.StatusOK, jsonType, map[string]any{"jobs": list})
}

// job answers GET /v1/jobs/{id}.
func (s *Service) job(w *response, r *http.Request) error {
	if s.callbacks == nil {
		return unknownJob.about("id")
	}
	d, err := s.callbacks.Get(r.Context(), r.PathValue("id"))
	return writeJob(w, http.StatusOK, d, err)
}

// resend answers POST /v1/jobs/{id}/resend: the attempts begin anew.
func (s *Service) resend(w *response, r *http.Request) error {
	if s.callbacks == nil {
		return unknownJob.about("id")
	}
	d, err := s.callbacks.Resend(r.Context(), r.PathValue("id"))
	return writeJob(w, http.StatusAccepted, d, err)
}

func writeJob(w *response, status int, d store.Delivery, err error) error {
	if errors.Is(err, store.ErrNotFound) {
		return unknownJob.about("id")
	}
	if err != nil {
		return err
	}
	return w.writeJSON(status, jsonType, jobOf(d))
}
