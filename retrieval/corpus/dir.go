package corpus

import (
	"fmt"
	"io/fs"
	"os"
	"syscall"
)

// LoadDir is [Load] for a folder of the machine. Nothing outside of it is
// read, also not through a link.
func LoadDir(dir string) (*Collection, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, &FileError{File: dir, Err: fmt.Errorf("%w: %w", ErrUnreadable, err), Cure: "check the path and its permissions"}
	}
	defer root.Close()
	c, err := Load(rootFS{root})
	if err != nil {
		return c, fmt.Errorf("articles in %s: %w", dir, err)
	}
	return c, nil
}

// A rootFS is a folder whose files open without waiting: a pipe that took a
// file's place after it was looked at must not hang the program.
type rootFS struct{ root *os.Root }

func (r rootFS) Open(name string) (fs.File, error) {
	return r.root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
}

func (r rootFS) Stat(name string) (fs.FileInfo, error) { return r.root.Stat(name) }
