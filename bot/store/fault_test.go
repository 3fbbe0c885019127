package store

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"alinti/bot"
)

// aLongTime keeps everything that a test writes.
const aLongTime = 720 * time.Hour

func openPath(t testing.TB, path string) *Store {
	t.Helper()
	s, err := Open(context.Background(), Config{Path: path, Retention: aLongTime}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// A full disk costs what comes while it is full, and is said with its cure;
// what was kept stays, and with room again everything goes on.
func TestFullDisk(t *testing.T) {
	ctx := t.Context()
	s := openPath(t, filepath.Join(t.TempDir(), "alinti.db"))
	defer s.Close()
	vote := func(n int) error {
		return s.Vote(ctx, Vote{AnswerID: strings.Repeat("ab", 16), User: fmt.Sprint(n), Helped: true})
	}
	var pages int
	if err := s.db.QueryRowContext(ctx, "PRAGMA page_count").Scan(&pages); err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.ExecContext(ctx, fmt.Sprintf("PRAGMA max_page_count = %d", pages+2)); err != nil {
		t.Fatal(err)
	}
	kept := 0
	var full error
	for full == nil && kept < 10_000 {
		if full = vote(kept); full == nil {
			kept++
		}
	}
	if kept == 0 || full == nil || !strings.Contains(full.Error(), "make room") {
		t.Fatalf("after %d votes: %v, want room for some, and then the cure", kept, full)
	}
	if err := s.Asked(ctx, Asked{Answer: bot.Answer{Question: strings.Repeat("uzun bir soru ", 1000)}}); err == nil {
		t.Error("a question was kept on a full disk")
	}
	count := func() (n int) {
		if err := s.db.QueryRowContext(ctx, "SELECT count(*) FROM voted").Scan(&n); err != nil {
			t.Fatal(err)
		}
		return n
	}
	if n := count(); n != kept {
		t.Errorf("%d votes on the full disk, want the %d that were taken", n, kept)
	}
	if _, err := s.db.ExecContext(ctx, "PRAGMA max_page_count = 100000"); err != nil {
		t.Fatal(err)
	}
	if err := vote(-1); err != nil || count() != kept+1 {
		t.Errorf("with room again: %v, %d votes, want %d", err, count(), kept+1)
	}
}

func TestCures(t *testing.T) {
	if err := failed("x", nil); err != nil {
		t.Errorf("failed(nil) = %v", err)
	}
	cause := errors.New("boom")
	if err := failed("keep", cause); err.Error() != "keep: boom" || !errors.Is(err, cause) || errors.Is(err, bot.ErrUnavailable) {
		t.Errorf("failed = %v, want the cause as it is", err)
	}
	path := filepath.Join(t.TempDir(), "a.db")
	if err := os.WriteFile(path, []byte(strings.Repeat("no database ", 1000)), 0o600); err != nil {
		t.Fatal(err)
	}
	if s, err := Open(t.Context(), Config{Path: path, Retention: aLongTime}, nil); err == nil || !strings.Contains(err.Error(), "name another file") || !errors.Is(err, bot.ErrUnavailable) {
		t.Errorf("Open of what is no database = %v, %v, want the cure, unavailable", s, err)
	}
}

// childEnv names the file that a child process of the test votes into until it
// is killed.
const childEnv = "ALINTI_STORE_TEST_CHILD"

// voteForEver prints the number of each vote once the store has taken it.
func voteForEver(path string) {
	s, err := Open(context.Background(), Config{Path: path, Retention: aLongTime}, nil)
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	for n := 0; ; n++ {
		if err := s.Vote(context.Background(), Vote{AnswerID: fmt.Sprint(os.Getpid(), "-", n), User: "u", Helped: true}); err != nil {
			fmt.Println(err)
			os.Exit(1)
		}
		fmt.Println("kept", n)
	}
}

// What the store has said to keep is there after the process is killed.
func TestKilled(t *testing.T) {
	if path := os.Getenv(childEnv); path != "" {
		voteForEver(path)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "alinti.db")
	want := 0
	for round := 1; round <= 5; round++ {
		child := exec.Command(self, "-test.run=^TestKilled$")
		child.Env = append(os.Environ(), childEnv+"="+path)
		out, err := child.StdoutPipe()
		if err != nil {
			t.Fatal(err)
		}
		if err := child.Start(); err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(out)
		said := 0
		for lines.Scan() {
			if !strings.HasPrefix(lines.Text(), "kept ") {
				t.Fatalf("round %d: %s", round, lines.Text())
			}
			if said++; said == 7*round {
				child.Process.Kill() // SIGKILL: what it still says before it dies counts too
			}
		}
		child.Wait()
		want += said
		s := openPath(t, path)
		var n int
		if err := s.db.QueryRowContext(t.Context(), "SELECT count(*) FROM voted").Scan(&n); err != nil {
			t.Fatal(err)
		}
		// One more may have been written and not said.
		if n < want || n > want+round {
			t.Errorf("round %d: %d votes, want the %d that were said to be kept", round, n, want)
		}
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
	}
}
