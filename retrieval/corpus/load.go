package corpus

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// Limits of a folder. They keep a mistaken setting (a home folder, a log
// file) from filling the memory; a larger collection belongs in a search service.
const (
	MaxFileSize  = 8 << 20   // bytes of one file
	MaxFiles     = 10_000    // texts in one folder
	MaxTotalSize = 256 << 20 // bytes of all texts of one folder
)

// SynonymsFile is the name of a list of synonyms beside the texts. It is not one
// of them, unless the manifest lists it.
const SynonymsFile = "synonyms.txt"

// Load reads the .txt and .md files right inside fsys, in the order of their
// names, and the manifest beside them if there is one. Folders, files whose
// name begins with a dot, and [SynonymsFile] are left alone. It reads everything before it
// returns: the error joins a [FileError] for each file that was refused, and
// the collection holds the others, or is nil when there are none.
func Load(fsys fs.FS) (*Collection, error) {
	names, err := texts(fsys)
	if err != nil {
		return nil, err
	}
	manifest, err := readManifest(fsys)
	if _, listed := manifest[SynonymsFile]; !listed {
		names = slices.DeleteFunc(names, func(name string) bool { return name == SynonymsFile })
	}
	errs := []error{err}
	for _, file := range missing(manifest, names) {
		errs = append(errs, manifestError("documents.file", fmt.Sprintf("there is no file %q", file), "correct the name or remove the entry"))
	}
	if len(names) == 0 {
		return nil, errors.Join(append(errs, &FileError{File: "folder", Err: ErrEmpty, Cure: "put .txt or .md files right into it"})...)
	}
	docs, docErrs := readAll(fsys, names, manifest)
	errs = append(errs, docErrs...)
	if len(docs) == 0 {
		return nil, errors.Join(errs...)
	}
	c, err := NewCollection(docs...)
	return c, errors.Join(append(errs, err)...)
}

// texts are the names of the files to read.
func texts(fsys fs.FS) ([]string, error) {
	entries, err := fs.ReadDir(fsys, ".")
	if err != nil {
		return nil, &FileError{File: "folder", Err: fmt.Errorf("%w: %w", ErrUnreadable, reason(err)), Cure: "check the path and its permissions"}
	}
	var names []string
	for _, e := range entries {
		ext := strings.ToLower(path.Ext(e.Name()))
		if !strings.HasPrefix(e.Name(), ".") && !e.IsDir() && (ext == ".txt" || ext == ".md") {
			names = append(names, e.Name())
		}
	}
	if len(names) > MaxFiles {
		return nil, &FileError{File: "folder", Err: fmt.Errorf("%w: %d texts, at most %d", ErrTooLarge, len(names), MaxFiles), Cure: "join small files, or use a search service"}
	}
	slices.Sort(names)
	return names, nil
}

// missing are the files that the manifest lists and the folder does not have.
func missing(manifest map[string]Source, names []string) []string {
	var out []string
	for file := range manifest {
		if _, ok := slices.BinarySearch(names, file); !ok {
			out = append(out, file)
		}
	}
	slices.Sort(out)
	return out
}

// readAll reads and cuts the files, and goes on after one that it refuses.
func readAll(fsys fs.FS, names []string, manifest map[string]Source) (docs []*Document, errs []error) {
	total := 0
	for _, name := range names {
		data, err := readFile(fsys, name, MaxFileSize)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		if total += len(data); total > MaxTotalSize {
			err := fmt.Errorf("%w: the texts up to here are over %d bytes", ErrTooLarge, MaxTotalSize)
			return docs, append(errs, &FileError{File: name, Err: err, Cure: "split the folder, or use a search service"})
		}
		src := manifest[name]
		src.File = name
		d, err := New(src, string(data))
		if err != nil {
			errs = append(errs, err)
			continue
		}
		docs = append(docs, d)
	}
	return docs, errs
}

// readFile reads a regular file of at most limit bytes. What a link leads to
// counts, and a pipe or device is never opened.
func readFile(fsys fs.FS, name string, limit int64) ([]byte, error) {
	info, err := fs.Stat(fsys, name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	if err := regular(name, info, limit); err != nil {
		return nil, err
	}
	f, err := fsys.Open(name)
	if err != nil {
		return nil, unreadable(name, err)
	}
	defer f.Close()
	if info, err = f.Stat(); err != nil {
		return nil, unreadable(name, err)
	}
	if err := regular(name, info, limit); err != nil {
		return nil, err
	}
	data, err := io.ReadAll(io.LimitReader(f, limit+1))
	if err != nil {
		return nil, unreadable(name, err)
	}
	if int64(len(data)) > limit {
		return nil, tooLarge(name, limit)
	}
	return data, nil
}

func regular(name string, info fs.FileInfo, limit int64) error {
	if !info.Mode().IsRegular() {
		return &FileError{File: name, Err: fmt.Errorf("%w but %s", ErrNotRegular, info.Mode().Type()), Cure: "remove it from the folder"}
	}
	if info.Size() > limit {
		return tooLarge(name, limit)
	}
	return nil
}

func tooLarge(name string, limit int64) error {
	return &FileError{File: name, Err: fmt.Errorf("%w: over %d bytes", ErrTooLarge, limit), Cure: "split it into several files"}
}

func unreadable(name string, err error) error {
	return &FileError{File: name, Err: fmt.Errorf("%w: %w", ErrUnreadable, reason(err)), Cure: "check that it exists inside the folder and may be read"}
}
