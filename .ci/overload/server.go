package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"runtime"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// A server is `alinti serve` with a processor of its own, if there are two.
type server struct {
	cmd     *exec.Cmd
	address string
}

func startServer(binary string, settings []string) (*server, error) {
	args := []string{binary, "serve", "--listen", "127.0.0.1:0", "--log-format", "json"}
	if _, err := exec.LookPath("taskset"); err == nil && runtime.NumCPU() > 0 && os.Getenv("OVERLOAD_CPU") != "" {
		args = append([]string{"taskset", "-c", os.Getenv("OVERLOAD_CPU")}, args...)
	}
	s := &server{cmd: exec.Command(args[0], args[1:]...)}
	s.cmd.Env = append(os.Environ(), settings...)
	stderr, err := s.cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := s.cmd.Start(); err != nil {
		return nil, err
	}
	lines := bufio.NewScanner(stderr)
	for lines.Scan() {
		var line struct{ Msg, Address string }
		if json.Unmarshal(lines.Bytes(), &line) == nil && line.Msg == "listening" {
			s.address = line.Address
			go func() { _, _ = io.Copy(io.Discard, stderr) }()
			return s, nil
		}
		fmt.Fprintln(os.Stderr, lines.Text())
	}
	return nil, fmt.Errorf("the server ended: %v", s.cmd.Wait())
}

func (s *server) end() {
	_ = s.cmd.Process.Signal(syscall.SIGTERM)
	_ = s.cmd.Wait()
}

// processorTime is what the process has used of it.
func (s *server) processorTime() time.Duration {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", s.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(data), ") ")
	fields := strings.Fields(rest) // from the third of proc_pid_stat(5) on
	user, _ := strconv.Atoi(fields[11])
	system, _ := strconv.Atoi(fields[12])
	const hertz = 100 // USER_HZ
	return time.Duration(user+system) * time.Second / hertz
}

// memory is what the process holds, in bytes.
func (s *server) memory() uint64 {
	data, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.cmd.Process.Pid))
	if err != nil {
		return 0
	}
	for line := range strings.Lines(string(data)) {
		if rest, ok := strings.CutPrefix(line, "VmRSS:"); ok {
			kb, _ := strconv.ParseUint(strings.Fields(rest)[0], 10, 64)
			return kb << 10
		}
	}
	return 0
}

// watchMemory notes the memory in the middle of a load and at its end.
func (s *server) watchMemory(length time.Duration) func() (middle, last uint64) {
	seen := make(chan uint64, 2)
	for _, at := range []time.Duration{length / 2, length - length/16} {
		time.AfterFunc(at, func() { seen <- s.memory() })
	}
	return func() (uint64, uint64) { return <-seen, <-seen }
}

// startModel is a model that thinks for a while and finds nothing.
func startModel() (url string, stop func(), err error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", nil, err
	}
	h := http.NewServeMux()
	h.HandleFunc("POST /v1/chat/completions", func(w http.ResponseWriter, r *http.Request) {
		_, _ = io.Copy(io.Discard, r.Body)
		time.Sleep(thinking)
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, `{"object":"chat.completion","model":"slow","choices":[{"index":0,"finish_reason":"stop","message":{"role":"assistant","content":"{\"answerable\":false,\"sentences\":[],\"statements\":[]}"}}]}`)
	})
	go func() { _ = http.Serve(l, h) }()
	return "http://" + l.Addr().String() + "/v1", func() { _ = l.Close() }, nil
}
