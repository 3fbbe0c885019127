// Command ask asks a question.
//
//	[ALINTI_URL=…] [ALINTI_TOKEN=…] go run .
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"os"
)

func main() {
	url := cmp.Or(os.Getenv("ALINTI_URL"), "http://127.0.0.1:8080")
	body, err := json.Marshal(map[string]any{"question": "Kuzey Kore Rusya'ya kaç asker gönderdi?"})
	if err != nil {
		log.Fatal(err)
	}
	request, err := http.NewRequest(http.MethodPost, url+"/v1/ask", bytes.NewReader(body))
	if err != nil {
		log.Fatal(err)
	}
	request.Header.Set("Content-Type", "application/json")
	if token := os.Getenv("ALINTI_TOKEN"); token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	reply, err := http.DefaultClient.Do(request)
	if err != nil {
		log.Fatal(err)
	}
	defer reply.Body.Close()
	var answer struct {
		Answered bool
		Text     string // of a refusal: why not, in words
		Quotes   []struct {
			Text       string
			Start, End int
			Source     struct{ File string }
		}
		Detail string // of an error
	}
	if err := json.NewDecoder(reply.Body).Decode(&answer); err != nil {
		log.Fatal(err)
	}
	switch {
	case reply.StatusCode != http.StatusOK:
		log.Fatal(answer.Detail)
	case !answer.Answered:
		fmt.Println(answer.Text)
	}
	for _, q := range answer.Quotes {
		fmt.Printf("«%s» (%s, bytes %d–%d)\n", q.Text, q.Source.File, q.Start, q.End)
	}
}
