package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"regexp"
	"strings"
	"testing"

	"github.com/creack/pty"
)

// offered finds the sentences in a prompt: "[id] sentence".
var offered = regexp.MustCompile(`(?m)^\[([a-z]+)\] (.*)$`)

// choosing is a model that chooses the sentence which holds text, when it is
// told to go on.
func choosing(t *testing.T, text string, goOn <-chan struct{}) *httptest.Server {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var request struct {
			Messages []struct{ Content string }
		}
		if err := json.NewDecoder(r.Body).Decode(&request); err != nil {
			t.Error(err)
		}
		<-goOn
		for _, m := range request.Messages {
			for _, o := range offered.FindAllStringSubmatch(m.Content, -1) {
				if strings.Contains(o[2], text) {
					reply, _ := json.Marshal(fmt.Sprintf(`{"answerable":true,"sentences":[%q],"statements":[]}`, o[1]))
					fmt.Fprintf(w, `{"choices":[{"finish_reason":"stop","message":{"role":"assistant","content":%s}}]}`, reply)
					return
				}
			}
		}
		t.Errorf("no sentence with %q was offered", text)
	}))
	t.Cleanup(s.Close)
	return s
}

// TestTheModelsChoiceTakesThePlaceOfTheDraft wants what retrieval found to be
// on the screen before the model has answered, and gone after.
func TestTheModelsChoiceTakesThePlaceOfTheDraft(t *testing.T) {
	goOn := make(chan struct{})
	model := choosing(t, "9,8 milyar", goOn)
	t.Setenv("ALINTI_LLM_BASE_URL", model.URL+"/v1")
	t.Setenv("ALINTI_LLM_MODEL", "scripted")
	p, code := converse(t, t.Context())
	if err := pty.Setsize(p.keys, &pty.Winsize{Rows: 40, Cols: 100}); err != nil {
		t.Fatal(err)
	}
	p.waitFor("? ")
	p.types("Kuzey Kore Rusya'ya kaç asker gönderdi?\r")
	p.waitFor("göndermişti")
	p.waitFor("Model seçimini yapıyor…")
	close(goOn)
	p.waitFor("A\x1b[J") // the draft is gone
	p.waitFor("milyar")
	p.waitFor("? ")
	p.types("\x04")
	if got := code(); got != exitDone {
		t.Errorf("exit code = %d, want %d", got, exitDone)
	}
	http.DefaultClient.CloseIdleConnections()
}

func TestAConversationGoesOn(t *testing.T) {
	p, code := converse(t, t.Context())
	p.waitFor("? ")
	p.types("Kuzey Kore Rusya'ya kaç asker gönderdi?\r")
	p.waitFor("göndermişti")
	p.waitFor("? ")
	p.types("Peki Rusya'dan ne kadar yardım aldı?\r")
	p.waitFor("1,2")
	p.waitFor("? ")
	p.types("\x04")
	if got := code(); got != exitDone {
		t.Errorf("exit code = %d, want %d", got, exitDone)
	}
}
