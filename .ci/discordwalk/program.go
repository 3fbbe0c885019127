package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"syscall"
	"time"
)

// A program is `alinti serve`, running.
type program struct {
	cmd    *exec.Cmd
	log    *buffer
	listen string
}

type buffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (b *buffer) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.Write(p)
}

func (b *buffer) String() string {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.b.String()
}

// serve starts the program with settings from the environment.
func (w *walker) serve(settings ...string) {
	p := &program{cmd: exec.Command(w.binary, "serve", "--listen", w.listen), log: &buffer{}, listen: w.listen}
	p.cmd.Env = append(append(os.Environ(), w.settings()...), settings...)
	p.cmd.Stdout, p.cmd.Stderr = p.log, p.log
	if err := p.cmd.Start(); err != nil {
		w.Fatalf("starting %s: %v", w.binary, err)
	}
	w.running = p
}

func (w *walker) settings() []string {
	return []string{
		"ALINTI_DISCORD_TOKEN=" + token, "ALINTI_DISCORD_API_URL=" + w.discord.URL, "ALINTI_DISCORD_COMPONENTS=" + w.components,
		"ALINTI_STORE_PATH=" + w.store,
	}
}

// run is the output of a command of the program.
func (w *walker) run(args ...string) string {
	cmd := exec.Command(w.binary, args...)
	cmd.Env = append(os.Environ(), w.settings()...)
	out, err := cmd.CombinedOutput()
	var exit *exec.ExitError
	if err != nil && !errors.As(err, &exit) {
		w.Fatalf("%v: %v", args, err)
	}
	return string(out)
}

// stop ends the program, by a signal, and waits for its end.
func (w *walker) stop(s syscall.Signal) {
	if w.running == nil {
		return
	}
	w.running.cmd.Process.Signal(s)
	w.running.cmd.Wait()
	if log := w.running.log.String(); strings.Contains(log, token) {
		w.Errorf("the log holds the token")
	}
	w.running = nil
}

// get is what the webhook service says at a path.
func (w *walker) get(path string) (int, string) {
	var err error
	for range 100 {
		var resp *http.Response
		if resp, err = http.Get("http://" + w.listen + path); err == nil {
			defer resp.Body.Close()
			body, err := io.ReadAll(resp.Body)
			if err != nil {
				w.Fatalf("GET %s: %v", path, err)
			}
			return resp.StatusCode, string(body)
		}
		time.Sleep(50 * time.Millisecond)
	}
	w.Fatalf("GET %s: %v", path, err)
	return 0, ""
}

// awaitLog waits until the program's log holds a text.
func (w *walker) awaitLog(text string) {
	for range 400 {
		if strings.Contains(w.running.log.String(), text) {
			return
		}
		time.Sleep(25 * time.Millisecond)
	}
	w.Fatalf("the log does not hold %q:\n%s", text, w.running.log)
}

func fill(dir string) error {
	f, err := os.Create(dir + "/filling")
	if err != nil {
		return err
	}
	defer f.Close()
	for {
		if _, err := f.Write(make([]byte, 512)); err != nil {
			if errors.Is(err, syscall.ENOSPC) {
				return nil
			}
			return fmt.Errorf("filling %s: %w", dir, err)
		}
	}
}
