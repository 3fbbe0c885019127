package bot

import (
	"unicode/utf8"

	"alinti/retrieval"
)

// Check is the [*InputError] with which Ask would refuse the question, or nil.
func Check(q Question) error {
	_, err := checked(q)
	return err
}

// checked bounds and normalises what a door was given.
func checked(q Question) (Question, error) {
	if !utf8.ValidString(q.Text) {
		return q, &InputError{Code: InputEncoding, Field: "question"}
	}
	q.Text = trimmed(q.Text)
	switch {
	case isBlank(q.Text):
		return q, &InputError{Code: InputEmpty, Field: "question"}
	case len(q.Text) > MaxQuestionRunes && utf8.RuneCountInString(q.Text) > MaxQuestionRunes: // as it was sent, not as it is normalised
		return q, &InputError{Code: InputTooLong, Field: "question", Limit: MaxQuestionRunes}
	case q.Quotes < 0 || q.Quotes > MaxQuotes:
		return q, &InputError{Code: InputRange, Field: "quotes", Limit: MaxQuotes}
	case q.Mode != "" && q.Mode != ModeAuto && q.Mode != ModeRetrieval:
		return q, &InputError{Code: InputValue, Field: "mode"}
	case q.Language != "" && q.Language != "tr" && q.Language != "en":
		return q, &InputError{Code: InputValue, Field: "language"}
	}
	if q.Quotes == 0 {
		q.Quotes = DefaultQuotes
	}
	q.Text = nfc(q.Text)
	return q, nil
}

// language is what the reply is written in: the request's, else the question's,
// else the door's guess, else Turkish.
func language(q Question, found retrieval.Result) string {
	switch {
	case q.Language != "":
		return q.Language
	case found.English:
		return "en"
	case found.Words == 0 && q.Fallback != "":
		return q.Fallback
	}
	return "tr"
}
