package store_test

import (
	"errors"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"alinti/bot/store"
	"alinti/bot/webhook/deliver"

	"go.uber.org/goleak"
)

func TestDeliveriesInMemory(t *testing.T) { conform(t, new(store.Memory)) }

func TestDeliveriesInAFile(t *testing.T) {
	defer goleak.VerifyNone(t)
	path := filepath.Join(t.TempDir(), "ş & %?.db")
	f, err := store.OpenDeliveries(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	conform(t, f)
	if err := f.Close(); err != nil {
		t.Fatal(err)
	}
	f, err = store.OpenDeliveries(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	if d, err := f.Get(t.Context(), "b"); err != nil || d.ID != "b" {
		t.Errorf("after opening again: %+v, %v", d, err)
	}
}

func TestOpenDeliveriesWhereNothingCanBe(t *testing.T) {
	if f, err := store.OpenDeliveries(t.Context(), filepath.Join(t.TempDir(), "no", "such", "folder.db")); err == nil {
		_ = f.Close()
		t.Error("OpenDeliveries in a folder that is not there = nil")
	}
}

func conform(t *testing.T, s deliver.Queue) {
	t.Helper()
	ctx := t.Context()
	noon := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	made := map[string]store.Delivery{}
	for i, id := range []string{"a", "b", "c"} {
		made[id] = store.Delivery{
			ID: id, URL: "https://example.com/" + id, Request: []byte("{}"), State: store.Waiting,
			Next: noon.Add(-time.Duration(i) * time.Minute), Created: noon.Add(time.Duration(i) * time.Second),
		}
		must(t, s.Save(ctx, made[id]))
	}
	ids := func(found []store.Delivery, err error) (list string) {
		t.Helper()
		must(t, err)
		for _, d := range found {
			list += d.ID
		}
		return list
	}
	if got := ids(s.Due(ctx, 9)); got != "cba" {
		t.Errorf("Due = %s, want cba", got)
	}
	if got := ids(s.Due(ctx, 2)); got != "cb" {
		t.Errorf("Due of two = %s, want cb", got)
	}
	b := made["b"]
	b.Payload, b.State, b.Attempts, b.Error = []byte("x"), store.Dead, 3, "no"
	must(t, s.Save(ctx, b))
	got, err := s.Get(ctx, "b")
	must(t, err)
	if !reflect.DeepEqual(got, b) {
		t.Errorf("Get = %+v, want %+v", got, b)
	}
	if _, err := s.Get(ctx, "z"); !errors.Is(err, store.ErrNotFound) {
		t.Errorf("Get of what is not there: %v", err)
	}
	if got := ids(s.List(ctx, store.Waiting, 9)) + "/" + ids(s.List(ctx, store.Waiting, 1)) + "/" + ids(s.List(ctx, store.Dead, 9)); got != "ca/c/b" {
		t.Errorf("List = %s, want ca/c/b", got)
	}
	if n, err := s.Count(ctx, store.Waiting); err != nil || n != 2 {
		t.Errorf("Count = %d, %v, want 2", n, err)
	}
	must(t, s.Forget(ctx, store.Waiting, noon.Add(time.Second)))
	if got := ids(s.Due(ctx, 9)); got != "c" {
		t.Errorf("after Forget: %s, want c", got)
	}
	for _, want := range []bool{false, true, true, false} {
		must(t, s.Disable(ctx, "u", want))
		if got, err := s.Disabled(ctx, "u"); err != nil || got != want {
			t.Errorf("Disabled = %t, %v, want %t", got, err, want)
		}
	}
}

func must(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
