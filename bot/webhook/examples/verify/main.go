// Command verify receives answers and verifies them.
//
//	ALINTI_SECRET=whsec_… [PORT=8090] go run .
package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

func main() {
	webhook, err := standardwebhooks.NewWebhook(os.Getenv("ALINTI_SECRET"))
	if err != nil {
		log.Fatal(err)
	}
	http.HandleFunc("POST /", func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, 1<<20))
		if err != nil || webhook.Verify(body, r.Header) != nil {
			w.WriteHeader(http.StatusUnauthorized)
			return
		}
		var message struct {
			Data struct {
				Job     string // a delivery may come more than once: this tells a repeat
				Answer  *struct{ Text string }
				Problem struct{ Detail string }
			}
		}
		if err := json.Unmarshal(body, &message); err != nil {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		if answer := message.Data.Answer; answer != nil {
			fmt.Println(message.Data.Job, answer.Text)
		} else {
			fmt.Println(message.Data.Job, message.Data.Problem.Detail)
		}
		w.WriteHeader(http.StatusNoContent) // any other 2xx will do; whatever else makes alinti send it again
	})
	log.Fatal(http.ListenAndServe("127.0.0.1:"+cmp.Or(os.Getenv("PORT"), "8090"), nil))
}
