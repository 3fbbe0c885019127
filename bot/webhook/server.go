package webhook

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"
)

// Serve answers requests that come through the listener until ctx ends, then
// stops gracefully and returns nil: what a handler has begun is answered.
//
// The stop has three steps. During the lame duck requests are still taken,
// but /readyz says no and every reply closes its connection, so that a load
// balancer or a client goes elsewhere. (Server.SetKeepAlivesEnabled
// comes after it: it cuts idle connections under a request on its way.) Then nothing new is taken, and what is
// being answered has ShutdownTimeout to end. What is left then is cut.
func (s *Service) Serve(ctx context.Context, l net.Listener) error {
	conns := newTracker(l)
	server := s.server(conns)
	served := make(chan error, 1)
	go func() { served <- server.Serve(conns) }()
	select {
	case err := <-served:
		return fmt.Errorf("serve on %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	err := s.stop(server, conns)
	if e := <-served; !errors.Is(e, http.ErrServerClosed) {
		return fmt.Errorf("serve on %s: %w", l.Addr(), e)
	}
	return err
}

// server is the http.Server with every bound set.
func (s *Service) server(conns *tracker) *http.Server {
	c := s.config
	return &http.Server{
		Handler:           s.Handler(),
		ReadHeaderTimeout: c.ReadHeaderTimeout,
		ReadTimeout:       c.ReadTimeout,
		WriteTimeout:      c.WriteTimeout,
		IdleTimeout:       c.IdleTimeout,
		MaxHeaderBytes:    c.MaxHeaderBytes,
		ConnState:         conns.state,
		ConnContext:       withConn,
		ErrorLog:          slog.NewLogLogger(s.log.Handler(), slog.LevelWarn),
	}
}

func (s *Service) stop(server *http.Server, conns *tracker) error {
	s.draining.Store(true)
	time.Sleep(s.config.LameDuck)
	ctx, cancel := context.WithTimeout(context.Background(), s.config.ShutdownTimeout)
	defer cancel()
	server.SetKeepAlivesEnabled(false)
	conns.drain()
	if err := server.Shutdown(ctx); err != nil {
		_ = server.Close()
		return fmt.Errorf("stop: requests were still being answered after %v and were cut: %w", s.config.ShutdownTimeout, err)
	}
	return nil
}
