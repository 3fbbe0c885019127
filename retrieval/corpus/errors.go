package corpus

import "errors"

// Kinds of trouble with files, matched with errors.Is.
var (
	ErrEncoding   = errors.New("not UTF-8")
	ErrBinary     = errors.New("not a text file")
	ErrTooLarge   = errors.New("too large")
	ErrUnreadable = errors.New("cannot be read")
	ErrNotRegular = errors.New("not a regular file")
	ErrEmpty      = errors.New("holds no text")
	ErrDuplicate  = errors.New("not unique")
	ErrManifest   = errors.New("wrong manifest")
	ErrSource     = errors.New("wrong source")
)

// A FileError says which file was refused, why, and what to do about it. Err
// matches one of the kinds above.
type FileError struct {
	File string // name within the folder; the folder's own name when it is about the folder
	Err  error  // what is wrong
	Cure string // what to do, as an order
}

func (e *FileError) Error() string {
	msg := e.File + ": " + e.Err.Error()
	if e.Cure != "" {
		msg += ": " + e.Cure
	}
	return msg
}

// Unwrap makes the kind match with errors.Is.
func (e *FileError) Unwrap() error { return e.Err }
