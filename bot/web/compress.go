package web

import (
	"compress/gzip"
	"net/http"
	"strconv"
	"strings"
	"sync"
)

// compressed sends what next writes compressed by gzip, to whoever takes it.
// What was flushed arrives at once all the same.
func compressed(next http.Handler) http.Handler {
	pool := sync.Pool{New: func() any { return gzip.NewWriter(nil) }}
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Add("Vary", "Accept-Encoding")
		if r.Method == http.MethodHead || !takesGzip(r) {
			next.ServeHTTP(w, r)
			return
		}
		z := pool.Get().(*gzip.Writer)
		z.Reset(w)
		defer func() {
			z.Reset(nil)
			pool.Put(z)
		}()
		c := &compressing{ResponseWriter: w, z: z}
		next.ServeHTTP(c, r) // after a panic the reply must not look whole
		if c.begun {
			_ = z.Close() // the reader left
		}
	})
}

// takesGzip reports whether the request accepts gzip.
func takesGzip(r *http.Request) bool {
	for part := range strings.SplitSeq(strings.Join(r.Header["Accept-Encoding"], ","), ",") {
		coding, q, weighed := strings.Cut(strings.ReplaceAll(part, " ", ""), ";q=")
		if strings.EqualFold(coding, "gzip") {
			weight, err := strconv.ParseFloat(q, 64)
			return !weighed || err == nil && weight > 0
		}
	}
	return false
}

// A compressing is a response whose body goes through gzip.
type compressing struct {
	http.ResponseWriter
	z     *gzip.Writer
	begun bool
}

// WriteHeader says that the body is compressed.
func (c *compressing) WriteHeader(status int) {
	if !c.begun {
		c.begun = true
		c.Header().Set("Content-Encoding", "gzip")
		c.Header().Del("Content-Length")
	}
	c.ResponseWriter.WriteHeader(status)
}

func (c *compressing) Write(b []byte) (int, error) {
	if !c.begun {
		c.WriteHeader(http.StatusOK)
	}
	return c.z.Write(b)
}

// FlushError sends what was written so far.
func (c *compressing) FlushError() error {
	if err := c.z.Flush(); err != nil {
		return err
	}
	return http.NewResponseController(c.ResponseWriter).Flush()
}
