package corpus

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
)

// A Collection is the set of documents that questions are asked of, in a
// fixed order. It is never changed once built.
type Collection struct {
	Documents []*Document

	digest string // see Digest
}

// NewCollection puts documents together in the order given. Two documents of
// one id are an error that names both files and matches [ErrDuplicate]; so is
// a collection of none, which matches [ErrEmpty].
func NewCollection(docs ...*Document) (*Collection, error) {
	if len(docs) == 0 {
		return nil, fmt.Errorf("a collection needs at least one document: %w", ErrEmpty)
	}
	var errs []error
	seen := make(map[string]*Document, len(docs))
	for _, d := range docs {
		if first, ok := seen[d.ID]; ok {
			errs = append(errs, &FileError{File: d.File, Err: fmt.Errorf("%w: id %q is taken by %s", ErrDuplicate, d.ID, first.File),
				Cure: "rename one of the files, or give them different ids in " + ManifestName})
			continue
		}
		seen[d.ID] = d
	}
	if err := errors.Join(errs...); err != nil {
		return nil, err
	}
	c := &Collection{Documents: docs}
	c.digest = c.hash()
	return c, nil
}

// Digest is one name for the bytes of all documents in their order: the hex
// SHA-256 over their hex digests, each with a line feed after it.
func (c *Collection) Digest() string {
	if c.digest == "" { // not made by NewCollection
		return c.hash()
	}
	return c.digest
}

func (c *Collection) hash() string {
	h := sha256.New()
	for _, d := range c.Documents {
		_, _ = io.WriteString(h, d.SHA256+"\n") // a hash takes everything
	}
	return hex.EncodeToString(h.Sum(nil))
}

// Document is the document of that id, or nil.
func (c *Collection) Document(id string) *Document {
	for _, d := range c.Documents {
		if d.ID == id {
			return d
		}
	}
	return nil
}
