package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"time"
)

// Deliveries keeps deliveries in a SQLite file (with its -wal and -shm beside
// it). Several processes may have it open, and other tables may be in it.
type Deliveries struct{ db *sql.DB }

// deliveriesSchema brings a file of any earlier version up to date.
const deliveriesSchema = `
CREATE TABLE IF NOT EXISTS deliveries (
	id TEXT PRIMARY KEY, url TEXT NOT NULL, request BLOB, payload BLOB, state TEXT NOT NULL,
	attempts INTEGER NOT NULL, next INTEGER NOT NULL, created INTEGER NOT NULL, error TEXT NOT NULL
) STRICT;
CREATE INDEX IF NOT EXISTS deliveries_due ON deliveries (state, next, id);
CREATE TABLE IF NOT EXISTS disabled (url TEXT PRIMARY KEY) STRICT;
`

// OpenDeliveries opens the file, or makes it. A write is on the disk when its
// call returns.
func OpenDeliveries(ctx context.Context, path string) (*Deliveries, error) {
	db, err := openFile(path)
	if err != nil {
		return nil, err
	}
	if _, err := db.ExecContext(ctx, deliveriesSchema); err != nil {
		return nil, errors.Join(failed("store "+path, err), db.Close())
	}
	return &Deliveries{db}, nil
}

// Close ends the use of the file.
func (s *Deliveries) Close() error { return s.db.Close() }

// Save adds a delivery, or puts it in the place of the one with its id.
func (s *Deliveries) Save(ctx context.Context, d Delivery) error {
	_, err := s.db.ExecContext(ctx, `INSERT OR REPLACE INTO deliveries (id, url, request, payload, state, attempts, next, created, error)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
		d.ID, d.URL, d.Request, d.Payload, d.State, d.Attempts, d.Next.UnixMicro(), d.Created.UnixMicro(), d.Error)
	return wrap("save delivery "+d.ID, err)
}

const selectDelivery = `SELECT id, url, request, payload, state, attempts, next, created, error FROM deliveries `

// Get gives a delivery by its id, or an error that matches [ErrNotFound].
func (s *Deliveries) Get(ctx context.Context, id string) (Delivery, error) {
	found, err := s.query(ctx, selectDelivery+"WHERE id = ?", id)
	if err == nil && len(found) == 0 {
		return Delivery{}, fmt.Errorf("delivery %s: %w", id, ErrNotFound)
	}
	if err != nil {
		return Delivery{}, err
	}
	return found[0], nil
}

// List gives the newest deliveries of a state, at most n.
func (s *Deliveries) List(ctx context.Context, state string, n int) ([]Delivery, error) {
	return s.query(ctx, selectDelivery+"WHERE state = ? ORDER BY created DESC, id DESC LIMIT ?", state, n)
}

// Due gives the waiting deliveries in the order in which they are due, at most
// n, due or not.
func (s *Deliveries) Due(ctx context.Context, n int) ([]Delivery, error) {
	return s.query(ctx, selectDelivery+"WHERE state = 'waiting' ORDER BY next, id LIMIT ?", n)
}

func (s *Deliveries) query(ctx context.Context, query string, args ...any) ([]Delivery, error) {
	rows, err := s.db.QueryContext(ctx, query, args...)
	if err != nil {
		return nil, wrap("read deliveries", err)
	}
	defer func() { _ = rows.Close() }()
	var found []Delivery
	for rows.Next() {
		var d Delivery
		var next, created int64
		if err := rows.Scan(&d.ID, &d.URL, &d.Request, &d.Payload, &d.State, &d.Attempts, &next, &created, &d.Error); err != nil {
			return nil, wrap("read deliveries", err)
		}
		d.Next, d.Created = time.UnixMicro(next).UTC(), time.UnixMicro(created).UTC()
		found = append(found, d)
	}
	return found, wrap("read deliveries", rows.Err())
}

// Count says how many deliveries are in a state.
func (s *Deliveries) Count(ctx context.Context, state string) (n int, err error) {
	err = s.db.QueryRowContext(ctx, "SELECT count(*) FROM deliveries WHERE state = ?", state).Scan(&n)
	return n, wrap("count deliveries", err)
}

// Forget drops the deliveries of a state that were created before a time.
func (s *Deliveries) Forget(ctx context.Context, state string, before time.Time) error {
	_, err := s.db.ExecContext(ctx, "DELETE FROM deliveries WHERE state = ? AND created < ?", state, before.UnixMicro())
	return wrap("forget deliveries", err)
}

// Disable marks a receiver as one that wants nothing any more, or takes the
// mark off.
func (s *Deliveries) Disable(ctx context.Context, url string, disabled bool) error {
	query := "DELETE FROM disabled WHERE url = ?"
	if disabled {
		query = "INSERT OR IGNORE INTO disabled (url) VALUES (?)"
	}
	_, err := s.db.ExecContext(ctx, query, url)
	return wrap("disable a receiver", err)
}

// Disabled reports whether the receiver is marked.
func (s *Deliveries) Disabled(ctx context.Context, url string) (bool, error) {
	var one int
	err := s.db.QueryRowContext(ctx, "SELECT 1 FROM disabled WHERE url = ?", url).Scan(&one)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, wrap("look up a receiver", err)
}

func wrap(doing string, err error) error {
	return failed("store: "+doing, err)
}
