package store

import (
	"context"
	"log/slog"
	"sync/atomic"
)

const (
	mostPending = 4096 // questions that may wait to be written
	mostBatch   = 512  // questions of one transaction
)

// A Later keeps questions without making anybody wait for the disk: they are
// written some at a time by [Later.Run]. What waits when the process is killed
// is lost, and so is what comes while too much waits; the statistics bear it.
type Later struct {
	store   *Store
	log     *slog.Logger
	pending chan Asked
	lost    atomic.Int64
}

// NewLater keeps questions in the store.
func NewLater(s *Store, log *slog.Logger) *Later {
	return &Later{store: s, log: log, pending: make(chan Asked, mostPending)}
}

// Asked takes a question to be kept.
func (l *Later) Asked(a Asked) {
	select {
	case l.pending <- a:
	default:
		l.lost.Add(1)
	}
}

// Lost is how many questions came while too many waited, or could not be
// written.
func (l *Later) Lost() int64 { return l.lost.Load() }

// Run writes until ctx ends, and then what still waits.
func (l *Later) Run(ctx context.Context) error {
	for {
		select {
		case a := <-l.pending:
			l.write(context.WithoutCancel(ctx), a)
		case <-ctx.Done():
			for len(l.pending) > 0 {
				l.write(context.WithoutCancel(ctx), <-l.pending)
			}
			return nil
		}
	}
}

// write keeps a question together with those that wait behind it.
func (l *Later) write(ctx context.Context, first Asked) {
	batch := []Asked{first}
	for len(batch) < mostBatch && len(l.pending) > 0 { // nobody else takes from it
		batch = append(batch, <-l.pending)
	}
	if err := l.store.askedAll(ctx, batch); err != nil {
		l.lost.Add(int64(len(batch)))
		l.log.Error("questions were not kept", "count", len(batch), "cause", err)
	}
}

// askedAll keeps questions in one transaction.
func (s *Store) askedAll(ctx context.Context, all []Asked) error {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return failed("keep questions", err)
	}
	defer tx.Rollback()
	for _, a := range all {
		if _, err := tx.ExecContext(ctx, insertAsked, s.row(a)...); err != nil {
			return failed("keep questions", err)
		}
	}
	if err := tx.Commit(); err != nil {
		return failed("keep questions", err)
	}
	return s.prune(ctx)
}
