package webhook

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"net/http"
	"strings"
)

var revalidate = []string{"no-cache"} // keep it, and ask whether it has changed

// writeTagged sends v with an entity tag of its bytes, or 304 when the caller
// has them. The tag is weak: compressed or not, they say the same.
func (w *response) writeTagged(r *http.Request, v any) error {
	var b bytes.Buffer
	if err := encodeJSON(&b, v); err != nil {
		return internal.because(err)
	}
	sum := sha256.Sum256(b.Bytes())
	tag := `"` + hex.EncodeToString(sum[:16]) + `"`
	h := w.Header()
	h["Etag"] = []string{"W/" + tag}
	h["Cache-Control"] = revalidate
	for known := range strings.SplitSeq(r.Header.Get("If-None-Match"), ",") {
		known = strings.TrimPrefix(strings.TrimSpace(known), "W/")
		if known == tag || known == "*" {
			w.WriteHeader(http.StatusNotModified)
			return nil
		}
	}
	return w.writeBytes(http.StatusOK, jsonType, b.Bytes())
}
