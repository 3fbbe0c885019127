package corpus

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// LoadDir is [Load] for a folder of the machine. Nothing outside of it is
// read, also not through a link.
func LoadDir(dir string) (*Collection, error) {
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, &FileError{File: dir, Err: fmt.Errorf("%w: %w", ErrUnreadable, reason(err)), Cure: "check the path and its permissions"}
	}
	defer root.Close()
	c, err := Load(rootFS{root})
	if err != nil {
		return c, fmt.Errorf("articles in %s: %w", quoted(dir), err)
	}
	return c, nil
}

// LoadFile reads a file of the machine as LoadDir reads one of its folder: a
// regular one, of at most [MaxFileSize] bytes, whose links do not lead out of
// its folder. The error is an [fs.ErrNotExist] when there is none.
func LoadFile(name string) ([]byte, error) {
	root, err := os.OpenRoot(filepath.Dir(name))
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer root.Close()
	return readFile(rootFS{root}, filepath.Base(name), MaxFileSize)
}

// A rootFS is a folder whose files open without waiting: a pipe that took a
// file's place after it was looked at must not hang the program.
type rootFS struct{ root *os.Root }

func (r rootFS) Open(name string) (fs.File, error) {
	return r.root.OpenFile(name, os.O_RDONLY|syscall.O_NONBLOCK, 0)
}

func (r rootFS) Stat(name string) (fs.FileInfo, error) { return r.root.Stat(name) }
