package webhook

import (
	"errors"
	"fmt"
	"net"
	"net/netip"
	"net/url"
	"time"
)

// Config is what can be set of the HTTP door.
type Config struct {
	Token        string        `mapstructure:"token"`          // bearer token that guards /v1 and /metrics. Secret
	AdminToken   string        `mapstructure:"admin_token"`    // bearer token of who may see what was asked; opens everything that Token does. Secret
	Secrets      []string      `mapstructure:"secrets"`        // signing secrets, whsec_…, of requests signed by Standard Webhooks; old and new during a rotation. Secret
	AllowOpen    bool          `mapstructure:"allow_open"`     // listen beyond loopback without a token or a secret
	MaxBodyBytes int64         `mapstructure:"max_body_bytes"` // of a request, 1 KiB to 16 MiB
	AccessLog    bool          `mapstructure:"access_log"`     // one log line a request, never with the question
	AskTimeout   time.Duration `mapstructure:"ask_timeout"`    // for one answer; below WriteTimeout

	MaxInFlight    int      `mapstructure:"max_in_flight"`   // requests under /v1 and /mcp answered at once, 1 to 100,000; more wait 50 ms, then get a 503
	RateAddress    int      `mapstructure:"rate_address"`    // requests a minute of one address (of IPv6, one /64), 0 to 1,000,000; 0: no limit
	RateAuthorized int      `mapstructure:"rate_authorized"` // requests a minute of all who hold the token or a secret, the same
	TrustedProxies []string `mapstructure:"trusted_proxies"` // networks whose X-Forwarded-For is believed
	CORSOrigins    []string `mapstructure:"cors_origins"`    // origins whose pages may use the service (https://example.org), or *

	StreamHeartbeat time.Duration `mapstructure:"stream_heartbeat"` // between two comments of a stream that waits

	ReadHeaderTimeout time.Duration `mapstructure:"read_header_timeout"` // to send the header
	ReadTimeout       time.Duration `mapstructure:"read_timeout"`        // to send the whole request
	WriteTimeout      time.Duration `mapstructure:"write_timeout"`       // from the end of the header to the end of the reply
	IdleTimeout       time.Duration `mapstructure:"idle_timeout"`        // between two requests of a connection
	MaxHeaderBytes    int           `mapstructure:"max_header_bytes"`    // of a request, 1 KiB to 1 MiB

	LameDuck        time.Duration `mapstructure:"lame_duck"`        // on a stop: still serving, but not ready and closing connections; 0 to 1 minute
	ShutdownTimeout time.Duration `mapstructure:"shutdown_timeout"` // on a stop, after the lame duck: to finish what was begun
}

// DefaultConfig serves on loopback without a token.
func DefaultConfig() Config {
	return Config{
		MaxBodyBytes:      64 << 10,
		AccessLog:         true,
		AskTimeout:        30 * time.Second,
		MaxInFlight:       512,
		StreamHeartbeat:   10 * time.Second,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      60 * time.Second,
		IdleTimeout:       120 * time.Second,
		MaxHeaderBytes:    16 << 10,
		LameDuck:          500 * time.Millisecond,
		ShutdownTimeout:   4 * time.Second,
	}
}

// minToken is the least number of bytes of a token: 128 bits in hexadecimal
// are 32, in base64 22; what is below 16 can be guessed.
const minToken = 16

// Validate says what is wrong with the settings, each key with its cure.
func (c Config) Validate() error {
	var errs []error
	fail := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	for _, t := range []struct{ key, token string }{{"token", c.Token}, {"admin_token", c.AdminToken}} {
		if t.token != "" && len(t.token) < minToken {
			fail("webhook.%s: must have at least %d characters; make one with: openssl rand -hex 32", t.key, minToken)
		}
		if !validToken(t.token) {
			fail("webhook.%s: must be visible ASCII without spaces; make one with: openssl rand -hex 32", t.key)
		}
	}
	if c.Token != "" && c.Token == c.AdminToken {
		fail("webhook.admin_token: is the same as webhook.token; make another with: openssl rand -hex 32")
	}
	if _, err := newVerifier(c.Secrets, nil); err != nil {
		errs = append(errs, err)
	}
	between := func(key string, v, lo, hi int64) {
		if v < lo || v > hi {
			fail("webhook.%s: %d is not from %d to %d", key, v, lo, hi)
		}
	}
	between("max_body_bytes", c.MaxBodyBytes, 1<<10, 16<<20)
	between("max_in_flight", int64(c.MaxInFlight), 1, 100_000)
	between("rate_address", int64(c.RateAddress), 0, 1_000_000)
	between("rate_authorized", int64(c.RateAuthorized), 0, 1_000_000)
	if _, err := newProxies(c.TrustedProxies); err != nil {
		errs = append(errs, err)
	}
	for _, origin := range c.CORSOrigins {
		if u, err := url.Parse(origin); origin != "*" && (err != nil || u.Host == "" || origin != u.Scheme+"://"+u.Host) {
			fail("webhook.cors_origins: %q is not an origin such as https://example.org", origin)
		}
	}
	between("max_header_bytes", int64(c.MaxHeaderBytes), 1<<10, 1<<20)
	lasting := func(key string, v, lo, hi time.Duration) {
		if v < lo || v > hi {
			fail("webhook.%s: %v is not from %v to %v", key, v, lo, hi)
		}
	}
	lasting("ask_timeout", c.AskTimeout, 10*time.Millisecond, 10*time.Minute)
	lasting("stream_heartbeat", c.StreamHeartbeat, 10*time.Millisecond, 10*time.Minute)
	lasting("read_header_timeout", c.ReadHeaderTimeout, 100*time.Millisecond, time.Minute)
	lasting("read_timeout", c.ReadTimeout, 100*time.Millisecond, 10*time.Minute)
	lasting("write_timeout", c.WriteTimeout, 100*time.Millisecond, 20*time.Minute)
	lasting("idle_timeout", c.IdleTimeout, 100*time.Millisecond, time.Hour)
	lasting("lame_duck", c.LameDuck, 0, time.Minute)
	lasting("shutdown_timeout", c.ShutdownTimeout, 0, 10*time.Minute)
	if c.AskTimeout >= c.WriteTimeout {
		fail("webhook.ask_timeout: %v must be below webhook.write_timeout (%v), else the error cannot be sent", c.AskTimeout, c.WriteTimeout)
	}
	return errors.Join(errs...)
}

// validToken reports whether the token can stand in an Authorization header:
// visible ASCII, wider than the token68 of RFC 9110, section 11.2.
func validToken(token string) bool {
	for i := range len(token) {
		if token[i] <= ' ' || token[i] > '~' {
			return false
		}
	}
	return true
}

// CheckListen refuses an address that others than this machine can reach when
// nothing guards the service and AllowOpen does not say that this is meant.
func (c Config) CheckListen(address string) error {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return fmt.Errorf("listen: %q is not host:port, such as 127.0.0.1:8080: %w", address, err)
	}
	if c.guarded() || c.AllowOpen || loopback(host) {
		return nil
	}
	return fmt.Errorf("listen: %s can be reached from other machines and neither webhook.token nor webhook.secrets is set; "+
		"set one of them, listen on 127.0.0.1, or set webhook.allow_open to true if something else guards it", address)
}

// guarded reports whether a caller has to show something.
func (c Config) guarded() bool { return c.Token != "" || len(c.Secrets) > 0 }

func loopback(host string) bool {
	if host == "localhost" {
		return true
	}
	ip, err := netip.ParseAddr(host)
	return err == nil && ip.Unmap().IsLoopback()
}
