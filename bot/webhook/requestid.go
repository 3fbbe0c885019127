package webhook

import (
	"crypto/rand"
	"encoding/hex"
	"strconv"
	"sync/atomic"
)

// ids makes request ids: a random prefix of the process and a counter, so that
// they are unique in a log that outlives restarts, and cheap.
type ids struct {
	prefix string
	last   atomic.Uint64
}

func newIDs() *ids {
	var b [6]byte
	_, _ = rand.Read(b[:]) // never fails, says its documentation
	return &ids{prefix: hex.EncodeToString(b[:]) + "-"}
}

func (g *ids) next() string {
	var buf [32]byte
	return string(strconv.AppendUint(append(buf[:0], g.prefix...), g.last.Add(1), 36))
}

// maxRequestID is the longest X-Request-Id taken over from a caller, in bytes.
const maxRequestID = 128

// saneID reports whether an id from outside can stand in a log and a header.
func saneID(id string) bool {
	if id == "" || len(id) > maxRequestID {
		return false
	}
	for i := range len(id) {
		c := id[i]
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		case c == '-', c == '_', c == '.', c == ':', c == '/', c == '+', c == '=':
		default:
			return false
		}
	}
	return true
}
