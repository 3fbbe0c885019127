package webhook

import (
	"context"
	"net"
	"net/http"
	"time"
)

// An answer over the articles alone never waits for anything but a processor,
// so that the places for requests do not fill when too many come: they wait in
// the sockets, and all get slower. How long the request has lain there is what
// tells. It is looked at when there are so many connections that a request may
// have waited at all.
const crowd = 64

// connKey is the key of a request's context under which its connection stands.
type connKey struct{}

// withConn is the http.Server's ConnContext.
func withConn(ctx context.Context, c net.Conn) context.Context {
	return context.WithValue(ctx, connKey{}, c)
}

// waited is how long the request has lain in its socket before it was looked
// at; 0 where that is not known or cannot be long.
func waited(r *http.Request) time.Duration {
	c, ok := r.Context().Value(connKey{}).(*conn)
	if !ok || c.of.open.Load() < crowd {
		return 0
	}
	return sinceReceived(c.Conn)
}
