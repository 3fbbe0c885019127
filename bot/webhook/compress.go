package webhook

import (
	"bytes"
	"compress/gzip"
	"net/http"
	"strings"
	"sync"
)

// minGzip is the least body worth compressing, in bytes: what fits one packet
// gets there as fast as it is.
const minGzip = 1400

// gzips holds compressors between requests; each has some hundred kilobytes.
var gzips = sync.Pool{New: func() any {
	z, _ := gzip.NewWriterLevel(nil, gzip.BestSpeed) // the level is known
	return z
}}

// acceptsGzip reports whether the caller takes gzip.
func acceptsGzip(r *http.Request) bool {
	for _, h := range r.Header["Accept-Encoding"] {
		for part := range strings.SplitSeq(h, ",") {
			coding, q, _ := strings.Cut(part, ";")
			if strings.EqualFold(strings.TrimSpace(coding), "gzip") {
				q = strings.ReplaceAll(q, " ", "")
				return q != "q=0" && q != "q=0.0" && q != "q=0.00" && q != "q=0.000"
			}
		}
	}
	return false
}

// compress gives the body compressed.
func compress(body []byte) []byte {
	z := gzips.Get().(*gzip.Writer)
	defer gzips.Put(z)
	var b bytes.Buffer
	z.Reset(&b)
	_, _ = z.Write(body) // a bytes.Buffer does not fail
	_ = z.Close()
	return b.Bytes()
}
