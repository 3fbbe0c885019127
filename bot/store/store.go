package store

import (
	"context"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"database/sql"
	"errors"
	"fmt"
	"sync"
	"time"
)

// A Store is an open file. It may be used by any number of goroutines.
type Store struct {
	db        *sql.DB
	key       []byte // of the hashes of users and guilds
	retention time.Duration
	now       func() time.Time

	mu     sync.Mutex
	pruned time.Time // when what is too old was last deleted
}

// version is that of the tables below, in the file's user_version.
const version = 1

const tables = `
CREATE TABLE secret (key BLOB NOT NULL);
CREATE TABLE asked (
	at       INTEGER NOT NULL, -- Unix seconds
	door     TEXT NOT NULL,
	who      BLOB,             -- hash; NULL: not known
	guild    BLOB,
	question TEXT NOT NULL,
	answer   TEXT NOT NULL,    -- the answer's id
	answered INTEGER NOT NULL, -- 0 or 1
	reason   TEXT NOT NULL
);
CREATE INDEX asked_at ON asked (at);
CREATE INDEX asked_who ON asked (who);
CREATE TABLE voted (
	at     INTEGER NOT NULL,
	answer TEXT NOT NULL,
	who    BLOB NOT NULL,
	guild  BLOB,
	helped INTEGER NOT NULL,
	PRIMARY KEY (answer, who)
);
CREATE INDEX voted_who ON voted (who);
`

// Open opens the file of the settings, which must name one, and makes it where
// there is none, readable by its owner alone. A nil now is time.Now.
func Open(ctx context.Context, c Config, now func() time.Time) (*Store, error) {
	if c.Path == "" {
		return nil, errors.New("store: no path")
	}
	if now == nil {
		now = time.Now
	}
	db, err := openFile(c.Path)
	if err != nil {
		return nil, err
	}
	s := &Store{db: db, retention: c.Retention, now: now}
	if err := s.prepare(ctx); err != nil {
		return nil, errors.Join(failed("store "+c.Path, err), db.Close())
	}
	return s, nil
}

func (s *Store) prepare(ctx context.Context) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	var found int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&found); err != nil {
		return err
	}
	switch found {
	case 0:
		if err := create(ctx, tx); err != nil {
			return fmt.Errorf("make the tables: %w", err)
		}
	case version:
	default:
		return fmt.Errorf("the file is of version %d, this program knows %d; use a newer alinti or another file", found, version)
	}
	if err := tx.QueryRowContext(ctx, "SELECT key FROM secret").Scan(&s.key); err != nil {
		return fmt.Errorf("read the key of the hashes: %w", err)
	}
	if err := tx.Commit(); err != nil {
		return err
	}
	return s.prune(ctx)
}

func create(ctx context.Context, tx *sql.Tx) error {
	if _, err := tx.ExecContext(ctx, tables); err != nil {
		return err
	}
	key := make([]byte, 32)
	rand.Read(key) // never fails
	if _, err := tx.ExecContext(ctx, "INSERT INTO secret (key) VALUES (?)", key); err != nil {
		return err
	}
	_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", version))
	return err
}

// Close writes everything out and closes the file.
func (s *Store) Close() error {
	if err := s.db.Close(); err != nil {
		return fmt.Errorf("close the store: %w", err)
	}
	return nil
}

// hash stands for an id in the file; nil for none.
func (s *Store) hash(kind, id string) []byte {
	if id == "" {
		return nil
	}
	m := hmac.New(sha256.New, s.key)
	m.Write([]byte(kind + "\x00" + id))
	return m.Sum(nil)[:16]
}

// prune deletes what is older than the retention, at most once an hour.
func (s *Store) prune(ctx context.Context) error {
	now := s.now()
	s.mu.Lock()
	due := now.Sub(s.pruned) >= time.Hour
	if due {
		s.pruned = now
	}
	s.mu.Unlock()
	if !due {
		return nil
	}
	oldest := now.Add(-s.retention).Unix()
	for _, q := range []string{"DELETE FROM asked WHERE at < ?", "DELETE FROM voted WHERE at < ?"} {
		if _, err := s.db.ExecContext(ctx, q, oldest); err != nil {
			return failed("delete what is too old", err)
		}
	}
	return nil
}
