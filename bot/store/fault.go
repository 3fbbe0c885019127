package store

import (
	"errors"
	"fmt"

	"alinti/bot"

	"modernc.org/sqlite"
)

// cures say what to do about what goes wrong with the file, by SQLite's primary
// result code. https://www.sqlite.org/rescode.html
var cures = map[int]string{
	5:  "another program holds the file of store.path; end it, or name another file",
	8:  "the file of store.path cannot be written; give the user that runs alinti the right to",
	10: "the disk of store.path has a fault, or is full; make room or mend it, nothing needs a restart",
	11: "the file of store.path is damaged; move it away, with what is beside it, and start again",
	13: "the disk of store.path is full; make room, nothing needs a restart",
	14: "the file of store.path cannot be opened; give the user that runs alinti the right to its folder",
	26: "the file of store.path is no database; name another file",
}

// A fault is an error with a cure, which is outside the program: it matches
// [bot.ErrUnavailable].
type fault struct{ error }

func (f fault) Unwrap() error { return f.error }

func (fault) Is(target error) bool { return target == bot.ErrUnavailable }

// failed says what failed, and the cure if there is one. A nil err stays nil.
func failed(doing string, err error) error {
	if err == nil {
		return nil
	}
	var said *sqlite.Error
	if errors.As(err, &said) {
		if cure, ok := cures[said.Code()&0xff]; ok {
			return fault{fmt.Errorf("%s: %s: %w", doing, cure, err)}
		}
	}
	return fmt.Errorf("%s: %w", doing, err)
}
