package discord

import "sync"

// seen remembers the last events, so that one that Discord delivers twice (on
// a resume, or by the gateway and the endpoint both) is answered once.
type seen struct {
	mu   sync.Mutex
	ids  map[string]struct{}
	ring []string // the ids in the order they came in
	next int
}

func newSeen(limit int) *seen {
	return &seen{ids: make(map[string]struct{}, limit), ring: make([]string, limit)}
}

// first reports whether id is seen for the first time.
func (s *seen) first(id string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	if _, ok := s.ids[id]; ok {
		return false
	}
	delete(s.ids, s.ring[s.next])
	s.ring[s.next] = id
	s.next = (s.next + 1) % len(s.ring)
	s.ids[id] = struct{}{}
	return true
}

// chats remembers which conversation a message of the bot belongs to, so that
// a reply to it goes on with that conversation.
type chats struct {
	mu   sync.Mutex
	keys map[string]string // message id to conversation
	ring []string
	next int
}

func newChats(limit int) *chats {
	return &chats{keys: map[string]string{}, ring: make([]string, limit)}
}

func (c *chats) remember(message, conversation string) {
	if message == "" {
		return
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	delete(c.keys, c.ring[c.next])
	c.ring[c.next] = message
	c.next = (c.next + 1) % len(c.ring)
	c.keys[message] = conversation
}

// of is the conversation of a message; a message that is not known begins one.
func (c *chats) of(message string) string {
	c.mu.Lock()
	defer c.mu.Unlock()
	if key, ok := c.keys[message]; ok {
		return key
	}
	return "discord:" + message
}
