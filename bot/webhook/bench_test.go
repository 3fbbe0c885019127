package webhook_test

import (
	"bytes"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"alinti/bot"
	"alinti/bot/bottest"
	"alinti/bot/webhook"
)

// BenchmarkAsk is what the door itself costs: an Asker that answers at once,
// with one quote of a usual size.
func BenchmarkAsk(b *testing.B) {
	answer := bot.Answer{
		ID: strings.Repeat("0", 32), Question: "Kuzey Kore Rusya'ya kaç asker gönderdi?", Language: "tr", Answered: true,
		Mode: bot.ModeRetrieval, Text: strings.Repeat("Kuzey Kore ", 20) + "[1]",
		Quotes: []bot.Quote{{N: 1, Text: strings.Repeat("Kuzey Kore ", 20), Heading: strings.Repeat("Rusya ", 8), Paragraph: 4,
			Source: bot.QuoteSource{ID: "a", File: "a.txt", Title: "A", Date: "2025-09-19", SHA256: strings.Repeat("0", 64)},
			Start:  1690, End: 1888, StartRune: 1555, EndRune: 1739, Score: 0.83, Highlights: []bot.Range{{Start: 1831, End: 1872}},
			Prefix: strings.Repeat("a", 32), Suffix: strings.Repeat("b", 32)}},
	}
	s := newService(b, func(o *webhook.Options) {
		o.Asker = bottest.Asker(func(context.Context, bot.Question) (bot.Answer, error) { return answer, nil })
	})
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
