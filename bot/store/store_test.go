package store

import (
	"bytes"
	"context"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"go.uber.org/goleak"

	"alinti/bot"
)

func TestMain(m *testing.M) { goleak.VerifyTestMain(m) }

// A clock is a time that a test moves.
type clock struct{ at time.Time }

func (c *clock) now() time.Time { return c.at }

func openAt(t *testing.T, path string, c *clock) *Store {
	t.Helper()
	s, err := Open(t.Context(), Config{Path: path, Retention: 30 * day}, c.now)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func opened(t *testing.T) (*Store, *clock, string) {
	c := &clock{time.Unix(1_760_000_000, 0)}
	path := filepath.Join(t.TempDir(), "alinti.db")
	return openAt(t, path, c), c, path
}

func ask(t *testing.T, s *Store, user, guild, question string, answered bool) {
	t.Helper()
	if err := s.Asked(t.Context(), Asked{Door: "discord", User: user, Guild: guild, Answer: bot.Answer{Question: question, ID: "1", Answered: answered}}); err != nil {
		t.Fatal(err)
	}
}

func report(t *testing.T, s *Store, guild string) Report {
	t.Helper()
	r, err := s.Report(t.Context(), guild, 10)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func TestReportGroupsWhatIsAlike(t *testing.T) {
	s, c, _ := opened(t)
	for _, q := range []string{"Japonya kaç asker gönderdi?", "JAPONYA KAC ASKER GONDERDI", "Japonya'nın gönderdiği askerler kaç?", "Hava nasıl?", "Kuzey Kore'nin başkenti neresi?"} {
		c.at = c.at.Add(time.Minute)
		ask(t, s, "1", "g", q, false)
	}
	ask(t, s, "1", "g", "Kaç asker?", true)
	r := report(t, s, "")
	if r.Asked != 6 || r.Answered != 1 || len(r.Unanswered) != 3 {
		t.Fatalf("report %+v, want 6 asked, 1 answered, 3 groups", r)
	}
	g := r.Unanswered[0]
	if g.Count != 3 || g.Question != "Japonya'nın gönderdiği askerler kaç?" || len(g.Others) != 2 {
		t.Errorf("the first group is %+v, want three questions, the latest in front", g)
	}
}

func TestGreetingsAreNoQuestions(t *testing.T) {
	s, _, _ := opened(t)
	if err := s.Asked(t.Context(), Asked{Answer: bot.Answer{Question: "merhaba", Reason: bot.ReasonGreeting}}); err != nil {
		t.Fatal(err)
	}
	if r := report(t, s, ""); r.Asked != 0 || len(r.Unanswered) != 0 {
		t.Errorf("report %+v, want nothing", r)
	}
}

func TestReportOfOneGuild(t *testing.T) {
	s, _, _ := opened(t)
	ask(t, s, "1", "g", "Biri?", false)
	ask(t, s, "1", "h", "Öteki?", false)
	if r := report(t, s, "g"); r.Asked != 1 || r.Unanswered[0].Question != "Biri?" {
		t.Errorf("report of g: %+v, want its own question alone", r)
	}
}

func TestVotesAreOneAPerson(t *testing.T) {
	s, _, _ := opened(t)
	for _, v := range []Vote{{"a", "1", "g", true}, {"a", "1", "g", false}, {"a", "2", "g", true}, {"b", "1", "g", true}} {
		if err := s.Vote(t.Context(), v); err != nil {
			t.Fatal(err)
		}
	}
	if r := report(t, s, ""); r.Helped != 2 || r.NotHelped != 1 {
		t.Errorf("report %+v, want 2 helped and 1 not", r)
	}
}

func TestForget(t *testing.T) {
	s, _, _ := opened(t)
	ask(t, s, "1", "", "Benim sorum?", false)
	ask(t, s, "2", "", "Başkasının sorusu?", false)
	if err := s.Vote(t.Context(), Vote{"a", "1", "", true}); err != nil {
		t.Fatal(err)
	}
	n, err := s.Forget(t.Context(), "1")
	if r := report(t, s, ""); n != 2 || err != nil || r.Asked != 1 || r.Helped != 0 {
		t.Errorf("Forget = %d, %v; then %+v, want two entries gone and the other's question left", n, err, r)
	}
	if n, err := s.Forget(t.Context(), ""); n != 0 || err != nil {
		t.Errorf("Forget of nobody = %d, %v", n, err)
	}
}

func TestWhatIsTooOldGoes(t *testing.T) {
	s, c, _ := opened(t)
	ask(t, s, "1", "", "Eski?", false)
	c.at = c.at.Add(31 * day)
	ask(t, s, "1", "", "Yeni?", false)
	if r := report(t, s, ""); r.Asked != 1 || r.Unanswered[0].Question != "Yeni?" {
		t.Errorf("report %+v, want the new question alone", r)
	}
}

// Everything is there after a restart, and no id stands in the file.
func TestFileOutlivesARestart(t *testing.T) {
	s, c, path := opened(t)
	const user, guild = "600000000000000003", "600000000000000001"
	ask(t, s, user, guild, "Neden?", false)
	if err := s.Vote(t.Context(), Vote{"a", user, guild, true}); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, id := range []string{user, guild} {
		if bytes.Contains(data, []byte(id)) {
			t.Errorf("the file holds the id %s", id)
		}
	}
	if info, err := os.Stat(path); err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("permissions %v, %v; want 0600", info.Mode(), err)
	}
	s = openAt(t, path, c)
	if r := report(t, s, guild); r.Asked != 1 || r.Helped != 1 {
		t.Errorf("after a restart: %+v", r)
	}
	if n, err := s.Forget(t.Context(), user); n != 2 || err != nil {
		t.Errorf("after a restart Forget = %d, %v; want 2: the hash is the same", n, err)
	}
}

func TestPersonalIsMasked(t *testing.T) {
	for question, want := range map[string]string{
		"Bana ada@example.org adresinden yazın":   "Bana […] adresinden yazın",
		"Numaram +90 532 123 45 67, kaç asker?":   "Numaram […], kaç asker?",
		"2023'ten beri 9,8 milyar dolar mı?":      "2023'ten beri 9,8 milyar dolar mı?",
		"13.000.000 asker 04.12.2025'te mi?":      "13.000.000 asker 04.12.2025'te mi?",
		"Kimliğim 12345678901":                    "Kimliğim […]",
		"Kuzey Kore Rusya'ya kaç asker gönderdi?": "Kuzey Kore Rusya'ya kaç asker gönderdi?",
	} {
		if got := masked(question); got != want {
			t.Errorf("masked(%q) = %q, want %q", question, got, want)
		}
	}
}

func TestManyAtOnce(t *testing.T) {
	s, _, _ := opened(t)
	var wg sync.WaitGroup
	for n := range 20 {
		wg.Go(func() {
			for range 5 {
				if err := s.Asked(context.Background(), Asked{User: fmt.Sprint(n), Answer: bot.Answer{Question: "?"}}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	if r := report(t, s, ""); r.Asked != 100 {
		t.Errorf("%d kept, want 100", r.Asked)
	}
}

func TestFilesThatAreRefused(t *testing.T) {
	dir := t.TempDir()
	garbage := filepath.Join(dir, "garbage")
	if err := os.WriteFile(garbage, []byte(strings.Repeat("this is no database ", 100)), 0o600); err != nil {
		t.Fatal(err)
	}
	newer := filepath.Join(dir, "newer")
	db, err := sql.Open("sqlite", newer)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := db.Exec("PRAGMA user_version = 99"); err != nil {
		t.Fatal(err)
	}
	db.Close()
	for path, want := range map[string]string{
		"": "no path", garbage: "not a database", newer: "version 99", dir: "directory", filepath.Join(dir, "no", "where"): "no such file",
	} {
		s, err := Open(t.Context(), Config{Path: path, Retention: 30 * day}, nil)
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("Open(%q) = %v, want an error with %q", path, err, want)
		}
		if s != nil {
			s.Close()
		}
	}
}

func TestConfigValidate(t *testing.T) {
	for retention, ok := range map[time.Duration]bool{0: false, time.Hour: false, day: true, 30 * day: true, 4000 * day: false, -day: false} {
		if err := (Config{Retention: retention}).Validate(); (err == nil) != ok {
			t.Errorf("retention %v: %v", retention, err)
		}
	}
	if err := DefaultConfig().Validate(); err != nil {
		t.Error(err)
	}
}
