// Command sign asks with a signature in place of the token.
//
//	ALINTI_SECRET=whsec_… [ALINTI_URL=…] go run .
package main

import (
	"bytes"
	"cmp"
	"crypto/rand"
	"encoding/json"
	"io"
	"log"
	"net/http"
	"os"
	"strconv"
	"time"

	standardwebhooks "github.com/standard-webhooks/standard-webhooks/libraries/go"
)

func main() {
	url := cmp.Or(os.Getenv("ALINTI_URL"), "http://127.0.0.1:8080")
	webhook, err := standardwebhooks.NewWebhook(os.Getenv("ALINTI_SECRET"))
	if err != nil {
		log.Fatal(err)
	}
	body, err := json.Marshal(map[string]any{"question": "Kuzey Kore Rusya'ya kaç asker gönderdi?"})
	if err != nil {
		log.Fatal(err)
	}
	id, now := "msg_"+rand.Text(), time.Now()
	signature, err := webhook.Sign(id, now, body)
	if err != nil {
		log.Fatal(err)
	}
	request, err := http.NewRequest(http.MethodPost, url+"/v1/ask", bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	request.Header.Set("webhook-id", id) // the same again gets the same answer, not a second one
	request.Header.Set("webhook-timestamp", strconv.FormatInt(now.Unix(), 10))
	request.Header.Set("webhook-signature", signature)
	reply, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer reply.Body.Close()
	if reply.StatusCode != http.StatusOK {
		log.Fatal(reply.Status)
	}
	if _, err := io.Copy(os.Stdout, reply.Body); err != nil {
		log.Fatal(err)
	}
}
