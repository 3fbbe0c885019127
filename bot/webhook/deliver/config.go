package deliver

import (
	"errors"
	"fmt"
	"time"
)

// Config is what can be set of callbacks.
type Config struct {
	Endpoints  []string      `mapstructure:"endpoints"`   // receivers that a request may name, each NAME=URL. Secret: an address may hold a key
	AnyURL     bool          `mapstructure:"any_url"`     // requests may bring an address of their own
	Allow      []string      `mapstructure:"allow"`       // networks that may be reached although they are not public (10.1.0.0/16)
	Ports      []string      `mapstructure:"ports"`       // of receivers
	Timeout    time.Duration `mapstructure:"timeout"`     // for one attempt, 1 s to 1 min
	Workers    int           `mapstructure:"workers"`     // attempts at once, 1 to 256
	MaxWaiting int           `mapstructure:"max_waiting"` // jobs that may wait, 1 to 1,000,000
	Keep       time.Duration `mapstructure:"keep"`        // how long a delivered job can be looked up, 1 min to 1 year
	KeepDead   time.Duration `mapstructure:"keep_dead"`   // how long one that was given up, 1 min to 1 year
}

// DefaultConfig reaches public receivers on the web's ports. Standard Webhooks
// advises a timeout of 15 to 30 s.
func DefaultConfig() Config {
	return Config{
		AnyURL: true, Ports: []string{"443", "80"}, Timeout: 15 * time.Second, Workers: 8, MaxWaiting: 10_000,
		Keep: 24 * time.Hour, KeepDead: 30 * 24 * time.Hour,
	}
}

// Validate says what is wrong with the settings, each key with its cure.
func (c Config) Validate() error {
	var errs []error
	g, err := newGuard(c)
	if err == nil {
		_, err = newEndpoints(c.Endpoints, g)
	}
	if err != nil {
		errs = append(errs, err)
	}
	if len(c.Ports) == 0 {
		errs = append(errs, errors.New("callbacks.ports: is empty; name at least one, such as 443"))
	}
	between := func(key string, v, lo, hi int) {
		if v < lo || v > hi {
			errs = append(errs, fmt.Errorf("callbacks.%s: %d is not from %d to %d", key, v, lo, hi))
		}
	}
	between("workers", c.Workers, 1, 256)
	between("max_waiting", c.MaxWaiting, 1, 1_000_000)
	lasting := func(key string, v, lo, hi time.Duration) {
		if v < lo || v > hi {
			errs = append(errs, fmt.Errorf("callbacks.%s: %v is not from %v to %v", key, v, lo, hi))
		}
	}
	const year = 365 * 24 * time.Hour
	lasting("timeout", c.Timeout, time.Second, time.Minute)
	lasting("keep", c.Keep, time.Minute, year)
	lasting("keep_dead", c.KeepDead, time.Minute, year)
	return errors.Join(errs...)
}
