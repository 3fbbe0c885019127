package deliver_test

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"alinti/bot/store"
	"alinti/bot/webhook/deliver"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
	"go.uber.org/goleak"
)

// childEnv makes the test program a process that can be killed: it holds the
// path of its store and the address of the receiver.
const childEnv = "ALINTI_DELIVER_CHILD"

func TestMain(m *testing.M) {
	if path, receiver, ok := strings.Cut(os.Getenv(childEnv), "\n"); ok {
		if err := child(path, receiver); err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		return
	}
	goleak.VerifyTestMain(m)
}

// child delivers from a store, enqueues a job for every line it reads, and says
// the job's id once it is promised.
func child(path, receiver string) error {
	ctx := context.Background()
	q, err := store.OpenDeliveries(ctx, path)
	if err != nil {
		return err
	}
	u, err := url.Parse(receiver)
	if err != nil {
		return err
	}
	c := deliver.DefaultConfig()
	c.Allow, c.Ports = []string{"127.0.0.0/8"}, []string{u.Port()}
	d, err := deliver.New(deliver.Options{
		Config: c, Queue: q, Secrets: []string{secret(1)},
		Payload: func(_ context.Context, id string, _ []byte) ([]byte, error) { return []byte(id), nil },
	})
	if err != nil {
		return err
	}
	go func() { _ = d.Run(ctx) }()
	for lines := bufio.NewScanner(os.Stdin); lines.Scan(); {
		job, err := d.Enqueue(ctx, receiver, lines.Bytes())
		if err != nil {
			return err
		}
		fmt.Println(job.ID)
	}
	return nil
}

// A sink is a receiver that verifies what it gets and remembers the ids.
type sink struct {
	t    *testing.T
	mu   sync.Mutex
	cond *sync.Cond
	got  map[string]int
}

func (s *sink) ServeHTTP(_ http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return // cut off by the kill
	}
	wh, err := standardwebhooks.NewWebhook(secret(1))
	if err == nil {
		err = wh.Verify(body, r.Header)
	}
	if id := r.Header.Get("webhook-id"); err != nil || string(body) != id {
		s.t.Errorf("delivery %s with body %q: %v", id, body, err)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.got[r.Header.Get("webhook-id")]++
	s.cond.Broadcast()
}

// await waits until every id has come.
func (s *sink) await(ids []string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, id := range ids {
		for s.got[id] == 0 {
			s.cond.Wait()
		}
	}
}

// TestKilledProcessLosesNothing kills the process with SIGKILL while jobs wait,
// a hundred times: every job that was promised is delivered, and each delivery
// verifies. That some come twice is what at-least-once means.
func TestKilledProcessLosesNothing(t *testing.T) {
	rounds := 100
	if testing.Short() {
		rounds = 10
	}
	s := &sink{t: t, got: map[string]int{}}
	s.cond = sync.NewCond(&s.mu)
	server := httptest.NewServer(s)
	defer server.Close()
	path := filepath.Join(t.TempDir(), "store.db")
	var promised []string
	for round := range rounds {
		p := startChild(t, path, server.URL)
		for range 1 + round%5 {
			promised = append(promised, p.enqueue(t))
		}
		p.kill(t) // whatever it was doing
	}
	p := startChild(t, path, server.URL)
	s.await(promised)
	p.kill(t)
	twice := 0
	for _, n := range s.got {
		if n > 1 {
			twice++
		}
	}
	t.Logf("%d kills, %d jobs promised, all delivered, %d of them more than once", rounds, len(promised), twice)
}

type process struct {
	cmd *exec.Cmd
	in  io.WriteCloser
	out *bufio.Scanner
}

func startChild(t *testing.T, path, receiver string) *process {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), os.Args[0])
	cmd.Env = append(os.Environ(), childEnv+"="+path+"\n"+receiver)
	cmd.Stderr = os.Stderr
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	return &process{cmd, in, bufio.NewScanner(out)}
}

func (p *process) enqueue(t *testing.T) (id string) {
	t.Helper()
	if _, err := io.WriteString(p.in, "soru\n"); err != nil {
		t.Fatal(err)
	}
	if !p.out.Scan() {
		t.Fatalf("the process ended: %v", p.out.Err())
	}
	return p.out.Text()
}

func (p *process) kill(t *testing.T) {
	t.Helper()
	if err := p.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = p.cmd.Wait() // says that it was killed
}
