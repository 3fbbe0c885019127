package main

import (
	"bufio"
	"bytes"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"time"
)

// marker is in what the service says, and may be in nothing that comes out.
const marker = "UPSTREAM-SAYS"

// A fault is what the service does with a connection. Unless raw is set, it has
// read one whole request before.
type fault struct {
	name   string
	scheme string // of the address that is configured; empty: http
	raw    bool
	bombs  bool // it sends the compressed zeros
	do     func(c net.Conn, s *service)
}

// chat is a reply as the protocol wants it, but for what the parts say.
func chat(content, finish string) string {
	return fmt.Sprintf(`{"id":%q,"choices":[{"index":0,"message":{"role":"assistant","content":%q}%s}]}`, marker, content, finish)
}

const (
	chosen = `{"answerable":true,"sentences":["bcdf"],"statements":[{"text":"` + marker + `","sentences":["bcdf"]}]}`
	stop   = `,"finish_reason":"stop"`
)

func send(c net.Conn, text string) { _, _ = io.WriteString(c, text) }

func whole(status int, contentType, body string, headers ...string) func(net.Conn, *service) {
	return func(c net.Conn, _ *service) {
		send(c, fmt.Sprintf("HTTP/1.1 %d %s\r\nContent-Type: %s\r\nContent-Length: %d\r\n%s\r\n%s", status, http.StatusText(status), contentType, len(body), strings.Join(append(headers, ""), "\r\n"), body))
	}
}

func json(status int, body string, headers ...string) func(net.Conn, *service) {
	return whole(status, "application/json", body, headers...)
}

var failed = `{"error":{"message":"` + marker + ` sk-secret"}}`

var faults = []fault{
	{name: "hangs before the headers", do: func(c net.Conn, s *service) { s.hang(c) }},
	{name: "hangs in the headers", do: func(c net.Conn, s *service) { send(c, "HTTP/1.1 200 OK\r\nContent-"); s.hang(c) }},
	{name: "hangs in the body", do: func(c net.Conn, s *service) {
		send(c, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4096\r\n\r\n{\"choices\":")
		s.hang(c)
	}},
	{name: "never reads the request", raw: true, do: func(c net.Conn, s *service) { s.hang(c) }},
	{name: "trickles", do: func(c net.Conn, s *service) {
		send(c, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4096\r\n\r\n")
		for {
			if _, err := c.Write([]byte(" ")); err != nil {
				return
			}
			time.Sleep(50 * time.Millisecond)
		}
	}},
	{name: "a body without an end", do: func(c net.Conn, _ *service) {
		send(c, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
		for chunk := "10000\r\n" + strings.Repeat("x", 1<<16) + "\r\n"; ; {
			if _, err := io.WriteString(c, chunk); err != nil {
				return
			}
		}
	}},
	{name: "headers without an end", do: func(c net.Conn, _ *service) {
		send(c, "HTTP/1.1 200 OK\r\n")
		for line := "X-Filler: " + strings.Repeat("x", 1<<12) + "\r\n"; ; {
			if _, err := io.WriteString(c, line); err != nil {
				return
			}
		}
	}},
	{name: "another content type", do: whole(200, "text/html", "<html>"+marker+"</html>")},
	{name: "truncated JSON", do: json(200, chat(chosen, stop)[:60])},
	{name: "JSON of another kind", do: json(200, `[1,2,"`+marker+`"]`)},
	{name: "nothing", do: json(200, "")},
	{name: "no content", do: func(c net.Conn, _ *service) { send(c, "HTTP/1.1 204 No Content\r\n\r\n") }},
	{name: "a cleanly cut reply", do: json(200, chat(chosen, ""))},
	{name: "a reply of full length", do: json(200, chat(chosen, `,"finish_reason":"length"`))},
	{name: "ids that were not offered", do: json(200, chat(chosen, stop))},
	{name: "prose for JSON", do: json(200, chat(marker+" 40 bin asker", stop))},
	{name: "a body that breaks off", do: func(c net.Conn, _ *service) {
		send(c, "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 4096\r\n\r\n{\"choices\":[")
	}},
	{name: "401", do: json(401, failed)},
	{name: "404", do: json(404, failed)},
	{name: "429, Retry-After 0", do: json(429, failed, "Retry-After: 0")},
	{name: "429, Retry-After a day", do: json(429, failed, "Retry-After: 86400")},
	{name: "429, Retry-After nonsense", do: json(429, failed, "Retry-After: -1e99")},
	{name: "500", do: json(500, failed)},
	{name: "503, Retry-After 1", do: json(503, failed, "Retry-After: 1")},
	{name: "a reset", do: func(c net.Conn, _ *service) { reset(c) }},
	{name: "a reset at once", raw: true, do: func(c net.Conn, _ *service) { reset(c) }},
	{name: "closes at once", raw: true, do: func(net.Conn, *service) {}},
	{name: "no HTTP", raw: true, do: func(c net.Conn, _ *service) { send(c, "SSH-2.0-"+marker+"\r\n") }},
	{name: "garbage for TLS", scheme: "https", raw: true, do: func(c net.Conn, s *service) { send(c, marker+strings.Repeat("\x16\x03", 99)); s.hang(c) }},
	{name: "an unknown certificate", scheme: "https", raw: true, do: func(c net.Conn, s *service) {
		t := tls.Server(c, &tls.Config{Certificates: []tls.Certificate{s.certificate}})
		_ = t.Handshake()
		_, _ = http.ReadRequest(bufio.NewReader(t))
	}},
	{name: "silence for TLS", scheme: "https", raw: true, do: func(c net.Conn, s *service) { s.hang(c) }},
	{name: "a redirect", do: func(c net.Conn, s *service) { json(307, failed, "Location: "+s.elsewhere)(c, s) }},
	{name: "a redirect without a place", do: json(302, failed)},
	{name: "a bomb of gzip", bombs: true, do: func(c net.Conn, s *service) {
		whole(200, "application/json", s.bomb, "Content-Encoding: gzip")(c, s)
	}},
}

func reset(c net.Conn) {
	if t, ok := c.(*net.TCPConn); ok {
		_ = t.SetLinger(0)
	}
}

// readRequest reads one request with its body.
func readRequest(c net.Conn) bool {
	r, err := http.ReadRequest(bufio.NewReader(c))
	if err != nil {
		return false
	}
	var body bytes.Buffer
	_, err = io.Copy(&body, r.Body)
	return err == nil && body.Len() > 0
}
