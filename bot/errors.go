package bot

import "errors"

// Kinds of errors. An adapter matches them with errors.Is and maps each to its
// own words and status in one place; the wrapped cause is for the log alone.
var (
	ErrInvalid     = errors.New("invalid question")    // the input is wrong; see [InputError] for what and the cure
	ErrBusy        = errors.New("busy")                // too much at once; try again later
	ErrUnavailable = errors.New("service unavailable") // a part that the answer cannot do without is away
)

// An InputError says what is wrong with a question, in a form that a door can
// put in the asker's language. It matches [ErrInvalid].
type InputError struct {
	Code  string // one of the Input constants
	Field string // the key of the request it is about: "question", "quotes", "mode", "language"
	Limit int    // the limit that was passed, if it is about one
}

// What can be wrong with a question.
const (
	InputEmpty    = "empty"    // nothing was asked
	InputTooLong  = "too_long" // more than Limit code points
	InputEncoding = "encoding" // not UTF-8
	InputRange    = "range"    // a number outside 1 to Limit
	InputValue    = "value"    // not one of the known values
)

func (e *InputError) Error() string { return e.Field + ": " + e.Code }

// Is makes every InputError match [ErrInvalid].
func (e *InputError) Is(target error) bool { return target == ErrInvalid }

// Message is the error as a sentence for the asker, with the cure, in the
// given language ("tr" or "en").
func (e *InputError) Message(language string) string { return inputMessage(e, language) }
