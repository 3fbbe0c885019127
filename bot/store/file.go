package store

import (
	"database/sql"
	"fmt"
	"net/url"
	"os"
	"path/filepath"

	_ "modernc.org/sqlite" // the driver, without cgo
)

// openFile opens a SQLite file, and makes it where there is none, readable by
// its owner alone. A write is on the disk when its call returns (write-ahead
// log, synchronous FULL), what is deleted is overwritten, and whoever meets
// another process that writes waits five seconds for it.
func openFile(path string) (*sql.DB, error) {
	if err := touch(path); err != nil {
		return nil, err
	}
	full, err := filepath.Abs(path)
	if err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	db, err := sql.Open("sqlite", (&url.URL{Scheme: "file", Path: full, RawQuery: url.Values{
		"_pragma": {"busy_timeout(5000)", "journal_mode(WAL)", "synchronous(FULL)", "secure_delete(1)"},
		"_txlock": {"immediate"},
	}.Encode()}).String())
	if err != nil {
		return nil, fmt.Errorf("store %s: %w", path, err)
	}
	db.SetMaxOpenConns(1) // one writer; SQLite has no more
	return db, nil
}

// touch makes the file for its owner alone; what SQLite puts beside it gets
// the same permissions.
func touch(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return fmt.Errorf("store: %w", err)
	}
	return f.Close()
}
