package dialogue

import (
	"container/list"
	"sync"
	"time"
)

// Limits of a memory.
const (
	MaxTurns         = 8                // turns kept of a conversation
	MaxBytes         = 4 << 10          // bytes kept of a conversation
	MaxAge           = 30 * time.Minute // since its last turn, after which a conversation is forgotten
	MaxConversations = 4096             // conversations kept; the one longest silent goes first
	MaxKeyBytes      = 256              // of a conversation's key; a longer one is not remembered
)

// A Memory keeps the latest questions of each conversation. It is safe for
// concurrent use, and nothing of it outlives the program.
type Memory struct {
	mu    sync.Mutex
	now   func() time.Time
	order *list.List // of *conversation, latest first
	byKey map[string]*list.Element
}

type conversation struct {
	key   string
	turns []string
	bytes int
	last  time.Time
}

// NewMemory makes a memory; a nil clock is time.Now.
func NewMemory(now func() time.Time) *Memory {
	if now == nil {
		now = time.Now
	}
	return &Memory{now: now, order: list.New(), byKey: make(map[string]*list.Element)}
}

// Recall returns the questions of a conversation, oldest first.
func (m *Memory) Recall(key string) []string {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.forget()
	e, ok := m.byKey[key]
	if !ok {
		return nil
	}
	return append([]string(nil), e.Value.(*conversation).turns...)
}

// Add remembers a question, as resolved, as the latest turn. An empty key is no
// conversation.
func (m *Memory) Add(key, question string) {
	if key == "" || len(key) > MaxKeyBytes || question == "" || len(question) > MaxBytes {
		return
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.forget()
	e, ok := m.byKey[key]
	if !ok {
		e = m.order.PushFront(&conversation{key: key})
		m.byKey[key] = e
	}
	m.order.MoveToFront(e)
	e.Value.(*conversation).add(question, m.now())
	if m.order.Len() > MaxConversations {
		m.drop(m.order.Back())
	}
}

func (c *conversation) add(question string, now time.Time) {
	c.turns, c.bytes, c.last = append(c.turns, question), c.bytes+len(question), now
	for len(c.turns) > MaxTurns || c.bytes > MaxBytes {
		c.bytes -= len(c.turns[0])
		c.turns = append([]string(nil), c.turns[1:]...)
	}
}

// forget drops the conversations that have been silent for too long.
func (m *Memory) forget() {
	for e := m.order.Back(); e != nil && m.now().Sub(e.Value.(*conversation).last) > MaxAge; e = m.order.Back() {
		m.drop(e)
	}
}

func (m *Memory) drop(e *list.Element) {
	delete(m.byKey, e.Value.(*conversation).key)
	m.order.Remove(e)
}
