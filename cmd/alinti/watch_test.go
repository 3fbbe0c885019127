package main

import (
	"encoding/json"
	"io"
	"net/http"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
)

// request sends one with a bearer token and wants a status.
func (s *server) request(t *testing.T, method, path, token, body string, want int) string {
	t.Helper()
	r, err := http.NewRequestWithContext(t.Context(), method, "http://"+s.address+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	r.Header.Set("Content-Type", "application/json")
	r.Header.Set("Authorization", "Bearer "+token)
	resp, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	got, err := io.ReadAll(resp.Body)
	if err != nil || resp.StatusCode != want {
		t.Fatalf("%s %s = %d %s, %v; want %d", method, path, resp.StatusCode, got, err, want)
	}
	return string(got)
}

// TestWhatIsAskedIsKept: questions of every door of the service are kept with
// the votes, and shown to the administrator and on the command line alike.
func TestWhatIsAskedIsKept(t *testing.T) {
	const token, admin = "a-token-of-some-length", "an-admin-token-of-length"
	t.Setenv("ALINTI_STORE_PATH", filepath.Join(t.TempDir(), "alinti.db"))
	t.Setenv("ALINTI_WEBHOOK_TOKEN", token)
	t.Setenv("ALINTI_WEBHOOK_ADMIN_TOKEN", admin)
	t.Setenv("ALINTI_WEB_PUBLIC", "true")
	t.Setenv("ALINTI_WEBHOOK_LAME_DUCK", "0s")
	s := serve(t)
	var a struct{ ID string }
	if err := json.Unmarshal([]byte(s.request(t, "POST", "/v1/ask", token, `{"question":"Kaç asker gönderildi?"}`, 200)), &a); err != nil {
		t.Fatal(err)
	}
	s.request(t, "GET", "/?q="+url.QueryEscape("Mercimek çorbası nasıl yapılır?"), "", "", 200)
	s.request(t, "POST", "/v1/chat/completions", token, `{"model":"alinti","messages":[{"role":"user","content":"Mercimek çorbası nasıl yapılır?"}]}`, 200)
	s.request(t, "POST", "/v1/ask", token, `{"question":"Merhaba"}`, 200)
	vote := "/v1/answers/" + a.ID + "/feedback"
	s.request(t, "POST", vote, token, `{"helped":false,"user":"r"}`, 204)
	s.request(t, "POST", vote, token, `{"helped":true,"user":"r"}`, 204)
	s.end(t)

	const want = `{"asked":3,"answered":1,"helped":1,"not_helped":0,"unanswered":[{"question":"Mercimek çorbası nasıl yapılır?","count":2,`
	var out, errs strings.Builder
	if code := run(t.Context(), []string{"unanswered", "--json"}, strings.NewReader(""), &out, &errs); code != exitDone || !strings.HasPrefix(out.String(), want) {
		t.Errorf("alinti unanswered: exit code %d, %s%s; want %s…", code, &out, &errs, want)
	}
	s = serve(t)
	defer s.end(t)
	if got := s.request(t, "GET", "/v1/unanswered", admin, "", 200); got != out.String() {
		t.Errorf("GET /v1/unanswered = %s, the command printed %s", got, &out)
	}
	s.request(t, "GET", "/v1/unanswered", token, "", 403)
}

// TestQuestionsAreLoggedOnlyWhenToldTo: no question is in the log, whatever
// becomes of it, unless the settings want it.
func TestQuestionsAreLoggedOnlyWhenToldTo(t *testing.T) {
	t.Setenv("ALINTI_WEBHOOK_LAME_DUCK", "0s")
	for _, told := range []string{"false", "true"} {
		t.Setenv("ALINTI_LOG_QUESTIONS", told)
		s := serve(t, "--log-level", "debug")
		s.request(t, "POST", "/v1/ask", "", `{"question":"Kaç asker gönderildi?"}`, 200)
		s.request(t, "POST", "/v1/ask", "", `{"question":"Kaç asker?","quotes":99}`, 422)
		s.request(t, "GET", "/?q="+url.QueryEscape("Kaç asker?"), "", "", 200)
		s.end(t)
		log := s.log.text.String()
		if told == "true" && !strings.Contains(log, `"msg":"question","door":"webhook","question":"Kaç asker gönderildi?","outcome":"answered","answer":"`) {
			t.Errorf("the log lacks the question: %s", log)
		}
		if told == "false" && strings.Contains(log, "asker") {
			t.Errorf("the log holds a question: %s", log)
		}
	}
}
