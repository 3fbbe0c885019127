package store

import (
	"errors"
	"time"
)

// Config says where what outlives a restart is kept, and for how long.
type Config struct {
	Path      string        `mapstructure:"path"`      // of the SQLite file; empty: nothing is kept
	Retention time.Duration `mapstructure:"retention"` // after which an entry is deleted; a day to ten years
}

// DefaultConfig keeps nothing; told to keep, it keeps for thirty days.
func DefaultConfig() Config { return Config{Retention: 30 * day} }

const day = 24 * time.Hour

// Validate checks the retention.
func (c Config) Validate() error {
	if c.Retention < day || c.Retention > 3650*day {
		return errors.New("retention: must be from 24h to 87600h; write it like 720h")
	}
	return nil
}
