//go:build unix

package corpus_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"alinti/retrieval/corpus"
)

// A folder full of traps: every one is refused by name, none hangs, and the
// good files are read.
func TestLoadDirTraps(t *testing.T) {
	dir, outside := t.TempDir(), t.TempDir()
	write := func(path, text string) {
		t.Helper()
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	link := func(target, name string) {
		t.Helper()
		if err := os.Symlink(target, filepath.Join(dir, name)); err != nil {
			t.Fatal(err)
		}
	}
	write(filepath.Join(dir, "good.txt"), "İyi dosya.")
	write(filepath.Join(outside, "passwd.txt"), "Dışarıda kalmalı.")
	if err := syscall.Mkfifo(filepath.Join(dir, "fifo.txt"), 0o644); err != nil {
		t.Fatal(err)
	}
	if err := os.Mkdir(filepath.Join(dir, "folder.txt"), 0o755); err != nil {
		t.Fatal(err)
	}
	link("good.txt", "inside.md")
	link(filepath.Join(outside, "passwd.txt"), "outside.txt")
	link("../"+filepath.Base(outside)+"/passwd.txt", "dots.txt")
	link("loop.txt", "loop.txt")
	link("/dev/zero", "device.txt")
	link("fifo.txt", "pipe.txt")
	link("folder.txt", "linked-folder.txt")
	link("nowhere", "dangling.txt")

	c, err := corpus.LoadDir(dir)
	if c == nil || len(c.Documents) != 2 || c.Document("good") == nil || c.Document("inside") == nil {
		t.Fatalf("LoadDir read %+v, want good.txt and inside.md", c)
	}
	for name, kind := range map[string]error{
		"fifo.txt": corpus.ErrNotRegular, "pipe.txt": corpus.ErrNotRegular, "linked-folder.txt": corpus.ErrNotRegular,
		"outside.txt": corpus.ErrUnreadable, "dots.txt": corpus.ErrUnreadable, "loop.txt": corpus.ErrUnreadable,
		"device.txt": corpus.ErrUnreadable, "dangling.txt": corpus.ErrUnreadable,
	} {
		if got := errorOf(err, name); !errors.Is(got, kind) {
			t.Errorf("%s: %v, want %v", name, got, kind)
		}
	}
	if strings.Contains(err.Error(), "Dışarıda") {
		t.Error("the error holds text from outside of the folder")
	}
}

// What a file's name holds and a person cannot see is told by number, and a
// line break in it begins no line; what the file system says comes without the
// names of its calls.
func TestHostileNames(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{"a\x1b[31m\nalinti: b.txt", "\u202etxt.c.txt", "ç d.txt"} {
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("/dev/zero", filepath.Join(dir, "out.txt")); err != nil {
		t.Fatal(err)
	}
	_, err := corpus.LoadDir(dir)
	const empty = ": holds no text: write something in it, or take it out of the folder"
	want := "articles in " + dir + ": " + strings.Join([]string{
		`"a\x1b[31m\nalinti: b.txt"` + empty,
		"out.txt: cannot be read: path escapes from parent: check that it exists inside the folder and may be read",
		"ç d.txt" + empty,
		`"\u202etxt.c.txt"` + empty,
	}, "\n")
	if err == nil || err.Error() != want {
		t.Errorf("LoadDir:\n%v\nwant\n%s", err, want)
	}
}

// errorOf is the error about one file among those that err joins.
func errorOf(err error, file string) error {
	switch e := err.(type) {
	case *corpus.FileError:
		if e.File == file {
			return e
		}
	case interface{ Unwrap() []error }:
		for _, inner := range e.Unwrap() {
			if got := errorOf(inner, file); got != nil {
				return got
			}
		}
	case interface{ Unwrap() error }:
		return errorOf(e.Unwrap(), file)
	}
	return nil
}
