package webhook

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"alinti/bot"
	"alinti/bot/store"
	"alinti/bot/webhook/deliver"
)

// askLater promises to send the answer to the request's callback address.
func (s *Service) askLater(w *response, r *http.Request, q request, key onceKey, named bool, content digest) error {
	work := func() (o outcome) {
		o.job, o.err = s.enqueue(r.Context(), q)
		return o
	}
	var result outcome
	if named {
		result = s.once.do(r.Context(), key, content, work)
	} else {
		result = work()
	}
	result.mark(w)
	if result.err != nil {
		return result.err
	}
	w.Header().Set("Location", jobPath(result.job.ID))
	return w.writeJSON(http.StatusAccepted, jsonType, jobOf(result.job))
}

func (s *Service) enqueue(ctx context.Context, q request) (store.Delivery, error) {
	var none store.Delivery
	field := "callback_url"
	if q.endpoint {
		field = "callback"
	}
	if s.callbacks == nil {
		return none, noCallbacks.about(field)
	}
	address, err := s.receiver(q)
	if err != nil {
		return none, err
	}
	if err := bot.Check(q.Question); err != nil {
		return none, err
	}
	question, err := json.Marshal(q.Question)
	if err != nil {
		return none, err
	}
	job, err := s.callbacks.Enqueue(ctx, address, question)
	switch {
	case errors.Is(err, deliver.ErrAddress):
		p := badCallback.about(field)
		p.cause = err
		return none, p
	case errors.Is(err, deliver.ErrDisabled):
		return none, callbackGone.about(field)
	}
	return job, err
}

// receiver is the address that the answer is to be sent to.
func (s *Service) receiver(q request) (string, error) {
	if q.endpoint {
		url, ok := s.callbacks.Endpoint(q.callback)
		if !ok {
			return "", unknownEndpoint.about("callback", namesOr(s.callbacks.Endpoints(), "-"))
		}
		return url, nil
	}
	if !s.callbacks.TakesAnyURL() {
		return "", namedCallbacks.about("callback_url", namesOr(s.callbacks.Endpoints(), "-"))
	}
	return q.callback, nil
}

// namesOr joins names, or is what stands for none.
func namesOr(names []string, none string) string {
	if len(names) == 0 {
		return none
	}
	return strings.Join(names, ", ")
}

// messageJSON is what is sent: the envelope that Standard Webhooks recommends.
type messageJSON struct {
	Type      string    `json:"type"` // "answer.created" or "answer.failed"
	Timestamp time.Time `json:"timestamp"`
	Data      any       `json:"data"`
}

// dataJSON is the job with its answer, or why there is none.
type dataJSON struct {
	Job     string       `json:"job"`
	Answer  *bot.Answer  `json:"answer,omitempty"`
	Problem *problemJSON `json:"problem,omitempty"`
}

// Payload is what a [deliver.Dispatcher] sends for a job of this package. Its
// error means that the same question may be answered the next time.
func Payload(asker bot.Asker, timeout time.Duration) func(ctx context.Context, id string, request []byte) ([]byte, error) {
	return func(ctx context.Context, id string, request []byte) ([]byte, error) {
		var q bot.Question
		if err := json.Unmarshal(request, &q); err != nil {
			return nil, fmt.Errorf("read the saved question: %w", err)
		}
		ctx, cancel := context.WithTimeout(ctx, timeout)
		defer cancel()
		message := messageJSON{Type: "answer.created", Timestamp: time.Now().UTC()}
		answer, err := asker.Ask(ctx, q)
		switch {
		case err == nil:
			message.Data = dataJSON{Job: id, Answer: &answer}
		case transient(err):
			return nil, err
		default:
			body := asProblem(err).body(q.Language, "")
			message.Type, message.Data = "answer.failed", dataJSON{Job: id, Problem: &body}
		}
		var b bytes.Buffer
		err = encodeJSON(&b, message)
		return bytes.TrimRight(b.Bytes(), "\n"), err
	}
}
