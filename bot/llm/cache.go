package llm

import (
	"container/list"
	"crypto/sha256"
	"encoding/binary"
	"io"
	"sync"
)

// A cache keeps the latest used replies, so that a question asked again costs
// nothing. The key is a SHA-256 over every part of the request, each preceded by
// its length; as the prompt holds the articles' sentences, it covers those too.
type cache struct {
	mu    sync.Mutex
	size  int
	order *list.List // of *entry, latest used first
	byKey map[[sha256.Size]byte]*list.Element
}

type entry struct {
	key   [sha256.Size]byte
	reply Reply
}

func newCache(size int) *cache {
	return &cache{size: size, order: list.New(), byKey: make(map[[sha256.Size]byte]*list.Element)}
}

func cacheKey(model string, r Request) [sha256.Size]byte {
	h := sha256.New()
	for _, part := range []string{model, r.System, r.User, r.SchemaName, string(r.Schema)} {
		var n [8]byte
		binary.LittleEndian.PutUint64(n[:], uint64(len(part)))
		h.Write(n[:])
		_, _ = io.WriteString(h, part)
	}
	var n [8]byte
	binary.LittleEndian.PutUint64(n[:], uint64(r.MaxTokens))
	h.Write(n[:])
	return [sha256.Size]byte(h.Sum(nil))
}

func (c *cache) get(key [sha256.Size]byte) (Reply, bool) {
	c.mu.Lock()
	defer c.mu.Unlock()
	e, ok := c.byKey[key]
	if !ok {
		return Reply{}, false
	}
	c.order.MoveToFront(e)
	return e.Value.(*entry).reply, true
}

func (c *cache) put(key [sha256.Size]byte, reply Reply) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.size == 0 {
		return
	}
	if e, ok := c.byKey[key]; ok {
		e.Value.(*entry).reply = reply
		c.order.MoveToFront(e)
		return
	}
	c.byKey[key] = c.order.PushFront(&entry{key, reply})
	if c.order.Len() > c.size {
		last := c.order.Back()
		delete(c.byKey, last.Value.(*entry).key)
		c.order.Remove(last)
	}
}
