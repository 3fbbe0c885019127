package store

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"sync"
	"time"
)

// Memory keeps deliveries for as long as the process lives. Its zero value is
// empty and ready.
type Memory struct {
	mu       sync.Mutex
	all      map[string]Delivery
	disabled map[string]bool
}

// Save adds a delivery, or puts it in the place of the one with its id.
func (m *Memory) Save(_ context.Context, d Delivery) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.all == nil {
		m.all = map[string]Delivery{}
	}
	m.all[d.ID] = d
	return nil
}

// Get gives a delivery by its id, or an error that matches [ErrNotFound].
func (m *Memory) Get(_ context.Context, id string) (Delivery, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	d, ok := m.all[id]
	if !ok {
		return d, fmt.Errorf("delivery %s: %w", id, ErrNotFound)
	}
	return d, nil
}

// List gives the newest deliveries of a state, at most n.
func (m *Memory) List(_ context.Context, state string, n int) ([]Delivery, error) {
	found := m.of(state)
	slices.SortFunc(found, func(a, b Delivery) int {
		return cmp.Or(b.Created.Compare(a.Created), cmp.Compare(b.ID, a.ID))
	})
	return found[:min(n, len(found))], nil
}

// Due gives the waiting deliveries in the order in which they are due, at most
// n, due or not.
func (m *Memory) Due(_ context.Context, n int) ([]Delivery, error) {
	found := m.of(Waiting)
	slices.SortFunc(found, func(a, b Delivery) int {
		return cmp.Or(a.Next.Compare(b.Next), cmp.Compare(a.ID, b.ID))
	})
	return found[:min(n, len(found))], nil
}

// of gives the deliveries of a state in no order.
func (m *Memory) of(state string) []Delivery {
	m.mu.Lock()
	defer m.mu.Unlock()
	var found []Delivery
	for _, d := range m.all {
		if d.State == state {
			found = append(found, d)
		}
	}
	return found
}

// Count says how many deliveries are in a state.
func (m *Memory) Count(_ context.Context, state string) (int, error) { return len(m.of(state)), nil }

// Forget drops the deliveries of a state that were created before a time.
func (m *Memory) Forget(_ context.Context, state string, before time.Time) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	for id, d := range m.all {
		if d.State == state && d.Created.Before(before) {
			delete(m.all, id)
		}
	}
	return nil
}

// Disable marks a receiver as one that wants nothing any more, or takes the
// mark off.
func (m *Memory) Disable(_ context.Context, url string, disabled bool) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.disabled == nil {
		m.disabled = map[string]bool{}
	}
	m.disabled[url] = disabled
	return nil
}

// Disabled reports whether the receiver is marked.
func (m *Memory) Disabled(_ context.Context, url string) (bool, error) {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.disabled[url], nil
}
