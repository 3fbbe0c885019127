package webhook_test

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/webhook"
)

// quoted is an answer with one quote of a usual size.
var quoted = bot.Answer{
	ID: strings.Repeat("0", 32), Question: "Kuzey Kore Rusya'ya kaç asker gönderdi?", Language: "tr", Answered: true,
	Mode: bot.ModeRetrieval, Text: strings.Repeat("Kuzey Kore ", 20) + "[1]",
	Quotes: []bot.Quote{{N: 1, Text: strings.Repeat("Kuzey Kore ", 20), Heading: strings.Repeat("Rusya ", 8), Paragraph: 4,
		Source: bot.QuoteSource{ID: "a", File: "a.txt", Title: "A", Date: "2025-09-19", SHA256: strings.Repeat("0", 64)},
		Start:  1690, End: 1888, StartRune: 1555, EndRune: 1739, Score: 0.83, Highlights: []bot.Range{{Start: 1831, End: 1872}},
		Prefix: strings.Repeat("a", 32), Suffix: strings.Repeat("b", 32)}},
}

// answersQuoted is a service that answers at once.
func answersQuoted(o *webhook.Options) {
	o.Asker = bottest.Asker(func(context.Context, bot.Question) (bot.Answer, error) { return quoted, nil })
}

// BenchmarkAsk is what the door itself costs.
func BenchmarkAsk(b *testing.B) {
	s := newService(b, answersQuoted)
	h := s.Handler()
	body := []byte(`{"question":"Kuzey Kore Rusya'ya kaç asker gönderdi?"}`)
	w := httptest.NewRecorder()
	b.ReportAllocs()
	for b.Loop() {
		r, err := http.NewRequest("POST", "/v1/ask", bytes.NewReader(body))
		if err != nil {
			b.Fatal(err)
		}
		r.Header["Content-Type"] = []string{"application/json"}
		w.Body.Reset()
		h.ServeHTTP(w, r)
		if w.Code != http.StatusOK {
			b.Fatal(w.Code, w.Body)
		}
	}
}

// BenchmarkServe is the same over the loopback with 16 connections, with what
// net/http, the kernel and the client take.
func BenchmarkServe(b *testing.B) {
	address, stop := start(b, newService(b, func(o *webhook.Options) {
		answersQuoted(o)
		o.Config.LameDuck = 0
	}))
	body := `{"question":"Kuzey Kore Rusya'ya kaç asker gönderdi?"}`
	request := fmt.Appendf(nil, "POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s", len(body), body)
	b.SetParallelism(max(1, 16/runtime.GOMAXPROCS(0)))
	b.ReportAllocs()
	b.RunParallel(func(pb *testing.PB) {
		c := dial(b, address)
		reply := make([]byte, 8<<10)
		for pb.Next() {
			if _, err := c.Write(request); err != nil {
				b.Error(err)
				return
			}
			n, err := io.ReadAtLeast(c, reply, 1)
			for err == nil && !bytes.HasSuffix(reply[:n], []byte("}\n")) {
				var more int
				more, err = c.Read(reply[n:])
				n += more
			}
			if err != nil || !bytes.HasPrefix(reply, []byte("HTTP/1.1 200 ")) {
				b.Errorf("%v, %s", err, reply[:n])
				return
			}
		}
	})
	if err := stop(); err != nil {
		b.Error(err)
	}
}
