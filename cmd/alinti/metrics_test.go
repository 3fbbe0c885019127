package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"path/filepath"
	"regexp"
	"strings"
	"sync/atomic"
	"testing"

	"alinti/bot/discord/discordtest"
)

// failing is a model that chooses the first sentence it is offered, and from
// the second question on an error.
func failing(t *testing.T) *httptest.Server {
	var asked atomic.Int32
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var request struct {
			Messages []struct{ Content string }
		}
		if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
			t.Error(err)
		}
		if asked.Add(1) > 1 {
			http.Error(w, "{}", http.StatusBadRequest)
			return
		}
		for _, m := range request.Messages {
			if o := offered.FindStringSubmatch(m.Content); o != nil {
				reply, _ := json.Marshal(fmt.Sprintf(`{"answerable":true,"sentences":[%q],"statements":[]}`, o[1]))
				fmt.Fprintf(w, `{"choices":[{"finish_reason":"stop","message":{"role":"assistant","content":%s}}],"usage":{"prompt_tokens":1000,"completion_tokens":10}}`, reply)
				return
			}
		}
	}))
	t.Cleanup(s.Close)
	return s
}

// TestMetricsTellWhatHappened reads /metrics after real requests to every
// part, and holds the table of docs/operating.md to what is there.
func TestMetricsTellWhatHappened(t *testing.T) {
	const token = "a-token-of-some-length"
	got := make(chan string, 1)
	receiver := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) { got <- r.Header.Get("webhook-id") }))
	defer receiver.Close()
	at, err := url.Parse(receiver.URL)
	if err != nil {
		t.Fatal(err)
	}
	fake := discordtest.New(t)
	for key, value := range map[string]string{
		"DISCORD_TOKEN": "a.discord.token", "DISCORD_API_URL": fake.URL,
		"LLM_BASE_URL": failing(t).URL + "/v1", "LLM_MODEL": "scripted", "LLM_RESPONSE_FORMAT": "text", "LLM_INPUT_PRICE": "2", "LLM_OUTPUT_PRICE": "100",
		"STORE_PATH": filepath.Join(t.TempDir(), "alinti.db"), "WEBHOOK_LAME_DUCK": "0s", "WEBHOOK_TOKEN": token, "WEB_PUBLIC": "true",
		"WEBHOOK_SECRETS": "whsec_" + strings.Repeat("A", 44), "CALLBACKS_ENDPOINTS": "desk=" + receiver.URL + "/",
		"CALLBACKS_ALLOW": "127.0.0.0/8", "CALLBACKS_PORTS": at.Port(),
	} {
		t.Setenv("ALINTI_"+key, value)
	}
	s := serve(t)
	defer s.end(t)
	fake.AwaitHandshake()
	const question = "Kuzey Kore Rusya'ya kaç asker gönderdi?"
	ask := func(body string, want int) string { return s.request(t, "POST", "/v1/ask", token, body, want) }
	if a := ask(`{"question":"`+question+`"}`, 200); !strings.Contains(a, `"mode":"llm"`) {
		t.Errorf("the model was not asked: %s", a)
	}
	ask(`{"question":"Rusya kime yakıt verdi?"}`, 200) // the model fails
	ask(`{"question":"Mercimek çorbası nasıl yapılır?","mode":"retrieval"}`, 200)
	ask(`{"question":"Merhaba"}`, 200)
	ask(`{"question":" "}`, 422)
	s.request(t, "GET", "/?q="+url.QueryEscape(question), "", "", 200)
	askDiscord(fake, 1, question)
	var job struct{ ID string }
	if err := json.Unmarshal([]byte(ask(`{"question":"`+question+`","callback":"desk"}`, 202)), &job); err != nil {
		t.Fatal(err)
	}
	if id := <-got; id != job.ID {
		t.Errorf("the receiver got %s, want %s", id, job.ID)
	}
	for !strings.Contains(s.request(t, "GET", "/v1/jobs/"+job.ID, token, "", 200), "delivered") {
	}

	page := "" // Discord shows a draft before the model has chosen
	for !strings.Contains(page, `alinti_discord_replies_total{outcome="answered"} 1`) {
		page = s.request(t, "GET", "/metrics", token, "", 200)
	}
	for _, want := range []string{
		`alinti_questions_total{door="webhook",outcome="answered"} 3`, // one by callback
		`alinti_questions_total{door="webhook",outcome="refused"} 1`,
		`alinti_questions_total{door="webhook",outcome="greeting"} 1`,
		`alinti_questions_total{door="webhook",outcome="invalid"} 1`,
		`alinti_questions_total{door="webhook",outcome="failed"} 0`,
		`alinti_questions_total{door="page",outcome="answered"} 1`,
		`alinti_questions_total{door="discord",outcome="answered"} 1`,
		`alinti_answer_seconds_count{door="webhook"} 5`,
		`alinti_degraded_total{warning="llm_unavailable"} 1`,
		`alinti_llm_calls_total 5`, `alinti_llm_replies_total 1`, `alinti_llm_cache_hits_total 3`, `alinti_llm_unavailable_total 1`,
		`alinti_llm_prompt_tokens_total 1000`, `alinti_llm_completion_tokens_total 10`, `alinti_llm_cost_total 0.003`,
		`alinti_llm_running 0`, `alinti_llm_waiting 0`, `alinti_part_state{part="llm",state="ready"} 1`,
		`alinti_discord_connected 1`, `alinti_part_state{part="discord",state="ready"} 1`,
		`alinti_callbacks{state="waiting"} 0`, `alinti_callbacks{state="dead"} 0`, `alinti_callback_attempts_total{outcome="delivered"} 1`,
		`alinti_http_gate 1`, `alinti_http_requests_total{method="POST",route="/v1/ask",status="200"} 4`, `alinti_store_lost_total 0`,
	} {
		if !strings.Contains(page, "\n"+want+"\n") {
			t.Errorf("/metrics lacks %s", want)
		}
	}
	if t.Failed() {
		t.Log(regexp.MustCompile(`(?m)^(#|go_|process_).*\n`).ReplaceAllString(page, ""))
	}
	documented(t, page)
}

// documented compares the metrics of a page with those in the table.
func documented(t *testing.T, page string) {
	t.Helper()
	there, written := map[string]bool{}, map[string]bool{}
	for _, m := range regexp.MustCompile(`(?m)^# TYPE (alinti_[a-z_]+)`).FindAllStringSubmatch(page, -1) {
		there[m[1]] = true
	}
	for _, m := range regexp.MustCompile("`(alinti_[a-z_]+)").FindAllStringSubmatch(read(t, "docs/operating.md"), -1) {
		written[m[1]] = true
		if !there[m[1]] {
			t.Errorf("docs/operating.md tells of %s, which /metrics lacks", m[1])
		}
	}
	for name := range there {
		if !written[name] {
			t.Errorf("docs/operating.md lacks %s", name)
		}
	}
}
