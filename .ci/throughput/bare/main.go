// Command bare is the ceiling of a JSON service on net/http: it reads the same
// request into the same fields, and returns as many bytes under the same
// headers, whatever was asked.
package main

import (
	"encoding/json"
	"log"
	"net/http"
	"os"
	"strconv"
	"strings"
)

// A request is that of POST /v1/ask.
type request struct {
	Question     string `json:"question"`
	Quotes       int    `json:"quotes"`
	Mode         string `json:"mode"`
	Language     string `json:"language"`
	Conversation string `json:"conversation"`
	CallbackURL  string `json:"callback_url"`
	Collection   string `json:"collection"`
}

func main() {
	size, err := strconv.Atoi(os.Args[2])
	if err != nil {
		log.Fatal(err)
	}
	const frame = `{"text":""}` + "\n"
	body := []byte(`{"text":"` + strings.Repeat("a", max(0, size-len(frame))) + "\"}\n")
	http.HandleFunc("POST /v1/ask", func(w http.ResponseWriter, r *http.Request) {
		var in request
		if err := json.NewDecoder(r.Body).Decode(&in); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		h := w.Header()
		h.Set("Content-Type", "application/json")
		h.Set("Cache-Control", "no-store")
		h.Set("Content-Language", "tr")
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Request-Id", "0123456789ab-4fzyo82")
		_, _ = w.Write(body)
	})
	log.Fatal(http.ListenAndServe(os.Args[1], nil))
}
