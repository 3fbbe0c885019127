package webhook

import (
	"context"
	"net/http"
	"strconv"

	"alinti/bot"
	"alinti/bot/store"
)

// A Keeper keeps whether answers helped, and says what was asked. It must not
// keep anybody's id. *store.Store is one.
type Keeper interface {
	Vote(ctx context.Context, v store.Vote) error
	Report(ctx context.Context, guild string, limit int) (store.Report, error)
	Forget(ctx context.Context, user string) (int, error)
}

// userPrefix keeps users that callers name apart from those of other doors.
const userPrefix = "webhook:"

// feedback answers POST /v1/answers/{id}/feedback.
func (s *Service) feedback(w *response, r *http.Request) error {
	if s.keeper == nil {
		return nothingKept.about("")
	}
	id := r.PathValue("id")
	if !isAnswerID(id) {
		return unknownAnswer.about("id")
	}
	if mediaType(r) != "application/json" {
		return unsupportedType.about("", "application/json").with("Accept-Post", "application/json")
	}
	body, err := s.readBody(w, r)
	if err != nil {
		return err
	}
	v, err := decodeFeedback(body)
	if err != nil {
		return err
	}
	v.AnswerID = id
	vote := func() outcome { return outcome{err: s.keeper.Vote(r.Context(), v)} }
	result := outcome{}
	if key, named, err := onceKeyOf(w, r); err != nil {
		return err
	} else if named { // else a signed vote could be sent again, and count again
		result = s.once.do(r.Context(), key, contentDigest(r.URL.Path, body), vote)
	} else {
		result = vote()
	}
	result.mark(w)
	if result.err != nil {
		return result.err
	}
	w.WriteHeader(http.StatusNoContent)
	return nil
}

// decodeFeedback reads {"helped":true,"user":"…"}; the user may be missing.
func decodeFeedback(body []byte) (v store.Vote, err error) {
	fields, err := object(body)
	if err != nil {
		return v, err
	}
	told := false
	for _, f := range fields {
		switch f.key {
		case "helped":
			v.Helped, err = boolOf(f)
			told = true
		case "user":
			v.User, err = userOf(f)
		default:
			err = unknownKey.about(cut(f.key), cut(f.key), "helped, user")
		}
		if err != nil {
			return v, err
		}
	}
	if !told {
		return v, missingKey.about("helped", "helped")
	}
	return v, nil
}

func boolOf(f field) (bool, error) {
	switch string(f.raw) {
	case "true", "false":
		return f.raw[0] == 't', nil
	}
	return false, wrongType.about(f.key, f.key, "boolean")
}

func userOf(f field) (string, error) {
	user, err := stringOf(f)
	if err == nil && !saneID(user) {
		err = badUser.about(f.key, maxRequestID)
	}
	return userPrefix + user, err
}

// isAnswerID reports whether s looks like the id of an answer: 16 bytes in hex.
func isAnswerID(s string) bool {
	for i := range len(s) {
		if c := s[i]; (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return len(s) == 32
}

// How many groups GET /v1/unanswered lists.
const (
	mostGroups    = 100
	defaultGroups = 50
)

// unanswered answers GET /v1/unanswered?limit=50.
func (s *Service) unanswered(w *response, r *http.Request) error {
	if s.keeper == nil {
		return nothingKept.about("")
	}
	limit := defaultGroups
	if asked := r.URL.Query(); asked.Has("limit") {
		n, err := strconv.Atoi(asked.Get("limit"))
		if err != nil || n < 1 || n > mostGroups {
			return &bot.InputError{Code: bot.InputRange, Field: "limit", Limit: mostGroups}
		}
		limit = n
	}
	report, err := s.keeper.Report(r.Context(), "", limit)
	if err != nil {
		return err
	}
	return w.writeJSON(http.StatusOK, jsonType, report)
}

// forget answers DELETE /v1/users/{id}: what is kept of a user is deleted.
func (s *Service) forget(w *response, r *http.Request) error {
	if s.keeper == nil {
		return nothingKept.about("")
	}
	user := r.PathValue("id")
	if !saneID(user) {
		return badUser.about("id", maxRequestID)
	}
	n, err := s.keeper.Forget(r.Context(), userPrefix+user)
	if err != nil {
		return err
	}
	return w.writeJSON(http.StatusOK, jsonType, map[string]int{"deleted": n})
}
