package store

import (
	"context"
	"fmt"
	"log/slog"
	"testing"

	"alinti/bot"
)

// TestLaterWritesWhatItTook: nothing that was taken is missing after Run, and
// what there was no room for is counted.
func TestLaterWritesWhatItTook(t *testing.T) {
	s, _, _ := opened(t)
	l := NewLater(s, slog.New(slog.DiscardHandler))
	for i := range mostPending + 3 {
		l.Asked(Asked{Door: "webhook", Answer: bot.Answer{Question: fmt.Sprint(i), ID: "1"}})
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := l.Run(ctx); err != nil {
		t.Fatal(err)
	}
	if got := report(t, s, "").Asked; got != mostPending || l.Lost() != 3 {
		t.Errorf("%d kept, %d lost; want %d and 3", got, l.Lost(), mostPending)
	}
}

func TestLaterCountsWhatCannotBeWritten(t *testing.T) {
	s, _, _ := opened(t)
	l := NewLater(s, slog.New(slog.DiscardHandler))
	l.Asked(Asked{Answer: bot.Answer{Question: "a"}})
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := l.Run(ctx); err != nil || l.Lost() != 1 {
		t.Errorf("Run = %v, %d lost; want nil and 1", err, l.Lost())
	}
}

func TestVotesWithoutAUserAreEachTheirOwn(t *testing.T) {
	s, _, _ := opened(t)
	for range 2 {
		if err := s.Vote(t.Context(), Vote{AnswerID: "1", Helped: true}); err != nil {
			t.Fatal(err)
		}
	}
	if got := report(t, s, "").Helped; got != 2 {
		t.Errorf("helped %d, want 2", got)
	}
}
