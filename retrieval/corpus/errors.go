package corpus

import (
	"errors"
	"io/fs"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

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
	msg := quoted(e.File) + ": " + e.Err.Error()
	if e.Cure != "" {
		msg += ": " + e.Cure
	}
	return msg
}

// quoted is a file's name as it is, or, with something in it that cannot be
// seen (a line break, an escape sequence, a mark of direction), in quotation
// marks with that as a number: whoever names a file writes no line of a report.
func quoted(name string) string {
	hidden := func(r rune) bool { return !unicode.IsPrint(r) }
	if utf8.ValidString(name) && strings.IndexFunc(name, hidden) < 0 {
		return name
	}
	return strconv.Quote(name)
}

// reason is what the file system said, without its call and the file's name.
func reason(err error) error {
	var at *fs.PathError
	if errors.As(err, &at) {
		return at.Err
	}
	return err
}

// Unwrap makes the kind match with errors.Is.
func (e *FileError) Unwrap() error { return e.Err }
